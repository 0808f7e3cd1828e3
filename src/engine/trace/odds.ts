import { calibrate } from '../calibration.js';
import { checkOf } from '../cost.js';
import { usedDiscrimination } from '../router.js';
import type { Check, Scenario, Segment } from '../scenario.js';
import { mixOf, routedSplits } from '../splits.js';
import { threshold } from '../threshold.js';
import { orNaN, ratio, times } from '../unmeasured.js';

/** What decides the requests of one segment, worked out once. NaN: not measured. */
export interface Odds {
	readonly segment: Segment;
	/** p, before the dial. */
	readonly mix: number;
	/** p, after the dial; NaN where nobody knows what that moves. */
	readonly routed: number;
	readonly check: Check | null;
	readonly easy: number;
	/** d, where scores decide. */
	readonly distance: number;
	/** τ + Δ, where scores decide. */
	readonly cut: number;
	/** q: small success on what is routed small. */
	readonly smallSuccess: number;
	/** δ. */
	readonly detection: number;
	/** Without a check: chance of a repair for a noticed failure, and for any other small answer. */
	readonly aimed: number;
	readonly blind: number;
}

/** The odds of every segment, in the scenario's order. */
export function oddsOf(scenario: Scenario): readonly Odds[] {
	const calibration = calibrate(scenario);
	const splits = routedSplits(scenario, calibration);
	return scenario.segments.map((segment, i) => {
		const mix = mixOf(segment);
		const easy = orNaN(segment.easyShare);
		const distance = usedDiscrimination(easy, orNaN(calibration[i]?.d));
		const smallSuccess = orNaN(splits[i]?.q);
		const detection = orNaN(calibration[i]?.delta);
		const scored = mix > 0 && mix < 1 && !Number.isNaN(easy + distance);
		const cut = scored ? threshold(mix, easy, distance) + scenario.threshold : Number.NaN;
		const routed = orNaN(splits[i]?.p);
		const check = checkOf(scenario, segment);
		const chances = repairs(segment, smallSuccess, detection);
		return { segment, mix, routed, check, easy, distance, cut, smallSuccess, detection, ...chances };
	});
}

// Repairs hit noticed failures first, c₁ = min(r, e₁); the rest of r falls on all other small answers alike.
function repairs({ repairRate }: Segment, smallSuccess: number, detection: number): Pick<Odds, 'aimed' | 'blind'> {
	const noticed = times(detection, 1 - smallSuccess);
	const hit = Math.min(repairRate, noticed);
	// Where nothing is noticed nobody asks for the first, and where everything is, for the second.
	return { aimed: ratio(hit, noticed), blind: noticed === 1 ? 0 : (repairRate - hit) / (1 - noticed) };
}
