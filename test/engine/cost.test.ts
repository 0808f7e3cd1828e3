import { describe, expect, test } from 'vitest';
import { breakEvenRepair, callCost, handoffBreakEven, laneCost, laneCosts, SHARED } from '../../src/engine/cost.js';
import { evaluate } from '../../src/engine/index.js';
import { costRows } from '../../src/engine/rows.js';
import type { CostRow } from '../../src/engine/scenario.js';
import { aScenario, aSegment } from '../support/scenarios.js';

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

describe('a call', () => {
	test('pays for fresh, cached and output tokens, per million', () => {
		const price = { input: 10, cachedInput: 5, output: 30 };
		expect(callCost({ fresh: 2000, cached: 1000, output: 400 }, price)).toBeCloseTo(0.037, 12);
		expect(callCost({ fresh: 0, cached: 0, output: 0 }, price)).toBe(0);
	});
});

describe('a request', () => {
	const lookup = { name: 'look up', lane: 'small' as const, tokens: { fresh: 4000, cached: 0, output: 0 }, times: 3 };
	const judge = { name: 'judge', lane: 'strong' as const, tokens: null, times: 0.5 };
	const answer = { name: 'answer', lane: 'routed' as const, tokens: null, times: 1 };
	const workflow = aScenario({ steps: [lookup, answer, judge], attempts: { small: 2, strong: 1.5 } });

	test('sums its steps: a fixed step keeps its lane’s price and attempts, a routed one takes the request’s', () => {
		const fixed = 3 * 2 * 0.002 + 0.5 * 1.5 * 0.032;
		expect(laneCost(workflow, 'small')).toBeCloseTo(fixed + 2 * 0.0016, 12);
		expect(laneCost(workflow, 'strong')).toBeCloseTo(fixed + 1.5 * 0.032, 12);
	});

	test('takes the step’s tokens, or else the segment’s, or else the scenario’s', () => {
		const tokens = { fresh: 0, cached: 0, output: 1000 };
		const fixed = 3 * 2 * 0.002 + 0.5 * 1.5 * 0.03;
		expect(laneCost(workflow, 'strong', { tokens })).toBeCloseTo(fixed + 1.5 * 0.03, 12);
		const own = aScenario({ segments: [aSegment({ tokens, routedSmall: 0 })] });
		expect(evaluate(own).metrics.cost).toBeCloseTo(0.03, 12);
	});

	test('takes the segment’s own steps in place of the scenario’s, and only there', () => {
		const steps = [{ name: 'loop', lane: 'routed' as const, tokens: null, times: 5 }];
		const segments = [
			aSegment({ id: 'edit', share: 0.25, routedSmall: 0, steps }),
			aSegment({ id: 'complete', share: 0.75, routedSmall: 0 }),
		];
		const { metrics, segments: outcomes } = evaluate(aScenario({ segments }));
		expect(outcomes.map(({ cost }) => cost)).toEqual(near(0.16, 0.032));
		expect(metrics.cost).toBeCloseTo(0.25 * 0.16 + 0.75 * 0.032, 12);
	});
});

describe('the cost table', () => {
	test('has the chapter’s five figures', () => {
		expect(costs()).toEqual(near(0.032, 0.00768, 0.0048, 0.0208, 0.032));
	});

	test('pays the router on the rows that route, an overridden one too', () => {
		expect(costs({ routerCost: 0.001 })).toEqual(near(0.032, 0.00868, 0.0058, 0.0218, 0.033));
	});

	test('pays the router for an override of what was never in the mix', () => {
		const rows = [aRow('override', { override: 'strong' })];
		expect(costRows(aScenario({ rows, routerCost: 0.001 }))[0]?.cost).toBeCloseTo(0.033, 12);
	});

	test('pays the check on what is routed small, and keeps each row’s own repairs', () => {
		const check = { catches: 0.9, falseAlarms: 0.05, cost: 0.001, latency: 0 };
		expect(costs({ check })).toEqual(near(0.032, 0.00848, 0.0058, 0.0218, 0.032));
		expect(costs({ check: { ...check, cost: null } })).toEqual([...near(0.032), null, null, null, ...near(0.032)]);
	});

	test('takes a row’s own tokens', () => {
		const rows = [aRow('short', { tokens: { fresh: 1000, cached: 0, output: 0 } })];
		expect(costRows(aScenario({ rows }))).toEqual([{ id: 'short', cost: expect.closeTo(0.01, 12) }]);
	});
});

describe('break-evens', () => {
	const lanes = laneCosts(aScenario(), SHARED);

	test('are 95% repairs and 0.0076 hand-offs at the chapter’s prices', () => {
		expect(breakEvenRepair(lanes)).toBeCloseTo(0.95, 12);
		expect(handoffBreakEven(lanes, 4)).toBeCloseTo(0.0076, 12);
	});

	test('count the check', () => {
		expect(breakEvenRepair({ ...lanes, check: 0.016 })).toBeCloseTo(0.45, 12);
	});

	test('over 0 are not measured', () => {
		expect(breakEvenRepair({ small: 1, strong: 0, check: 0 })).toBeNaN();
		expect(handoffBreakEven(lanes, 0)).toBeNaN();
	});

	test('of the board weigh the segments’ lanes by their shares', () => {
		const tokens = { fresh: 0, cached: 0, output: 4000 };
		const segments = [aSegment({ id: 'a', share: 0.75 }), aSegment({ id: 'b', share: 0.25, tokens })];
		const { metrics } = evaluate(aScenario({ segments }));
		const [small, strong] = [0.75 * 0.0016 + 0.25 * 0.006, 0.75 * 0.032 + 0.25 * 0.12];
		expect(metrics.breakEvenRepair).toBeCloseTo(1 - small / strong, 12);
		expect(metrics.handoffBreakEven).toBeCloseTo((strong - small) / 4, 12);
	});
});
