import { ownBaseline } from './baseline.js';
import { type Board, evaluate } from './evaluate.js';
import { allSmallResolution, allStrongResolution } from './lane-resolution.js';
import { comparisonMetrics, performanceGapRecovered } from './metrics.js';
import type { Split } from './router.js';
import type { Metrics, Scenario } from './scenario.js';
import { prepareSweep, type ThresholdSweep } from './threshold-sweep.js';
import { mix, orNaN, orNull, times } from './unmeasured.js';

/** Computes every metric of a scenario, compared with `baseline`; without one, with the scenario itself. */
export function evaluateFully(scenario: Scenario, baseline?: Board): Board {
	const board = evaluate(scenario);
	const metrics = { ...board.metrics, ...comparisonMetrics(scenario, board.sums, (baseline ?? board).sums) };
	const { calibration, numbers, sums } = board;
	return {
		scenario,
		calibration,
		numbers,
		sums,
		get segments() {
			return board.segments;
		},
		metrics: withLazyCpt(metrics, () => callsToReach(scenario, prepareSweep(scenario, board.calibration), GOALS)),
	};
}

/** PGR goals of cpt50 and cpt80. */
const GOALS = [0.5, 0.8];

/**
 * Adds cpt50 and cpt80 as lazy properties: each takes a walk over the whole curve, and most frames show neither.
 */
function withLazyCpt(metrics: Metrics, compute: () => readonly (number | null)[]): Metrics {
	let values: readonly (number | null)[] | undefined;
	const lazyValue = (at: number): PropertyDescriptor => ({
		enumerable: true,
		get: () => {
			values ??= compute();
			return values[at] ?? null;
		},
	});
	return Object.defineProperties(metrics, { cpt50: lazyValue(0), cpt80: lazyValue(1) });
}

/** Both sides of a comparison. */
export interface Comparison {
	readonly now: Board;
	readonly before: Board;
}

/** Evaluates a scenario and its own baseline. */
export function compare(scenario: Scenario): Comparison {
	const before = evaluateFully(ownBaseline(scenario));
	return { now: evaluateFully(scenario, before), before };
}

/**
 * Evaluates a scenario and its own baseline with one segment as the whole traffic; null if there is no such segment.
 */
export function compareSegment(scenario: Scenario, id: string): Comparison | null {
	const [now, baseline] = [onlySegment(scenario, id), onlySegment(ownBaseline(scenario), id)];
	if (now === null || baseline === null) return null;
	const before = evaluateFully(baseline);
	return { now: evaluateFully(now, before), before };
}

function onlySegment(scenario: Scenario, id: string): Scenario | null {
	const segment = scenario.segments.find((candidate) => candidate.id === id);
	return segment ? { ...scenario, segments: [{ ...segment, share: 1 }] } : null;
}

const SCAN_POINTS = 101;
const HALVINGS = 45;

/**
 * Finds, for each goal, the smallest share of strong calls on the threshold curve whose PGR reaches it (without repair
 * or check; overridden segments and those at p = 0 or 1 do not move). PGR need not rise steadily along the curve, so
 * the curve is scanned from the all-small end and the first crossing is bisected.
 *
 * @param sweep of this scenario; null: not measurable
 * @param goals PGR to reach, 0.5 for cpt50
 * @returns a share 0..1 for each goal; null if it is not reached or cannot be measured
 */
function callsToReach(scenario: Scenario, sweep: ThresholdSweep | null, goals: readonly number[]): (number | null)[] {
	if (sweep === null) return goals.map(() => null);
	const shifts = sweep.movesTraffic ? [...sweep.shifts(SCAN_POINTS)].reverse() : [0];
	const gaps = shifts.map((shift) => gapAt(scenario, sweep.splitsAt(shift)));
	return goals.map((goal) => {
		const first = gaps.findIndex((gap) => gap >= goal);
		const at = shifts[first];
		if (at === undefined) return null;
		const before = shifts[first - 1];
		if (before === undefined) return strongShare(scenario, sweep.splitsAt(at));
		// The ends are infinite: clamp them to a range that doubles can bisect. Φ vanishes well before 60.
		let belowGoal = Math.max(before, (shifts[1] as number) - 60);
		let atGoal = Math.min(at, belowGoal + 120);
		for (let i = 0; i < HALVINGS; i++) {
			const middle = (belowGoal + atGoal) / 2;
			if (gapAt(scenario, sweep.splitsAt(middle)) >= goal) atGoal = middle;
			else belowGoal = middle;
		}
		return strongShare(scenario, sweep.splitsAt(atGoal));
	});
}

function gapAt(scenario: Scenario, splits: readonly Split[]): number {
	let [resolution, smallEnd, strongEnd] = [0, 0, 0];
	for (const [i, segment] of scenario.segments.entries()) {
		const { p, q, u } = splits[i] as Split;
		const right = times(p, q) + times(1 - p, mix(u, orNaN(segment.strongOnEasy), orNaN(segment.strongOnHard)));
		resolution += times(segment.share, right);
		smallEnd += times(segment.share, allSmallResolution(segment));
		strongEnd += times(segment.share, allStrongResolution(segment));
	}
	return performanceGapRecovered(resolution, { allSmall: smallEnd, allStrong: strongEnd });
}

function strongShare(scenario: Scenario, splits: readonly Split[]): number | null {
	return orNull(scenario.segments.reduce((sum, { share }, i) => sum + share * (1 - orNaN(splits[i]?.p)), 0));
}
