import { describe, expect, test } from 'vitest';
import { computeOutcome } from '../../src/engine/index.js';
import type { NullReason, SegmentOutcome } from '../../src/engine/outcome-types.js';
import { segmentReasons } from '../../src/engine/reasons.js';
import { METRIC_NAMES, type MetricName, type Scenario, type Segment } from '../../src/engine/scenario.js';
import { aCheck, aPrice, aScenario, aSegment, week31, withEvery } from '../support/scenarios.js';

const one = (segment: Partial<Segment>, changes: Partial<Scenario> = {}): Scenario =>
	aScenario({ segments: [aSegment(segment)], ...changes });

/** Of every metric that has no value, why. */
function reasons(scenario: Scenario): Partial<Record<MetricName, NullReason>> {
	const { metrics, why } = computeOutcome(scenario);
	return Object.fromEntries(
		METRIC_NAMES.flatMap((metric) => (metrics[metric] === null ? [[metric, why(metric)]] : [])),
	);
}

/** Every input that is measured. */
const whole = (segment: Partial<Segment> = {}, changes: Partial<Scenario> = {}): Scenario =>
	one({ risk: 'high', ...segment }, { volumePerWeek: 1000, workers: 2, ...changes });

const OF_SMALL = {
	repairRate: 'not-applicable',
	escalationRate: 'not-applicable',
	breakEvenRepair: 'not-applicable',
	handoffBreakEven: 'not-applicable',
} as const;

test('a board on which everything is measured has none', () => {
	expect(reasons(whole())).toEqual({});
});

describe('not applicable', () => {
	test('are the rates of small-routed requests where there are none', () => {
		// Nothing is given up against the baseline, so that there is no veto value either.
		expect(reasons(whole({ routedSmall: 0 }))).toEqual({ ...OF_SMALL, vetoValue: 'undefined' });
		expect(reasons(whole({ override: 'strong' }))).toEqual({ ...OF_SMALL, vetoValue: 'undefined' });
	});

	test('is the share of high risk where no segment has any', () => {
		expect(reasons(whole({ risk: 'medium' }))).toEqual({ highRiskSmall: 'not-applicable' });
	});

	test('comes before what is not measured', () => {
		const blind = whole({ routedSmall: 0, detection: null }, { handoffCost: null });
		expect(reasons(blind)).toMatchObject(OF_SMALL);
	});
});

describe('not measured', () => {
	test('are waiting, volume and workers where they are not given', () => {
		const none = reasons(whole({}, { latency: null, volumePerWeek: null, workers: null }));
		expect(none).toEqual({
			latencyMean: 'not-measured',
			latencyP50: 'not-measured',
			latencyP95: 'not-measured',
			costPerWeek: 'not-measured',
			throughputPerHour: 'not-measured',
		});
	});

	test('is what hand-offs and silent failures cost where it is not known', () => {
		expect(reasons(whole({}, { handoffCost: null }))).toEqual({
			totalCost: 'not-measured',
			totalCostPerResolved: 'not-measured',
			handoffBreakEven: 'not-measured',
		});
		expect(reasons(whole({ silentCost: null }))).toEqual({
			totalCost: 'not-measured',
			totalCostPerResolved: 'not-measured',
		});
	});

	test('are hand-offs, silent failures and escalations where detection is not known', () => {
		expect(reasons(whole({ detection: null }))).toEqual({
			totalCost: 'not-measured',
			totalCostPerResolved: 'not-measured',
			escalationRate: 'not-measured',
			handoff: 'not-measured',
			silent: 'not-measured',
		});
	});

	test('is resolution where detection is not known and decides whom repairs hit', () => {
		expect(reasons(whole({ detection: null, repairRate: 0.2 })).resolution).toBe('not-measured');
		expect(reasons(whole({ detection: null, repairRate: 1 }))).not.toHaveProperty('resolution');
	});

	test('is all that the strong model’s success decides', () => {
		expect(reasons(whole({ strongOnHard: null }))).toEqual({
			costPerResolved: 'not-measured',
			totalCost: 'not-measured',
			totalCostPerResolved: 'not-measured',
			resolution: 'not-measured',
			handoff: 'not-measured',
			silent: 'not-measured',
			avoidable: 'not-measured',
			pgr: 'not-measured',
			cpt50: 'not-measured',
			cpt80: 'not-measured',
			vetoValue: 'not-measured',
		});
	});

	test('is the way to a goal where nobody knows what the threshold moves', () => {
		const { cpt50, cpt80 } = reasons(whole({ routerAuc: null }));
		expect([cpt50, cpt80]).toEqual(['not-measured', 'not-measured']);
	});

	test('is spend, and what is made of it, where the check’s cost is not known', () => {
		const none = reasons(whole({}, { check: aCheck({ cost: null }) }));
		for (const metric of ['cost', 'costPerResolved', 'totalCost', 'saving', 'breakEvenRepair', 'vetoValue'] as const)
			expect(none[metric], metric).toBe('not-measured');
	});

	test('comes before a ratio outside its domain', () => {
		// Strong is no better than small where it is known, and in one segment it is not.
		const worse = withEvery(week31(), { strongOnEasy: 0.7, strongOnHard: 0.5 });
		expect(reasons(worse).pgr).toBe('undefined');
		const segments = worse.segments.map((own, i) => (i === 0 ? { ...own, strongOnHard: null } : own));
		expect(reasons({ ...worse, segments }).pgr).toBe('not-measured');
	});
});

describe('undefined', () => {
	test('is the veto value where resolution did not fall', () => {
		expect(reasons(whole({ repairRate: 1, strongOnEasy: 1 }))).toMatchObject({ vetoValue: 'undefined' });
	});

	test('are the break-evens where nothing is saved', () => {
		const dear = aCheck({ catches: 0, falseAlarms: 0, cost: 0.0304 });
		const none = reasons(whole({}, { check: dear }));
		expect([none.breakEvenRepair, none.handoffBreakEven]).toEqual(['undefined', 'undefined']);
		expect(reasons(whole({}, { handoffCost: 0 })).handoffBreakEven).toBe('undefined');
	});

	test('is a saving on what is free', () => {
		const free = { small: aPrice(), strong: aPrice() };
		const none = reasons(whole({}, { prices: free }));
		expect([none.saving, none.breakEvenRepair]).toEqual(['undefined', 'undefined']);
	});

	test('are the cost of an outcome where nothing is resolved, and its kin', () => {
		const hopeless = whole({ easyShare: 0, strongOnHard: 0 });
		expect(reasons(hopeless)).toEqual({
			costPerResolved: 'undefined',
			totalCostPerResolved: 'undefined',
			pgr: 'undefined',
			cpt50: 'undefined',
			cpt80: 'undefined',
			vetoValue: 'undefined',
		});
	});

	test('are PGR and the way to it where strong is no better than small, or equal to rounding', () => {
		// E·tₑ + (1 − E)·tₕ = 0.7 · 0.7 + 0.3 · 0.7, against E = 0.7.
		const none = { pgr: 'undefined', cpt50: 'undefined', cpt80: 'undefined' };
		expect(reasons(whole({ strongOnEasy: 0.7, strongOnHard: 0.7 }))).toMatchObject(none);
		expect(reasons(whole({ strongOnEasy: 0.6, strongOnHard: 0.5 }))).toMatchObject(none);
		expect(reasons(whole({ strongOnEasy: 0.71, strongOnHard: 0.7 }))).not.toHaveProperty('pgr');
	});

	test('is a goal that the curve does not reach', () => {
		// Nine tenths stay small at every threshold: the rest can recover a tenth of the gap.
		const segments = [
			aSegment({ id: 'fixed', share: 0.9, routedSmall: 1, risk: 'high' }),
			aSegment({ id: 'free', share: 0.1 }),
		];
		const none = reasons(whole({}, { segments }));
		expect(none).toMatchObject({ cpt50: 'undefined', cpt80: 'undefined' });
		expect(none).not.toHaveProperty('pgr');
	});
});

describe('a side that is compared with', () => {
	test('says why it has no value itself', () => {
		const { compared, baseline } = computeOutcome(whole());
		expect([baseline.repairRate, compared.why('repairRate')]).toEqual([null, 'not-applicable']);
		expect([baseline.vetoValue, compared.why('vetoValue')]).toEqual([null, 'undefined']);
	});

	test('that is pinned gives its own reasons', () => {
		const { compared } = computeOutcome(whole(), { baseline: whole({ silentCost: null }) });
		expect([compared.metrics.totalCost, compared.why('totalCost')]).toEqual([null, 'not-measured']);
	});
});

describe('a segment’s figure', () => {
	const reason = (figure: keyof SegmentOutcome, segment: Partial<Segment>): NullReason | undefined => {
		const outcome = computeOutcome(one(segment)).segments[0];
		if (!outcome) throw new Error('no segment');
		expect(outcome[figure]).toBeNull();
		return segmentReasons(outcome)[figure];
	};

	test('per small-routed request is not applicable where there are none', () => {
		for (const figure of [
			'smallSuccess',
			'repairRate',
			'repairCaught',
			'repairWasted',
			'escalated',
			'silentSmall',
		] as const)
			expect(reason(figure, { routedSmall: 0 }), figure).toBe('not-applicable');
	});

	test('of what stays strong is not applicable where nothing does', () => {
		expect(reason('easyInStrong', { routedSmall: 1 })).toBe('not-applicable');
	});

	test('is not measured otherwise', () => {
		expect(reason('smallSuccess', { routerAuc: null })).toBe('not-measured');
		expect(reason('easyInStrong', { easyShare: null })).toBe('not-measured');
		expect(reason('escalated', { detection: null })).toBe('not-measured');
		expect(reason('routerAuc', { routedSmall: 0, routerAuc: null })).toBe('not-measured');
	});
});
