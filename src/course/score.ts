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

/**
 * How far a guess was from the truth, as a share of the larger of the two: 0 is exact, 1 is off by everything. So
 * guesses of rates, money and time can stand in one line.
 *
 * @returns null where there was no truth to compare with
 */
export function missOf(guess: number, truth: number | null): number | null {
	if (truth === null) return null;
	const larger = Math.max(Math.abs(guess), Math.abs(truth));
	return larger === 0 ? 0 : Math.min(1, Math.abs(guess - truth) / larger);
}

/** A log of reviews without the last one of a card, which was taken back; the same log where it has none. */
export function withoutLastOf<T extends { readonly card: string }>(reviews: readonly T[], card: string): readonly T[] {
	const last = reviews.findLastIndex((review) => review.card === card);
	return last < 0 ? reviews : reviews.filter((_, i) => i !== last);
}
