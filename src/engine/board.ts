import type { Calibration } from './calibration.js';
import { type LaneCosts, laneCosts, SHARED } from './cost.js';
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

/** Money in USD per request of the board, the rest per request. */
export interface Sums {
	/** Without `routerCost`. */
	readonly cost: number;
	/** Share-weighted costs of a request in each lane: what the board's break-evens compare. */
	readonly lanes: LaneCosts;
	/** Σwp and Σw(1 − p). */
	readonly smallShare: number;
	readonly strongShare: number;
	/** Σwpr and Σwp(1 − r). */
	readonly repaired: number;
	readonly unrepaired: number;
	/** Σwp·e₂. */
	readonly escalated: number;
	readonly resolution: number;
	readonly handoff: number;
	readonly silent: number;
	/** Σw·silent·silentCost. */
	readonly silentLoss: number;
	readonly falseEasy: number;
	readonly falseHard: number;
	/** Σw and Σwp inside high-risk segments. */
	readonly highRisk: number;
	readonly highRiskSmall: number;
	/** Resolution at the two ends of the mix, without repair, check or override. */
	readonly allSmall: number;
	readonly allStrong: number;
}

/** @param splits how each segment is routed, in the scenario's order */
export function boardNumbers(scenario: Scenario, calibration: Calibration, splits: readonly Split[]): BoardNumbers {
	const { check } = scenario;
	const detected = orNaN(scenario.strongDetection);
	const shared = laneCosts(scenario, SHARED);
	const segments: SegmentNumbers[] = [];
	let [cost, small, strong, smallShare, strongShare, repaired, unrepaired, escalated] = [0, 0, 0, 0, 0, 0, 0, 0];
	let [resolution, handoff, silent, silentLoss, falseEasy, falseHard] = [0, 0, 0, 0, 0, 0];
	let [highRisk, highRiskSmall, smallEnd, strongEnd] = [0, 0, 0, 0];
	for (const [i, segment] of scenario.segments.entries()) {
		const split = splits[i];
		if (split === undefined) throw new Error('one split per segment');
		const costs = segment.tokens === null && segment.steps === null ? shared : laneCosts(scenario, segment);
		const own = segmentNumbers(segment, split, orNaN(calibration[i]?.delta), check, detected, costs);
		segments.push(own);
		const w = segment.share;
		const wp = w * own.p;
		cost += times(w, own.cost);
		small += w * costs.small;
		strong += w * costs.strong;
		smallShare += wp;
		strongShare += w * (1 - own.p);
		repaired += times(wp, own.repairRate);
		unrepaired += times(wp, 1 - own.repairRate);
		escalated += times(wp, own.escalated);
		resolution += times(w, own.resolution);
		handoff += times(w, own.handoff);
		silent += times(w, own.silent);
		silentLoss += times(times(w, own.silent), orNaN(segment.silentCost));
		falseEasy += times(wp, 1 - own.q);
		falseHard += times(w * (1 - own.p), own.u);
		if (segment.risk === 'high') {
			highRisk += w;
			highRiskSmall += wp;
		}
		smallEnd += times(w, allSmall(segment));
		strongEnd += times(w, allStrong(segment));
	}
	const lanes = { small, strong, check: shared.check };
	const rates = { resolution, handoff, silent, silentLoss, falseEasy, falseHard };
	const shares = { smallShare, strongShare, repaired, unrepaired, escalated, highRisk, highRiskSmall };
	return { segments, sums: { cost, lanes, ...shares, ...rates, allSmall: smallEnd, allStrong: strongEnd } };
}
