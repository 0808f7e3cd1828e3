import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblem, loadPrices, MAX_PRICE_BYTES, type ModelPrice } from '../../../src/content/index.js';
import { priceEdits } from '../../../src/content/prices/edits.js';
import { formatEdit } from '../../../src/engine/inputs/index.js';
import { rounds } from '../../support/effort.js';
import { shippedScenario } from '../../support/shipped.js';
import { listOf, loadPriceList } from './load-helpers.js';

const PRICES = loadPriceList(readFileSync(join(import.meta.dirname, 'prices.json')));
function model(name: string): ModelPrice {
	const found = PRICES.models.find((one) => one.name === name);
	if (!found) throw new Error(`there is no ${name}`);
	return found;
}
/** Reads a model with these fields; undefined if it has no usable price. */
const readModel = (fields: object): ModelPrice | undefined =>
	listOf({ a: fields }).models.find(({ name }) => name === 'a');
/** Returns why a model with these fields has no usable price. */
const reasonFor = (fields: unknown): string | undefined => listOf({ a: fields }).unpriced[0]?.why;
/** Returns the printed problems of a refused file. */
function problemsText(input: string | Uint8Array): string {
	const read = loadPrices(input, 'prices.json');
	if (read.ok) throw new Error('it was read');
	return read.problems.map(formatProblem).join('\n');
}

const WEEK_31 = shippedScenario('week-31').scenario;

describe('a price list', () => {
	it('has the models that answer in text, in USD per million tokens', () => {
		expect(PRICES.file).toBe('prices.json');
		expect(PRICES.models).toHaveLength(10);
		expect(PRICES.unpriced.map(({ name }) => name)).toEqual([
			'azure_ai/embed-v-4-0',
			'azure_ai/cohere-rerank-v4.0-fast',
			'aiml/dall-e-2',
			'dashscope/qwen-image-2.0',
		]);
		expect(model('gpt-5.4-nano')).toEqual({
			name: 'gpt-5.4-nano',
			provider: 'openai',
			mode: 'chat',
			input: 0.2,
			cachedInput: 0.02,
			cacheWrite: null,
			output: 1.25,
			reasoning: null,
			request: 0,
			above: [],
			tierGaps: [],
			unclear: [],
			notRead: ['input_cost_per_token_flex'],
		});
		expect(model('gpt-5-pro')).toMatchObject({ mode: 'responses', input: 15, cachedInput: null, output: 120 });
		expect(model('databricks/databricks-claude-sonnet-4-5')).toMatchObject({ input: 2.99999, output: 15.00002 });
	});

	it('accepts numbers in quotes, and no other text or value', () => {
		expect(readModel({ input_cost_per_token: '3e-7', output_cost_per_token: ' 0.0000006 ' })).toMatchObject({
			input: 0.3,
			output: 0.6,
		});
		for (const none of ['', 'free', '1e999', '0,5', -1e-6, true, [1], {}])
			expect(reasonFor({ input_cost_per_token: none, output_cost_per_token: 1e-6 })).toMatch(
				/^has no price that can be read: input_cost_per_token \(/,
			);
	});

	it.each<[unknown, string]>([
		[null, 'has no fields, so no price'],
		[3, 'has no fields, so no price'],
		[[], 'has no fields, so no price'],
		[{}, 'is listed without a price'],
		[{ mode: 'chat', input_cost_per_token: null }, 'is listed without a price'],
		[{ mode: 'embedding', input_cost_per_token: 1e-6 }, 'is listed as embedding, which does not answer in text'],
		[{ mode: 'image_generation' }, 'is listed as image_generation, which does not answer in text'],
		[
			{ input_cost_per_second: 1, output_cost_per_second: 2 },
			'is not priced per token but by input_cost_per_second, output_cost_per_second',
		],
		[{ output_cost_per_token: 1e-6 }, 'has a price for output and none for input (input_cost_per_token)'],
		[{ input_cost_per_token: 1e-6 }, 'has a price for input and none for output (output_cost_per_token)'],
		[{ input_cost_per_token_above_128k_tokens: 1e-6 }, 'is listed without a price'],
		[
			{ input_cost_per_token: 0.15, output_cost_per_token: 0.6 },
			'would cost $150,000 per 1,000,000 tokens by its input_cost_per_token, which is another unit: fields of this list are USD per token',
		],
		[
			{ input_cost_per_token: 0, output_cost_per_token: 0, input_cost_per_request: 1e300 },
			'would cost $1.00e+300 a call by its input_cost_per_request, which is another unit: this field of the list is USD per call',
		],
		[
			{ input_cost_per_token: 1e-6, output_cost_per_token: 1e-6, output_cost_per_token_above_1k_tokens: 1 },
			'would cost $1,000,000 per 1,000,000 tokens by its output_cost_per_token, which is another unit: fields of this list are USD per token',
		],
	])('keeps a model without a usable price, with the reason: %j', (fields, words) => {
		expect(reasonFor(fields)).toBe(words);
	});

	it('shows control characters of the file as symbols', () => {
		const { models } = loadPriceList(
			'{"\\u001b[31mred": {"litellm_provider": "a\\u0007", "input_cost_per_token": 0, "output_cost_per_token": 1e-6}}',
		);
		expect(models[0]).toMatchObject({ name: '␛[31mred', provider: 'a␇' });
	});

	it('converts prices per token without rounding error', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: -7, max: -1 }), (digits, exponent) => {
				const perMillion = Number(`${digits}e${exponent}`);
				const perToken = Number(`${digits}e${exponent - 6}`);
				const read = readModel({
					input_cost_per_token: perToken,
					cache_read_input_token_cost: perToken,
					output_cost_per_token: perToken,
				});
				expect(read).toMatchObject({ input: perMillion, cachedInput: perMillion, output: perMillion });
				if (!read) return;
				const edits = priceEdits({ models: [{ lane: 'small', model: read }] }, [WEEK_31]);
				for (const edit of edits)
					expect(Math.abs(Number(edit.value) - perToken * 1e6)).toBeLessThanOrEqual(1e-11 * perMillion);
				expect(edits.map(formatEdit)[0]).toBe(`prices.small.input=${perMillion}`);
			}),
		);
	});
});

describe('a file that is not a price list', () => {
	it.each<[string, string, RegExp]>([
		[
			'an array',
			'[1, 2]',
			/^prices\.json:1:1: this is not a list of prices; expected an object with a field for each model/,
		],
		['a number', '3', /not a list of prices/],
		['without a price', '{"a": {"mode": "chat"}}', /no model in this file has a price per token/],
		[
			'with only the documentation entry',
			'{"sample_spec": {"input_cost_per_token": 1}}',
			/no model in this file has a price/,
		],
		['empty', '', /^prices\.json:1:1: this is not valid JSON: it ends too early; expected a value/],
		['truncated', '{\n "a": {\n  "b": 1', /^prices\.json:3:9: .*it ends too early; expected a comma or }/],
		['truncated inside a string', '{"a": "b', /^prices\.json:1:7: .*this text does not end on its line/],
		[
			'an extra comma',
			'{\n\t"a": 1,\n}',
			/^prices\.json:3:1: .*expected a name in double quotes\n.*\n.*\^\n {2}help: Delete the comma/,
		],
		['a missing comma', '{"a": 1 "b": 2}', /^prices\.json:1:9: .*expected a comma or }/],
		['a comment', '{\n// prices\n"a": 1}', /^prices\.json:2:1: .*\n.*\n.*\n {2}help: Delete the comment/],
		['single quotes', "{'a': 1}", /^prices\.json:1:2: .*\n.*\n.*\n {2}help: Use double quotes/],
		['an invalid number', '{"a": 01}', /^prices\.json:1:7: .*expected a value/],
		['an invalid word', '[NaN]', /^prices\.json:1:2: .*expected a value or \]/],
		['an invalid escape', '{"\\x": 1}', /^prices\.json:1:2: .*unknown escape/],
		['a line break in a string', '{"a\nb": 1}', /^prices\.json:1:2: .*does not end on its line/],
		['brackets that do not match', '{"a": [1}', /^prices\.json:1:9: .*expected a comma or \]/],
		['text after the end', '{} {}', /^prices\.json:1:4: .*expected nothing more/],
		['without a colon', '{"a" 1}', /^prices\.json:1:6: .*expected a colon/],
		['YAML', 'a: 1\n', /^prices\.json:1:1: .*expected a value/],
	])('is refused with its place: %s', (_, text, words) => {
		expect(problemsText(text)).toMatch(words);
	});

	it('is refused if it is not text, or too large', () => {
		expect(problemsText(Uint8Array.from([0xff, 0xfe, 1]))).toMatch(/UTF-16/);
		expect(problemsText(new Uint8Array(MAX_PRICE_BYTES + 1).fill(32))).toMatch(/more than 20,000,000 bytes \(20 MB\)/);
	});

	it('is refused with the right place even if it is deep or long', () => {
		expect(problemsText('['.repeat(200_000))).toMatch(/^prices\.json:1:200001: .*expected a value or \]/);
		expect(problemsText(`{"${'x'.repeat(3_000_000)}": }`)).toMatch(/^prices\.json:1:3000006: .*expected a value/);
	});

	it('is reported as invalid JSON exactly if JSON.parse refuses it', () => {
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
