import { ownBaseline } from './baseline.js';
import { type Dial, dialOf } from './dial.js';
import { allSmall, allStrong } from './ends.js';
import { type Board, evaluate } from './evaluate.js';
import { comparedWith, gapRecovered } from './metrics.js';
import type { Split } from './router.js';
import type { Metrics, Scenario } from './scenario.js';
import { mix, orNaN, orNull, times } from './unmeasured.js';

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

const SCAN_POINTS = 101;
const HALVINGS = 45;

/**
 * The smallest share of strong calls on the threshold curve (no repair, no check; overrides, and segments at
 * p = 0 or 1, stay where they are) whose PGR reaches each goal. PGR need not rise steadily along the curve: it
 * is scanned from the all-small end, and the first crossing is bisected.
 *
 * @param dial of this scenario; null: not measurable
 * @param goals PGR to reach, 0.5 for cpt50
 * @returns per goal a share 0..1; null where it is not reached or cannot be measured
 */
function callsToReach(scenario: Scenario, dial: Dial | null, goals: readonly number[]): (number | null)[] {
	if (dial === null) return goals.map(() => null);
	const positions = dial.moves ? [...dial.positions(SCAN_POINTS)].reverse() : [0];
	const gaps = positions.map((shift) => gapAt(scenario, dial.at(shift)));
	return goals.map((goal) => {
		const first = gaps.findIndex((gap) => gap >= goal);
		const at = positions[first];
		if (at === undefined) return null;
		const before = positions[first - 1];
		if (before === undefined) return strongShare(scenario, dial.at(at));
		// From the far ends into the reach of doubles: Φ has vanished well before 60.
		let short = Math.max(before, (positions[1] as number) - 60);
		let reached = Math.min(at, short + 120);
		for (let i = 0; i < HALVINGS; i++) {
			const middle = (short + reached) / 2;
			if (gapAt(scenario, dial.at(middle)) >= goal) reached = middle;
			else short = middle;
		}
		return strongShare(scenario, dial.at(reached));
	});
}

function gapAt(scenario: Scenario, splits: readonly Split[]): number {
	let [resolution, smallEnd, strongEnd] = [0, 0, 0];
	for (const [i, segment] of scenario.segments.entries()) {
		const { p, q, u } = splits[i] as Split;
		const right = times(p, q) + times(1 - p, mix(u, orNaN(segment.strongOnEasy), orNaN(segment.strongOnHard)));
		resolution += times(segment.share, right);
		smallEnd += times(segment.share, allSmall(segment));
		strongEnd += times(segment.share, allStrong(segment));
	}
	return gapRecovered(resolution, { allSmall: smallEnd, allStrong: strongEnd });
}

function strongShare(scenario: Scenario, splits: readonly Split[]): number | null {
	return orNull(scenario.segments.reduce((sum, { share }, i) => sum + share * (1 - orNaN(splits[i]?.p)), 0));
}
