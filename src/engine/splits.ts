import type { Calibration } from './calibration.js';
import { assumedSuccess } from './lane-resolution.js';
import { routeSegment, type Split } from './router.js';
import type { Scenario, Segment } from './scenario.js';
import { orNaN } from './unmeasured.js';

/** Returns p before the threshold: the mix, or 0 under an override. */
export const effectiveMix = (item: Pick<Segment, 'routedSmall' | 'override'>): number =>
	item.override === 'strong' ? 0 : item.routedSmall;

/** Returns whether the scenario's threshold moves this segment. */
export const movesWithThreshold = (segment: Segment): boolean => effectiveMix(segment) > 0 && effectiveMix(segment) < 1;

/** Computes how the router splits each segment at the scenario's threshold. */
export function routedSplits(scenario: Scenario, calibration: Calibration): readonly Split[] {
	const { segments, threshold } = scenario;
	return segments.map((segment, i) =>
		routeSegment(
			effectiveMix(segment),
			orNaN(segment.easyShare),
			orNaN(calibration[i]?.d),
			threshold,
			assumedSuccess(segment),
		),
	);
}
