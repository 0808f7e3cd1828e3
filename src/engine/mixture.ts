import { density, type Lognormal, meanOf, phi, quantile } from './normal.js';

/** One route through the board: the share of requests that take it, and their waiting time. */
export interface Branch {
	/** Above 0; the weights of a mixture sum to 1. */
	readonly weight: number;
	readonly time: Lognormal;
}

export const mixtureMean = (branches: readonly Branch[]): number =>
	branches.reduce((sum, { weight, time }) => sum + weight * meanOf(time), 0);

/**
 * Finds the quantile of a mixture: the smallest t with P(T ≤ t) ≥ prob, 0 < prob < 1.
 * Safeguarded Newton in log time, starting from the weighted mean of the branches' own log quantiles.
 */
export function mixtureQuantile(branches: readonly Branch[], prob: number): number {
	const z = quantile(prob);
	let low = Number.POSITIVE_INFINITY;
	let high = 0;
	let guess = 0;
	for (const { weight, time } of branches) {
		const branchQuantile = time.shift + Math.exp(time.mu + z * time.sigma);
		low = Math.min(low, branchQuantile);
		high = Math.max(high, branchQuantile);
		guess += weight * Math.log(branchQuantile);
	}
	// Each branch alone has P(T ≤ t) below prob for t < low, and at least prob from high on.
	if (!(low < high)) return high;
	return findRoot(branches, prob, Math.log(low), Math.log(high), guess);
}

function findRoot(branches: readonly Branch[], prob: number, from: number, to: number, guess: number): number {
	let low = from;
	let high = to;
	let x = guess;
	for (let i = 0; i < 200; i++) {
		const t = Math.exp(x);
		let below = 0;
		let slope = 0;
		for (const { weight, time } of branches) {
			const y = t - time.shift;
			if (y <= 0) continue;
			if (time.sigma === 0) {
				if (Math.log(y) >= time.mu) below += weight;
				continue;
			}
			const score = (Math.log(y) - time.mu) / time.sigma;
			below += weight * phi(score);
			slope += (weight * density(score) * t) / (y * time.sigma);
		}
		if (below >= prob) high = x;
		else low = x;
		const next = x - (below - prob) / slope;
		if (Math.abs(next - x) < 1e-9 && next >= from && next <= to) return Math.exp(next);
		// Bisect as well if the slope is 0, which happens between branches of constant time.
		x = next > low && next < high ? next : (low + high) / 2;
		if (high - low < 1e-15 * Math.max(1, Math.abs(high))) return Math.exp(high);
	}
	return Math.exp(high);
}
