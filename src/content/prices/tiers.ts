import { KINDS } from '../../engine/inputs/kinds.js';
import type { PriceTier } from '../../engine/scenario.js';
import { type Fields, isGroup, type ListedRates, RATE_FIELDS, ratesOf, TIERS_FIELD } from './fields.js';

/** What a long prompt costs: only what the file says of it. */
interface ListedTier {
	/** A prompt of more tokens than this is priced here. */
	readonly tokens: number;
	readonly rates: ListedRates;
}

const ABOVE = new RegExp(`^(?:${Object.values(RATE_FIELDS).flat().join('|')})(_above_(\\d+)([km]?)_tokens)$`);
const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6 };

/** `_above_200k_tokens` and 200,000, where a field is the price of long prompts; null: it is none. */
export function aboveOf(field: string): { readonly suffix: string; readonly tokens: number } | null {
	// Most fields are none, and a list has fifty thousand.
	if (!field.endsWith('_tokens')) return null;
	const [, suffix, digits, unit = ''] = ABOVE.exec(field) ?? [];
	return suffix === undefined ? null : { suffix, tokens: Number(digits) * (UNITS[unit] ?? 1) };
}

/**
 * Prices by the length of the prompt, those of the shortest first, whatever the order in the file: fields such as
 * `input_cost_per_token_above_200k_tokens`, and the entries of `tiered_pricing`. Of one length the fields win.
 */
function tiersOf(entry: Fields): readonly ListedTier[] {
	const tiers = new Map<number, ListedRates>();
	for (const group of listedTiers(entry)) tiers.set(fromOf(group), ratesOf(group));
	// One length can be spelt in two ways, above_1k and above_1000: their order in the file must not decide.
	for (const field of Object.keys(entry).sort()) {
		const above = aboveOf(field);
		if (above === null) continue;
		const said = ratesOf(entry, (name) => name + above.suffix);
		const before = tiers.get(above.tokens);
		tiers.set(above.tokens, before ? merged(said, before) : said);
	}
	return [...tiers]
		.map(([tokens, rates]) => ({ tokens, rates }))
		.filter(({ tokens, rates }) => tokens <= KINDS.tokens.max && Object.values(rates).some((rate) => rate !== null))
		.sort((a, b) => a.tokens - b.tokens);
}

/** The entries of `tiered_pricing`. */
export function listedTiers(entry: Fields): readonly Fields[] {
	const tiers = entry[TIERS_FIELD];
	return Array.isArray(tiers) ? tiers.filter(isGroup) : [];
}

function fromOf({ range }: Fields): number {
	const from: unknown = Array.isArray(range) ? range[0] : 0;
	return typeof from === 'number' && from >= 0 ? from : 0;
}

/** Rate by rate, the first that is said. */
const merged = (first: ListedRates, second: ListedRates): ListedRates => ({
	input: first.input ?? second.input,
	cachedInput: first.cachedInput ?? second.cachedInput,
	cacheWrite: first.cacheWrite ?? second.cacheWrite,
	output: first.output ?? second.output,
});

/** What a short prompt pays: the entry's own prices, or else those of its first tier. */
export function baseRates(entry: Fields): ListedRates {
	const first = firstTier(entry);
	return first ? merged(ratesOf(entry), ratesOf(first)) : ratesOf(entry);
}

/** The entry of `tiered_pricing` for the shortest prompts; null: there is none. */
export const firstTier = (entry: Fields): Fields | null =>
	listedTiers(entry).reduce<Fields | null>((a, b) => (a !== null && fromOf(a) <= fromOf(b) ? a : b), null);

/** Rates by which every prompt can be paid. */
type Payable = ListedRates & { readonly input: number; readonly output: number };

/**
 * The tiers above the base as the model has them, and what they leave open. A price that a tier does not say is that
 * of the tier below.
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
		if (first !== null && tokens === fromOf(first)) continue;
		const now = { ...below, ...said(rates) };
		if (rates.cacheWrite !== null && !isNear(writeMultiple(now), writeMultiple(base)))
			gaps.push(`has a price of its own for cache writes above ${lengthText(tokens)} tokens, which is not read`);
		if (isSame(now, below)) continue;
		if (rates.cachedInput === null && below.cachedInput !== null && now.input !== below.input)
			gaps.push(
				`has no price for cache reads above ${lengthText(tokens)} tokens: that of shorter ones stands in for it`,
			);
		above.push({ tokens, input: now.input, cachedInput: now.cachedInput ?? now.input, output: now.output });
		below = now;
	}
	return { above, gaps };
}

/**
 * What writing a token to the cache costs, as a multiple of its input price; null: it cannot be said so, as where input is
 * free. Without a price of its own it costs what input does; a price of 0 means that nothing comes on top of it.
 */
export function writeMultiple({ input, cacheWrite }: Pick<Payable, 'input' | 'cacheWrite'>): number | null {
	if (input === 0) return null;
	const times = cacheWrite === null || cacheWrite === 0 ? 1 : Number((cacheWrite / input).toPrecision(12));
	return times <= KINDS.multiple.max ? times : null;
}

const isNear = (a: number | null, b: number | null): boolean => a === b || Math.abs((a ?? 0) - (b ?? 0)) < 1e-9;

const said = (rates: ListedRates): Partial<Payable> =>
	Object.fromEntries(Object.entries(rates).filter(([, rate]) => rate !== null));

const isSame = (a: Payable, b: Payable): boolean =>
	a.input === b.input && a.cachedInput === b.cachedInput && a.output === b.output;

/** A length as the fields write it: `200k`, `1m`. */
export function lengthText(tokens: number): string {
	if (tokens === 0 || tokens % 1e3 !== 0) return String(tokens);
	return tokens % 1e6 === 0 ? `${tokens / 1e6}m` : `${tokens / 1e3}k`;
}
