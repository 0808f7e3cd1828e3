import { describe, expect, it } from 'vitest';
import {
	type Condition,
	describeCondition,
	describeMeasurement,
	describeMoment,
	figureOf,
	measureCondition,
	scenarioAt,
} from '../../../src/engine/expectations/index.js';
import { evaluate } from '../../../src/engine/index.js';
import { week31 } from '../../support/scenarios.js';

const scenario = {
	...week31(),
	weeks: [
		{ week: 30, label: 'Before', set: { 'segments.faq.routedSmall': 0.5 } },
		{ week: 31, label: 'After', set: { 'segments.faq.routedSmall': 0.84 } },
	],
	states: [
		{
			id: 'overridden',
			name: 'High risk strong',
			from: null,
			set: { 'segments.policy.override': 'strong', 'segments.billing.override': 'strong' },
		},
		{
			id: 'mended',
			name: 'And repairs',
			from: 'overridden',
			set: { 'segments.faq.repairRate': 0.03, 'segments.refund.repairRate': 0.16 },
		},
	],
};

const bound = (changes: Partial<Extract<Condition, { kind: 'bound' }>>): Condition => ({
	kind: 'bound',
	figure: 'resolution',
	segment: null,
	atLeast: null,
	atMost: null,
	...changes,
});

describe('scenarioAt', () => {
	it('returns the scenario itself, a state built on another, and a week', () => {
		expect(scenarioAt(scenario, null)).toBe(scenario);
		// The model's own figures of the two edits of week 31.
		expect(figureOf(scenarioAt(scenario, 'overridden') ?? scenario, 'resolution', null)).toBeCloseTo(0.94519, 6);
		expect(figureOf(scenarioAt(scenario, 'mended') ?? scenario, 'resolution', null)).toBeCloseTo(0.971288, 6);
		expect(scenarioAt(scenario, 30)?.segments[0]?.routedSmall).toBe(0.5);
	});

	it('keeps the scenario’s states, so that another one can be entered', () => {
		expect(scenarioAt(scenario, 'mended')?.states).toEqual(scenario.states);
	});

	it('returns null for an unknown state or week', () => {
		expect(scenarioAt(scenario, 'nowhere')).toBeNull();
		expect(scenarioAt(scenario, 29)).toBeNull();
	});
});

describe('a figure between limits', () => {
	it('holds on the limit, and otherwise says by how much it misses', () => {
		const value = evaluate(scenario).metrics.resolution ?? 0;
		expect(measureCondition(scenario, bound({ atLeast: value, atMost: value }))).toMatchObject({ holds: true });
		const short = measureCondition(scenario, bound({ atLeast: value + 0.01 }));
		expect(short).toEqual({ holds: false, value, missing: expect.closeTo(0.01, 12) });
		expect(measureCondition(scenario, bound({ atMost: value - 0.02 })).missing).toBeCloseTo(0.02, 12);
	});

	it('is compared with the baseline, a state or a week, as difference or ratio', () => {
		const against = (moment: string | number | null, as: 'difference' | 'ratio', figure = 'cost' as const) =>
			measureCondition(scenario, bound({ figure, atLeast: -9, against: { moment, as } })).value;
		expect(against('baseline', 'ratio')).toBeCloseTo(0.0076785 / 0.032, 5);
		expect(against('overridden', 'difference')).toBeCloseTo(0.0076785 - 0.00815, 6);
		// 0.865·(0.84 − 0.5) more requests that cost 0.0304 less.
		expect(against(30, 'difference')).toBeCloseTo(-0.865 * 0.34 * 0.0304, 9);
		expect(
			measureCondition(scenario, bound({ atLeast: 0, against: { moment: null, as: 'difference' } }), 'mended').value,
		).toBeCloseTo(0.971288 - 0.941282, 5);
	});

	it('is that of one segment as the whole traffic, if one is named', () => {
		expect(
			measureCondition(scenario, bound({ figure: 'smallSuccess', segment: 'billing', atMost: 1 })).value,
		).toBeCloseTo(0.72, 9);
		expect(
			measureCondition(scenario, bound({ figure: 'smallShare', segment: 'billing', atMost: 1 })).value,
		).toBeCloseTo(0.3, 9);
	});

	it('does not hold if it is not measured, or the segment or moment does not exist', () => {
		const blind = { ...scenario, handoffCost: null };
		const unavailable = { holds: false, value: null, missing: null };
		expect(measureCondition(blind, bound({ figure: 'totalCost', atLeast: -1e9 }))).toEqual(unavailable);
		expect(measureCondition(scenario, bound({ segment: 'nobody', atLeast: 0 }))).toEqual(unavailable);
		expect(measureCondition(scenario, bound({ atLeast: 0 }), 'nowhere')).toEqual(unavailable);
		expect(measureCondition(scenario, bound({ atLeast: 0, against: { moment: 'nowhere', as: 'ratio' } }))).toEqual(
			unavailable,
		);
	});
});

describe('other conditions', () => {
	it('test the verdict and every guardrail', () => {
		expect(measureCondition(scenario, { kind: 'verdict', verdict: 'roll-back' }).holds).toBe(true);
		expect(measureCondition(scenario, { kind: 'verdict', verdict: 'ship' })).toMatchObject({
			holds: false,
			value: 'roll-back',
		});
		const guardrail = (stands: 'held' | 'breached', segment: string | null = null) =>
			measureCondition(scenario, { kind: 'guardrail', metric: 'highRiskSmall', segment, stands });
		expect(guardrail('breached').holds).toBe(true);
		expect(guardrail('held').holds).toBe(false);
		expect(guardrail('breached', 'faq')).toEqual({ holds: false, value: null, missing: null });
	});

	it('test when a signal alarms, and whether before another one', () => {
		const alarm = (changes: object) =>
			measureCondition(scenario, { kind: 'alarm', metric: 'smallShare', ...changes }).holds;
		expect(alarm({})).toBe(true);
		expect(alarm({ week: 31 })).toBe(true);
		expect(alarm({ week: 30 })).toBe(false);
		expect(alarm({ week: null })).toBe(false);
		expect(alarm({ before: 'repairRate' })).toBe(true); // which never alarms
		expect(alarm({ before: 'cost' })).toBe(false); // which alarms in the same week
		expect(alarm({ metric: 'repairRate', week: null })).toBe(true);
	});
});

describe('wording', () => {
	it.each<[Condition, string, string]>([
		[bound({ atLeast: 0.95 }), 'resolution at least 95%', 'it is 94.13%'],
		[bound({ figure: 'silent', segment: 'faq', atMost: 0.01 }), 'silent (faq) at most 1%', 'it is 1.011%'],
		[
			bound({ atLeast: -0.02, atMost: 0, against: { moment: 'baseline', as: 'difference' } }),
			'resolution − baseline −2 points to 0 points',
			'it is −3.013 points',
		],
		[
			bound({ figure: 'cost', atMost: 0.1, against: { moment: 30, as: 'ratio' } }),
			'cost ÷ week 30 at most 0.1',
			'it is 0.462',
		],
		[
			{ kind: 'verdict', verdict: 'ship' },
			'verdict ship',
			'it is roll-back, decided by resolution 94.13% (at least 96.14%) and highRiskSmall 38.75% (at most 5%)',
		],
		[{ kind: 'alarm', metric: 'cost', week: null }, 'cost never alarms', 'it alarms in week 31'],
		[bound({ figure: 'latencyP95', atMost: 1 }), 'latencyP95 at most 1 ms', 'it is 2,833 ms'],
	])('describes condition and measured value, case %#', (condition, words, found) => {
		expect(describeCondition(condition)).toBe(words);
		expect(describeMeasurement(condition, measureCondition(scenario, condition))).toBe(found);
	});

	it('describes moments', () => {
		expect([null, 'mended', 31].map(describeMoment)).toEqual(['', 'in the state mended', 'in week 31']);
	});
});
