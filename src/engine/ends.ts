import type { Segment } from './scenario.js';
import { mix, orNaN } from './unmeasured.js';

/** Small success that stands for every mix where the easy share is unknown; NaN where it was not observed either. */
export const assumedSuccess = (segment: Segment): number => orNaN(segment.observed?.smallSuccess);

/** Resolution with the whole segment small, without repair, check or override: q at p = 1. */
export const allSmall = (segment: Segment): number => segment.easyShare ?? assumedSuccess(segment);

/** Resolution with the whole segment strong: E·tₑ + (1 − E)·tₕ. */
export const allStrong = (segment: Segment): number =>
	mix(orNaN(segment.easyShare), orNaN(segment.strongOnEasy), orNaN(segment.strongOnHard));
