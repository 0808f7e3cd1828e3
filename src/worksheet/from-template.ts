import type { ScenarioDocument } from '../content/index.js';
import { calibrate, evaluate, type SegmentCalibration } from '../engine/index.js';
import type { CostRow, Scenario, Segment } from '../engine/scenario.js';
import { EMPTY_WORKSHEET, type Sheet } from './sheet.js';

/**
 * Creates a worksheet with the figures of another scenario, in the given state. Parts that are about the template
 * itself (story, claims, weeks) are left out.
 *
 * Router skill and detection, which the template derives from observed figures, become inputs, so that each number can
 * be replaced without contradicting another. The outcome stays the same.
 *
 * @param id id of the new worksheet, which is also its file name
 */
export function sheetFromTemplate(
	template: ScenarioDocument,
	{ id, title }: { readonly id: string; readonly title: string },
	scenario: Scenario = template.scenario,
): Sheet {
	return {
		...sourceOf(template),
		scenario: {
			...scenario,
			id,
			title,
			segments: calibratedSegments(scenario),
			rows: scenario.rows.length > 0 ? scenario.rows.map(clearWords) : standardRows(scenario),
			weeks: [],
			states: [],
		},
		summary: defaultSummary(title),
		kind: null,
		teaches: [],
		story: '',
		artifact: null,
		context: null,
		givenShares: template.givenShares,
		expectations: [],
		worksheet: { ...EMPTY_WORKSHEET, template: template.worksheet?.template ?? template.scenario.id },
	};
}

/** Returns the summary of a worksheet that does not say yet what changes. */
export const defaultSummary = (title: string): string => `A feature of our own: ${title}.`;

/** Source of a worksheet that does not say where its figures come from; the file format requires one. */
export const NO_SOURCE = 'Not said.';

/** Returns the source of a worksheet that still uses its template's figures. */
export const templateSource = (template: string): string =>
	`Started from the scenario ${template}; its figures are illustrative until you replace them.`;

const sourceOf = ({ scenario, worksheet, source }: ScenarioDocument): Pick<Sheet, 'source'> => ({
	source: worksheet ? source : templateSource(scenario.id),
});

function calibratedSegments(scenario: Scenario): readonly Segment[] {
	const calibration = calibrate(scenario);
	return scenario.segments.map((segment, i) => calibratedSegment(segment, calibration[i]));
}

/**
 * Returns the segment with its calibrated values in place of the observed figures. Without an easy share, the observed
 * figures stay.
 */
export function calibratedSegment(segment: Segment, calibration: SegmentCalibration | undefined): Segment {
	const { auc = Number.NaN, delta = Number.NaN } = calibration ?? {};
	const detection = Number.isNaN(delta) ? segment.detection : delta;
	if (segment.easyShare === null) return { ...segment, detection };
	return { ...segment, detection, routerAuc: Number.isNaN(auc) ? segment.routerAuc : auc, observed: null };
}

/** Clears a template row's words: the reader has to write them for the row to be ready. */
const clearWords = (row: CostRow): CostRow => ({ ...row, improved: null, mayHaveWorsened: null });

/** Returns the five rows of the cost table (M8), with the template's mix instead of 80%. */
function standardRows(scenario: Scenario): readonly CostRow[] {
	const mix = roundShare(evaluate(scenario).metrics.smallShare ?? 0.8);
	const row = (id: string, name: string, routedSmall: number, repairRate = 0): CostRow => ({
		id,
		name,
		routedSmall,
		repairRate,
		override: null,
		tokens: null,
		improved: null,
		mayHaveWorsened: null,
	});
	return [
		row('all-strong', 'All strong', 0),
		row('the-mix', 'The mix, no repair', mix),
		row('few-repairs', 'Small, 10% repaired', 1, 0.1),
		row('many-repairs', 'Small, 60% repaired', 1, 0.6),
		{ ...row('risk-override', 'Risk override to strong', mix), override: 'strong' },
	];
}

const roundShare = (share: number): number => Math.round(share * 1000) / 1000;
