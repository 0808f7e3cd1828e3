import type { Predicted, Stamp } from './event.js';

/** How somebody's guesses of one metric went. */
export interface MetricScore {
	readonly metric: string;
	/** Guesses whose truth was measured. */
	readonly measured: number;
	/** Mean distance of those from the truth, in the metric's unit; null: there is none. */
	readonly meanError: number | null;
	/** The last guess. */
	readonly last: Predicted & Stamp;
}

/** How somebody's guesses went. */
export interface Score {
	readonly name: string;
	/** All guesses. */
	readonly guesses: number;
	/** By metric, in the order of the first guess: errors of different units do not add up. */
	readonly metrics: ReadonlyMap<string, MetricScore>;
}

/** A score after one more guess. */
export function scored(before: Score | undefined, guess: Predicted & Stamp): Score {
	const { name, metric } = guess;
	const metrics = new Map(before?.metrics);
	metrics.set(metric, metricScored(metrics.get(metric), guess));
	return { name, guesses: (before?.guesses ?? 0) + 1, metrics };
}

function metricScored(before: MetricScore | undefined, last: Predicted & Stamp): MetricScore {
	const { metric, error } = last;
	const [count, mean] = [before?.measured ?? 0, before?.meanError ?? null];
	if (error === null) return { metric, measured: count, meanError: mean, last };
	const measured = count + 1;
	// Moves the mean by its share, which no count of huge errors overflows.
	return { metric, measured, meanError: (mean ?? 0) + (Math.abs(error) - (mean ?? 0)) / measured, last };
}
