import type { MetricName } from '../../engine/scenario.js';
import type { Line, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { metricCell, textCell } from '../format/cells.js';
import { digitsToDistinguish, inUnit, money, percent } from '../format/format.js';
import { METRIC_LABELS, ownBaselineName } from '../format/labels.js';
import { nullReasonText } from '../format/null-reasons.js';
import type { CurveLines } from './lines.js';

const MEASURES = ['pgr', 'cpt50', 'cpt80', 'vetoValue'] as const;
type Measure = (typeof MEASURES)[number];

/** Returns the measures of the curve in sentences: what each is, how it comes about here, and how to read it. */
export function measureSentences(input: LabInput, lines: CurveLines | null): readonly Line[] {
	return [
		[
			{ text: `PGR ${valueText('pgr', input)}`, bold: true },
			{ text: `: performance gap recovered. ${gapText(input, lines)}` },
			{ text: '0% is no better than all small, 100% as good as all strong.' },
		],
		[
			{ text: `CPT(50) ${valueText('cpt50', input)}, CPT(80) ${valueText('cpt80', input)}`, bold: true },
			{
				text: ': call-performance thresholds, the smallest share of strong calls that recovers 50% or 80% of the gap ',
			},
			{
				text: 'on the curve, without repairs. Requests sent at random need 50% and 80%; the lower, the better the router.',
			},
		],
		[
			{ text: `Veto value ${valueText('vetoValue', input)}`, bold: true },
			{ text: `: what routing saves for each request that it no longer resolves${savingText(input)}. ` },
			{ text: 'An outcome that is worth more than this should have gone to the strong model.' },
		],
	];
}

/** Returns a value, and what it was before the last edit, or why there is none. */
function valueText(measure: Measure, { outcome, before }: LabInput): string {
	const value = outcome.metrics[measure];
	if (value === null) return nullReasonText(measure, outcome).short;
	const show = (figure: number): string => (measure === 'vetoValue' ? `$${money(figure)}` : inUnit(figure, 'percent'));
	const was = before?.outcome.metrics[measure] ?? value;
	return show(was) === show(value) ? show(value) : `${show(value)} (was ${show(was)})`;
}

/** Returns how the PGR comes about, or why there is none. */
function gapText({ outcome }: LabInput, lines: CurveLines | null): string {
	const { resolution, pgr } = outcome.metrics;
	if (pgr === null || resolution === null || lines === null) {
		const reason = nullReasonText('pgr', outcome).long;
		return `No value here: ${reason}. `;
	}
	const [small, strong] = [lines.allSmall.resolution, lines.allStrong.resolution];
	const more = Math.max(
		digitsToDistinguish(small, strong, 'percent'),
		digitsToDistinguish(small, resolution, 'percent'),
		digitsToDistinguish(strong, resolution, 'percent'),
	);
	const [low, now, high] = [small, resolution, strong].map((rate) => percent(rate, 1 + more));
	return `All small resolves ${low}, all strong ${high}, this board ${now}: (${now} − ${low}) / (${high} − ${low}). `;
}

/** Returns how the veto value comes about, or why there is none. */
function savingText({ scenario, outcome }: LabInput): string {
	const { cost, resolution, vetoValue } = outcome.metrics;
	const { cost: costBefore, resolution: resolutionBefore } = outcome.baseline;
	if (vetoValue === null || cost === null || resolution === null || costBefore === null || resolutionBefore === null)
		return `. No value here: ${nullReasonText('vetoValue', outcome).long}`;
	const more = digitsToDistinguish(resolutionBefore, resolution, 'percent');
	const rates = `${percent(resolutionBefore, 1 + more)} − ${percent(resolution, 1 + more)}`;
	const spend = `$${money(costBefore)} − $${money(cost)}`;
	return `, compared with ${ownBaselineName(scenario)}: (${spend}) / (${rates})`;
}

/** Returns the measures of the curve as a table, for reports. */
export function measuresTable({ outcome }: LabInput): TableModel {
	return {
		id: 'curve-metrics',
		title: 'What the curve comes to',
		columns: [
			{ id: 'measure', label: 'measure', align: 'left', width: 15, dropPriority: 0 },
			{ id: 'now', label: 'now', align: 'right', width: 12, dropPriority: 0 },
			{ id: 'means', label: 'what it counts', align: 'left', width: MEANING_WIDTH, dropPriority: 1 },
		],
		rows: MEASURES.map((measure) => ({
			id: measure,
			kind: 'body',
			cells: [
				textCell(METRIC_LABELS[measure].label),
				metricCell(measure, outcome),
				textCell(METRIC_LABELS[measure].means, 'dim'),
			],
		})),
		notes: [],
	};
}

const MEANING_WIDTH = Math.max(...MEASURES.map((measure: MetricName) => METRIC_LABELS[measure].means.length));
