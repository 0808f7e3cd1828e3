import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	findModels,
	formatProblem,
	loadPrices,
	MAX_PRICE_BYTES,
	type ModelPrice,
	type PriceList,
	priceEdits,
} from '../../../src/content/index.js';
import { applyEdits, spellEdit } from '../../../src/engine/inputs/index.js';
import { rounds } from '../../support/effort.js';
import { shipped } from '../../support/shipped.js';

const FIXTURE = readFileSync(join(import.meta.dirname, 'prices.json'));

function loaded(input: string | Uint8Array): PriceList {
	const read = loadPrices(input, 'prices.json');
	if (!read.ok) throw new Error(read.problems.map(formatProblem).join('\n'));
	return read.prices;
}
const PRICES = loaded(FIXTURE);
function model(name: string): ModelPrice {
	const found = PRICES.models.find((one) => one.name === name);
	if (!found) throw new Error(`there is no ${name}`);
	return found;
}
/** One model, with these fields. */
const one = (fields: object): ModelPrice | undefined =>
	loaded(JSON.stringify({ 'b/c': { output_cost_per_token: 1e-6 }, a: fields })).models[1];
/** What is refused, as it is printed. */
function refused(input: string | Uint8Array): string {
	const read = loadPrices(input, 'prices.json');
	if (read.ok) throw new Error('it was read');
	return read.problems.map(formatProblem).join('\n');
}

describe('a list of prices', () => {
	it('has the models that answer in text, with USD per million tokens', () => {
		expect(PRICES.file).toBe('prices.json');
		expect(PRICES.models).toHaveLength(10);
		expect(PRICES.others).toBe(4);
		expect(model('gpt-5.4-nano')).toEqual({
			name: 'gpt-5.4-nano',
			provider: 'openai',
			mode: 'chat',
			input: 0.2,
			cachedInput: 0.02,
			output: 1.25,
			tiers: false,
			tierAbove: null,
		});
		expect(model('gpt-5-pro')).toMatchObject({ mode: 'responses', input: 15, cachedInput: null, output: 120 });
		expect(model('databricks/databricks-claude-sonnet-4-5')).toMatchObject({ input: 2.99999, output: 15.00002 });
	});

	it('knows where long prompts are dearer, and takes the prices of short ones', () => {
		expect(model('claude-sonnet-4-5-20250929-v1:0')).toMatchObject({ tiers: true, tierAbove: '200k', input: 3 });
		expect(model('dashscope/qwen3-vl-plus')).toMatchObject({ tiers: true, tierAbove: '32k', input: 0.2, output: 1.6 });
		expect(model('claude-opus-4-5').tiers).toBe(false);
		expect(one({ input_cost_per_token: 1e-6, input_cost_per_token_above_128k_tokens: null })?.tiers).toBe(false);
	});

	it('takes numbers in quotes, and nothing else that is no price', () => {
		expect(one({ input_cost_per_token: '3e-7', output_cost_per_token: ' 0.0000006 ' })).toMatchObject({
			input: 0.3,
			output: 0.6,
		});
		for (const none of ['', 'free', '1e999', -1e-6, null, true, [1], {}])
			expect(one({ input_cost_per_token: none, output_cost_per_token: 1e-6 })).toMatchObject({
				input: null,
				output: 1,
			});
		for (const entry of [null, 3, 'x', [], {}, { input_cost_per_token: null }])
			expect(one(entry as object)).toBeUndefined();
	});

	it('shows no control character of a file', () => {
		const { models } = loaded('{"\\u001b[31mred": {"litellm_provider": "a\\u0007", "output_cost_per_token": 1e-6}}');
		expect(models[0]).toMatchObject({ name: '␛[31mred', provider: 'a␇' });
	});

	it('is what was published, whatever the digits', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: -7, max: 2 }), (digits, exponent) => {
				const perMillion = Number(`${digits}e${exponent}`);
				const perToken = Number(`${digits}e${exponent - 6}`);
				const read = one({
					input_cost_per_token: perToken,
					cache_read_input_token_cost: perToken,
					output_cost_per_token: perToken,
				});
				expect(read).toMatchObject({ input: perMillion, cachedInput: perMillion, output: perMillion });
				if (!read) return;
				const { edits, missing } = priceEdits(read, 'small');
				expect(missing).toHaveLength(perMillion === 0 ? 1 : 0);
				for (const edit of edits)
					expect(Math.abs(Number(edit.value) - perToken * 1e6)).toBeLessThanOrEqual(1e-11 * perMillion);
				expect(edits.map(spellEdit)[0]).toBe(`prices.small.input=${perMillion}`);
			}),
		);
	});
});

describe('a file that is no list of prices', () => {
	it.each<[string, string, RegExp]>([
		[
			'an array',
			'[1, 2]',
			/^prices\.json:1:1: this is not a list of prices; expected an object with a field for each model/,
		],
		['a number', '3', /not a list of prices/],
		['without a price', '{"a": {"mode": "chat"}}', /no model in this file has a price per token/],
		['with the explanation only', '{"sample_spec": {"input_cost_per_token": 1}}', /no model in this file has a price/],
		['empty', '', /^prices\.json:1:1: this is not valid JSON: it ends too early; expected a value/],
		['cut off', '{\n "a": {\n  "b": 1', /^prices\.json:3:9: .*it ends too early; expected a comma or }/],
		['cut off in a text', '{"a": "b', /^prices\.json:1:7: .*this text does not end on its line/],
		[
			'a comma too many',
			'{\n\t"a": 1,\n}',
			/^prices\.json:3:1: .*expected a name in double quotes\n.*\n.*\^\n {2}help: Delete the comma/,
		],
		['a comma too few', '{"a": 1 "b": 2}', /^prices\.json:1:9: .*expected a comma or }/],
		['a comment', '{\n// prices\n"a": 1}', /^prices\.json:2:1: .*\n.*\n.*\n {2}help: Delete the comment/],
		['single quotes', "{'a': 1}", /^prices\.json:1:2: .*\n.*\n.*\n {2}help: Use double quotes/],
		['a number that is none', '{"a": 01}', /^prices\.json:1:7: .*expected a value/],
		['a word that is none', '[NaN]', /^prices\.json:1:2: .*expected a value or \]/],
		['an escape that is none', '{"\\x": 1}', /^prices\.json:1:2: .*unknown escape/],
		['a line break in a text', '{"a\nb": 1}', /^prices\.json:1:2: .*does not end on its line/],
		['brackets that do not match', '{"a": [1}', /^prices\.json:1:9: .*expected a comma or \]/],
		['more after it', '{} {}', /^prices\.json:1:4: .*expected nothing more/],
		['without a colon', '{"a" 1}', /^prices\.json:1:6: .*expected a colon/],
		['YAML', 'a: 1\n', /^prices\.json:1:1: .*expected a value/],
	])('is refused with its place: %s', (_, text, words) => {
		expect(refused(text)).toMatch(words);
	});

	it('is refused when it is no text, or too large', () => {
		expect(refused(Uint8Array.from([0xff, 0xfe, 1]))).toMatch(/UTF-16/);
		expect(refused(new Uint8Array(MAX_PRICE_BYTES + 1).fill(32))).toMatch(/more than 20,000,000 bytes \(20 MB\)/);
	});

	it('has its place found however deep and long it is', () => {
		expect(refused('['.repeat(200_000))).toMatch(/^prices\.json:1:200001: .*expected a value or \]/);
		expect(refused(`{"${'x'.repeat(3_000_000)}": }`)).toMatch(/^prices\.json:1:3000006: .*expected a value/);
	});

	it('is found at fault exactly where JSON.parse refuses', () => {
		const piece = fc.constantFrom(
			'{',
			'}',
			'[',
			']',
			',',
			':',
			'"a"',
			'1',
			'-',
			'null',
			' ',
			'\n',
			'"',
			'\\',
			'1e5',
			'tru',
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.array(piece, { maxLength: 9 }).map((all) => all.join('')),
					fc.json(),
				),
				(text) => {
					const read = loadPrices(text, 'a');
					if (read.ok) return;
					const valid = (() => {
						try {
							JSON.parse(text);
							return true;
						} catch {
							return false;
						}
					})();
					expect(/not valid JSON/.test(read.problems[0]?.message ?? '')).toBe(!valid);
				},
			),
			{ numRuns: rounds(2000) },
		);
	});
});

describe('a model', () => {
	const names = (typed: string): string[] => findModels(PRICES, typed).map(({ name }) => name);

	it('is found by words of its name and of who sells it, the exact name first, then short ones', () => {
		expect(names('gpt-5.4-mini')).toEqual(['gpt-5.4-mini', 'gpt-5.4-mini-2026-03-17']);
		expect(names('GPT-5.4')).toEqual(['gpt-5.4-mini', 'gpt-5.4-nano', 'gpt-5.4-mini-2026-03-17']);
		expect(names('claude sonnet')).toEqual([
			'claude-sonnet-4-5-20250929-v1:0',
			'databricks/databricks-claude-sonnet-4-5',
		]);
		expect(names('anthropic')).toEqual(['claude-opus-4-5']);
		expect(names('sonnet openai')).toEqual([]);
		expect(names('embed')).toEqual([]);
		expect(names('  ')).toHaveLength(10);
	});

	it('gives a lane its prices', () => {
		const { edits, missing } = priceEdits(model('gpt-5.4-mini'), 'strong');
		expect(edits.map(spellEdit)).toEqual([
			'prices.strong.input=0.75',
			'prices.strong.cachedInput=0.075',
			'prices.strong.output=4.5',
		]);
		expect(missing).toEqual([]);
		const applied = applyEdits(shipped('week-31').scenario, edits);
		expect(applied.ok && applied.value.prices.strong).toEqual({
			input: 0.75,
			cachedInput: 0.075,
			output: 4.5,
			request: 0,
			above: [],
		});
	});

	it('says what its prices leave open', () => {
		expect(priceEdits(model('amazon.nova-lite-v1:0'), 'small')).toEqual({
			edits: [
				{ path: 'prices.small.input', value: 0.06 },
				{ path: 'prices.small.cachedInput', value: 0.06 },
				{ path: 'prices.small.output', value: 0.24 },
			],
			missing: ['amazon.nova-lite-v1:0 has no price for cache reads: its input price stands in for it'],
		});
		expect(priceEdits(model('claude-sonnet-4-5-20250929-v1:0'), 'strong').missing).toEqual([
			'claude-sonnet-4-5-20250929-v1:0 is dearer above 200k tokens, which is not modelled',
		]);
		const half = one({ output_cost_per_token: 1e-6 });
		expect(half && priceEdits(half, 'small')).toEqual({
			edits: [{ path: 'prices.small.output', value: 1 }],
			missing: ['a has no input price: the small model’s stays as it was'],
		});
		const other = one({ input_cost_per_token: 1e-6, cache_read_input_token_cost: 0 });
		expect(other && priceEdits(other, 'strong')).toEqual({
			edits: [
				{ path: 'prices.strong.input', value: 1 },
				{ path: 'prices.strong.cachedInput', value: 0 },
			],
			missing: ['a has no output price: the strong model’s stays as it was'],
		});
		const free = one({ input_cost_per_token: 0, output_cost_per_token: 0, cache_read_input_token_cost: 0 });
		expect(free && priceEdits(free, 'small').missing).toEqual(['a is listed at no cost at all']);
	});
});
