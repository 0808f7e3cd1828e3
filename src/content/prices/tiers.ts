import { KIND_RANGES } from '../../engine/inputs/kinds.js';
import type { PriceTier } from '../../engine/scenario.js';
import { isGroup } from '../is-group.js';
import { type Fields, type ListedRates, RATE_FIELDS, ratesOf, TIERS_FIELD } from './fields.js';

/** Listed rates for long prompts; null for a rate that is not listed. */
interface ListedTier {
	/** The rates apply to prompts of more tokens than this. */
	readonly tokens: number;
	readonly rates: ListedRates;
}

const ABOVE = new RegExp(`^(?:${Object.values(RATE_FIELDS).flat().join('|')})(_above_(\\d+)([km]?)_tokens)$`);
const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6 };

/** Parses a field for long prompts, such as `_above_200k_tokens` and 200,000; null: it is another field. */
export function parseAboveField(field: string): { readonly suffix: string; readonly tokens: number } | null {
	// A fast path: a list has fifty thousand fields, and most of them are others.
	if (!field.endsWith('_tokens')) return null;
	const [, suffix, digits, unit = ''] = ABOVE.exec(field) ?? [];
	return suffix === undefined ? null : { suffix, tokens: Number(digits) * (UNITS[unit] ?? 1) };
}

/**
 * Lists the tiers by ascending prompt length, whatever the order in the file: fields such as
 * `input_cost_per_token_above_200k_tokens`, and the entries of `tiered_pricing`. For the same length fields win.
 */
function tiersOf(entry: Fields): readonly ListedTier[] {
	const tiers = new Map<number, ListedRates>();
	for (const group of listedTiers(entry)) tiers.set(startOf(group), ratesOf(group));
	// Sorted, because above_1k and above_1000 are the same length, and their order in the file must not matter.
	for (const field of Object.keys(entry).sort()) {
		const above = parseAboveField(field);
		if (above === null) continue;
		const listed = ratesOf(entry, (name) => name + above.suffix);
		const before = tiers.get(above.tokens);
		tiers.set(above.tokens, before ? mergeRates(listed, before) : listed);
	}
	return [...tiers]
		.map(([tokens, rates]) => ({ tokens, rates }))
		.filter(
			({ tokens, rates }) => tokens <= KIND_RANGES.tokens.max && Object.values(rates).some((rate) => rate !== null),
		)
		.sort((a, b) => a.tokens - b.tokens);
}

/** Returns the entries of `tiered_pricing`. */
export function listedTiers(entry: Fields): readonly Fields[] {
	const tiers = entry[TIERS_FIELD];
	return Array.isArray(tiers) ? tiers.filter(isGroup) : [];
}

function startOf({ range }: Fields): number {
	const from: unknown = Array.isArray(range) ? range[0] : 0;
	return typeof from === 'number' && from >= 0 ? from : 0;
}

/** Merges rates: each from the first that lists it. */
const mergeRates = (first: ListedRates, second: ListedRates): ListedRates => ({
	input: first.input ?? second.input,
	cachedInput: first.cachedInput ?? second.cachedInput,
	cacheWrite: first.cacheWrite ?? second.cacheWrite,
	output: first.output ?? second.output,
});

/** Returns the rates of short prompts: the entry's own, or else those of its first tier. */
export function baseRates(entry: Fields): ListedRates {
	const first = firstTier(entry);
	return first ? mergeRates(ratesOf(entry), ratesOf(first)) : ratesOf(entry);
}

/** Returns the entry of `tiered_pricing` for the shortest prompts; null: there is none. */
export const firstTier = (entry: Fields): Fields | null =>
	listedTiers(entry).reduce<Fields | null>((a, b) => (a !== null && startOf(a) <= startOf(b) ? a : b), null);

/** Rates with the two prices that every call needs. */
type Payable = ListedRates & { readonly input: number; readonly output: number };

/**
 * Converts the tiers above the base rates, and lists their gaps. A rate that a tier does not list is inherited from the
 * tier below.
 */
export function aboveBase(
	entry: Fields,
	base: Payable,
): { readonly above: readonly PriceTier[]; readonly gaps: readonly string[] } {
	const first = firstTier(entry);
	const above: PriceTier[] = [];
	const gaps: string[] = [];
	let below: Payable = base;
	for (const { tokens, rates } of tiersOf(entry)) {
		if (first !== null && tokens === startOf(first)) continue;
		const now = { ...below, ...listedOnly(rates) };
		if (rates.cacheWrite !== null && !isClose(writeMultiple(now), writeMultiple(base)))
			gaps.push(`has a price of its own for cache writes above ${formatLength(tokens)} tokens, which is not read`);
		if (isSame(now, below)) continue;
		if (rates.cachedInput === null && below.cachedInput !== null && now.input !== below.input)
			gaps.push(
				`has no price for cache reads above ${formatLength(tokens)} tokens: that of shorter ones stands in for it`,
			);
		above.push({ tokens, input: now.input, cachedInput: now.cachedInput ?? now.input, output: now.output });
		below = now;
	}
	return { above, gaps };
}

/**
 * Computes the price of a cache write as a multiple of the input price; null: it has none, because input is free or the
 * multiple is out of range. Without a listed price, or with a price of 0, a write costs the same as input.
 */
export function writeMultiple({ input, cacheWrite }: Pick<Payable, 'input' | 'cacheWrite'>): number | null {
	if (input === 0) return null;
	const multiple = cacheWrite === null || cacheWrite === 0 ? 1 : Number((cacheWrite / input).toPrecision(12));
	return multiple <= KIND_RANGES.multiple.max ? multiple : null;
}

const isClose = (a: number | null, b: number | null): boolean => a === b || Math.abs((a ?? 0) - (b ?? 0)) < 1e-9;

const listedOnly = (rates: ListedRates): Partial<Payable> =>
	Object.fromEntries(Object.entries(rates).filter(([, rate]) => rate !== null));

const isSame = (a: Payable, b: Payable): boolean =>
	a.input === b.input && a.cachedInput === b.cachedInput && a.output === b.output;

/** Formats a prompt length as in the field names: `200k`, `1m`. */
export function formatLength(tokens: number): string {
	if (tokens === 0 || tokens % 1e3 !== 0) return String(tokens);
	return tokens % 1e6 === 0 ? `${tokens / 1e6}m` : `${tokens / 1e3}k`;
}
