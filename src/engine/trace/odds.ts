import { calibrate } from '../calibration.js';
import { effectiveCheck } from '../cost.js';
import { effectiveDiscrimination } from '../router.js';
import type { Check, Scenario, Segment } from '../scenario.js';
import { effectiveMix, routedSplits } from '../splits.js';
import { segmentThreshold } from '../threshold.js';
import { orNaN, ratio, times } from '../unmeasured.js';

/** Probabilities that decide the requests of one segment, computed once. NaN: not measured. */
export interface SegmentOdds {
	readonly segment: Segment;
	/** p, before the threshold. */
	readonly mix: number;
	/** p, after the threshold; NaN if its effect is unknown. */
	readonly routed: number;
	readonly check: Check | null;
	readonly easy: number;
	/** d, if scores decide. */
	readonly distance: number;
	/** τ + Δ, if scores decide. */
	readonly cutoff: number;
	/** q: small success on what is routed small. */
	readonly smallSuccess: number;
	/** δ. */
	readonly detection: number;
	/** Without a check: probability of a repair for a noticed failure, and for any other small answer. */
	readonly aimed: number;
	readonly blind: number;
}

/** Computes the odds of every segment, in the scenario's order. */
export function oddsOf(scenario: Scenario): readonly SegmentOdds[] {
	const calibration = calibrate(scenario);
	const splits = routedSplits(scenario, calibration);
	return scenario.segments.map((segment, i) => {
		const mix = effectiveMix(segment);
		const easy = orNaN(segment.easyShare);
		const distance = effectiveDiscrimination(easy, orNaN(calibration[i]?.d));
		const smallSuccess = orNaN(splits[i]?.q);
		const detection = orNaN(calibration[i]?.delta);
		const hasScore = mix > 0 && mix < 1 && !Number.isNaN(easy + distance);
		const cutoff = hasScore ? segmentThreshold(mix, easy, distance) + scenario.threshold : Number.NaN;
		const routed = orNaN(splits[i]?.p);
		const check = effectiveCheck(scenario, segment);
		const chances = repairChances(segment, smallSuccess, detection);
		return { segment, mix, routed, check, easy, distance, cutoff, smallSuccess, detection, ...chances };
	});
}

// Repairs go to noticed failures first, c₁ = min(r, e₁); the rest of r falls on all other small answers alike.
function repairChances(
	{ repairRate }: Segment,
	smallSuccess: number,
	detection: number,
): Pick<SegmentOdds, 'aimed' | 'blind'> {
	const noticed = times(detection, 1 - smallSuccess);
	const reached = Math.min(repairRate, noticed);
	// If nothing is noticed, `aimed` is never used; if everything is, `blind` is not.
	return { aimed: ratio(reached, noticed), blind: noticed === 1 ? 0 : (repairRate - reached) / (1 - noticed) };
}
