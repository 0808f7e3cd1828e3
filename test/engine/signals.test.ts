import { describe, expect, test } from 'vitest';
import { type Signal, signalsOf, weekScenarios } from '../../src/engine/index.js';
import type { MetricName, Scenario, Week } from '../../src/engine/scenario.js';
import { week31, withEvery } from '../support/scenarios.js';

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
	test('stand on one another', () => {
		const weeks = weekScenarios(board);
		expect(weeks.map(({ week, label }) => [week, label])).toEqual(WEEKS.map(({ week, label }) => [week, label]));
		expect(weeks.map(({ scenario }) => scenario.segments[0]?.routedSmall)).toEqual([0.84, 0.9, 0.9, 0.9]);
		expect(weeks.map(({ scenario }) => scenario.segments[0]?.repairRate)).toEqual([0, 0, 0.02, 0.2]);
		expect(weeks.map(({ scenario }) => scenario.routerCost)).toEqual([0, 0, 0, 0.0005]);
	});

	test('leave out what does not fit', () => {
		const set = { 'segments.nobody.routedSmall': 0.5, threshold: 99, handoffCost: true, routerCost: 0.001 };
		const [only] = weekScenarios({ ...board, weeks: [{ week: 1, label: '', set }] });
		expect(only?.scenario).toEqual({ ...week31(), weeks: expect.anything(), routerCost: 0.001 });
	});

	test('may be none', () => {
		expect(signalsOf(week31())).toMatchObject({ weeks: [], signals: expect.any(Array) });
		expect(signal('cost', week31())).toEqual({ metric: 'cost', values: [], noise: [], alarm: null });
	});
});

describe('a signal', () => {
	test('has a value and its noise per week', () => {
		expect(signal('smallShare').values[0]).toBeCloseTo(0.80005, 12);
		expect(signal('smallShare').values[1]).toBeCloseTo(0.80005 + 0.865 * 0.06, 12);
		expect(signal('silent').noise.every((noise) => (noise as number) > 0)).toBe(true);
		expect(signal('cost').noise).toEqual([0, 0, 0, 0]);
	});

	test('raises its alarm in the first week that is more than 10% off the first', () => {
		// 0.80005 to 0.85195 is 6.5%; cost falls by 20.5% at once.
		expect(signal('smallShare').alarm).toBeNull();
		expect(signal('cost').alarm).toBe(29);
	});

	test('that starts at 0 does so with the first move beyond its noise', () => {
		expect(signal('repairRate').alarm).toBe(30);
	});

	test('holds still inside its noise, and while it is not measured', () => {
		// Silent failures rise by 13% within week 29, less than their labels can tell.
		const values = signal('silent').values as number[];
		expect((values[1] as number) / (values[0] as number)).toBeGreaterThan(1.1);
		expect(signal('silent').alarm).toBeNull();
		expect(signal('silent', withEvery(board, { labels: 1e9 })).alarm).toBe(29);
		expect(signal('silent', withEvery(board, { labels: null })).alarm).toBeNull();
	});

	test('compares with a pinned baseline where there is one', () => {
		const [own] = signalsOf(board, ['saving']).signals;
		const [pinned] = signalsOf(board, ['saving'], week31()).signals;
		expect(own?.values[0]).toBeCloseTo(0.7600475, 9);
		expect(pinned?.values[0]).toBeCloseTo(0, 12);
	});
});
