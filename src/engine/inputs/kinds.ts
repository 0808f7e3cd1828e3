/** An inclusive range of values. */
export interface Range {
	readonly min: number;
	readonly max: number;
}

/**
 * The kinds of value an input can have, each with its range. The schema of scenario files, `--set` and the cells on
 * screen share this table, so all three refuse the same values.
 *
 * Percentages are fractions 0..1 here and percentages only on screen.
 */
export const KIND_RANGES = {
	/** A rate, share or probability. */
	percent: { min: 0, max: 1 },
	/** Router skill: a coin flip up to nearly perfect (at 1 the binormal model has no finite distance). */
	auc: { min: 0.5, max: 0.9999 },
	/** USD per 1,000,000 tokens. */
	price: { min: 0, max: 100_000 },
	/** USD per request, hand-off or failure. */
	money: { min: 0, max: 1_000_000_000 },
	/** Tokens of one call. */
	tokens: { min: 0, max: 1_000_000_000 },
	/** Multiple of another price. */
	multiple: { min: 0, max: 1_000 },
	/** Mean attempts per call. */
	attempts: { min: 1, max: 1_000 },
	/** Runs of a step per request. */
	times: { min: 0, max: 1_000_000 },
	/** Milliseconds. A lognormal needs a median above 0. */
	duration: { min: 0.001, max: 1_000_000_000 },
	/** Milliseconds added to a wait; may be 0. */
	delay: { min: 0, max: 1_000_000_000 },
	/** Number of labelled outcomes. */
	labels: { min: 0, max: 1_000_000_000 },
	/** Number of requests or workers. */
	count: { min: 0, max: 1_000_000_000_000 },
	/** Standard deviations of the router's score; at ±12 practically everything goes to one lane. */
	threshold: { min: -12, max: 12 },
	/** A guardrail's limit in its metric's own unit; an offset when relative. */
	limit: { min: -1_000_000_000, max: 1_000_000_000 },
} as const satisfies Record<string, Range>;

export type Kind = keyof typeof KIND_RANGES;
