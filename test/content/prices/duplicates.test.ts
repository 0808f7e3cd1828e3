import { describe, expect, it } from 'vitest';
import { formatProblem, loadPrices } from '../../../src/content/index.js';

/** Returns the messages of a list's problems, with their places. */
function problems(text: string): readonly string[] {
	const read = loadPrices(text, 'prices.json');
	return read.ok ? [] : read.problems.map((problem) => formatProblem(problem).split('\n')[0] ?? '');
}
const entry = (input: string, more = ''): string =>
	`{"input_cost_per_token":${input},"output_cost_per_token":8e-7${more}}`;

describe('a price list with duplicates', () => {
	it('is refused if the prices of a model differ, with both places', () => {
		expect(problems(`{"dup":${entry('2e-7')},\n"other":${entry('1e-6')},\n "dup":${entry('2e-6')}}`)).toEqual([
			'prices.json:3:2: dup is listed twice, with different prices: input $0.2 and $2 per 1,000,000 tokens; the first is on line 1',
		]);
		expect(problems(`{"dup":${entry('1e-6')},"d\\u0075p":{}}`)).toEqual([
			'prices.json:1:67: dup is listed twice, with different prices: one of them can be used, one not; the first is earlier on this line',
		]);
	});

	it.each([
		[',"input_cost_per_request":0.01', '$0 and $0.01 a call'],
		[',"input_cost_per_token_above_1k_tokens":2e-6', 'those of long prompts'],
		[',"cache_read_input_token_cost":0', 'cachedInput none and $0 per 1,000,000 tokens'],
		[',"output_cost_per_reasoning_token":1e-6', 'reasoning none and $1 per 1,000,000 tokens'],
	])('is refused with the difference: %s', (more, words) => {
		expect(problems(`{"a":${entry('1e-6')},"a":${entry('1e-6', more)}}`)[0]).toContain(`different prices: ${words};`);
	});

	it('is refused if a field about money differs within a model', () => {
		const twice = (name: string, first: string, second: string) =>
			problems(`{"a":${entry('1e-6', `,"${name}":${first},\n"${name}":${second}`)}}`);
		expect(twice('cache_read_input_token_cost', '1e-7', '2e-7')).toEqual([
			'prices.json:2:1: a has cache_read_input_token_cost twice: 1e-7 and 2e-7; the first is on line 1',
		]);
		expect(twice('search_context_cost_per_query', '{"low":1}', '{"low":2}')).toHaveLength(1);
		expect(twice('max_tokens', '1', '2')).toEqual([]);
		expect(twice('cache_read_input_token_cost', '1e-7', '0.0000001')).toEqual([]);
	});

	it('loads if the duplicates agree', () => {
		expect(
			problems(`{"a":${entry('1e-6')},"a":${entry('0.000001', ',"litellm_provider":"x","max_tokens":1')}}`),
		).toEqual([]);
		expect(problems(`{"a":${entry('1e-6')},"e":{"mode":"embedding"},"e":{"mode":"rerank"}}`)).toEqual([]);
	});

	it('is read correctly with brackets, quotes and escapes in strings, and at any depth', () => {
		const text = `{"a":${entry('1e-6', ',"notes":"} \\" ] \\\\","deep":[[{"b":[]}],{}]')} , "} \\"": ${entry('2e-6')} }`;
		expect(problems(text)).toEqual([]);
		const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
		expect(problems(`{"a":${entry('1e-6', `,"x":${deep}`)},"a":${entry('2e-6')}}`)).toHaveLength(1);
	});
});
