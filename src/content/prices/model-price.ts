import { harmlessLine } from '../problems/harmless.js';
import type { ModelPrice } from './list.js';

type Fields = Readonly<Record<string, unknown>>;

/** What models that answer in text are for, in the words of the file. Others (embedding, rerank, images) cannot be routed to. */
const ANSWERING = new Set(['chat', 'completion', 'responses']);

/**
 * One entry of the file; null for what cannot be routed to or has no price per token.
 *
 * The names of the fields are those of LiteLLM's public price map, USD per token.
 */
export function modelPrice(name: string, entry: unknown): ModelPrice | null {
	if (!isGroup(entry)) return null;
	const mode = words(entry['mode']);
	if (mode !== null && !ANSWERING.has(mode)) return null;
	const tiers = tiersOf(entry);
	// Where only the tiers have prices, those of short prompts are what a request pays.
	const [shortest] = tiers;
	const price = (field: string): number | null => perMillion(entry[field]) ?? perMillion(shortest?.[field]);
	const input = price('input_cost_per_token');
	const output = price('output_cost_per_token');
	if (input === null && output === null) return null;
	const tierAbove = aboveFields(entry) ?? (tiers.length > 1 ? thousands(rangeOf(shortest)[1]) : null);
	return {
		name: harmlessLine(name),
		provider: words(entry['litellm_provider']),
		mode,
		input,
		cachedInput: price('cache_read_input_token_cost'),
		output,
		tiers: tierAbove !== null,
		tierAbove,
	};
}

/** USD per token → USD per 1,000,000 tokens, without the digits that binary fractions add. */
function perMillion(perToken: unknown): number | null {
	// Some files have numbers in quotes.
	const number = typeof perToken === 'string' && perToken.trim() !== '' ? Number(perToken) : perToken;
	if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) return null;
	return Number((number * 1e6).toPrecision(12));
}

const ABOVE = /^(?:input_cost_per_token|output_cost_per_token|cache_read_input_token_cost)_above_(\d+k)_tokens$/;

/** `200k` where a field such as `input_cost_per_token_above_200k_tokens` has a price. */
function aboveFields(entry: Fields): string | null {
	for (const [field, value] of Object.entries(entry)) {
		const above = ABOVE.exec(field)?.[1];
		if (above !== undefined && perMillion(value) !== null) return above;
	}
	return null;
}

/** The entries of `tiered_pricing`, those of the shortest prompts first. */
function tiersOf(entry: Fields): readonly Fields[] {
	const tiers = entry['tiered_pricing'];
	if (!Array.isArray(tiers)) return [];
	return tiers.filter(isGroup).sort((a, b) => rangeOf(a)[0] - rangeOf(b)[0]);
}

function rangeOf(tier: Fields | undefined): readonly [number, number] {
	const range = tier?.['range'];
	const [from, to]: unknown[] = Array.isArray(range) ? range : [];
	return [typeof from === 'number' ? from : 0, typeof to === 'number' ? to : 0];
}

const thousands = (tokens: number): string => (tokens % 1000 === 0 && tokens > 0 ? `${tokens / 1000}k` : `${tokens}`);

const words = (value: unknown): string | null =>
	typeof value === 'string' && value.trim() !== '' ? harmlessLine(value.trim()) : null;

export const isGroup = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
