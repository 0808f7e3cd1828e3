import { boardNumbers } from './board.js';
import { type Calibration, calibrate } from './calibration.js';
import { dialOf } from './dial.js';
import { gapRecovered, totalCost } from './metrics.js';
import type { Split } from './router.js';
import type { Scenario } from './scenario.js';
import { isDialled } from './splits.js';
import { orNaN, orNull, ratio, ratioOver } from './unmeasured.js';

/** One setting of the dial. Rates are fractions, money is USD per request; null: not measured, or a ratio over 0. */
export interface CurvePoint {
	/** Δ, in place of the scenario's own; +∞ is all strong and −∞ all small, for the segments that move. */
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

/** Four lines, point by point at the same Δ, all with the scenario's own repairs and check. */
export interface Curve {
	/** The scenario's router. */
	readonly router: readonly CurvePoint[];
	/** The same mix, every easy request first: q = min(1, E/p). */
	readonly perfect: readonly CurvePoint[];
	/** The same mix, drawn by lot: A = 0.5. */
	readonly coinFlip: readonly CurvePoint[];
	/** By lot, and every segment (overridden ones too) at the board's small share: it knows nothing at all. */
	readonly random: readonly CurvePoint[];
	/** The most that routing can do: every easy request small, every hard one strong, overrides kept. No Δ. */
	readonly best: CurvePoint;
}

/**
 * The threshold curve from all strong to all small. Segments at p = 0 or 1, and overrides, stay where they are;
 * where nothing moves there is one point.
 *
 * @param points 2 or more
 * @returns null where a segment that moves has no `easyShare` or no router skill
 */
export function curve(scenario: Scenario, points: number, calibration = calibrate(scenario)): Curve | null {
	const dial = dialOf(scenario, calibration);
	if (dial === null) return null;
	const positions = dial.moves ? dial.positions(points) : [0];
	const line = (rival: Rival): CurvePoint[] =>
		positions.map((shift) => point(scenario, calibration, shift, rival(scenario, dial.at(shift))));
	const best = point(scenario, calibration, null, bestSplits(scenario));
	return { router: line(asRouted), perfect: line(perfect), coinFlip: line(coinFlip), random: line(random), best };
}

/** Another router's splits, from those of the scenario's. */
type Rival = (scenario: Scenario, splits: readonly Split[]) => readonly Split[];

const asRouted: Rival = (_, splits) => splits;

// Segments that stay where they are have no router to be compared with.
const whereRouted =
	(split: (p: number, easy: number) => Split): Rival =>
	({ segments }, splits) =>
		segments.map((segment, i) => {
			const own = splits[i] as Split;
			return isDialled(segment) ? split(own.p, orNaN(segment.easyShare)) : own;
		});

const perfect = whereRouted((p, easy) => ({
	p,
	q: Math.min(1, ratio(easy, p)),
	u: Math.max(0, ratio(easy - p, 1 - p)),
}));

const coinFlip = whereRouted((p, easy) => ({ p, q: easy, u: easy }));

const random: Rival = ({ segments }, splits) => {
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
		pgr: orNull(gapRecovered(sums.resolution, sums)),
	};
}
