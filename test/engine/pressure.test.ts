import { describe, expect, test } from 'vitest';
import { computeOutcome, relativeChange, unmodelledPressures } from '../../src/engine/index.js';
import type { Pressure } from '../../src/engine/outcome-types.js';
import type { Scenario } from '../../src/engine/scenario.js';
import { aScenario, aSegment, week31, withEvery, withSegments } from '../support/scenarios.js';

const pressure = (scenario: Scenario, baseline?: Scenario): Pressure =>
	computeOutcome(scenario, baseline && { baseline }).pressure;
const names = (scenario: Scenario, baseline?: Scenario): string[][] => {
	const { relieved, created } = pressure(scenario, baseline);
	return [relieved, created].map((side) => side.map(({ metric }) => metric));
};

describe('pressure of week 31', () => {
	const { relieved, created } = pressure(week31());

	test('moves from spend and latency to hand-offs, silent failures, risk and resolution, largest USD first', () => {
		expect(relieved.map(({ metric }) => metric)).toEqual(['cost', 'latencyP95']);
		expect(created.map(({ metric }) => metric)).toEqual(['handoff', 'silent', 'highRiskSmall', 'resolution']);
	});

	test('has its USD per 1,000 requests', () => {
		const usd = [...relieved, ...created].map(({ usdPer1000 }) => usdPer1000);
		const silent = 0.865 * (0.010112 - 0.0044) + 0.095 * (0.025803 - 0.0122) * 12;
		const highRisk = 0.025 * (0.035396 - 0.0185) * 25 + 0.015 * (0.03428 - 0.0194) * 40;
		expect(usd).toEqual([
			expect.closeTo(-24.32152, 6),
			null,
			expect.closeTo(4000 * (0.04612106 - 0.022874), 6),
			expect.closeTo(1000 * (silent + highRisk), 6),
			null,
			null,
		]);
	});

	test('has default owners, which a scenario can replace', () => {
		expect(created.map(({ owner }) => owner)).toEqual(['support operations', 'trust and safety', 'risk', 'product']);
		const renamed = pressure({ ...week31(), owners: { handoff: 'the desk' } });
		expect(renamed.created[0]?.owner).toBe('the desk');
	});
});

describe('a change of a metric', () => {
	const repaired = (repairRate: number): Scenario =>
		aScenario({ segments: [aSegment({ routedSmall: 1, repairRate })] });

	test('of a rate is reported from 0.05 points on', () => {
		expect(names(repaired(0.0005), repaired(0))[1]).toContain('repairLoad');
		expect(names(repaired(0.00049), repaired(0))[1]).not.toContain('repairLoad');
	});

	test('of money or time is reported from 0.5% on', () => {
		const priced = (routerCost: number): Scenario => ({ ...week31(), routerCost });
		const cost = computeOutcome(week31()).metrics.cost as number;
		expect(names(priced(cost * 0.005), week31())).toEqual([[], ['cost']]);
		expect(names(priced(cost * 0.0049), week31())).toEqual([[], []]);
		expect(names(week31(), priced(cost * 0.01))).toEqual([['cost'], []]);
	});

	test('is not reported for a board against itself', () => {
		expect(names(week31(), week31())).toEqual([[], []]);
	});

	test('is left out if one side is not measured', () => {
		expect(names(withSegments(week31(), { faq: { strongOnHard: null } }))).toEqual([
			['cost', 'latencyP95'],
			['highRiskSmall'],
		]);
	});

	test('is reported without USD if its cost is not measured', () => {
		const { created } = pressure({ ...week31(), handoffCost: null });
		expect(created.find(({ metric }) => metric === 'handoff')?.usdPer1000).toBeNull();
		expect(created.find(({ metric }) => metric === 'silent')?.usdPer1000).toBeCloseTo(39.9363, 4);
	});

	test('in the good direction is relief', () => {
		const everything = withEvery(week31(), { routedSmall: 1 });
		expect(names(week31(), everything)[0]?.slice(0, 2)).toEqual(['handoff', 'silent']);
	});
});

test('relativeChange is infinite from 0', () => {
	expect(relativeChange({ from: 0, to: 0.1 })).toBe(Infinity);
	expect(relativeChange({ from: 0.2, to: 0.1 })).toBe(0.5);
	expect(relativeChange({ from: 0, to: 0 })).toBe(0);
});

test('pressures that are not modelled are listed by name', () => {
	expect(unmodelledPressures(week31())).toEqual(['queueing', 'cache', 'memory']);
	// If a lane switch loses the cache, that is part of the costs.
	expect(unmodelledPressures({ cache: { onSwitch: 'lost', write: 1.25 } })).toEqual(['queueing', 'memory']);
});
