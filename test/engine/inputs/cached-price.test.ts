import { describe, expect, it } from 'vitest';
import { coldExtra, laneCost } from '../../../src/engine/cost.js';
import { applyEdits, editsBetween, inputAt, inputValue } from '../../../src/engine/inputs/index.js';
import type { Scenario } from '../../../src/engine/scenario.js';
import { aPrice, aScenario, someTokens } from '../../support/scenarios.js';

/** A strong price whose cached input is left out, or given. */
const priced = (cachedInput: number | null, cached = 2000): Scenario =>
	aScenario({
		prices: { small: aPrice(), strong: aPrice({ input: 10, cachedInput, output: 30 }) },
		tokens: someTokens({ fresh: 1000, cached, output: 100 }),
	});

function edited(scenario: Scenario, ...edits: [path: string, value: number][]): Scenario {
	const applied = applyEdits(
		scenario,
		edits.map(([path, value]) => ({ path, value })),
	);
	if (!applied.ok) throw new Error(applied.message);
	return applied.value;
}

describe('a price of cached input', () => {
	it('that is left out is the price of fresh input', () => {
		// 1000·10 + 2000·10 + 100·30
		expect(laneCost(priced(null), 'strong')).toBeCloseTo(0.033, 12);
		// 1000·10 + 2000·5 + 100·30
		expect(laneCost(priced(5), 'strong')).toBeCloseTo(0.023, 12);
	});

	it('that is left out follows the price of fresh input when that is edited', () => {
		// 1000·20 + 2000·20 + 100·30
		expect(laneCost(edited(priced(null), ['prices.strong.input', 20]), 'strong')).toBeCloseTo(0.063, 12);
		// 1000·20 + 2000·5 + 100·30
		expect(laneCost(edited(priced(5), ['prices.strong.input', 20]), 'strong')).toBeCloseTo(0.033, 12);
	});

	it('that is left out counts once tokens are cached', () => {
		// 1000·10 + 100·30, and then 500·10 more
		expect(laneCost(priced(null, 0), 'strong')).toBeCloseTo(0.013, 12);
		expect(laneCost(edited(priced(null, 0), ['tokens.cached', 500]), 'strong')).toBeCloseTo(0.018, 12);
	});

	it('that is left out is what a cold prefix is compared with', () => {
		const { tokens, prices } = priced(null);
		// 2000·(1.25·10 − 10)
		expect(coldExtra(tokens, prices.strong, 1.25)).toBeCloseTo(0.005, 12);
	});

	it('of a tier that leaves it out is the tier’s own input', () => {
		const { tokens } = priced(null);
		const above = [{ tokens: 2500, input: 20, cachedInput: null, output: 60 }];
		const strong = { ...aPrice({ input: 10, cachedInput: 1, output: 30 }), above };
		// 1000·20 + 2000·20 + 100·60
		expect(laneCost({ ...priced(null), tokens, prices: { small: aPrice(), strong } }, 'strong')).toBeCloseTo(0.066, 12);
	});

	it('stays once it was set, at the price of fresh input too', () => {
		const set = edited(priced(null), ['prices.strong.cachedInput', 10], ['prices.strong.input', 20]);
		// 1000·20 + 2000·10 + 100·30
		expect(laneCost(set, 'strong')).toBeCloseTo(0.043, 12);
	});

	it('is shown and stepped as what it is at present', () => {
		const now = edited(priced(null), ['prices.strong.input', 20]);
		const input = inputAt(now, 'prices.strong.cachedInput');
		expect(input && inputValue(now, input)).toBe(20);
	});

	it('is an edit only where it was set, so that the edits give the same state again', () => {
		const from = priced(null);
		const followed = edited(from, ['prices.strong.input', 20]);
		expect(editsBetween(from, followed)).toEqual([{ path: 'prices.strong.input', value: 20 }]);
		const set = edited(from, ['prices.strong.cachedInput', 10], ['prices.strong.input', 20]);
		expect(applyEdits(from, editsBetween(from, set))).toEqual({ ok: true, value: set });
	});
});
