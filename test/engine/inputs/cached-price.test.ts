import { describe, expect, it } from 'vitest';
import { coldCacheExtra, laneCost } from '../../../src/engine/cost.js';
import { applyEdits, editsBetween, inputAt, inputValue } from '../../../src/engine/inputs/index.js';
import type { Scenario } from '../../../src/engine/scenario.js';
import { aPrice, aScenario, someTokens } from '../../support/scenarios.js';

/** Builds a scenario with a strong cached input price; null leaves it out. */
const scenarioWith = (cachedInput: number | null, cached = 2000): Scenario =>
	aScenario({
		prices: { small: aPrice(), strong: aPrice({ input: 10, cachedInput, output: 30 }) },
		tokens: someTokens({ fresh: 1000, cached, output: 100 }),
	});

function applyAll(scenario: Scenario, ...edits: [path: string, value: number][]): Scenario {
	const applied = applyEdits(
		scenario,
		edits.map(([path, value]) => ({ path, value })),
	);
	if (!applied.ok) throw new Error(applied.message);
	return applied.value;
}

describe('a price of cached input', () => {
	it('equals the price of fresh input if it is left out', () => {
		// 1000·10 + 2000·10 + 100·30
		expect(laneCost(scenarioWith(null), 'strong')).toBeCloseTo(0.033, 12);
		// 1000·10 + 2000·5 + 100·30
		expect(laneCost(scenarioWith(5), 'strong')).toBeCloseTo(0.023, 12);
	});

	it('follows edits of the price of fresh input if it is left out', () => {
		// 1000·20 + 2000·20 + 100·30
		expect(laneCost(applyAll(scenarioWith(null), ['prices.strong.input', 20]), 'strong')).toBeCloseTo(0.063, 12);
		// 1000·20 + 2000·5 + 100·30
		expect(laneCost(applyAll(scenarioWith(5), ['prices.strong.input', 20]), 'strong')).toBeCloseTo(0.033, 12);
	});

	it('applies to cached tokens if it is left out', () => {
		// 1000·10 + 100·30, and then 500·10 more
		expect(laneCost(scenarioWith(null, 0), 'strong')).toBeCloseTo(0.013, 12);
		expect(laneCost(applyAll(scenarioWith(null, 0), ['tokens.cached', 500]), 'strong')).toBeCloseTo(0.018, 12);
	});

	it('is the reference for a cold prefix if it is left out', () => {
		const { tokens, prices } = scenarioWith(null);
		// 2000·(1.25·10 − 10)
		expect(coldCacheExtra(tokens, prices.strong, 1.25)).toBeCloseTo(0.005, 12);
	});

	it('equals the tier’s own input price if a tier leaves it out', () => {
		const { tokens } = scenarioWith(null);
		const above = [{ tokens: 2500, input: 20, cachedInput: null, output: 60 }];
		const strong = { ...aPrice({ input: 10, cachedInput: 1, output: 30 }), above };
		// 1000·20 + 2000·20 + 100·60
		expect(laneCost({ ...scenarioWith(null), tokens, prices: { small: aPrice(), strong } }, 'strong')).toBeCloseTo(
			0.066,
			12,
		);
	});

	it('stays as set, even if set to the price of fresh input', () => {
		const set = applyAll(scenarioWith(null), ['prices.strong.cachedInput', 10], ['prices.strong.input', 20]);
		// 1000·20 + 2000·10 + 100·30
		expect(laneCost(set, 'strong')).toBeCloseTo(0.043, 12);
	});

	it('is shown and stepped as its current value', () => {
		const now = applyAll(scenarioWith(null), ['prices.strong.input', 20]);
		const input = inputAt(now, 'prices.strong.cachedInput');
		expect(input && inputValue(now, input)).toBe(20);
	});

	it('is an edit only if it was set, so that replaying the edits gives the same state', () => {
		const from = scenarioWith(null);
		const inherited = applyAll(from, ['prices.strong.input', 20]);
		expect(editsBetween(from, inherited)).toEqual([{ path: 'prices.strong.input', value: 20 }]);
		const set = applyAll(from, ['prices.strong.cachedInput', 10], ['prices.strong.input', 20]);
		expect(applyEdits(from, editsBetween(from, set))).toEqual({ ok: true, value: set });
	});
});
