import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureCondition } from '../../src/engine/expectations/index.js';
import { minAlarmChange, type Signal, signalsOf, weekScenarios } from '../../src/engine/index.js';
import type { MetricName, Scenario, Week } from '../../src/engine/scenario.js';
import { labelNoise } from '../support/label-noise.js';
import { aCheck, aScenario, aSegment, week31, withEvery } from '../support/scenarios.js';

const WEEKS: readonly Week[] = [
	{ week: 28, label: 'before', set: {} },
	{ week: 29, label: 'faq a little', set: { 'segments.faq.routedSmall': 0.9 } },
	{ week: 30, label: 'repairs', set: { 'segments.faq.repairRate': 0.02 } },
	{ week: 31, label: 'more repairs', set: { 'segments.faq.repairRate': 0.2, routerCost: 0.0005 } },
];
const board = { ...week31(), weeks: WEEKS };
const signal = (metric: MetricName, scenario: Scenario = board): Signal =>
	signalsOf(scenario, [metric]).signals[0] as Signal;

describe('the weeks', () => {
	test('build on one another', () => {
		const weeks = weekScenarios(board);
		expect(weeks.map(({ week, label }) => [week, label])).toEqual(WEEKS.map(({ week, label }) => [week, label]));
		expect(weeks.map(({ scenario }) => scenario.segments[0]?.routedSmall)).toEqual([0.84, 0.9, 0.9, 0.9]);
		expect(weeks.map(({ scenario }) => scenario.segments[0]?.repairRate)).toEqual([0, 0, 0.02, 0.2]);
		expect(weeks.map(({ scenario }) => scenario.routerCost)).toEqual([0, 0, 0, 0.0005]);
	});

	test('skip refused changes', () => {
		const set = { 'segments.nobody.routedSmall': 0.5, threshold: 99, handoffCost: true, routerCost: 0.001 };
		const [only] = weekScenarios({ ...board, weeks: [{ week: 1, label: '', set }] });
		expect(only?.scenario).toEqual({ ...week31(), weeks: expect.anything(), routerCost: 0.001 });
	});

	test('may be none', () => {
		expect(signalsOf(week31())).toMatchObject({ weeks: [], signals: expect.any(Array) });
		const none = { values: [], reasons: [], noise: [], alarm: null, seen: null, lag: 0 };
		expect(signal('cost', week31())).toEqual({ metric: 'cost', ...none });
	});
});

describe('a signal', () => {
	test('has a value and its noise per week', () => {
		expect(signal('smallShare').values[0]).toBeCloseTo(0.80005, 12);
		expect(signal('smallShare').values[1]).toBeCloseTo(0.80005 + 0.865 * 0.06, 12);
		expect(signal('silent').noise.every((noise) => (noise as number) > 0)).toBe(true);
		expect(signal('cost').noise).toEqual([0, 0, 0, 0]);
	});

	test('of a share alarms once it or its complement differs by more than 10%', () => {
		// 0.80005 to 0.85195 is 6.5% more, and what stays strong is 26% less.
		expect(signal('smallShare').alarm).toBe(29);
		// 0.80005 to 0.81735: 8.7% less stays strong.
		const weeks = [WEEKS[0] as Week, { week: 29, label: '', set: { 'segments.faq.routedSmall': 0.86 } }];
		expect(signal('smallShare', { ...board, weeks }).alarm).toBeNull();
	});

	test('of money or time alarms once it differs by more than 10%', () => {
		const routed = (cost: number): number | null => {
			const weeks = [WEEKS[0] as Week, { week: 29, label: '', set: { routerCost: cost } }];
			return signal('cost', { ...board, weeks }).alarm;
		};
		// 10% of 0.0076785.
		expect([routed(0.00076), routed(0.00077)]).toEqual([null, 29]);
	});

	test('that starts at 0 alarms at the first change beyond its noise', () => {
		expect(signal('repairRate').alarm).toBe(30);
	});

	test('does not alarm within its noise, or if it is not measured', () => {
		// Silent failures rise by 13% in week 29, less than their labels can tell.
		const values = signal('silent').values as number[];
		expect((values[1] as number) / (values[0] as number)).toBeGreaterThan(1.1);
		expect(signal('silent').alarm).toBeNull();
		expect(signal('silent', withEvery(board, { labels: 1e9 })).alarm).toBe(29);
		expect(signal('silent', withEvery(board, { labels: null })).alarm).toBeNull();
	});

	test('must exceed the noise of both weeks, the root of the sum of squares', () => {
		// Resolution depends on the small labels alone: everything is small and nothing repaired.
		const small = { routedSmall: 1, labels: 1000, strongLabels: 1e12 };
		const alarmWeek = (easyShare: number): number | null => {
			const weeks = [
				{ week: 1, label: '', set: {} },
				{ week: 2, label: '', set: { 'segments.one.easyShare': easyShare } },
			];
			return signal('resolution', aScenario({ segments: [aSegment({ ...small, easyShare: 0.95 })], weeks })).alarm;
		};
		const combinedNoise = Math.hypot(labelNoise(0.95, 1000), labelNoise(0.93, 1000));
		// A change of 2 points exceeds the margin of half a point, but not the noise.
		expect(combinedNoise).toBeGreaterThan(0.0204);
		expect(alarmWeek(0.93)).toBeNull();
		// 2.2 points exceed both.
		expect(Math.hypot(labelNoise(0.95, 1000), labelNoise(0.928, 1000))).toBeLessThan(0.022);
		expect(alarmWeek(0.928)).toBe(2);
	});

	test('compares with the scenario’s own baseline', () => {
		const named = { ...board, baseline: { name: 'as it was', set: { 'segments.faq.routedSmall': 0.84 } } };
		expect(signal('saving').values[0]).toBeCloseTo(0.7600475, 9);
		expect(signal('saving', named).values[0]).toBeCloseTo(0, 12);
	});
});

describe('the count behind a signal’s noise', () => {
	test('is the week’s small-routed requests for repairs and escalations, and all requests for hand-offs', () => {
		const week = { week: 1, label: '', set: { 'segments.faq.repairRate': 0.02 } };
		const counted = { ...board, weeks: [week] };
		const of = (metric: MetricName): [number, number] => {
			const { values, noise } = signal(metric, counted);
			return [values[0] as number, noise[0] as number];
		};
		for (const [metric, requests] of [
			['repairRate', 8000.5],
			['escalationRate', 8000.5],
			['handoff', 10_000],
		] as const) {
			const [value, noise] = of(metric);
			expect(noise, metric).toBeCloseTo(labelNoise(value, requests), 12);
		}
	});

	test('is the labels if the volume is not measured', () => {
		const week = { week: 1, label: '', set: { 'segments.billing.override': 'strong' } };
		const { handoff, repairs } = Object.fromEntries(
			signalsOf({ ...board, volumePerWeek: null, weeks: [week] }, ['handoff', 'repairRate']).signals.map((one) => [
				one.metric === 'handoff' ? 'handoff' : 'repairs',
				[one.values[0], one.noise[0]] as const,
			]),
		) as { handoff: readonly [number, number]; repairs: readonly [number, number] };
		// Billing’s 60 labels do not count for its empty small lane.
		expect(handoff[1]).toBeCloseTo(labelNoise(handoff[0], 3210), 12);
		expect(repairs[1]).toBeCloseTo(labelNoise(0, 3150), 12);
	});

	test('is the labels for outcomes, whatever the volume', () => {
		const quiet = signal('resolution', { ...board, volumePerWeek: 10 });
		expect(quiet.noise).toEqual(signal('resolution', { ...board, volumePerWeek: 1e9 }).noise);
		const loud = { ...board, volumePerWeek: 1e9 };
		expect(signal('handoff', loud).noise[0]).toBeLessThan(signal('handoff').noise[0] as number);
	});

	test('is the requests for repairs by a check, not the check’s labels', () => {
		const checked = { ...board, check: aCheck(), weeks: [{ week: 1, label: '', set: {} }] };
		const { values, noise } = signal('repairRate', checked);
		expect(noise[0]).toBeCloseTo(labelNoise(values[0] as number, 8000.5), 12);
	});

	test('is null if nothing is routed small', () => {
		const week = { week: 1, label: '', set: {} };
		const empty = { ...withEvery(board, { routedSmall: 0 }), weeks: [week] };
		expect(signal('repairRate', empty)).toMatchObject({ values: [null], noise: [null], alarm: null });
	});
});

describe('a rate and its complement', () => {
	const rate = fc.double({ min: 0.05, max: 0.95, noNaN: true });

	test('have the same margin', () => {
		fc.assert(
			fc.property(rate, (share) => {
				expect(minAlarmChange('silent', share)).toBeCloseTo(minAlarmChange('resolution', 1 - share), 12);
			}),
		);
		expect(minAlarmChange('resolution', 0.95)).toBeCloseTo(0.005, 12);
		expect(minAlarmChange('latencyP95', 4800)).toBeCloseTo(480, 9);
	});

	test('alarm together', () => {
		// No failure is noticed, so every unresolved request is silent. With this many labels only the margin decides.
		let alarms = 0;
		fc.assert(
			fc.property(fc.array(rate, { minLength: 2, maxLength: 5 }), rate, (mixes, easyShare) => {
				const weeks = mixes.map((p, i) => ({ week: i, label: '', set: { 'segments.one.routedSmall': p } }));
				const segment = aSegment({ detection: 0, easyShare, strongOnHard: 0.9, labels: 1e12 });
				const scenario = aScenario({ strongDetection: 0, segments: [segment], weeks });
				const [resolution, silent] = signalsOf(scenario, ['resolution', 'silent']).signals;
				expect(resolution?.alarm).toBe(silent?.alarm);
				if (silent?.alarm != null) alarms++;
			}),
		);
		expect(alarms).toBeGreaterThan(10);
	});
});

describe('lag', () => {
	// The FAQ goes small in week 29; in week 30 repairs begin.
	const lagging = { ...withEvery(board, { labels: 1e9 }), lag: { silent: 2, cost: 1 } };

	test('is the number of weeks from a signal’s alarm until it is seen', () => {
		expect(signal('silent', lagging)).toMatchObject({ alarm: 29, seen: 31, lag: 2 });
		expect(signal('cost', lagging)).toMatchObject({ alarm: 29, seen: 30, lag: 1 });
		expect(signal('repairRate', lagging)).toMatchObject({ alarm: 30, seen: 30, lag: 0 });
	});

	test('leaves a signal that never alarms unseen', () => {
		expect(signal('silent', { ...board, lag: { silent: 2 } })).toMatchObject({ alarm: null, seen: null, lag: 2 });
	});

	test('may end after the last week', () => {
		expect(signal('silent', { ...lagging, lag: { silent: 9 } })).toMatchObject({ alarm: 29, seen: 38 });
	});

	test('decides which alarm is seen first in claims', () => {
		const first = (metric: MetricName, before: MetricName, scenario: Scenario): boolean =>
			measureCondition(scenario, { kind: 'alarm', metric, before }).holds;
		const prompt = { ...lagging, lag: {} };
		expect([first('silent', 'repairRate', prompt), first('repairRate', 'silent', prompt)]).toEqual([true, false]);
		expect([first('silent', 'repairRate', lagging), first('repairRate', 'silent', lagging)]).toEqual([false, true]);
		// Both in week 30: neither is first.
		expect([first('cost', 'repairRate', lagging), first('repairRate', 'cost', lagging)]).toEqual([false, false]);
		// A claim about the week of the alarm ignores lag.
		expect(measureCondition(lagging, { kind: 'alarm', metric: 'silent', week: 29 }).holds).toBe(true);
	});
});
