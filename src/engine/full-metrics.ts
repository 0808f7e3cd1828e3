import { ownBaseline } from './baseline.js';
import { dialOf } from './dial.js';
import { type Board, evaluate } from './evaluate.js';
import { comparedWith } from './metrics.js';
import { callsToReach } from './reach.js';
import type { Metrics, Scenario } from './scenario.js';

/** Every metric of a scenario, against the board of its own baseline; without one, against itself. */
export function evaluateFully(scenario: Scenario, baseline?: Board): Board {
	const board = evaluate(scenario);
	const metrics = { ...board.metrics, ...comparedWith(scenario, board.sums, (baseline ?? board).sums) };
	const { calibration, numbers, sums } = board;
	return {
		scenario,
		calibration,
		numbers,
		sums,
		get segments() {
			return board.segments;
		},
		metrics: withCalls(metrics, () => callsToReach(scenario, dialOf(scenario, board.calibration), GOALS)),
	};
}

/** PGR that cpt50 and cpt80 are about. */
const GOALS = [0.5, 0.8];

/**
 * Metrics whose cpt50 and cpt80 are worked out when somebody asks for them: they walk a whole curve, and most
 * frames show neither.
 */
function withCalls(metrics: Metrics, reach: () => readonly (number | null)[]): Metrics {
	let reached: readonly (number | null)[] | undefined;
	const call = (at: number): PropertyDescriptor => ({
		enumerable: true,
		get: () => {
			reached ??= reach();
			return reached[at] ?? null;
		},
	});
	return Object.defineProperties(metrics, { cpt50: call(0), cpt80: call(1) });
}

/** Both sides of a comparison. */
export interface Compared {
	readonly now: Board;
	readonly before: Board;
}

/** A scenario and its own baseline. */
export function compare(scenario: Scenario): Compared {
	const before = evaluateFully(ownBaseline(scenario));
	return { now: evaluateFully(scenario, before), before };
}

/** The same with one segment as the whole traffic; null where there is no such segment. */
export function compareSegment(scenario: Scenario, id: string): Compared | null {
	const [now, baseline] = [onlySegment(scenario, id), onlySegment(ownBaseline(scenario), id)];
	if (now === null || baseline === null) return null;
	const before = evaluateFully(baseline);
	return { now: evaluateFully(now, before), before };
}

function onlySegment(scenario: Scenario, id: string): Scenario | null {
	const segment = scenario.segments.find((candidate) => candidate.id === id);
	return segment ? { ...scenario, segments: [{ ...segment, share: 1 }] } : null;
}
