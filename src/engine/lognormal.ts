import { quantile } from './normal.js';
import type { LaneLatency } from './scenario.js';

/** A time of which ln(time − shift) ~ N(mu, sigma²). sigma = 0: it always takes shift + e^mu. Milliseconds. */
export interface Lognormal {
	readonly mu: number;
	readonly sigma: number;
	readonly shift: number;
}

const Z95 = quantile(0.95);

/** The lognormal with these two quantiles. */
export function fromQuantiles({ p50, p95 }: LaneLatency, shift = 0): Lognormal {
	return { mu: Math.log(p50), sigma: Math.log(p95 / p50) / Z95, shift };
}

export const meanOf = ({ mu, sigma, shift }: Lognormal): number => shift + Math.exp(mu + (sigma * sigma) / 2);

const varianceOf = (time: Lognormal): number => {
	const mean = meanOf({ ...time, shift: 0 });
	return Math.expm1(time.sigma * time.sigma) * mean * mean;
};

/** One after the other, as the lognormal with the sum's mean and variance (within 1% of the true quantiles). */
export function inSequence(first: Lognormal, second: Lognormal): Lognormal {
	const shift = first.shift + second.shift;
	const mean = meanOf(first) + meanOf(second) - shift;
	const spread = Math.log1p((varianceOf(first) + varianceOf(second)) / (mean * mean));
	return { mu: Math.log(mean) - spread / 2, sigma: Math.sqrt(spread), shift };
}
