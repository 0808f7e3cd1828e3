import type { EventStamp, PredictedEvent } from './event.js';

/** The results of one person's guesses of one metric. */
export interface MetricScore {
	readonly metric: string;
	/** Number of guesses whose truth was measured. */
	readonly measured: number;
	/** Mean absolute error of those, in the metric's unit; null: there are none. */
	readonly meanError: number | null;
	/** The last guess. */
	readonly last: PredictedEvent & EventStamp;
}

/** The results of one person's guesses. */
export interface Score {
	readonly name: string;
	/** Number of guesses, whether or not the truth was measured. */
	readonly guesses: number;
	/** By metric, as errors in different units do not add up; in the order of the first guess. */
	readonly metrics: ReadonlyMap<string, MetricScore>;
}

/** Adds a guess to a score. */
export function addGuess(before: Score | undefined, guess: PredictedEvent & EventStamp): Score {
	const { name, metric } = guess;
	const metrics = new Map(before?.metrics);
	metrics.set(metric, addMetricGuess(metrics.get(metric), guess));
	return { name, guesses: (before?.guesses ?? 0) + 1, metrics };
}

function addMetricGuess(before: MetricScore | undefined, last: PredictedEvent & EventStamp): MetricScore {
	const { metric, error } = last;
	const [count, mean] = [before?.measured ?? 0, before?.meanError ?? null];
	if (error === null) return { metric, measured: count, meanError: mean, last };
	const measured = count + 1;
	// An incremental mean: a sum of huge errors could overflow.
	return { metric, measured, meanError: (mean ?? 0) + (Math.abs(error) - (mean ?? 0)) / measured, last };
}

/**
 * Returns the error of a guess as a share of the larger of guess and truth: 0 is exact, 1 the maximum. This makes
 * guesses of rates, money and time comparable.
 *
 * @returns null if the truth was not measured
 */
export function relativeError(guess: number, truth: number | null): number | null {
	if (truth === null) return null;
	const larger = Math.max(Math.abs(guess), Math.abs(truth));
	return larger === 0 ? 0 : Math.min(1, Math.abs(guess - truth) / larger);
}

/** Removes the last review of a card; returns the same array if there is none. */
export function withoutLastReview<T extends { readonly card: string }>(
	reviews: readonly T[],
	card: string,
): readonly T[] {
	const last = reviews.findLastIndex((review) => review.card === card);
	return last < 0 ? reviews : reviews.filter((_, i) => i !== last);
}
