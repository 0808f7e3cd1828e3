export interface Summary {
	readonly median: number;
	readonly p95: number;
	readonly min: number;
	readonly count: number;
}

/** Returns nearest-rank quantiles, each of which is a measured value. */
export function summarize(values: readonly number[]): Summary {
	const sorted = [...values].sort((a, b) => a - b);
	const quantile = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
	return { median: quantile(0.5), p95: quantile(0.95), min: quantile(0), count: sorted.length };
}

/**
 * Measures the calls per second of a fast function: the median over rounds long enough for the clock, after one warm-up
 * round.
 */
export function callsPerSecond(call: () => unknown, rounds = 7, roundMs = 200): number {
	let lastResult: unknown;
	const round = (): number => {
		let calls = 0;
		const start = performance.now();
		let elapsed = 0;
		for (let batch = 1; elapsed < roundMs; batch *= 2) {
			for (let i = 0; i < batch; i++) lastResult = call();
			calls += batch;
			elapsed = performance.now() - start;
		}
		return (calls * 1000) / elapsed;
	};
	round();
	const rates = Array.from({ length: rounds }, round);
	// Reading the result keeps the calls from being optimised away.
	if (lastResult === undefined) throw new Error('nothing was computed');
	return summarize(rates).median;
}
