import { density, phi, quantile } from './normal.js';

/**
 * Computes τ, the score above which requests go small: the root of p = E·Φ(d − τ) + (1 − E)·Φ(−τ).
 *
 * The router scores an easy request ~ N(d, 1) and a hard one ~ N(0, 1) (equal-variance binormal ROC model).
 *
 * @param p share routed small, 0..1; at the ends τ is ±∞
 * @param easy E, 0..1; at the ends there is only one kind of request, and d only shifts τ
 * @param d distance of the two score distributions, finite
 */
export function segmentThreshold(p: number, easy: number, d: number): number {
	// Solve in the thinner tail, where the small probability keeps its digits.
	return p <= 0.5 ? -solve(p, easy, d) : solve(1 - p, easy, -d);
}

/** Finds the root x of tail = a·Φ(x + k) + (1 − a)·Φ(x), for tail ≤ 1/2. */
function solve(tail: number, a: number, k: number): number {
	const z = quantile(tail);
	if (k === 0 || a === 0 || !Number.isFinite(z)) return z;
	if (a === 1) return z - k;
	const target = Math.log(tail);
	let low = Math.min(z, z - k);
	let high = Math.max(z, z - k);
	// Start from the normal with the mixture's mean and variance.
	let x = Math.min(high, Math.max(low, z * Math.sqrt(1 + a * (1 - a) * k * k) - a * k));
	for (let i = 0; i < 100; i++) {
		const y = x + k;
		const area = a * phi(y) + (1 - a) * phi(x);
		const excess = Math.log(area) - target;
		if (excess > 0) high = x;
		else low = x;
		// Halley on ln(area): a step cubes the error, so after one below 1e-6 no correction is left.
		const easyDensity = a * density(y);
		const hardDensity = (1 - a) * density(x);
		const slope = (easyDensity + hardDensity) / area;
		const curvature = -(easyDensity * y + hardDensity * x) / area - slope * slope;
		const step = (excess * slope) / (slope * slope - (excess * curvature) / 2);
		const next = x - step;
		if (Math.abs(step) < 1e-6) return next;
		// Bisect if step is NaN (an underflow) or leaves the bracket.
		x = next > low && next < high ? next : (low + high) / 2;
		if (high - low <= 1e-15 * Math.abs(x)) return x;
	}
	return x;
}
