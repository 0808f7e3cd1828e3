import { blendedCost, type LaneCosts } from './cost.js';
import type { Split } from './router.js';
import type { Check, Segment } from './scenario.js';
import { mix, orNaN, times } from './unmeasured.js';

/** What happens to a segment's requests, as `SegmentOutcome`, with NaN for "not measured". */
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

/** Where the small answers end up, per small-routed request. */
interface Repair {
	/** r = c + v. */
	readonly repairRate: number;
	/** c: wrong answers that were repaired. */
	readonly caught: number;
	/** v: right answers that were run again for nothing. */
	readonly wasted: number;
	/** e₂: noticed and not repaired. */
	readonly escalated: number;
	/** s: not noticed and not repaired. */
	readonly silentSmall: number;
}

/**
 * Outcomes of one segment from how it is split ("Outcomes in one segment" of the model).
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
	const repair = check ? repairChecked(q, delta, check) : repairByRate(q, delta, segment.repairRate);
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
		// The same as 1 − resolution − handoff, without its cancellation.
		silent: times(p, silentSmall) + times(1 - strongDetection, failed),
		cost: blendedCost(p, repairRate, costs, check === null ? 0 : orNaN(check.cost)),
		avoidable: times(p, times(1 - q, onHard)),
		gained: times(p, times(q, 1 - onEasy)),
	};
}

// Repairs hit noticed failures first; what is left of r is re-run blindly.
function repairByRate(q: number, delta: number, repairRate: number): Repair {
	const failed = 1 - q;
	const noticed = times(delta, failed);
	const unnoticed = times(1 - delta, failed);
	if (repairRate === 0) return { repairRate, caught: 0, wasted: 0, escalated: noticed, silentSmall: unnoticed };
	// Everything is run again, so it does not matter what was noticed.
	if (repairRate === 1) return { repairRate, caught: failed, wasted: q, escalated: 0, silentSmall: 0 };
	const aimed = Math.min(repairRate, noticed);
	const rest = q + unnoticed;
	// 0/0 where everything was noticed; there is nothing then that it could multiply.
	const blind = (repairRate - aimed) / rest;
	const found = times(blind, unnoticed);
	return {
		repairRate,
		caught: aimed + found,
		wasted: times(blind, q),
		escalated: noticed - aimed,
		silentSmall: unnoticed - found,
	};
}

// A check catches the failures that would have been noticed first: pessimistic for the silent ones.
function repairChecked(q: number, delta: number, check: Check): Repair {
	const failed = 1 - q;
	const caught = times(orNaN(check.catches), failed);
	const wasted = times(orNaN(check.falseAlarms), q);
	const missed = times(1 - orNaN(check.catches), failed);
	const escalated = missed === 0 ? 0 : Math.max(0, times(delta, failed) - caught);
	return { repairRate: caught + wasted, caught, wasted, escalated, silentSmall: missed - escalated };
}
