import { describe, expect, it } from 'vitest';
import { priceEdits } from '../../../src/content/prices/edits.js';
import type { ModelPrice } from '../../../src/content/prices/list.js';
import { priceUse } from '../../../src/content/prices/price-use.js';
import { computeOutcome } from '../../../src/engine/index.js';
import { applyEdits, applyEditTexts, formatEdit } from '../../../src/engine/inputs/index.js';
import type { Lane, Scenario } from '../../../src/engine/scenario.js';
import { aScenario, aSegment, someTokens } from '../../support/scenarios.js';
import { listOf } from './load-helpers.js';

const BASE = {
	mode: 'chat',
	input_cost_per_token: 1e-6,
	output_cost_per_token: 4e-6,
	cache_read_input_token_cost: 1e-7,
};
const SCENARIO = aScenario({ tokens: someTokens({ fresh: 1000, cached: 500, output: 100 }) });
const LOST: Scenario = { ...SCENARIO, cache: { onSwitch: 'lost', write: 1.25 } };

/** Chooses models with these fields for one lane or both. */
function choose(lanes: Partial<Record<Lane, object>>, others: Readonly<Record<string, object>> = {}) {
	const list = listOf({ ...others, ...lanes });
	const models = (Object.keys(lanes) as Lane[]).map((lane) => {
		const model = list.models.find(({ name }) => name === lane);
		if (!model) throw new Error(JSON.stringify(list.unpriced));
		return { lane, model };
	});
	return { list, models };
}

/** Returns the gaps of a model with these fields as the small one. */
function missing(fields: object, scenario = SCENARIO, others = {}): readonly string[] {
	return priceUse(choose({ small: { ...BASE, ...fields } }, others), scenario).models[0]?.missing ?? [];
}

const texts = (lanes: Partial<Record<Lane, object>>, ...starts: readonly Scenario[]): readonly string[] =>
	priceEdits(choose(lanes), starts.length > 0 ? starts : [SCENARIO]).map(formatEdit);

describe('the edits that set a lane to the prices of a model', () => {
	const USUAL = ['prices.small.input=1', 'prices.small.cachedInput=0.1', 'prices.small.output=4'];

	it('set its three prices, and its fee and tiers if it has them', () => {
		const write = { cache_creation_input_token_cost: 1.25e-6 };
		expect(texts({ small: { ...BASE, ...write } })).toEqual(USUAL);
		const more = { ...write, input_cost_per_request: 0.005, input_cost_per_token_above_200k_tokens: 2e-6 };
		expect(texts({ small: { ...BASE, ...more } })).toEqual([
			...USUAL,
			'prices.small.request=0.005',
			'prices.small.above=200000:2/0.1/4',
		]);
		expect(texts({ small: { mode: 'chat', input_cost_per_token: 1e-6, output_cost_per_token: 0 } })[1]).toBe(
			'prices.small.cachedInput=1',
		);
	});

	it('replace the fee, tiers and cache write price of another seller', () => {
		const small = {
			...SCENARIO.prices.small,
			request: 0.01,
			above: [{ tokens: 1, input: 9, cachedInput: 9, output: 9 }],
		};
		const other = { ...SCENARIO, prices: { ...SCENARIO.prices, small } };
		const edits = priceEdits(choose({ small: BASE, strong: BASE }), [other]);
		const applied = applyEdits(other, edits);
		const paid = { input: 1, cachedInput: 0.1, output: 4, request: 0, above: [] };
		expect(applied.ok && applied.value.prices).toEqual({ small: paid, strong: paid });
		expect(applied.ok && applied.value.cache.write).toBe(1);
		// Even if only one of the states has them.
		expect(priceEdits(choose({ small: BASE }), [SCENARIO, other]).map(formatEdit)).toContain('prices.small.above=off');
	});

	it('price a call by the highest tier that its prompt exceeds', () => {
		const tiers = {
			input_cost_per_token_above_256k_tokens: 4e-6,
			input_cost_per_token_above_128k_tokens: 2e-6,
			input_cost_per_request: 0.5,
		};
		const at = (fresh: number): number | null => {
			const edits = ['segments.one.routedSmall=100%', `tokens.fresh=${fresh}`, 'tokens.cached=0', 'tokens.output=0'];
			const all = applyEditTexts(aScenario({ segments: [aSegment({ repairRate: 0 })] }), [
				...texts({ small: { ...BASE, ...tiers } }),
				...edits,
			]);
			if (!all.ok) throw new Error(all.message);
			return computeOutcome(all.value.scenario).metrics.cost;
		};
		expect(at(128_000)).toBeCloseTo(0.5 + 0.128, 12);
		expect(at(128_001)).toBeCloseTo(0.5 + 0.256002, 12);
		expect(at(256_000)).toBeCloseTo(0.5 + 0.512, 12);
		expect(at(300_000)).toBeCloseTo(0.5 + 1.2, 12);
	});

	it('set the higher cache write price of both lanes, or of the new one and the scenario’s', () => {
		const write = (usd: number): object => ({ ...BASE, cache_creation_input_token_cost: usd });
		expect(texts({ small: write(1.5e-6), strong: write(2e-6) })).toContain('cache.write=2');
		expect(texts({ small: write(2e-6), strong: BASE })).toContain('cache.write=2');
		expect(texts({ small: BASE, strong: BASE })).toContain('cache.write=1');
		expect(texts({ small: BASE })).toEqual(USUAL);
		expect(texts({ small: write(2e-6) })).toContain('cache.write=2');
		const free = { ...BASE, input_cost_per_token: 0, cache_read_input_token_cost: 0 };
		expect(texts({ small: free, strong: free }).join(' ')).not.toContain('cache.write');
	});
});

describe('the gaps in the prices of a model', () => {
	it('are none if all relevant prices are listed', () => {
		expect(missing({})).toEqual([]);
		expect(missing({ output_cost_per_reasoning_token: 4e-6, cache_creation_input_token_cost: 2e-6 })).toEqual([]);
	});

	it.each<[string, object, readonly string[]]>([
		[
			'no cache reads',
			{ cache_read_input_token_cost: null },
			['has no price for cache reads: its input price stands in for it'],
		],
		[
			'no cost at all',
			{ input_cost_per_token: 0, output_cost_per_token: 0, cache_read_input_token_cost: 0 },
			['is listed at no cost at all'],
		],
		[
			'no cost except a fee',
			{
				input_cost_per_token: 0,
				output_cost_per_token: 0,
				cache_read_input_token_cost: 0,
				input_cost_per_request: 0.01,
			},
			['is listed at no cost per token'],
		],
		[
			'a separate reasoning price',
			{ output_cost_per_token: 2e-7, output_cost_per_reasoning_token: 5e-7 },
			[
				'bills reasoning tokens at $0.5 per 1,000,000 and its output at 0.2: only the output price is used, so count 2.5 tokens for each in tokens.reasoning',
			],
		],
		[
			'a tier at the base price',
			{ input_cost_per_token_above_128k_tokens: 1e-6, output_cost_per_token_above_128k_tokens: 4e-6 },
			[],
		],
		[
			'a cheaper tier',
			{ input_cost_per_token_above_128k_tokens: 5e-7, cache_read_input_token_cost_above_128k_tokens: 1e-7 },
			[],
		],
		[
			'a more expensive tier above a cheaper one',
			{ output_cost_per_token_above_1m_tokens: 5e-6, output_cost_per_token_above_1k_tokens: 3e-6 },
			['is dearer above 1m tokens; the longest prompt here has 1,500'],
		],
		[
			'two more expensive tiers',
			{ output_cost_per_token_above_256k_tokens: 9e-6, output_cost_per_token_above_128k_tokens: 8e-6 },
			['is dearer above 128k tokens; the longest prompt here has 1,500'],
		],
		[
			'a more expensive tier that prompts reach',
			{ output_cost_per_token_above_1k_tokens: 8e-6 },
			['is dearer above 1k tokens, as prompts here are (up to 1,500)'],
		],
		[
			'a price field without a price',
			{ input_cost_per_request: 'ask us' },
			['has fields that hold no price: input_cost_per_request (“ask us”)'],
		],
	])('are reported for a model with %s', (_, fields, sentences) => {
		expect(missing(fields)).toEqual(sentences);
	});

	it('list at most eight fields without a price', () => {
		const fields = Object.fromEntries(
			Array.from({ length: 10 }, (_, i) => [`input_cost_per_token_above_${i}k_tokens`, 'x']),
		);
		expect(missing(fields)[0]).toMatch(/^has fields that hold no price: (\S+ \(“x”\), ){7}\S+ \(“x”\) and 2 more$/);
	});

	it('depend on the prompts of segments and steps, in the lane that answers them', () => {
		const tier = { output_cost_per_token_above_2k_tokens: 8e-6 };
		const long = someTokens({ fresh: 3000, cached: 0, output: 1 });
		const promptWords = (scenario: Scenario): string | undefined =>
			missing(tier, scenario)[0]?.match(/(longest|as prompts).*/)?.[0];
		expect(promptWords(SCENARIO)).toBe('longest prompt here has 1,500');
		expect(promptWords({ ...SCENARIO, segments: [aSegment({ tokens: long })] })).toBe(
			'as prompts here are (up to 3,000)',
		);
		const step = { name: 'plan', tokens: long, times: 1 };
		expect(promptWords({ ...SCENARIO, steps: [...SCENARIO.steps, { ...step, lane: 'strong' }] })).toBe(
			'longest prompt here has 1,500',
		);
		expect(promptWords({ ...SCENARIO, steps: [...SCENARIO.steps, { ...step, lane: 'small' }] })).toBe(
			'as prompts here are (up to 3,000)',
		);
	});

	it('include cache writes only if a lane switch loses the cache', () => {
		const write = { cache_creation_input_token_cost: 2e-6 };
		expect(missing(write, SCENARIO)).toEqual([]);
		expect(missing(write, { ...LOST, cache: { onSwitch: 'lost', write: 2 } })).toEqual([]);
		expect(missing(write, LOST)).toEqual([
			'writes to the cache at 2 times its input price; both lanes are reckoned with 1.25 times input here',
		]);
		expect(missing({}, LOST)).toEqual([
			'has no price for cache writes, so they cost what input does; both lanes are reckoned with 1.25 times input here',
		]);
		expect(missing({ ...write, input_cost_per_token: 0 }, LOST)).toEqual([
			'has a price for cache writes ($2 per 1,000,000) that is no multiple of its input price (0): 1.25 times input stands in for it',
		]);
	});
});

describe('a price in another unit', () => {
	it.each<[number, string | null]>([
		[0.015, '$15,000 per 1,000,000 tokens by its input_cost_per_token (more than any model is sold for)'],
		[600e-6, null],
		[1.5e-13, '$1.5e-7 per 1,000,000 tokens by its input_cost_per_token (less than any model is sold for)'],
		[1e-9, null],
	])('is reported if implausible: %s per token', (price, words) => {
		const [first = ''] = missing({ input_cost_per_token: price });
		if (words === null) expect(first).not.toContain('another unit');
		else
			expect(first).toBe(
				`costs ${words.replace('1.5e-7', '0.00000015')}, probably another unit: fields of this list are USD per token`,
			);
	});

	it('is reported for tiers too', () => {
		expect(missing({ output_cost_per_token_above_1m_tokens: 9e-3 })[0]).toBe(
			'costs $9,000 per 1,000,000 tokens above 1m tokens (more than any model is sold for), probably another unit: fields of this list are USD per token',
		);
	});

	it('is reported for a fee too', () => {
		expect(missing({ input_cost_per_request: 5 })).toEqual([
			'costs $5 a call by its input_cost_per_request, more than any model is sold for, probably another unit: this field of the list is USD per call',
		]);
	});

	it('is reported if others sell the same model at a thousandth or a thousand times the price', () => {
		const at = (price: number): object => ({ ...BASE, input_cost_per_token: price });
		const others = { 'a/Small': at(2e-7), 'b/c/small': at(1e-7), 'a/other': at(1e-3) };
		expect(missing({ input_cost_per_token: 2e-4 }, SCENARIO, others)).toEqual([
			'costs $200 per 1,000,000 tokens by its input_cost_per_token (the same model elsewhere in the list: 0.1 to 0.2), probably another unit: fields of this list are USD per token',
		]);
		expect(missing({ input_cost_per_token: 1.9e-4 }, SCENARIO, others)).toEqual([]);
		expect(missing({ input_cost_per_token: 1e-7 }, SCENARIO, { 'x/small': at(1e-4) })).toHaveLength(1);
	});
});

describe('fields about money', () => {
	const notRead = (fields: object): ModelPrice['notRead'] =>
		choose({ small: { ...BASE, ...fields } }).models[0]?.model.notRead ?? [];

	it('are listed if they are not read', () => {
		expect(
			notRead({
				input_cost_per_token_batches: 5e-7,
				output_cost_per_token_priority: 8e-6,
				input_cost_per_token_flex: 5e-7,
				input_cost_per_audio_token: 1e-6,
				output_cost_per_image: 0.04,
				search_context_cost_per_query: { search_context_size_low: 0.03, search_context_size_high: 0.05 },
				file_search_cost_per_1k_calls: 2.5,
				cache_creation_input_token_cost_above_1hr: 6e-6,
				input_cost_per_token_above_200k_tokens_priority: 7e-6,
				regional_processing_uplift_multiplier_eu: 1.1,
				provider_specific_entry: { us: 1.1 },
				some_new_fee: [{ per: 'call', amount: 1 }],
				tiered_pricing: [{ range: [0, 10], input_cost_per_request: 0.1, output_cost_per_reasoning_token: 1 }],
			}),
		).toEqual([
			'input_cost_per_token_batches',
			'output_cost_per_token_priority',
			'input_cost_per_token_flex',
			'input_cost_per_audio_token',
			'output_cost_per_image',
			'search_context_cost_per_query',
			'file_search_cost_per_1k_calls',
			'cache_creation_input_token_cost_above_1hr',
			'input_cost_per_token_above_200k_tokens_priority',
			'regional_processing_uplift_multiplier_eu',
			'provider_specific_entry',
			'some_new_fee',
			'tiered_pricing.input_cost_per_request',
			'tiered_pricing.output_cost_per_reasoning_token',
		]);
	});

	it('are not listed if they cost nothing, are read, or repeat a price in another unit', () => {
		expect(
			notRead({
				input_cost_per_token_batches: 0,
				output_cost_per_image: null,
				search_context_cost_per_query: { search_context_size_low: 0 },
				cache_creation_input_token_cost: 1e-6,
				input_cost_per_token_cache_hit: 1e-7,
				output_cost_per_reasoning_token: 5e-6,
				input_cost_per_request: 0.1,
				input_cost_per_token_above_200k_tokens: 2e-6,
				input_dbu_cost_per_token: 1e-5,
				max_tokens: 8192,
				supports_prompt_caching: true,
				rpm: 60,
				feedback: 3,
			}),
		).toEqual([]);
	});
});
