import type { MetricName } from '../../engine/scenario.js';
import type { Line, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { metricCell, textCell } from '../format/cells.js';
import { inUnit, money, percent, points } from '../format/format.js';
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
			{ text: `: performance gap recovered. ${gapText(input, lines)}0% is all small, 100% all strong.` },
		],
		[
			{ text: `CPT(50) ${valueText('cpt50', input)}, CPT(80) ${valueText('cpt80', input)}`, bold: true },
			{
				text: ': call-performance thresholds, the smallest share of strong calls that recovers 50% or 80% of the gap ',
			},
			{ text: 'on the curve, without repairs. Requests sent at random need 50% and 80%: lower is better.' },
		],
		[
			{ text: `Veto value ${valueText('vetoValue', input)}`, bold: true },
			{ text: `: what routing saves for each request that it no longer resolves. ${savingText(input)}` },
		],
	];
}

/** Returns a value, and what it was before the last edit, or why there is none. */
function valueText(measure: Measure, { outcome, before }: LabInput): string {
	const value = outcome.metrics[measure];
	if (value === null) return nullReasonText(measure, outcome).short;
	const show = (figure: number): string => (measure === 'vetoValue' ? dollars(figure) : inUnit(figure, 'percent'));
	const was = before?.outcome.metrics[measure] ?? value;
	return show(was) === show(value) ? show(value) : `${show(value)} (was ${show(was)})`;
}

const dollars = (usd: number): string => `${usd < 0 ? '−' : ''}$${money(Math.abs(usd))}`;

/** Returns how the PGR comes about, or why there is none. */
function gapText({ outcome }: LabInput, lines: CurveLines | null): string {
	const { resolution, pgr } = outcome.metrics;
	if (pgr === null || resolution === null || lines === null)
		return `No value here: ${nullReasonText('pgr', outcome).long}. `;
	const [small, strong] = [lines.allSmall.resolution, lines.allStrong.resolution];
	const more = moreDigits((digits) => {
		const from = round(small, 3 + digits);
		return percent((round(resolution, 3 + digits) - from) / (round(strong, 3 + digits) - from)) === percent(pgr);
	});
	const [low, now, high] = [small, resolution, strong].map((rate) => percent(rate, 1 + more));
	return `All small resolves ${low}, all strong ${high}, this board ${now}: (${now} − ${low}) / (${high} − ${low}). `;
}

/** Returns how the veto value comes about and what it says, or why there is none. */
function savingText({ scenario, outcome }: LabInput): string {
	const { cost, resolution, vetoValue } = outcome.metrics;
	const { cost: costBefore, resolution: resolutionBefore } = outcome.baseline;
	if (vetoValue === null || cost === null || resolution === null || costBefore === null || resolutionBefore === null)
		return `No value here: ${nullReasonText('vetoValue', outcome).long}.`;
	const [saved, lost] = [costBefore - cost, resolutionBefore - resolution];
	const more = moreDigits((digits) => {
		const value = round(saved, 4 + digits) / round(lost, 3 + digits);
		return Math.abs(value - vetoValue) <= CLOSE * Math.abs(vetoValue);
	});
	const change = saved < 0 ? `costs $${money(-saved, 4 + more)} more` : `saves $${money(saved, 4 + more)}`;
	const loss = points(lost, more).replace(/^\+(.*) pt$/, '$1 points');
	const advice = saved > 0 ? ' An outcome worth more than this should have gone to the strong model.' : '';
	return `Against ${ownBaselineName(scenario)}, it ${change} a request and loses ${loss} of resolution.${advice}`;
}

/** How close to the value a reader gets who divides the two figures as shown. */
const CLOSE = 0.005;

/** Returns how many additional decimals figures need so that a reader who computes with them gets the same; at most three. */
const moreDigits = (isSame: (digits: number) => boolean): number => [0, 1, 2].find(isSame) ?? 3;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

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
