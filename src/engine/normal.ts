import cdf from '@stdlib/stats-base-dists-normal-cdf';
import stdlibQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { LaneLatency } from './scenario.js';

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * Computes Φ, the standard normal distribution function, through erfc, so that the lower tail keeps its relative
 * accuracy.
 */
export function phi(x: number): number {
	return cdf(x, 0, 1);
}

/** Computes the standard normal density. */
export function density(x: number): number {
	return Math.exp(-0.5 * x * x) / ROOT_TWO_PI;
}

/**
 * Computes Φ⁻¹, the standard normal quantile, for 0 ≤ p ≤ 1; ∓∞ at the ends, NaN outside.
 *
 * The library works with 2p − 1, which loses the digits of a small p. The lower tail is therefore refined against Φ,
 * and the upper tail mirrored, where 1 − p is exact.
 */
export function quantile(p: number): number {
	if (p > 0.5) return -quantile(1 - p);
	if (p > 1e-3 || !(p > 0)) return stdlibQuantile(p, 0, 1);
	return p > 1e-12 ? refineByHalley(stdlibQuantile(p, 0, 1), p) : quantileInFarTail(p);
}

// One step is enough: the start has an error of 1e-4, and a step cubes it.
function refineByHalley(x: number, p: number): number {
	const error = (phi(x) - p) / density(x);
	return x - error / (1 + (x * error) / 2);
}

// Newton on ln Φ, which is nearly a parabola out here, from the first terms of Φ's asymptotic series.
function quantileInFarTail(p: number): number {
	const log = Math.log(p);
	let x = -Math.sqrt(-2 * log - Math.log(-4 * Math.PI * log));
	for (let i = 0; i < 5; i++) {
		const area = phi(x);
		if (area === 0) break;
		x -= ((Math.log(area) - log) * area) / density(x);
	}
	return x;
}

/** A time in milliseconds with ln(time − shift) ~ N(mu, sigma²). sigma = 0: always shift + e^mu. */
export interface Lognormal {
	readonly mu: number;
	readonly sigma: number;
	readonly shift: number;
}

const Z95 = quantile(0.95);

/** Returns the lognormal with these two quantiles. */
export function fromQuantiles({ p50, p95 }: LaneLatency, shift = 0): Lognormal {
	return { mu: Math.log(p50), sigma: Math.log(p95 / p50) / Z95, shift };
}

export const meanOf = ({ mu, sigma, shift }: Lognormal): number => shift + Math.exp(mu + (sigma * sigma) / 2);

const varianceOf = (time: Lognormal): number => {
	const mean = meanOf({ ...time, shift: 0 });
	return Math.expm1(time.sigma * time.sigma) * mean * mean;
};

/** Approximates the sum of two times by the lognormal with its mean and variance (within 1% of the true quantiles). */
export function addTimes(first: Lognormal, second: Lognormal): Lognormal {
	const shift = first.shift + second.shift;
	const mean = meanOf(first) + meanOf(second) - shift;
	const spread = Math.log1p((varianceOf(first) + varianceOf(second)) / (mean * mean));
	return { mu: Math.log(mean) - spread / 2, sigma: Math.sqrt(spread), shift };
}
