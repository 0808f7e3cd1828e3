import { describe, expect, test } from 'vitest';
import { callCost, laneCost } from '../../src/engine/cost.js';
import { computeOutcome, evaluate } from '../../src/engine/index.js';
import { costRows } from '../../src/engine/outcome.js';
import type { CostRow, MetricName, Price, PriceTier, Scenario, Segment, Step } from '../../src/engine/scenario.js';
import { aCheck, aPrice, aScenario, aSegment, someTokens } from '../support/scenarios.js';

function aRow(id: string, changes: Partial<CostRow>): CostRow {
	const unset = { override: null, tokens: null, improved: null, mayHaveWorsened: null };
	return { id, name: id, routedSmall: 0, repairRate: 0, ...unset, ...changes };
}

const ROWS: readonly CostRow[] = [
	aRow('all-strong', {}),
	aRow('mix', { routedSmall: 0.8 }),
	aRow('repair-10', { routedSmall: 1, repairRate: 0.1 }),
	aRow('repair-60', { routedSmall: 1, repairRate: 0.6 }),
	aRow('override', { routedSmall: 0.8, override: 'strong' }),
];
const costs = (...args: Parameters<typeof aScenario>): (number | null)[] =>
	costRows(aScenario({ rows: ROWS, ...args[0] })).map(({ cost }) => cost);
const near = (...values: number[]): unknown[] => values.map((value) => expect.closeTo(value, 12));

/** Builds a board of one segment. */
const one = (segment: Partial<Segment>, changes: Partial<Scenario> = {}): Scenario =>
	aScenario({ segments: [aSegment(segment)], ...changes });
const cost = (...given: Parameters<typeof one>): number => evaluate(one(...given)).metrics.cost as number;
const aStep = (changes: Partial<Step>): Step => ({
	name: 'answer',
	lane: 'routed',
	tokens: null,
	times: 1,
	...changes,
});

describe('a call', () => {
	const price = aPrice({ input: 10, cachedInput: 5, output: 30 });
	const tokens = someTokens({ fresh: 2000, cached: 1000, output: 400 });

	test('pays for fresh, cached and output tokens, per million', () => {
		// 2000 · 10 + 1000 · 5 + 400 · 30 = 37,000.
		expect(callCost(tokens, price, 'strong')).toBeCloseTo(0.037, 12);
		expect(callCost(someTokens(), price, 'strong')).toBe(0);
	});

	test('pays its fee regardless of its tokens', () => {
		const withFee = { ...price, request: 0.002 };
		expect(callCost(tokens, withFee, 'strong')).toBeCloseTo(0.039, 12);
		expect(callCost(someTokens(), withFee, 'strong')).toBe(0.002);
	});

	test('pays reasoning tokens of its own lane at the output price', () => {
		const thinking = { ...tokens, reasoning: { small: 100, strong: 300 } };
		expect(callCost(thinking, price, 'small')).toBeCloseTo(0.037 + 0.003, 12);
		expect(callCost(thinking, price, 'strong')).toBeCloseTo(0.037 + 0.009, 12);
	});
});

describe('a price by length of prompt', () => {
	const long: PriceTier = { tokens: 3000, input: 20, cachedInput: 10, output: 60 };
	const longer: PriceTier = { tokens: 5000, input: 40, cachedInput: 20, output: 90 };
	const price: Price = aPrice({ input: 10, cachedInput: 5, output: 30, request: 0.001, above: [long, longer] });
	const costOf = (fresh: number, cached: number): number =>
		callCost(someTokens({ fresh, cached, output: 400 }), price, 'strong');

	test('is the base price up to and including the boundary', () => {
		expect(costOf(1999, 1000)).toBeCloseTo(0.001 + (19_990 + 5000 + 12_000) / 1e6, 12);
		expect(costOf(2000, 1000)).toBeCloseTo(0.001 + (20_000 + 5000 + 12_000) / 1e6, 12);
	});

	test('is the tier’s price above the boundary, for the whole call, counting fresh and cached tokens together', () => {
		expect(costOf(2001, 1000)).toBeCloseTo(0.001 + (40_020 + 10_000 + 24_000) / 1e6, 12);
		expect(costOf(1000, 2001)).toBeCloseTo(0.001 + (20_000 + 20_010 + 24_000) / 1e6, 12);
	});

	test('is the price of the last tier that the prompt exceeds', () => {
		expect(costOf(4000, 1000)).toBeCloseTo(0.001 + (80_000 + 10_000 + 24_000) / 1e6, 12);
		expect(costOf(4001, 1000)).toBeCloseTo(0.001 + (160_040 + 20_000 + 36_000) / 1e6, 12);
	});

	test('does not depend on the output', () => {
		const tokens = someTokens({ fresh: 3000, output: 9000, reasoning: { small: 9000, strong: 9000 } });
		expect(callCost(tokens, price, 'strong')).toBeCloseTo(0.001 + (30_000 + 18_000 * 30) / 1e6, 12);
	});
});

describe('a request', () => {
	const lookup = aStep({ name: 'look up', lane: 'small', tokens: someTokens({ fresh: 4000 }), times: 3 });
	const judge = aStep({ name: 'judge', lane: 'strong', times: 0.5 });
	const workflow = aScenario({ steps: [lookup, aStep({}), judge], attempts: { small: 2, strong: 1.5 } });

	test('sums its steps: fixed ones at the prices and attempts of their lane, routed ones at its own lane’s', () => {
		const fixed = 3 * 2 * 0.002 + 0.5 * 1.5 * 0.032;
		expect(laneCost(workflow, 'small')).toBeCloseTo(fixed + 2 * 0.0016, 12);
		expect(laneCost(workflow, 'strong')).toBeCloseTo(fixed + 1.5 * 0.032, 12);
	});

	test('takes tokens from the step, else from the segment, else from the scenario', () => {
		const tokens = someTokens({ output: 1000 });
		const fixed = 3 * 2 * 0.002 + 0.5 * 1.5 * 0.03;
		expect(laneCost(workflow, 'strong', { tokens })).toBeCloseTo(fixed + 1.5 * 0.03, 12);
		expect(cost({ tokens, routedSmall: 0 })).toBeCloseTo(0.03, 12);
	});

	test('uses a segment’s own steps instead of the scenario’s in that segment only', () => {
		const steps = [aStep({ name: 'loop', times: 5 })];
		const segments = [
			aSegment({ id: 'edit', share: 0.25, routedSmall: 0, steps }),
			aSegment({ id: 'complete', share: 0.75, routedSmall: 0 }),
		];
		const { metrics, segments: outcomes } = evaluate(aScenario({ segments }));
		expect(outcomes.map(({ cost }) => cost)).toEqual(near(0.16, 0.032));
		expect(metrics.cost).toBeCloseTo(0.25 * 0.16 + 0.75 * 0.032, 12);
	});

	test('pays the reasoning of a fixed step in its own lane, and a fee for every call and attempt', () => {
		const scenario = {
			...workflow,
			tokens: someTokens({ output: 400, reasoning: { small: 200, strong: 100 } }),
			prices: { small: aPrice({ output: 1.5, request: 0.0001 }), strong: aPrice({ output: 30, request: 0.001 }) },
		};
		// The judge, and the routed call in each lane. The look-up has free tokens of its own, so it pays only the fee.
		const [onSmall, onStrong] = [(600 * 1.5) / 1e6 + 0.0001, (500 * 30) / 1e6 + 0.001];
		const fixed = 3 * 2 * 0.0001 + 0.5 * 1.5 * onStrong;
		expect(laneCost(scenario, 'small')).toBeCloseTo(fixed + 2 * onSmall, 12);
		expect(laneCost(scenario, 'strong')).toBeCloseTo(fixed + 1.5 * onStrong, 12);
	});

	test('uses the reasoning tokens of a segment that has tokens of its own', () => {
		const reasoning = { small: 0, strong: 1000 };
		expect(cost({ routedSmall: 0 }, { tokens: someTokens({ output: 400, reasoning }) })).toBeCloseTo(0.042, 12);
		const own = someTokens({ output: 400 });
		expect(cost({ routedSmall: 0, tokens: own }, { tokens: someTokens({ reasoning }) })).toBeCloseTo(0.012, 12);
	});
});

// Warm, a small call is 1,000 · 1 + 30,000 · 0.1 + 500 · 5 = 6,500 and a strong one 3,000 + 9,000 + 7,500 = 19,500;
// cold, the prefix is written at 1.25 times the input price: 1,000 + 37,500 + 2,500 = 41,000 and 123,000.
describe('the prompt cache', () => {
	const WARM = { small: 0.0065, strong: 0.0195 };
	const COLD = { small: 0.041, strong: 0.123 };
	const board: Partial<Scenario> = {
		prices: {
			small: aPrice({ input: 1, cachedInput: 0.1, output: 5 }),
			strong: aPrice({ input: 3, cachedInput: 0.3, output: 15 }),
		},
		tokens: someTokens({ fresh: 1000, cached: 30_000, output: 500 }),
		cache: { onSwitch: 'lost', write: 1.25 },
	};
	const costWithLostCache = (segment: Partial<Segment>, changes: Partial<Scenario> = {}): number =>
		cost(segment, { ...board, ...changes });

	test('is always warm if it is kept on a lane switch', () => {
		const kept = { cache: { onSwitch: 'kept', write: 1.25 } } as const;
		expect(costWithLostCache({ routedSmall: 0.5 }, kept)).toBeCloseTo(0.5 * WARM.small + 0.5 * WARM.strong, 12);
	});

	test('is warm with the probability of its lane if it is lost on a lane switch', () => {
		// Half warm: 0.02375 and 0.07125, of which each lane has half.
		expect(costWithLostCache({ routedSmall: 0.5 })).toBeCloseTo(0.0475, 12);
		// 20% small: a small call is warm in 20%, a strong one in 80% of cases.
		const small = 0.2 * WARM.small + 0.8 * COLD.small;
		const strong = 0.8 * WARM.strong + 0.2 * COLD.strong;
		expect(costWithLostCache({ routedSmall: 0.2 })).toBeCloseTo(0.2 * small + 0.8 * strong, 12);
	});

	test('is as cold for a repair as for any other strong call', () => {
		expect(costWithLostCache({ routedSmall: 0.5, repairRate: 0.1 })).toBeCloseTo(0.0475 + 0.5 * 0.1 * 0.07125, 12);
		// Everything goes small, so a repair is always cold.
		expect(costWithLostCache({ routedSmall: 1, repairRate: 0.1 })).toBeCloseTo(WARM.small + 0.1 * COLD.strong, 12);
	});

	test('stays warm if only one lane is used: at both ends of the mix, and under an override', () => {
		expect(costWithLostCache({ routedSmall: 0 })).toBeCloseTo(WARM.strong, 12);
		expect(costWithLostCache({ routedSmall: 1 })).toBeCloseTo(WARM.small, 12);
		expect(costWithLostCache({ routedSmall: 0.5, override: 'strong' })).toBeCloseTo(WARM.strong, 12);
		expect(computeOutcome(one({ routedSmall: 0.5 }, board)).baseline.cost).toBeCloseTo(WARM.strong, 12);
	});

	test('depends on the mix after the threshold, not before it', () => {
		const { metrics } = evaluate(one({ routedSmall: 0.5 }, { ...board, threshold: 0.7 }));
		expect(metrics.smallShare).toBeLessThan(0.45);
		expect(metrics.cost).toBeCloseTo(costWithLostCache({ routedSmall: metrics.smallShare as number }), 12);
	});

	test('is written at the scenario’s write price', () => {
		// At the input price: 1,000 + 30,000 + 2,500 = 33,500 and 3,000 + 90,000 + 7,500 = 100,500.
		const once = { cache: { onSwitch: 'lost', write: 1 } } as const;
		const [small, strong] = [(WARM.small + 0.0335) / 2, (WARM.strong + 0.1005) / 2];
		expect(costWithLostCache({ routedSmall: 0.5 }, once)).toBeCloseTo(0.5 * small + 0.5 * strong, 12);
	});

	test('is written at the price of the prompt’s tier', () => {
		const tier: PriceTier = { tokens: 30_999, input: 6, cachedInput: 0.6, output: 30 };
		const prices = { small: aPrice(), strong: { ...aPrice({ input: 3, cachedInput: 0.3 }), above: [tier] } };
		// All of it at twice the price: 6,000 + 18,000 + 15,000 warm, 6,000 + 225,000 + 15,000 cold.
		expect(costWithLostCache({ routedSmall: 0.5 }, { prices })).toBeCloseTo((0.5 * (0.039 + 0.246)) / 2, 12);
	});

	test('is warm in a step with a fixed lane, because every request runs it', () => {
		const steps = [aStep({}), aStep({ name: 'judge', lane: 'strong' })];
		expect(costWithLostCache({ routedSmall: 0.5 }, { steps })).toBeCloseTo(0.0475 + WARM.strong, 12);
	});

	test('is cold in the first of repeated calls only', () => {
		// Half of the first calls are cold, the other two never.
		const steps = [aStep({ times: 3 })];
		const calls = 0.0475 + 2 * (0.5 * WARM.small + 0.5 * WARM.strong);
		expect(costWithLostCache({ routedSmall: 0.5 }, { steps })).toBeCloseTo(calls, 12);
	});

	test('is cold in the first of several attempts only', () => {
		const attempts = { small: 1.4, strong: 2 };
		const retries = 0.5 * 0.4 * WARM.small + 0.5 * 1 * WARM.strong;
		expect(costWithLostCache({ routedSmall: 0.5 }, { attempts })).toBeCloseTo(0.0475 + retries, 12);
	});

	test('is cold at most once per call made', () => {
		// Every other request makes the call.
		const steps = [aStep({ times: 0.5 })];
		expect(costWithLostCache({ routedSmall: 0.5 }, { steps })).toBeCloseTo(0.5 * 0.0475, 12);
	});
});

describe('the board', () => {
	const costOfTwo = (first: Partial<Segment>, second: Partial<Segment>, changes: Partial<Scenario> = {}): number =>
		evaluate(
			aScenario({
				segments: [aSegment({ id: 'a', share: 0.25, ...first }), aSegment({ id: 'b', share: 0.75, ...second })],
				...changes,
			}),
		).metrics.cost as number;
	// Half small, half strong, nothing repaired.
	const HALF = 0.5 * 0.0016 + 0.5 * 0.032;

	test('pays the router for every request that is not overridden', () => {
		expect(costOfTwo({}, {}, { routerCost: 0.001 })).toBeCloseTo(HALF + 0.001, 12);
		expect(costOfTwo({ routedSmall: 0 }, { routedSmall: 0 }, { routerCost: 0.001 })).toBeCloseTo(0.032 + 0.001, 12);
		const overridden = costOfTwo({}, { override: 'strong' }, { routerCost: 0.001 });
		expect(overridden).toBeCloseTo(0.25 * (HALF + 0.001) + 0.75 * 0.032, 12);
	});

	test('pays a check for every request routed small', () => {
		const idle = aCheck({ catches: 0, falseAlarms: 0, cost: 0.002 });
		expect(costOfTwo({}, {}, { check: idle })).toBeCloseTo(HALF + 0.5 * 0.002, 12);
		expect(costOfTwo({ override: 'strong' }, {}, { check: idle })).toBeCloseTo(
			0.25 * 0.032 + 0.75 * (HALF + 0.001),
			12,
		);
	});

	test('pays a segment’s own check instead of the shared one, and none if it is off', () => {
		const [idle, own] = [0.002, 0.006].map((price) => aCheck({ catches: 0, falseAlarms: 0, cost: price })) as [
			ReturnType<typeof aCheck>,
			ReturnType<typeof aCheck>,
		];
		expect(costOfTwo({ check: own }, {})).toBeCloseTo(HALF + 0.25 * 0.5 * 0.006, 12);
		expect(costOfTwo({ check: own }, {}, { check: idle })).toBeCloseTo(HALF + 0.5 * (0.25 * 0.006 + 0.75 * 0.002), 12);
		expect(costOfTwo({ check: 'off' }, {}, { check: idle })).toBeCloseTo(HALF + 0.75 * 0.5 * 0.002, 12);
	});

	test('repairs the answers that a segment’s own check flags, and by rate if the check is off', () => {
		// All small and E = 0.7: catches half of 30%, false alarms 10% of 70%.
		const half = aCheck({ catches: 0.5, falseAlarms: 0.1, cost: 0 });
		expect(cost({ routedSmall: 1, check: half })).toBeCloseTo(0.0016 + 0.22 * 0.032, 12);
		const off = { routedSmall: 1, repairRate: 0.05, check: 'off' } as const;
		expect(cost(off, { check: half })).toBeCloseTo(0.0016 + 0.05 * 0.032, 12);
	});
});

describe('the cost table', () => {
	test('has the chapter’s five figures', () => {
		expect(costs()).toEqual(near(0.032, 0.00768, 0.0048, 0.0208, 0.032));
	});

	test('prices mixes and repairs, but neither router nor check', () => {
		expect(costs({ routerCost: 0.001, check: aCheck() })).toEqual(costs());
		expect(costs({ check: aCheck({ cost: null }) })).toEqual(costs());
	});

	test('has a cache as warm as the row’s own mix makes it', () => {
		const lostCache = {
			cache: { onSwitch: 'lost', write: 1.25 },
			tokens: someTokens({ cached: 10_000 }),
		} as const;
		// Cold calls pay 12.5 times 10,000 against 5 on strong, 0.625 against 0.25 on small.
		const [small, strong] = [0.8 * 0.0025 + 0.2 * 0.00625, 0.2 * 0.05 + 0.8 * 0.125];
		const mix = 0.8 * small + 0.2 * strong;
		const repaired = [0.0025 + 0.1 * 0.125, 0.0025 + 0.6 * 0.125];
		expect(costs(lostCache)).toEqual(near(0.05, mix, ...repaired, 0.05));
	});

	test('uses a row’s own tokens', () => {
		const rows = [aRow('short', { tokens: someTokens({ fresh: 1000 }) })];
		expect(costRows(aScenario({ rows }))).toEqual([{ id: 'short', cost: expect.closeTo(0.01, 12) }]);
	});
});

describe('the break-even repair rate', () => {
	const rate = (scenario: Scenario): number | null => evaluate(scenario).metrics.breakEvenRepair;

	test('is 95% at the chapter’s prices, at every mix', () => {
		for (const routedSmall of [0.01, 0.5, 1]) expect(rate(one({ routedSmall }))).toBeCloseTo(0.95, 12);
	});

	test('is lower if there is a check to pay', () => {
		// (0.032 − 0.0016 − 0.016)/0.032.
		expect(rate(one({}, { check: aCheck({ cost: 0.016 }) }))).toBeCloseTo(0.45, 12);
	});

	test('is the repair rate at which spend equals the all-strong cost, before the router', () => {
		const scenario = one({ routedSmall: 0.6 }, { cache: { onSwitch: 'lost', write: 1.25 }, routerCost: 0.001 });
		const tokens = someTokens({ fresh: 1900, cached: 100, output: 400 });
		const cached = { ...scenario, tokens };
		const repairRate = rate(cached) as number;
		const segments = cached.segments.map((segment) => ({ ...segment, repairRate }));
		const { metrics, baseline } = computeOutcome({ ...cached, segments });
		expect(metrics.cost).toBeCloseTo((baseline.cost as number) + 0.001, 12);
	});

	test('weighs segments by their small-routed requests', () => {
		// b’s requests cost 0.006 small and 0.12 strong; the check costs 0.0016 in both.
		const long = someTokens({ output: 4000 });
		const segments = [
			aSegment({ id: 'a', share: 0.75, routedSmall: 0.5 }),
			aSegment({ id: 'b', share: 0.25, routedSmall: 0.2, tokens: long }),
		];
		const saved = 0.75 * 0.5 * (0.032 - 0.0032) + 0.25 * 0.2 * (0.12 - 0.0076);
		const repairs = 0.75 * 0.5 * 0.032 + 0.25 * 0.2 * 0.12;
		expect(rate(aScenario({ segments, check: aCheck() }))).toBeCloseTo(saved / repairs, 12);
	});

	test('includes the cost of a cache lost on lane switches', () => {
		// As in the cache tests above, at p = 0.5: 0.0195 − 0.5 · 0.07125 − 0.5 · 0.02375 is below 0, so nothing is saved.
		const prices = {
			small: aPrice({ input: 1, cachedInput: 0.1, output: 5 }),
			strong: aPrice({ input: 3, cachedInput: 0.3, output: 15 }),
		};
		const tokens = someTokens({ fresh: 1000, cached: 30_000, output: 500 });
		const lostCache = { prices, tokens, cache: { onSwitch: 'lost', write: 1.25 } } as const;
		expect(rate(one({ routedSmall: 0.5 }, lostCache))).toBeNull();
		// At p = 1 the small lane is warm and every repair cold.
		expect(rate(one({ routedSmall: 1 }, lostCache))).toBeCloseTo((0.0195 - 0.0065) / 0.123, 12);
	});

	test('has no value if routing small saves nothing, or nothing is routed small', () => {
		expect(rate(one({}, { check: aCheck({ cost: 0.0304 }) }))).toBeNull();
		expect(rate(one({}, { check: aCheck({ cost: 0.04 }) }))).toBeNull();
		expect(rate(one({ routedSmall: 0 }))).toBeNull();
	});
});

describe('the hand-off break-even', () => {
	const figure = (metric: MetricName, scenario: Scenario): number | null => computeOutcome(scenario).metrics[metric];
	const rate = (scenario: Scenario): number | null => figure('handoffBreakEven', scenario);

	test('is 0.76% at the chapter’s prices, at every mix', () => {
		for (const routedSmall of [0.01, 0.5, 1]) expect(rate(one({ routedSmall }))).toBeCloseTo(0.0076, 12);
	});

	test('is net of repairs, check and router', () => {
		// Per small-routed request of the half: 0.0304 − 0.1 · 0.032, then the router for both halves.
		expect(rate(one({ repairRate: 0.1 }))).toBeCloseTo((0.0304 - 0.0032) / 4, 12);
		expect(rate(one({}, { routerCost: 0.001 }))).toBeCloseTo((0.0304 - 0.002) / 4, 12);
		const idle = aCheck({ catches: 0, falseAlarms: 0, cost: 0.0016 });
		expect(rate(one({}, { check: idle }))).toBeCloseTo((0.0304 - 0.0016) / 4, 12);
	});

	test('compares with the scenario’s own baseline', () => {
		// Today 20% go small; another 30 points save 0.3 · 0.0304, over the half that is small.
		const set = { 'segments.one.routedSmall': 0.2 };
		expect(rate(one({}, { baseline: { name: 'today', set } }))).toBeCloseTo((0.3 * 0.0304) / (0.5 * 4), 12);
	});

	test('has no value if nothing is saved, a hand-off is free or of unknown cost, or nothing is routed small', () => {
		expect(rate(one({ repairRate: 0.95 }))).toBeNull();
		expect(rate(one({}, { handoffCost: 0 }))).toBeNull();
		expect(rate(one({}, { handoffCost: null }))).toBeNull();
		expect(rate(one({ routedSmall: 0 }))).toBeNull();
	});
});
