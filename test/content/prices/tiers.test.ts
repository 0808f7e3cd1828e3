import { describe, expect, it } from 'vitest';
import type { ModelPrice } from '../../../src/content/index.js';
import { listOf } from './load-helpers.js';

function model(fields: object): ModelPrice {
	const found = listOf({ a: fields }).models.find(({ name }) => name === 'a');
	if (!found) throw new Error(JSON.stringify(listOf({ a: fields }).unpriced));
	return found;
}
const BASE = { input_cost_per_token: 1e-6, output_cost_per_token: 4e-6 };

describe('price tiers', () => {
	it('are read from fields with lengths in tokens, thousands or millions, in any order', () => {
		const fields = [
			['output_cost_per_token_above_1m_tokens', 9e-6],
			['input_cost_per_token_above_256k_tokens', 4e-6],
			['input_cost_per_token_above_1m_tokens', 6e-6],
			['input_cost_per_token_above_128k_tokens', 2e-6],
			['input_cost_per_token_above_500_tokens', 1.5e-6],
			['output_cost_per_token', 4e-6],
			['input_cost_per_token', 1e-6],
		] as const;
		const above = [
			{ tokens: 500, input: 1.5, cachedInput: 1.5, output: 4 },
			{ tokens: 128_000, input: 2, cachedInput: 2, output: 4 },
			{ tokens: 256_000, input: 4, cachedInput: 4, output: 4 },
			{ tokens: 1_000_000, input: 6, cachedInput: 6, output: 9 },
		];
		expect(model(Object.fromEntries(fields)).above).toEqual(above);
		expect(model(Object.fromEntries([...fields].reverse())).above).toEqual(above);
	});

	it('are the same in any order of two fields for one length', () => {
		const fields = [
			['input_cost_per_token', 1e-6],
			['output_cost_per_token', 2e-6],
			['input_cost_per_token_above_1k_tokens', 3e-6],
			['input_cost_per_token_above_1000_tokens', 4e-6],
		] as const;
		const [one, other] = [fields, [...fields].reverse()].map((list) => model(Object.fromEntries(list)).above);
		expect(one).toEqual(other);
		expect(one).toHaveLength(1);
	});

	it('are read from a list of ranges, the shortest of which gives the base prices', () => {
		const read = model({
			tiered_pricing: [
				{ range: [128_000, 256_000], input_cost_per_token: 6e-7, output_cost_per_token: 4.8e-6 },
				{ range: [32_000, 128_000], input_cost_per_token: 3e-7, output_cost_per_token: 2.4e-6 },
				{
					range: [0, 32_000],
					input_cost_per_token: 2e-7,
					output_cost_per_token: 1.6e-6,
					output_cost_per_reasoning_token: 5e-6,
				},
				'no tier',
			],
		});
		expect(read).toMatchObject({
			input: 0.2,
			output: 1.6,
			reasoning: 5,
			above: [
				{ tokens: 32_000, input: 0.3, cachedInput: 0.3, output: 2.4 },
				{ tokens: 128_000, input: 0.6, cachedInput: 0.6, output: 4.8 },
			],
			unclear: ['tiered_pricing[3] (“no tier”)'],
		});
	});

	it('that cannot be read are listed as unclear, with their value', () => {
		const rates = { input_cost_per_token: 1e-6, output_cost_per_token: 2e-6 };
		const dear = { input_cost_per_token: 5e-6, output_cost_per_token: 9e-6 };
		expect(model({ ...rates, tiered_pricing: 'none' }).unclear).toEqual(['tiered_pricing (“none”)']);
		expect(model({ ...rates, tiered_pricing: [{ range: ['256K', '1M'], ...dear }, dear] }).unclear).toEqual([
			'tiered_pricing[0].range (["256K","1M"])',
			'tiered_pricing[1].range (missing)',
		]);
		expect(model({ ...rates, tiered_pricing: [{ range: [0, 1000], ...rates }] }).unclear).toEqual([]);
	});

	it('inherit rates from the tier below, with a note for a missing cache read price', () => {
		const read = model({
			...BASE,
			cache_read_input_token_cost: 1e-7,
			input_cost_per_token_above_200k_tokens: 2e-6,
			cache_read_input_token_cost_above_1m_tokens: 3e-7,
		});
		expect(read.above).toEqual([
			{ tokens: 200_000, input: 2, cachedInput: 0.1, output: 4 },
			{ tokens: 1_000_000, input: 2, cachedInput: 0.3, output: 4 },
		]);
		expect(read.tierGaps).toEqual([
			'has no price for cache reads above 200k tokens: that of shorter ones stands in for it',
		]);
	});

	it('are left out if they change nothing or have no price', () => {
		const same = { input_cost_per_token_above_200k_tokens: 1e-6, output_cost_per_token_above_200k_tokens: 4e-6 };
		expect(model({ ...BASE, ...same }).above).toEqual([]);
		expect(model({ ...BASE, input_cost_per_token_above_200k_tokens: null })).toMatchObject({ above: [], unclear: [] });
		expect(model({ ...BASE, input_cost_per_token_above_200k_tokens: 'dear' })).toMatchObject({
			above: [],
			unclear: ['input_cost_per_token_above_200k_tokens (“dear”)'],
		});
	});

	it('are noted if their cache write price is another multiple of input than the base', () => {
		const base = { ...BASE, cache_creation_input_token_cost: 1.25e-6, input_cost_per_token_above_200k_tokens: 2e-6 };
		const write = (usd: number) => model({ ...base, cache_creation_input_token_cost_above_200k_tokens: usd }).tierGaps;
		expect(write(2.5e-6)).toEqual([]);
		expect(model({ ...BASE, cache_creation_input_token_cost_above_1k_tokens: 3e-6 }).tierGaps).toHaveLength(1);
		expect(write(4e-6)).toEqual(['has a price of its own for cache writes above 200k tokens, which is not read']);
	});

	it('make a model unusable if there are more than 20', () => {
		const many = (count: number) =>
			Object.fromEntries(
				Array.from({ length: count }, (_, i) => [`input_cost_per_token_above_${i + 1}k_tokens`, (i + 2) * 1e-6]),
			);
		expect(model({ ...BASE, ...many(20) }).above).toHaveLength(20);
		expect(listOf({ a: { ...BASE, ...many(21) } }).unpriced).toMatchObject([
			{ name: 'a', why: 'has 21 prices by length, and at most 20 can be used' },
		]);
	});
});
