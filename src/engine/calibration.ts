import { discrimination, observedDiscrimination, routerAuc } from './router.js';
import type { Observed, Scenario, Segment } from './scenario.js';
import { orNaN, ratio } from './unmeasured.js';

/**
 * Router skill and detection of one segment, computed once and valid while only its mix is edited. NaN: not measured.
 */
export interface SegmentCalibration {
	/** d: distance between the router's mean scores for easy and hard requests. */
	readonly d: number;
	/** A = Φ(d/√2). */
	readonly auc: number;
	/** δ: share of small-lane failures that users notice. */
	readonly delta: number;
}

/** One entry per segment, in the scenario's order. */
export type Calibration = readonly SegmentCalibration[];

/**
 * Computes the router skill and detection of every segment. The result depends only on `easyShare`, `routerAuc`,
 * `detection` and `observed`; reuse it while other inputs change. Contradictory observations give NaN here and a
 * message in `scenarioProblems`.
 */
export function calibrate(scenario: Scenario): Calibration {
	return scenario.segments.map((segment) => {
		const d = segmentDiscrimination(segment);
		return { d, auc: segment.routerAuc ?? routerAuc(d), delta: detection(segment) };
	});
}

function segmentDiscrimination(segment: Segment): number {
	if (segment.routerAuc !== null) return discrimination(segment.routerAuc);
	const observed = segment.observed;
	if (observed?.routedSmall == null || observed.smallSuccess === null || segment.easyShare === null) return Number.NaN;
	const found = observedDiscrimination(observed.routedSmall, observed.smallSuccess, segment.easyShare);
	return found.kind === 'found' ? found.d : Number.NaN;
}

function detection(segment: Segment): number {
	return segment.detection ?? Math.min(1, observedDetection(segment.observed));
}

/**
 * Computes δ = escalationRate/(1 − smallSuccess). NaN if either is missing or nothing failed; above 1 the two
 * observations contradict each other.
 */
export function observedDetection(observed: Observed | null): number {
	return ratio(orNaN(observed?.escalationRate), 1 - orNaN(observed?.smallSuccess));
}
