import { boardNumbers } from './board.js';
import { type Calibration, calibrate } from './calibration.js';
import { performanceGapRecovered, totalCost } from './metrics.js';
import type { Split } from './router.js';
import type { Scenario } from './scenario.js';
import { movesWithThreshold } from './splits.js';
import { prepareSweep } from './threshold-sweep.js';
import { orNaN, orNull, ratio, ratioOver } from './unmeasured.js';

/** The board at one threshold. Rates are fractions, money is USD per request; null: not measured, or a ratio over 0. */
export interface CurvePoint {
	/** Δ, replacing the scenario's threshold; at +∞ the segments that move are all strong, at −∞ all small. */
	readonly threshold: number | null;
	readonly smallShare: number | null;
	readonly cost: number | null;
	readonly costPerResolved: number | null;
	readonly totalCost: number | null;
	readonly totalCostPerResolved: number | null;
	readonly resolution: number | null;
	readonly handoff: number | null;
	readonly silent: number | null;
	readonly pgr: number | null;
}

/** Four lines sampled at the same values of Δ, all with the scenario's own repairs and check. */
export interface Curve {
	/** The scenario's router. */
	readonly router: readonly CurvePoint[];
	/** The same mix, with every easy request routed small first: q = min(1, E/p). */
	readonly perfect: readonly CurvePoint[];
	/** The same mix, routed at random within each segment: A = 0.5. */
	readonly coinFlip: readonly CurvePoint[];
	/** Routed at random, every segment (overridden ones too) at the board's small share: it ignores segments as well. */
	readonly random: readonly CurvePoint[];
	/** The other routers at the scenario's own threshold: the same mix, routed by them. */
	readonly atThreshold: Readonly<Record<'perfect' | 'coinFlip' | 'random', CurvePoint>>;
	/** The best possible routing: every easy request small, every hard one strong, overrides kept. It has no Δ. */
	readonly best: CurvePoint;
}

/**
 * Computes the threshold curve from all strong to all small. Segments at p = 0 or 1, and overridden ones, do not move;
 * if no segment moves, the curve has one point.
 *
 * @param points number of points, at least 2
 * @returns null if a segment that moves has no `easyShare` or no router skill
 */
export function computeCurve(scenario: Scenario, points: number, calibration = calibrate(scenario)): Curve | null {
	const sweep = prepareSweep(scenario, calibration);
	if (sweep === null) return null;
	const shifts = sweep.movesTraffic ? sweep.shifts(points) : [0];
	const pointAt = (shift: number, toSplits: RivalRouter): CurvePoint =>
		point(scenario, calibration, shift, toSplits(scenario, sweep.splitsAt(shift)));
	const line = (toSplits: RivalRouter): CurvePoint[] => shifts.map((shift) => pointAt(shift, toSplits));
	const best = point(scenario, calibration, null, bestSplits(scenario));
	return {
		router: line(keepSplits),
		perfect: line(routePerfectly),
		coinFlip: line(routeByCoinFlip),
		random: line(routeAtRandom),
		atThreshold: {
			perfect: pointAt(scenario.threshold, routePerfectly),
			coinFlip: pointAt(scenario.threshold, routeByCoinFlip),
			random: pointAt(scenario.threshold, routeAtRandom),
		},
		best,
	};
}

/** Computes the splits of another router from those of the scenario's own. */
type RivalRouter = (scenario: Scenario, splits: readonly Split[]) => readonly Split[];

const keepSplits: RivalRouter = (_, splits) => splits;

// Segments that the threshold does not move keep their split: there is no router to compare with.
const forMovingSegments =
	(toSplit: (p: number, easy: number) => Split): RivalRouter =>
	({ segments }, splits) =>
		segments.map((segment, i) => {
			const split = splits[i] as Split;
			return movesWithThreshold(segment) ? toSplit(split.p, orNaN(segment.easyShare)) : split;
		});

const routePerfectly = forMovingSegments((p, easy) => ({
	p,
	q: Math.min(1, ratio(easy, p)),
	u: Math.max(0, ratio(easy - p, 1 - p)),
}));

const routeByCoinFlip = forMovingSegments((p, easy) => ({ p, q: easy, u: easy }));

const routeAtRandom: RivalRouter = ({ segments }, splits) => {
	const p = Math.min(
		1,
		segments.reduce((sum, { share }, i) => sum + share * (splits[i] as Split).p, 0),
	);
	return segments.map(({ easyShare }) => ({ p, q: orNaN(easyShare), u: orNaN(easyShare) }));
};

const bestSplits = ({ segments }: Scenario): readonly Split[] =>
	segments.map((segment) => {
		const easy = orNaN(segment.easyShare);
		return segment.override === 'strong' ? { p: 0, q: Number.NaN, u: easy } : { p: easy, q: 1, u: 0 };
	});

function point(
	scenario: Scenario,
	calibration: Calibration,
	shift: number | null,
	splits: readonly Split[],
): CurvePoint {
	const { sums } = boardNumbers(scenario, calibration, splits);
	const { cost } = sums;
	const total = totalCost(scenario, sums);
	return {
		threshold: shift,
		smallShare: orNull(sums.smallShare),
		cost: orNull(cost),
		costPerResolved: orNull(ratioOver(cost, sums.resolution)),
		totalCost: orNull(total),
		totalCostPerResolved: orNull(ratioOver(total, sums.resolution)),
		resolution: orNull(sums.resolution),
		handoff: orNull(sums.handoff),
		silent: orNull(sums.silent),
		pgr: orNull(performanceGapRecovered(sums.resolution, sums)),
	};
}
