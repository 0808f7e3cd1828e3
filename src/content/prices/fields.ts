import { drawUnsafeLine } from '../problems/unsafe-text.js';

/** The raw fields of one entry. */
export type Fields = Readonly<Record<string, unknown>>;

/** Returns a text of the file, safe to show; null: it is not a text, or empty. */
export const textOrNull = (value: unknown): string | null =>
	typeof value === 'string' && value.trim() !== '' ? drawUnsafeLine(value.trim()) : null;

/** Parses an amount in USD, at least 0; null: it is not an amount. Some files have numbers in quotes. */
export function parseAmount(value: unknown): number | null {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number + 0 : null;
}

/** Converts USD per token to USD per 1,000,000 tokens, without binary rounding error; null: not an amount. */
export function perMillion(perToken: unknown): number | null {
	const number = parseAmount(perToken);
	return number === null ? null : Number((number * 1e6).toPrecision(12));
}

/** The fields of each rate per token; the first that has a price is used. */
export const RATE_FIELDS = {
	input: ['input_cost_per_token'],
	cachedInput: ['cache_read_input_token_cost', 'input_cost_per_token_cache_hit'],
	cacheWrite: ['cache_creation_input_token_cost'],
	output: ['output_cost_per_token'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type RateName = keyof typeof RATE_FIELDS;
export const RATE_NAMES = Object.keys(RATE_FIELDS) as readonly RateName[];

export const REASONING_FIELD = 'output_cost_per_reasoning_token';
export const REQUEST_FIELD = 'input_cost_per_request';
export const TIERS_FIELD = 'tiered_pricing';

/** Rates in USD per 1,000,000 tokens; null: not listed. */
export type ListedRates = Readonly<Record<RateName, number | null>>;

/** Reads the rates of an entry; `toName` maps the usual field names to the ones to read. */
export const ratesOf = (fields: Fields, toName = (field: string): string => field): ListedRates =>
	Object.fromEntries(
		RATE_NAMES.map((rate) => [rate, firstPrice(fields, RATE_FIELDS[rate].map(toName))]),
	) as ListedRates;

function firstPrice(fields: Fields, names: readonly string[]): number | null {
	for (const name of names) {
		const price = perMillion(fields[name]);
		if (price !== null) return price;
	}
	return null;
}
