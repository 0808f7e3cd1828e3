import { describe, expect, it } from 'vitest';
import { applyEditTexts, formatEdit } from '../../../src/engine/inputs/index.js';
import { aScenario } from '../../support/scenarios.js';

const scenario = aScenario();

/** Returns the tiers that `prices.strong.above=TEXT` sets, or the refusal. */
function setTiers(text: string) {
	const read = applyEditTexts(scenario, [`prices.strong.above=${text}`]);
	return read.ok ? read.value.scenario.prices.strong.above : `${read.message}. ${read.help}`;
}

describe('an edit of a lane’s price tiers', () => {
	it('sets all tiers at once, in any notation for numbers', () => {
		const two = [
			{ tokens: 200_000, input: 2.5, cachedInput: 0.25, output: 15 },
			{ tokens: 1_000_000, input: 5, cachedInput: 1e-7, output: 30 },
		];
		expect(setTiers('200k:2.5/0.25/15, 1m:$5/1e-7/30')).toEqual(two);
		const read = applyEditTexts(scenario, ['prices.strong.above=200k:2.5/0.25/15, 1m:$5/1e-7/30']);
		expect(read.ok && read.value.edits.map(formatEdit)).toEqual([
			'prices.strong.above=200000:2.5/0.25/15,1000000:5/1e-7/30',
		]);
		expect(read.ok && read.value.scenario.prices.small).toBe(scenario.prices.small);
	});

	it('lets cached input follow input if it is left empty', () => {
		expect(setTiers('200k:2.5//15')).toEqual([{ tokens: 200_000, input: 2.5, cachedInput: null, output: 15 }]);
		const read = applyEditTexts(scenario, ['prices.strong.above=200k:2.5//15']);
		expect(read.ok && read.value.edits.map(formatEdit)).toEqual(['prices.strong.above=200000:2.5//15']);
	});

	it('removes all tiers with off', () => {
		const texts = ['prices.strong.above=1k:1/1/1', 'prices.strong.above=off'];
		const read = applyEditTexts(scenario, texts);
		expect(read.ok && read.value.scenario).toEqual(scenario);
		expect(read.ok && read.value.edits.map(formatEdit)).toEqual([
			'prices.strong.above=1000:1/1/1',
			'prices.strong.above=off',
		]);
	});

	it.each([
		['', /^prices\.strong\.above cannot be read from “”\. Write TOKENS:INPUT\/CACHED\/OUTPUT/],
		['200,000:1/1/1', /cannot be read from “200”/],
		['1k:1/2', /cannot be read from “1k:1\/2”/],
		['1k:1/2/3/4', /cannot be read/],
		['1k:1/2/3:4', /cannot be read/],
		['1k:1/2/-3', /1k:1\/2\/-3 is out of range\. Allowed: 0 to 1,000,000,000 tokens, \$0 to \$100,000 per 1,000,000\./],
		['2k:1/1/1,1k:1/1/1', /prices above 1000 tokens stand after those above 2000\. Order them/],
		['1k:1/1/1,1k:1/1/1', /Order them by their tokens, ascending, each once/],
		[Array.from({ length: 21 }, (_, i) => `${i}:1/1/1`).join(','), /has 21 prices by length\. Allowed: at most 20\./],
	])('refuses “%s” and says what to write', (text, words) => {
		expect(setTiers(text)).toMatch(words);
	});
});
