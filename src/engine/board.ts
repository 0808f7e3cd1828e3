import type { Calibration } from './calibration.js';
import { checkOf, type LaneCosts, laneCosts, roomForRepairs, SHARED, strongAt } from './cost.js';
import { allSmall, allStrong } from './ends.js';
import type { Split } from './router.js';
import type { Scenario } from './scenario.js';
import { type SegmentNumbers, segmentNumbers } from './segment.js';
import { orNaN, times } from './unmeasured.js';

/** The segments' numbers, and their share-weighted sums. NaN: not measured. */
export interface BoardNumbers {
	readonly segments: readonly SegmentNumbers[];
	readonly sums: Sums;
}

/** Sums that move with a measured rate: money in USD per request of the board, the rest per request. */
export interface RateSums {
	/** With the router's own cost. */
	readonly cost: number;
	readonly resolution: number;
	readonly handoff: number;
	readonly silent: number;
	/** Σw·silent·silentCost. */
	readonly silentLoss: number;
	/** Σwpr and Σwp·e₂. */
	readonly repaired: number;
	readonly escalated: number;
	readonly falseEasy: number;
	/** Σwp(1 − q)·tₕ: of the false-easy, what the strong model would have got right. */
	readonly avoidable: number;
	/** Σwpq(1 − tₑ): of the true-easy, what the strong model would have got wrong. */
	readonly gained: number;
	readonly falseHard: number;
	/** Resolution at the two ends of the mix, without repair, check or override. */
	readonly allSmall: number;
	readonly allStrong: number;
}

export interface Sums extends RateSums {
	/** Σwp. */
	readonly smallShare: number;
	/** Σw and Σwp inside high-risk segments. */
	readonly highRisk: number;
	readonly highRiskSmall: number;
	/** What going small leaves for repairs, and what repairing all of it would cost: the break-even repair rate is their ratio. */
	readonly repairRoom: number;
	readonly repairPrice: number;
}

/** @param splits how each segment is routed, in the scenario's order */
export function boardNumbers(scenario: Scenario, calibration: Calibration, splits: readonly Split[]): BoardNumbers {
	const detected = orNaN(scenario.strongDetection);
	const shared = laneCosts(scenario, SHARED);
	const segments: SegmentNumbers[] = [];
	let [cost, routed, smallShare, repaired, escalated, repairRoom, repairPrice] = [0, 0, 0, 0, 0, 0, 0];
	let [resolution, handoff, silent, silentLoss, falseEasy, falseHard] = [0, 0, 0, 0, 0, 0];
	let [avoidable, gained, highRisk, highRiskSmall, smallEnd, strongEnd] = [0, 0, 0, 0, 0, 0];
	for (const [i, segment] of scenario.segments.entries()) {
		const split = splits[i];
		if (split === undefined) throw new Error('one split per segment');
		const costs: LaneCosts = segment.tokens === null && segment.steps === null ? shared : laneCosts(scenario, segment);
		const check = checkOf(scenario, segment);
		const checkCost = check === null ? 0 : orNaN(check.cost);
		const own = segmentNumbers(segment, split, orNaN(calibration[i]?.delta), check, detected, costs);
		segments.push(own);
		const w = segment.share;
		const wp = w * own.p;
		cost += times(w, own.cost);
		if (segment.override === null) routed += w;
		smallShare += wp;
		repaired += times(wp, own.repairRate);
		escalated += times(wp, own.escalated);
		resolution += times(w, own.resolution);
		handoff += times(w, own.handoff);
		silent += times(w, own.silent);
		silentLoss += times(times(w, own.silent), orNaN(segment.silentCost));
		falseEasy += times(wp, 1 - own.q);
		avoidable += times(w, own.avoidable);
		gained += times(w, own.gained);
		falseHard += times(w * (1 - own.p), own.u);
		if (segment.risk === 'high') {
			highRisk += w;
			highRiskSmall += wp;
		}
		repairRoom += times(w, roomForRepairs(own.p, costs, checkCost));
		repairPrice += times(wp, strongAt(costs, own.p));
		smallEnd += times(w, allSmall(segment));
		strongEnd += times(w, allStrong(segment));
	}
	cost += times(scenario.routerCost, routed);
	// Written out: an object of that many fields that is put together from others is several times slower to read.
	const sums: Sums = {
		cost,
		resolution,
		handoff,
		silent,
		silentLoss,
		repaired,
		escalated,
		falseEasy,
		avoidable,
		gained,
		falseHard,
		allSmall: smallEnd,
		allStrong: strongEnd,
		smallShare,
		highRisk,
		highRiskSmall,
		repairRoom,
		repairPrice,
	};
	return { segments, sums };
}
