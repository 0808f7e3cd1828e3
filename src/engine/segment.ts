import { blendedCost, type LaneCosts } from './cost.js';
import type { Split } from './router.js';
import type { Check, Segment } from './scenario.js';
import { mix, orNaN, times } from './unmeasured.js';

/** Outcomes of a segment's requests, as in `SegmentOutcome`, with NaN for "not measured". */
export interface SegmentNumbers extends Split {
	readonly repairRate: number;
	readonly caught: number;
	readonly wasted: number;
	readonly escalated: number;
	readonly silentSmall: number;
	readonly resolution: number;
	readonly handoff: number;
	readonly silent: number;
	readonly cost: number;
	/** p(1 − q)tₕ and pq(1 − tₑ). */
	readonly avoidable: number;
	readonly gained: number;
}

/** Outcomes of small answers, per small-routed request. */
interface Repair {
	/** r = c + v. */
	readonly repairRate: number;
	/** c: wrong answers that were repaired. */
	readonly caught: number;
	/** v: right answers that were run again needlessly. */
	readonly wasted: number;
	/** e₂: noticed and not repaired. */
	readonly escalated: number;
	/** s: not noticed and not repaired. */
	readonly silentSmall: number;
}

/**
 * Computes the outcomes of one segment from its split ("Outcomes in one segment" of the model).
 *
 * @param delta δ; NaN: not measured
 * @param strongDetection D; NaN: not measured
 */
export function segmentNumbers(
	segment: Segment,
	split: Split,
	delta: number,
	check: Check | null,
	strongDetection: number,
	costs: LaneCosts,
): SegmentNumbers {
	const { p, q, u } = split;
	const onEasy = orNaN(segment.strongOnEasy);
	const onHard = orNaN(segment.strongOnHard);
	const repair = check ? repairByCheck(q, delta, check) : repairByRate(q, delta, segment.repairRate);
	const { repairRate, caught, wasted, escalated, silentSmall } = repair;
	const rightSmall = q - wasted + times(wasted, onEasy) + times(caught, onHard);
	const failedRepairs = times(p, times(caught, 1 - onHard) + times(wasted, 1 - onEasy));
	const failedStrong = times(1 - p, mix(u, 1 - onEasy, 1 - onHard));
	const failed = failedRepairs + failedStrong;
	return {
		p,
		q,
		u,
		repairRate,
		caught,
		wasted,
		escalated,
		silentSmall,
		resolution: times(p, rightSmall) + times(1 - p, mix(u, onEasy, onHard)),
		handoff: times(p, escalated) + times(strongDetection, failed),
		// Equal to 1 − resolution − handoff, but without the cancellation error.
		silent: times(p, silentSmall) + times(1 - strongDetection, failed),
		cost: blendedCost(p, repairRate, costs, check === null ? 0 : orNaN(check.cost)),
		avoidable: times(p, times(1 - q, onHard)),
		gained: times(p, times(q, 1 - onEasy)),
	};
}

// Repairs go to noticed failures first; the rest of r is spent blindly on the other answers.
function repairByRate(q: number, delta: number, repairRate: number): Repair {
	const failed = 1 - q;
	const noticed = times(delta, failed);
	const unnoticed = times(1 - delta, failed);
	if (repairRate === 0) return { repairRate, caught: 0, wasted: 0, escalated: noticed, silentSmall: unnoticed };
	// Everything is run again, so detection does not matter.
	if (repairRate === 1) return { repairRate, caught: failed, wasted: q, escalated: 0, silentSmall: 0 };
	const aimed = Math.min(repairRate, noticed);
	const rest = q + unnoticed;
	// 0/0 if everything was noticed; then it is multiplied only by 0.
	const blind = (repairRate - aimed) / rest;
	const caughtBlindly = times(blind, unnoticed);
	return {
		repairRate,
		caught: aimed + caughtBlindly,
		wasted: times(blind, q),
		escalated: noticed - aimed,
		silentSmall: unnoticed - caughtBlindly,
	};
}

// Assumes that a check catches first the failures that users would have noticed: pessimistic for silent failures.
function repairByCheck(q: number, delta: number, check: Check): Repair {
	const failed = 1 - q;
	const caught = times(orNaN(check.catches), failed);
	const wasted = times(orNaN(check.falseAlarms), q);
	const missed = times(1 - orNaN(check.catches), failed);
	const escalated = missed === 0 ? 0 : Math.max(0, times(delta, failed) - caught);
	return { repairRate: caught + wasted, caught, wasted, escalated, silentSmall: missed - escalated };
}
