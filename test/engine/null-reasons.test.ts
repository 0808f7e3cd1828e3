import { describe, expect, test } from 'vitest';
import { computeOutcome } from '../../src/engine/index.js';
import { segmentNullReasons } from '../../src/engine/null-reasons.js';
import type { NullReason, SegmentOutcome } from '../../src/engine/outcome-types.js';
import { METRIC_NAMES, type MetricName, type Scenario, type Segment } from '../../src/engine/scenario.js';
import { aCheck, aPrice, aScenario, aSegment, week31, withEvery } from '../support/scenarios.js';

const one = (segment: Partial<Segment>, changes: Partial<Scenario> = {}): Scenario =>
	aScenario({ segments: [aSegment(segment)], ...changes });

/** Returns the reason for each metric without a value. */
function reasons(scenario: Scenario): Partial<Record<MetricName, NullReason>> {
	const { metrics, why } = computeOutcome(scenario);
	return Object.fromEntries(
		METRIC_NAMES.flatMap((metric) => (metrics[metric] === null ? [[metric, why(metric)]] : [])),
	);
}

/** Builds a scenario in which every input is measured. */
const allMeasured = (segment: Partial<Segment> = {}, changes: Partial<Scenario> = {}): Scenario =>
	one({ risk: 'high', ...segment }, { volumePerWeek: 1000, workers: 2, ...changes });

const OF_SMALL = {
	repairRate: 'not-applicable',
	escalationRate: 'not-applicable',
	breakEvenRepair: 'not-applicable',
	handoffBreakEven: 'not-applicable',
} as const;

test('a board on which everything is measured has no null metric', () => {
	expect(reasons(allMeasured())).toEqual({});
});

describe('not applicable', () => {
	test('are the rates of small-routed requests if there are none', () => {
		// No outcome is lost against the baseline, so there is no veto value either.
		expect(reasons(allMeasured({ routedSmall: 0 }))).toEqual({ ...OF_SMALL, vetoValue: 'undefined' });
		expect(reasons(allMeasured({ override: 'strong' }))).toEqual({ ...OF_SMALL, vetoValue: 'undefined' });
	});

	test('is the high-risk share if no segment has high risk', () => {
		expect(reasons(allMeasured({ risk: 'medium' }))).toEqual({ highRiskSmall: 'not-applicable' });
	});

	test('takes precedence over not measured', () => {
		const blind = allMeasured({ routedSmall: 0, detection: null }, { handoffCost: null });
		expect(reasons(blind)).toMatchObject(OF_SMALL);
	});
});

describe('not measured', () => {
	test('are figures of latency, volume and workers that are not given', () => {
		const none = reasons(allMeasured({}, { latency: null, volumePerWeek: null, workers: null }));
		expect(none).toEqual({
			latencyMean: 'not-measured',
			latencyP50: 'not-measured',
			latencyP95: 'not-measured',
			costPerWeek: 'not-measured',
			throughputPerHour: 'not-measured',
		});
	});

	test('are total costs if hand-offs or silent failures have no known cost', () => {
		expect(reasons(allMeasured({}, { handoffCost: null }))).toEqual({
			totalCost: 'not-measured',
			totalCostPerResolved: 'not-measured',
			handoffBreakEven: 'not-measured',
		});
		expect(reasons(allMeasured({ silentCost: null }))).toEqual({
			totalCost: 'not-measured',
			totalCostPerResolved: 'not-measured',
		});
	});

	test('are hand-offs, silent failures and escalations if detection is unknown', () => {
		expect(reasons(allMeasured({ detection: null }))).toEqual({
			totalCost: 'not-measured',
			totalCostPerResolved: 'not-measured',
			escalationRate: 'not-measured',
			handoff: 'not-measured',
			silent: 'not-measured',
		});
	});

	test('is resolution if detection is unknown and decides which answers are repaired', () => {
		expect(reasons(allMeasured({ detection: null, repairRate: 0.2 })).resolution).toBe('not-measured');
		expect(reasons(allMeasured({ detection: null, repairRate: 1 }))).not.toHaveProperty('resolution');
	});

	test('is everything that depends on an unknown strong success', () => {
		expect(reasons(allMeasured({ strongOnHard: null }))).toEqual({
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

	test('are cpt50 and cpt80 if the effect of the threshold is unknown', () => {
		const { cpt50, cpt80 } = reasons(allMeasured({ routerAuc: null }));
		expect([cpt50, cpt80]).toEqual(['not-measured', 'not-measured']);
	});

	test('are spend and figures derived from it if the check’s cost is unknown', () => {
		const none = reasons(allMeasured({}, { check: aCheck({ cost: null }) }));
		for (const metric of ['cost', 'costPerResolved', 'totalCost', 'saving', 'breakEvenRepair', 'vetoValue'] as const)
			expect(none[metric], metric).toBe('not-measured');
	});

	test('takes precedence over undefined', () => {
		// Strong is no better than small where it is known, and in one segment it is not.
		const worse = withEvery(week31(), { strongOnEasy: 0.7, strongOnHard: 0.5 });
		expect(reasons(worse).pgr).toBe('undefined');
		const segments = worse.segments.map((own, i) => (i === 0 ? { ...own, strongOnHard: null } : own));
		expect(reasons({ ...worse, segments }).pgr).toBe('not-measured');
	});
});

describe('undefined', () => {
	test('is the veto value if resolution did not fall', () => {
		expect(reasons(allMeasured({ repairRate: 1, strongOnEasy: 1 }))).toMatchObject({ vetoValue: 'undefined' });
	});

	test('are the break-evens if nothing is saved', () => {
		const dear = aCheck({ catches: 0, falseAlarms: 0, cost: 0.0304 });
		const none = reasons(allMeasured({}, { check: dear }));
		expect([none.breakEvenRepair, none.handoffBreakEven]).toEqual(['undefined', 'undefined']);
		expect(reasons(allMeasured({}, { handoffCost: 0 })).handoffBreakEven).toBe('undefined');
	});

	test('is the saving if the baseline is free', () => {
		const free = { small: aPrice(), strong: aPrice() };
		const none = reasons(allMeasured({}, { prices: free }));
		expect([none.saving, none.breakEvenRepair]).toEqual(['undefined', 'undefined']);
	});

	test('are all ratios to resolution if nothing is resolved', () => {
		const hopeless = allMeasured({ easyShare: 0, strongOnHard: 0 });
		expect(reasons(hopeless)).toEqual({
			costPerResolved: 'undefined',
			totalCostPerResolved: 'undefined',
			pgr: 'undefined',
			cpt50: 'undefined',
			cpt80: 'undefined',
			vetoValue: 'undefined',
		});
	});

	test('are PGR and cpt if strong is no better than small, beyond rounding', () => {
		// E·tₑ + (1 − E)·tₕ = 0.7 · 0.7 + 0.3 · 0.7, against E = 0.7.
		const none = { pgr: 'undefined', cpt50: 'undefined', cpt80: 'undefined' };
		expect(reasons(allMeasured({ strongOnEasy: 0.7, strongOnHard: 0.7 }))).toMatchObject(none);
		expect(reasons(allMeasured({ strongOnEasy: 0.6, strongOnHard: 0.5 }))).toMatchObject(none);
		expect(reasons(allMeasured({ strongOnEasy: 0.71, strongOnHard: 0.7 }))).not.toHaveProperty('pgr');
	});

	test('are cpt50 and cpt80 if the curve does not reach the goal', () => {
		// Nine tenths stay small at every threshold: the rest can recover a tenth of the gap.
		const segments = [
			aSegment({ id: 'fixed', share: 0.9, routedSmall: 1, risk: 'high' }),
			aSegment({ id: 'free', share: 0.1 }),
		];
		const none = reasons(allMeasured({}, { segments }));
		expect(none).toMatchObject({ cpt50: 'undefined', cpt80: 'undefined' });
		expect(none).not.toHaveProperty('pgr');
	});
});

describe('the reference side', () => {
	test('gives the reasons for its own null metrics', () => {
		const { reference, baseline } = computeOutcome(allMeasured());
		expect([baseline.repairRate, reference.why('repairRate')]).toEqual([null, 'not-applicable']);
		expect([baseline.vetoValue, reference.why('vetoValue')]).toEqual([null, 'undefined']);
	});

	test('gives its own reasons if it is pinned', () => {
		const { reference } = computeOutcome(allMeasured(), { baseline: allMeasured({ silentCost: null }) });
		expect([reference.metrics.totalCost, reference.why('totalCost')]).toEqual([null, 'not-measured']);
	});
});

describe('a segment’s figure', () => {
	const reason = (figure: keyof SegmentOutcome, segment: Partial<Segment>): NullReason | undefined => {
		const outcome = computeOutcome(one(segment)).segments[0];
		if (!outcome) throw new Error('no segment');
		expect(outcome[figure]).toBeNull();
		return segmentNullReasons(outcome)[figure];
	};

	test('per small-routed request is not applicable if there are none', () => {
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

	test('of strong-routed requests is not applicable if there are none', () => {
		expect(reason('easyInStrong', { routedSmall: 1 })).toBe('not-applicable');
	});

	test('is not measured otherwise', () => {
		expect(reason('smallSuccess', { routerAuc: null })).toBe('not-measured');
		expect(reason('easyInStrong', { easyShare: null })).toBe('not-measured');
		expect(reason('escalated', { detection: null })).toBe('not-measured');
		expect(reason('routerAuc', { routedSmall: 0, routerAuc: null })).toBe('not-measured');
	});
});
