import type { Calibration } from './calibration.js';
import { effectiveCheck, type LaneCosts, laneCosts, NO_OVERRIDES, repairBudgetAt, strongCostAt } from './cost.js';
import { allSmallResolution, allStrongResolution } from './lane-resolution.js';
import type { Split } from './router.js';
import type { Scenario } from './scenario.js';
import { type SegmentNumbers, segmentNumbers } from './segment.js';
import { orNaN, times } from './unmeasured.js';

/** Numbers of each segment, and their share-weighted sums. NaN: not measured. */
export interface BoardNumbers {
	readonly segments: readonly SegmentNumbers[];
	readonly sums: Sums;
}

/** Sums that depend on a measured rate. Money is in USD per request; the rest is a fraction of requests. */
export interface RateSums {
	/** Includes the router's own cost. */
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
	/** Σwp(1 − q)·tₕ: false-easy requests that the strong model would have got right. */
	readonly avoidable: number;
	/** Σwpq(1 − tₑ): true-easy requests that the strong model would have got wrong. */
	readonly gained: number;
	readonly falseHard: number;
	/** Resolution with everything small and with everything strong, without repair, check or override. */
	readonly allSmall: number;
	readonly allStrong: number;
}

export interface Sums extends RateSums {
	/** Σwp. */
	readonly smallShare: number;
	/** Σw and Σwp inside high-risk segments. */
	readonly highRisk: number;
	readonly highRiskSmall: number;
	/**
	 * USD that routing small saves before repairs, and USD to repair every small answer: their ratio is the break-even
	 * repair rate.
	 */
	readonly repairBudget: number;
	readonly fullRepairCost: number;
}

/**
 * Computes every segment's numbers and the board's sums.
 *
 * @param splits how each segment is routed, in the scenario's order
 */
export function boardNumbers(scenario: Scenario, calibration: Calibration, splits: readonly Split[]): BoardNumbers {
	const strongDetection = orNaN(scenario.strongDetection);
	const shared = laneCosts(scenario, NO_OVERRIDES);
	const segments: SegmentNumbers[] = [];
	let [cost, routedShare, smallShare, repaired, escalated, repairRoom, repairPrice] = [0, 0, 0, 0, 0, 0, 0];
	let [resolution, handoff, silent, silentLoss, falseEasy, falseHard] = [0, 0, 0, 0, 0, 0];
	let [avoidable, gained, highRisk, highRiskSmall, allSmallSum, allStrongSum] = [0, 0, 0, 0, 0, 0];
	for (const [i, segment] of scenario.segments.entries()) {
		const split = splits[i];
		if (split === undefined) throw new Error('one split per segment');
		const costs: LaneCosts = segment.tokens === null && segment.steps === null ? shared : laneCosts(scenario, segment);
		const check = effectiveCheck(scenario, segment);
		const checkCost = check === null ? 0 : orNaN(check.cost);
		const numbers = segmentNumbers(segment, split, orNaN(calibration[i]?.delta), check, strongDetection, costs);
		segments.push(numbers);
		const w = segment.share;
		const wp = w * numbers.p;
		cost += times(w, numbers.cost);
		if (segment.override === null) routedShare += w;
		smallShare += wp;
		repaired += times(wp, numbers.repairRate);
		escalated += times(wp, numbers.escalated);
		resolution += times(w, numbers.resolution);
		handoff += times(w, numbers.handoff);
		silent += times(w, numbers.silent);
		silentLoss += times(times(w, numbers.silent), orNaN(segment.silentCost));
		falseEasy += times(wp, 1 - numbers.q);
		avoidable += times(w, numbers.avoidable);
		gained += times(w, numbers.gained);
		falseHard += times(w * (1 - numbers.p), numbers.u);
		if (segment.risk === 'high') {
			highRisk += w;
			highRiskSmall += wp;
		}
		repairRoom += times(w, repairBudgetAt(numbers.p, costs, checkCost));
		repairPrice += times(wp, strongCostAt(costs, numbers.p));
		allSmallSum += times(w, allSmallResolution(segment));
		allStrongSum += times(w, allStrongResolution(segment));
	}
	cost += times(scenario.routerCost, routedShare);
	// Spelled out field by field: spreading several objects into one this wide makes it several times slower to read.
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
		allSmall: allSmallSum,
		allStrong: allStrongSum,
		smallShare,
		highRisk,
		highRiskSmall,
		repairBudget: repairRoom,
		fullRepairCost: repairPrice,
	};
	return { segments, sums };
}
