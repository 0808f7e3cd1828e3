export interface Summary {
	readonly median: number;
	readonly p95: number;
	readonly min: number;
	readonly count: number;
}

/** Nearest-rank quantiles: each is a value that was measured. */
export function summary(values: readonly number[]): Summary {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
	return { median: at(0.5), p95: at(0.95), min: at(0), count: sorted.length };
}

/**
 * Calls per second of something fast: the median over rounds that are long enough for the clock, after one round of
 * warming up.
 */
export function perSecond(call: () => unknown, rounds = 7, roundMs = 200): number {
	let kept: unknown;
	const round = (): number => {
		let calls = 0;
		const start = performance.now();
		let elapsed = 0;
		for (let batch = 1; elapsed < roundMs; batch *= 2) {
			for (let i = 0; i < batch; i++) kept = call();
			calls += batch;
			elapsed = performance.now() - start;
		}
		return (calls * 1000) / elapsed;
	};
	round();
	const rates = Array.from({ length: rounds }, round);
	// Reading the result keeps the calls from being optimised away.
	if (kept === undefined) throw new Error('nothing was computed');
	return summary(rates).median;
}
