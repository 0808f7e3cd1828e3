import type { ScenarioDocument } from '../content/index.js';
import { calibrate, evaluate, type SegmentCalibration } from '../engine/index.js';
import type { CostRow, Scenario, Segment } from '../engine/scenario.js';
import { EMPTY_WORKSHEET, type Sheet } from './sheet.js';

/**
 * A new worksheet with the figures of another scenario, in the state that is given. What only the template can say
 * of itself (its story, its claims, its weeks) stays behind.
 *
 * Router skill and detection are written out as they were found from what was observed, so that every number can be
 * replaced by itself without contradicting another one; the figures stay the same.
 *
 * @param id of the new worksheet: its file's name
 */
export function sheetFrom(
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
			segments: writtenOut(scenario),
			rows: scenario.rows.length > 0 ? scenario.rows.map(unsaid) : usualRows(scenario),
			weeks: [],
			states: [],
		},
		summary: firstSummary(title),
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

/** The line on what a worksheet shows, until it says what changes. */
export const firstSummary = (title: string): string => `A feature of our own: ${title}.`;

/** Stands where nobody says where the figures come from: a file cannot leave it out. */
export const NO_SOURCE = 'Not said.';

/** The source of a worksheet whose figures nobody replaced yet. */
export const untouchedSource = (template: string): string =>
	`Started from the scenario ${template}; every figure that was not replaced is its, and illustrative.`;

const sourceOf = ({ scenario, worksheet, source }: ScenarioDocument): Pick<Sheet, 'source'> => ({
	source: worksheet ? source : untouchedSource(scenario.id),
});

function writtenOut(scenario: Scenario): readonly Segment[] {
	const found = calibrate(scenario);
	return scenario.segments.map((segment, i) => segmentWrittenOut(segment, found[i]));
}

/** A segment with what was found from its observed figures in their place; without an easy share they are all there is. */
export function segmentWrittenOut(segment: Segment, found: SegmentCalibration | undefined): Segment {
	const { auc = Number.NaN, delta = Number.NaN } = found ?? {};
	const detection = Number.isNaN(delta) ? segment.detection : delta;
	if (segment.easyShare === null) return { ...segment, detection };
	return { ...segment, detection, routerAuc: Number.isNaN(auc) ? segment.routerAuc : auc, observed: null };
}

/** A row whose words somebody else found is not ready: they are the reader's to say. */
const unsaid = (row: CostRow): CostRow => ({ ...row, improved: null, mayHaveWorsened: null });

/** The five rows of the cost table (M8), with the template's mix in place of its 80%. */
function usualRows(scenario: Scenario): readonly CostRow[] {
	const mix = tidy(evaluate(scenario).metrics.smallShare ?? 0.8);
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

const tidy = (share: number): number => Math.round(share * 1000) / 1000;
