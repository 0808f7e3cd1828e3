import { describe, expect, test } from 'vitest';
import { calibrate, computeOutcome, evaluate, METRIC_NAMES } from '../../src/engine/index.js';
import { aCheck, aGuardrail, week31, withEvery, withSegments } from '../support/scenarios.js';

describe('an outcome', () => {
	const outcome = computeOutcome(week31());

	test('has every metric of both sides, in report order', () => {
		expect(Object.keys(outcome.metrics)).toEqual([...METRIC_NAMES]);
		expect(Object.keys(outcome.baseline)).toEqual([...METRIC_NAMES]);
	});

	test('has neither NaN nor ∞ anywhere: unmeasured figures are null', () => {
		const unknown = withEvery(week31(), { easyShare: null, silentCost: null, strongOnHard: null });
		for (const scenario of [week31(), unknown, withEvery(week31(), { routedSmall: 0 })]) {
			const text = JSON.stringify(computeOutcome(scenario), (_, value) => {
				return typeof value === 'number' && !Number.isFinite(value) ? 'not a number' : value;
			});
			expect(text).not.toContain('not a number');
		}
	});

	test('has its own and the baseline’s segments in the scenario’s order', () => {
		expect(outcome.segments.map(({ id }) => id)).toEqual(['faq', 'refund', 'policy', 'billing']);
		expect(outcome.reference.segments.map(({ routedSmall }) => routedSmall)).toEqual([0, 0, 0, 0]);
	});

	test('has the artifact’s figures in its segments', () => {
		expect(outcome.segments.map(({ smallSuccess, escalated }) => [smallSuccess, escalated])).toEqual([
			[expect.closeTo(0.96, 10), expect.closeTo(0.03, 10)],
			[expect.closeTo(0.81, 10), expect.closeTo(0.16, 10)],
			[expect.closeTo(0.68, 10), expect.closeTo(0.27, 10)],
			[expect.closeTo(0.72, 10), expect.closeTo(0.22, 10)],
		]);
	});
});

describe('the baseline', () => {
	test('by default has nothing routed small, no check and no router cost', () => {
		const check = aCheck({ latency: 100 });
		const { metrics, baseline } = computeOutcome({ ...week31(), check, routerCost: 0.001 });
		expect(baseline).toEqual(computeOutcome(week31()).baseline);
		expect(metrics.saving).toBeCloseTo(1 - (metrics.cost as number) / 0.032, 12);
	});

	test('is the scenario’s own if it has one, and savings, break-evens and vetoes compare with it', () => {
		const set = { 'segments.faq.routedSmall': 0.5 };
		const { metrics, baseline, reference } = computeOutcome({ ...week31(), baseline: { name: 'last week', set } });
		const before = evaluate(withSegments(week31(), { faq: { routedSmall: 0.5 } }));
		expect(baseline).toMatchObject({ cost: before.metrics.cost, saving: 0, vetoValue: null });
		expect(reference.segments).toEqual(before.segments);
		const [cost, baselineCost] = [metrics.cost as number, before.metrics.cost as number];
		expect(metrics.saving).toBeCloseTo(1 - cost / baselineCost, 12);
		// The saving over the small-routed requests, at USD 4 per hand-off.
		expect(metrics.handoffBreakEven).toBeCloseTo((baselineCost - cost) / (0.80005 * 4), 12);
	});

	test('set by the scenario applies to the edited state, so that prices change on both sides', () => {
		const named = { ...week31(), baseline: { name: null, set: { 'segments.faq.routedSmall': 0.5 } } };
		const { strong } = named.prices;
		const dearer = { ...named, prices: { ...named.prices, strong: { ...strong, input: 20 } } };
		// Another USD 0.02 for 2,000 tokens of each strong request: 1 − smallShare of them.
		const small = 0.80005 - 0.865 * (0.84 - 0.5);
		const more = (computeOutcome(dearer).baseline.cost as number) - (computeOutcome(named).baseline.cost as number);
		expect(more).toBeCloseTo(0.02 * (1 - small), 12);
	});

	test('gives a veto value only if resolution falls', () => {
		expect(computeOutcome(week31()).metrics.vetoValue).toBeCloseTo(0.80733, 5);
		const repaired = withEvery(week31(), { repairRate: 1 });
		const worse = { name: null, set: { 'segments.faq.routedSmall': 1, 'segments.faq.repairRate': 0 } };
		expect(computeOutcome({ ...repaired, baseline: worse }).metrics.vetoValue).toBeNull();
		const itself = computeOutcome({ ...week31(), baseline: { name: null, set: {} } });
		expect([itself.metrics.vetoValue, itself.metrics.saving]).toEqual([null, 0]);
	});
});

describe('a pinned baseline', () => {
	const pin = withSegments(week31(), { faq: { routedSmall: 0.5 } });
	const [alone, pinned] = [computeOutcome(week31()), computeOutcome(week31(), { baseline: pin })];

	test('is the reference of deltas and pressure', () => {
		const before = evaluate(pin);
		expect(alone.pinned).toBeNull();
		expect(alone.reference.metrics).toEqual(alone.baseline);
		expect(pinned.pinned).toMatchObject({ cost: before.metrics.cost, resolution: before.metrics.resolution });
		expect(pinned.reference.metrics).toEqual(pinned.pinned);
		expect(pinned.reference.segments).toEqual(before.segments);
		expect(pinned.pressure.relieved.find(({ metric }) => metric === 'cost')?.from).toBe(before.metrics.cost);
	});

	test('changes nothing else', () => {
		expect(pinned.metrics).toEqual(alone.metrics);
		expect(pinned.noise).toEqual(alone.noise);
		expect(pinned.baseline).toEqual(alone.baseline);
		expect(pinned.guardrails).toEqual(alone.guardrails);
		expect([pinned.verdict, pinned.decidedBy, pinned.gain]).toEqual([alone.verdict, alone.decidedBy, alone.gain]);
		expect(pinned.rows).toEqual(alone.rows);
	});
});

test('a calibration stays valid while the mix is edited', () => {
	const calibration = calibrate(week31());
	const edited = withSegments(week31(), { faq: { routedSmall: 0.5, repairRate: 0.1 }, policy: { override: 'strong' } });
	expect(evaluate(edited, calibration)).toEqual(evaluate(edited));
});

test('computeOutcome is deterministic and does not modify the scenario', () => {
	const scenario = { ...week31(), guardrails: [aGuardrail()] };
	const copy = structuredClone(scenario);
	// Functions differ each time, so compare the values only.
	const values = (outcome: object): unknown => JSON.parse(JSON.stringify(outcome));
	expect(values(computeOutcome(scenario))).toEqual(values(computeOutcome(scenario)));
	expect(scenario).toEqual(copy);
});
