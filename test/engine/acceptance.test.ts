import { describe, expect, test } from 'vitest';
import { allStrongBaseline } from '../../src/engine/baseline.js';
import { computeCurve, computeOutcome, evaluate } from '../../src/engine/index.js';
import type { MetricName, Scenario } from '../../src/engine/scenario.js';
import { mmlu } from '../support/mmlu.js';
import { aCheck, week31, withEvery, withSegments } from '../support/scenarios.js';

/** Expects a value to agree with a printed acceptance figure to 1e-6; times are printed to 1e-3. */
function expectPrinted(value: number | null | undefined, printed: number): void {
	expect(value).toBeTypeOf('number');
	expect(Math.abs((value as number) - printed)).toBeLessThanOrEqual(printed >= 1 ? 5.0001e-4 : 1e-6);
}

const TABLE: readonly (readonly [MetricName, number | null, number])[] = [
	['cost', 0.032, 0.0076785],
	['smallShare', 0, 0.80005],
	['resolution', 0.9714075, 0.941282],
	['handoff', 0.022874, 0.046121],
	['silent', 0.0057185, 0.012597],
	['falseEasy', 0, 0.0448545],
	['falseHard', 0.87605, 0.1208545],
	['escalationRate', null, 0.0437848],
	['costPerResolved', 0.032942, 0.008157],
	['totalCostPerResolved', 0.169252, 0.290047],
	['latencyMean', 2226.835, 1080.681],
	['latencyP50', 1900, 804.514],
	['latencyP95', 4800, 2832.609],
];

describe('week 31', () => {
	const outcome = computeOutcome(week31());

	test.each(TABLE)('has the printed %s, now and all strong', (metric, allStrong, now) => {
		expectPrinted(outcome.metrics[metric], now);
		if (allStrong === null) expect(outcome.baseline[metric]).toBeNull();
		else expectPrinted(outcome.baseline[metric], allStrong);
	});

	test.each([
		['faq', 0.8318],
		['refund', 0.7775],
		['policy', 0.7778],
		['billing', 0.7806],
	])('has the printed router skill in %s', (id, auc) => {
		const found = outcome.segments.find((segment) => segment.id === id)?.routerAuc ?? 0;
		expect(Math.abs(found - auc)).toBeLessThanOrEqual(5e-5);
	});

	test('is the opening failure: spend −76%, resolution −3.0 points, hand-offs ×2, total per resolved +71%', () => {
		const { metrics, baseline } = outcome;
		const ratioToBaseline = (metric: MetricName): number => (metrics[metric] as number) / (baseline[metric] as number);
		expect(metrics.saving).toBeCloseTo(0.76, 3);
		expect((baseline.resolution as number) - (metrics.resolution as number)).toBeCloseTo(0.03, 3);
		expect(ratioToBaseline('handoff')).toBeCloseTo(2, 1);
		expect(ratioToBaseline('totalCostPerResolved')).toBeCloseTo(1.71, 2);
	});

	test('has metrics without a printed figure that follow from those with one', () => {
		const { metrics, baseline } = outcome;
		expectPrinted(metrics.highRiskSmall, (0.025 * 0.44 + 0.015 * 0.3) / 0.04);
		expectPrinted(metrics.breakEvenRepair, 0.95);
		expectPrinted(metrics.handoffBreakEven, 0.0076);
		expectPrinted(metrics.costPerWeek, 76.7848);
		expectPrinted(metrics.pgr, (0.941281675 - 0.87605) / (0.9714075 - 0.87605));
		expectPrinted(metrics.vetoValue, (0.032 - 0.00767848) / (0.9714075 - 0.941281675));
		expect([metrics.repairLoad, metrics.repairRate, metrics.throughputPerHour]).toEqual([0, 0, null]);
		expect([baseline.pgr, baseline.saving, baseline.vetoValue, baseline.repairRate]).toEqual([1, 0, null, null]);
	});

	test('is rolled back', () => {
		expect(outcome.verdict).toBe('roll-back');
		expect(outcome.guardrails.map(({ metric, state }) => [metric, state])).toEqual([
			['resolution', 'breached'],
			['silent', 'cannot-tell'],
			['highRiskSmall', 'breached'],
			['repairRate', 'held'],
			['latencyP95', 'held'],
		]);
	});
});

describe('edits of week 31', () => {
	const overridden = withSegments(week31(), { policy: { override: 'strong' }, billing: { override: 'strong' } });
	const check = aCheck({ latency: 0 });
	const edits: readonly (readonly [string, Scenario, readonly [number, number, number, number]])[] = [
		['policy and billing overridden to strong', overridden, [0.00815, 0.94519, 0.042859, 0.011952]],
		[
			'and repair FAQ 3%, refund 16%',
			withSegments(overridden, { faq: { repairRate: 0.03 }, refund: { repairRate: 0.16 } }),
			[0.009144, 0.971288, 0.015766, 0.012946],
		],
		['every segment to 100% small', withEvery(week31(), { routedSmall: 1 }), [0.0016, 0.87605, 0.097537, 0.026413]],
		[
			'every router AUC 0.5, mix unchanged',
			withEvery(week31(), { routerAuc: 0.5 }),
			[0.007678, 0.905891, 0.073438, 0.020671],
		],
		['a check', { ...week31(), check }, [0.011459, 0.974814, 0.01656, 0.008626]],
	];

	test.each(edits)('%s: has the printed figures', (_, scenario, [cost, resolution, handoff, silent]) => {
		const { metrics } = evaluate(scenario);
		expectPrinted(metrics.cost, cost);
		expectPrinted(metrics.resolution, resolution);
		expectPrinted(metrics.handoff, handoff);
		expectPrinted(metrics.silent, silent);
	});

	test('an override keeps the mix for when it is removed', () => {
		const restored = withSegments(overridden, { policy: { override: null }, billing: { override: null } });
		expect(evaluate(restored)).toEqual(evaluate(week31()));
	});
});

describe('MMLU', () => {
	const scenario = mmlu();
	const percent = (value: number | null | undefined): string => (100 * (value as number)).toFixed(2);

	test('all small, all strong and a perfect router score the published figures', () => {
		const allSmall = withEvery(scenario, { routedSmall: 1 });
		expect(percent(evaluate(allSmall).metrics.resolution)).toBe('68.08');
		expect(percent(evaluate(allStrongBaseline(scenario)).metrics.resolution)).toBe('80.58');
		expect(percent(computeCurve(scenario, 3)?.best.resolution)).toBe('85.86');
	});

	test('an almost perfect router at its own mix comes close to the perfect router', () => {
		const segments = scenario.segments.map((segment) => ({
			...segment,
			routerAuc: 0.9999,
			routedSmall: segment.easyShare as number,
		}));
		expect(evaluate({ ...scenario, segments }).metrics.resolution).toBeCloseTo(0.8586, 2);
	});

	test('has 57 subjects whose shares sum to 1, and in three of them the strong model is weaker', () => {
		expect(scenario.segments).toHaveLength(57);
		expect(scenario.segments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
		const { segments } = evaluate(allStrongBaseline(scenario));
		const weaker = segments.filter(({ resolution }, i) => {
			return (resolution as number) < (scenario.segments[i]?.easyShare as number);
		});
		expect(weaker.map(({ id }) => id)).toEqual(['college_chemistry', 'high_school_mathematics', 'world_religions']);
	});
});
