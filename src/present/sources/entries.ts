import { calibrate } from '../../engine/index.js';
import { inputAt, inputName } from '../../engine/inputs/index.js';
import type { MetricName } from '../../engine/scenario.js';
import type { LabInput } from '../board/lab-input.js';
import type { PaneId } from '../pane/pane.js';
import { metricEntry } from './board.js';
import { type SegmentFigureId, segmentEntry } from './segment.js';
import { type FigureEntry, inputEntry, type Origin } from './source.js';

/** Figures of each pane: of the board, and of every segment. */
const SHOWN: Readonly<
	Record<PaneId, { readonly metrics: readonly MetricName[]; readonly segment: readonly SegmentFigureId[] }>
> = {
	board: {
		metrics: [
			'resolution',
			'silent',
			'highRiskSmall',
			'repairRate',
			'latencyP95',
			'totalCostPerResolved',
			'totalCost',
			'cost',
			'saving',
			'costPerResolved',
			'handoff',
			'smallShare',
			'repairLoad',
			'escalationRate',
		],
		segment: [
			'set',
			'routedSmall',
			'repairRate',
			'smallSuccess',
			'escalated',
			'silentSmall',
			'repairCaught',
			'repairWasted',
			'resolution',
			'handoff',
			'silent',
		],
	},
	cost: {
		metrics: [
			'cost',
			'saving',
			'breakEvenRepair',
			'handoffBreakEven',
			'costPerResolved',
			'totalCost',
			'totalCostPerResolved',
			'costPerWeek',
			'throughputPerHour',
			'latencyP95',
			'latencyP50',
			'latencyMean',
		],
		segment: ['cost', 'set', 'routedSmall', 'repairRate'],
	},
	confusion: {
		metrics: ['falseEasy', 'falseHard', 'avoidable', 'gained'],
		segment: ['trueEasy', 'falseEasy', 'falseHard', 'trueHard', 'smallSuccess', 'easyInStrong', 'routedSmall'],
	},
	pressure: {
		metrics: [
			'cost',
			'handoff',
			'silent',
			'resolution',
			'repairLoad',
			'highRiskSmall',
			'latencyP95',
			'totalCost',
			'smallShare',
		],
		segment: ['routedSmall', 'handoff', 'silent', 'resolution'],
	},
	trace: {
		metrics: ['cost', 'resolution', 'handoff', 'silent'],
		segment: ['routedSmall', 'smallSuccess', 'repairRate', 'escalated', 'silentSmall'],
	},
	curve: {
		metrics: ['resolution', 'cost', 'pgr', 'cpt50', 'cpt80', 'vetoValue'],
		segment: ['routedSmall', 'smallSuccess', 'easyInStrong'],
	},
	signals: {
		metrics: ['repairRate', 'escalationRate', 'handoff', 'resolution', 'silent', 'cost', 'latencyP95'],
		segment: [],
	},
};

/**
 * Returns the figures of a pane, the focused one first: the focused input, the figures of its segment, those of the
 * board, and those of the other segments.
 *
 * @param focus path of the focused input; null: none
 */
export function figureEntries(input: LabInput, pane: PaneId, focus: string | null): readonly FigureEntry[] {
	const { scenario, outcome, opened } = input;
	const origin: Origin = { scenario, loaded: opened };
	const { metrics, segment: figures } = SHOWN[pane];
	const calibration = calibrate(scenario);
	const [group, at] = (focus === null ? null : inputAt(scenario, focus))?.keys ?? [];
	const ofBoard = metrics.map((metric) => metricEntry({ ...origin, input }, metric));
	const bySegment = scenario.segments.map((segment, i): readonly FigureEntry[] => {
		const [now, skill] = [outcome.segments[i], calibration[i]];
		return now && skill
			? figures.map((figure) => segmentEntry({ ...origin, segment, outcome: now, calibration: skill }, figure))
			: [];
	});
	const focused = typeof at === 'number' && group === 'segments' ? (bySegment[at] ?? []) : [];
	const guarded = typeof at === 'number' && group === 'guardrails' ? scenario.guardrails[at]?.metric : undefined;
	return distinct([
		...ofBoard.filter(({ id }) => id === guarded),
		...(focused.some(({ id }) => id === focus)
			? focused.filter(({ id }) => id === focus)
			: focusedEntry(origin, focus)),
		...focused,
		...ofBoard,
		...bySegment.filter((entries) => entries !== focused).flat(),
	]);
}

const distinct = (entries: readonly FigureEntry[]): readonly FigureEntry[] => {
	const seen = new Set<string>();
	return entries.filter(({ id }) => !seen.has(id) && seen.add(id));
};

function focusedEntry(origin: Origin, focus: string | null): readonly FigureEntry[] {
	const input = focus === null ? null : inputAt(origin.scenario, focus);
	if (!input || focus === null) return [];
	const name = inputName(origin.scenario, input).replace(' · ', ': ');
	const entry = inputEntry(origin, focus, name, `the focused input: ${input.label}`);
	return entry ? [entry] : [];
}
