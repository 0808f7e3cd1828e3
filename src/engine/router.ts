import { phi, quantile } from './normal.js';
import { segmentThreshold } from './threshold.js';

/** How a router splits one segment. NaN: not measured. */
export interface Split {
	/** p: share routed small. */
	readonly p: number;
	/** q: small success on what is routed small. */
	readonly q: number;
	/** u: easy share of what stays strong. */
	readonly u: number;
}

/** Computes d = √2·Φ⁻¹(A), the distance of the score distributions, from router skill A (area under the ROC curve). */
export const discrimination = (auc: number): number => Math.SQRT2 * quantile(auc);

/** Computes A = Φ(d/√2), the probability that an easy request scores above a hard one. */
export const routerAuc = (d: number): number => phi(d / Math.SQRT2);

/** The distance d that explains the observations, or the reason why there is none. */
export type Discrimination =
	| { readonly kind: 'found'; readonly d: number }
	/** p or E at 0 or 1: any router fits. */
	| { readonly kind: 'not-identified' }
	/** No router fits: q_obs must be at least `from` (a coin flip) and below `below` (a perfect router). */
	| { readonly kind: 'contradictory'; readonly from: number; readonly below: number };

const TOLERANCE = 1e-9;

/**
 * Calibrates the router: finds the d that gives the observed small success at the observed share, in closed form:
 * d = Φ⁻¹(q·p/E) − Φ⁻¹(p·(1 − q)/(1 − E)). It exists for E ≤ q < min(1, E/p), 0 < p < 1, 0 < E < 1.
 *
 * @param p observed share routed small
 * @param q observed small success
 * @param easy E
 */
export function observedDiscrimination(p: number, q: number, easy: number): Discrimination {
	if (!(p > 0 && p < 1 && easy > 0 && easy < 1)) return { kind: 'not-identified' };
	const below = Math.min(1, easy / p);
	if (q < easy - TOLERANCE || !(easy - p * q > 0) || !(q < below)) return { kind: 'contradictory', from: easy, below };
	const d = quantileOfShare(q * p, easy) - quantileOfShare((1 - q) * p, 1 - easy);
	return { kind: 'found', d: Math.max(0, d) };
}

// Computes Φ⁻¹(part/whole), from the remainder if that is smaller, for accuracy.
function quantileOfShare(part: number, whole: number): number {
	return part * 2 > whole ? -quantile((whole - part) / whole) : quantile(part / whole);
}

/**
 * Computes how the router splits a segment, and the small model's success on what it sends small.
 *
 * @param p the mix, 0..1
 * @param easy E; NaN: small success is `assumed` at every p, and u is not measured
 * @param d distance of the scores; NaN: not measured
 * @param shift Δ, added to the threshold if 0 < p < 1; a shift other than 0 needs E and d
 * @param assumed small success as observed, for a segment without E
 */
export function routeSegment(p: number, easy: number, d: number, shift: number, assumed: number): Split {
	if (p === 0) return { p, q: Number.NaN, u: easy };
	if (p === 1) return { p, q: Number.isNaN(easy) ? assumed : easy, u: Number.NaN };
	if (Number.isNaN(easy)) return { p: shift === 0 ? p : Number.NaN, q: assumed, u: Number.NaN };
	const distance = effectiveDiscrimination(easy, d);
	if (Number.isNaN(distance)) return { p: shift === 0 ? p : Number.NaN, q: Number.NaN, u: Number.NaN };
	const split = splitAtThreshold(segmentThreshold(p, easy, distance) + shift, easy, distance);
	return shift === 0 ? { p, q: split.q, u: split.u } : split;
}

/** Returns d, or 0 if all requests are easy or all are hard: skill then has no effect and need not be measured. */
export const effectiveDiscrimination = (easy: number, d: number): number => (easy === 0 || easy === 1 ? 0 : d);

/** Computes the split at a threshold τ: p = E·Φ(d − τ) + (1 − E)·Φ(−τ), q = E·Φ(d − τ)/p, u = E·Φ(τ − d)/(1 − p). */
export function splitAtThreshold(tau: number, easy: number, d: number): Split {
	// Compute each Φ in its smaller tail and take the other as 1 minus it, which loses no digits.
	const easyTail = easy * phi(-Math.abs(tau - d));
	const hardTail = (1 - easy) * phi(-Math.abs(tau));
	const easySmall = tau < d ? easy - easyTail : easyTail;
	const hardSmall = tau < 0 ? 1 - easy - hardTail : hardTail;
	const easyStrong = tau < d ? easyTail : easy - easyTail;
	const hardStrong = tau < 0 ? hardTail : 1 - easy - hardTail;
	const small = easySmall + hardSmall;
	const strong = easyStrong + hardStrong;
	// 0/0 gives NaN, "not measured", as it should.
	return { p: small < strong ? small : 1 - strong, q: easySmall / small, u: easyStrong / strong };
}
