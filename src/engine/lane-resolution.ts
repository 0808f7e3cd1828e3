import type { Segment } from './scenario.js';
import { mix, orNaN } from './unmeasured.js';

/**
 * Returns the observed small success, assumed at every mix if the easy share is unknown; NaN if it was not observed.
 */
export const assumedSuccess = (segment: Segment): number => orNaN(segment.observed?.smallSuccess);

/** Returns the resolution with the whole segment small, without repair, check or override: q at p = 1. */
export const allSmallResolution = (segment: Segment): number => segment.easyShare ?? assumedSuccess(segment);

/** Computes the resolution with the whole segment strong: E·tₑ + (1 − E)·tₕ. */
export const allStrongResolution = (segment: Segment): number =>
	mix(orNaN(segment.easyShare), orNaN(segment.strongOnEasy), orNaN(segment.strongOnHard));
