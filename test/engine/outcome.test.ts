import { describe, expect, test } from 'vitest';
import { calibrate, computeOutcome, evaluate, METRIC_NAMES } from '../../src/engine/index.js';
import { aGuardrail, week31, withEvery, withSegments } from '../support/scenarios.js';

describe('an outcome', () => {
	const outcome = computeOutcome(week31());

	test('has every metric of both sides, in the order of reports', () => {
		expect(Object.keys(outcome.metrics)).toEqual([...METRIC_NAMES]);
		expect(Object.keys(outcome.baseline)).toEqual([...METRIC_NAMES]);
	});

	test('has no NaN and no ∞ anywhere: what is not measured is null', () => {
		const unknown = withEvery(week31(), { easyShare: null, silentCost: null, strongOnHard: null });
		for (const scenario of [week31(), unknown, withEvery(week31(), { routedSmall: 0 })]) {
			const text = JSON.stringify(computeOutcome(scenario), (_, value) => {
				return typeof value === 'number' && !Number.isFinite(value) ? 'not a number' : value;
			});
			expect(text).not.toContain('not a number');
		}
	});

	test('has its segments in the scenario’s order, with the baseline’s beside them', () => {
		expect(outcome.segments.map(({ id }) => id)).toEqual(['faq', 'refund', 'policy', 'billing']);
		expect(outcome.baselineSegments.map(({ routedSmall }) => routedSmall)).toEqual([0, 0, 0, 0]);
	});

	test('has what the artifact showed in its segments', () => {
		expect(outcome.segments.map(({ smallSuccess, escalated }) => [smallSuccess, escalated])).toEqual([
			[expect.closeTo(0.96, 10), expect.closeTo(0.03, 10)],
			[expect.closeTo(0.81, 10), expect.closeTo(0.16, 10)],
			[expect.closeTo(0.68, 10), expect.closeTo(0.27, 10)],
			[expect.closeTo(0.72, 10), expect.closeTo(0.22, 10)],
		]);
	});
});

describe('the baseline', () => {
	test('by default routes nothing small, checks nothing and pays no router', () => {
		const check = { catches: 0.9, falseAlarms: 0.05, cost: 0.0016, latency: 100 };
		const { metrics, baseline } = computeOutcome({ ...week31(), check, routerCost: 0.001 });
		expect(baseline).toEqual(computeOutcome(week31()).baseline);
		expect(metrics.saving).toBeCloseTo(1 - (metrics.cost as number) / 0.032, 12);
	});

	test('may be another scenario, which then is what savings and vetoes compare with', () => {
		const pinned = withSegments(week31(), { faq: { routedSmall: 0.5 } });
		const { metrics, baseline, baselineSegments } = computeOutcome(week31(), { baseline: pinned });
		const before = evaluate(pinned);
		expect(baseline).toMatchObject({ cost: before.metrics.cost, saving: 0, vetoValue: null });
		expect(baselineSegments).toEqual(before.segments);
		expect(metrics.saving).toBeCloseTo(1 - (metrics.cost as number) / (before.metrics.cost as number), 12);
	});

	test('has a veto value while resolution falls, and none once it does not', () => {
		expect(computeOutcome(week31()).metrics.vetoValue).toBeCloseTo(0.80733, 5);
		const repaired = withEvery(week31(), { repairRate: 1 });
		const worse = withSegments(week31(), { faq: { routedSmall: 1 } });
		expect(computeOutcome(repaired, { baseline: worse }).metrics.vetoValue).toBeNull();
		expect(computeOutcome(week31(), { baseline: week31() }).metrics.vetoValue).toBeNull();
	});
});

test('a calibration is kept while the mix is edited', () => {
	const kept = calibrate(week31());
	const edited = withSegments(week31(), { faq: { routedSmall: 0.5, repairRate: 0.1 }, policy: { override: 'strong' } });
	expect(evaluate(edited, kept)).toEqual(evaluate(edited));
});

test('the same scenario gives the same outcome, and is left as it was', () => {
	const scenario = { ...week31(), guardrails: [aGuardrail()] };
	const copy = structuredClone(scenario);
	expect(computeOutcome(scenario)).toEqual(computeOutcome(scenario));
	expect(scenario).toEqual(copy);
});
