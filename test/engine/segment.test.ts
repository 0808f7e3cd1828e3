import { describe, expect, test } from 'vitest';
import type { Check, Segment } from '../../src/engine/scenario.js';
import { type SegmentNumbers, segmentNumbers } from '../../src/engine/segment.js';
import { aCheck, aSegment } from '../support/scenarios.js';

const COSTS = { small: 0.0016, strong: 0.032, smallCold: 0, strongCold: 0 };
const SPLIT = { p: 0.5, q: 0.8, u: 0.6 };

interface Given {
	readonly split?: { p?: number; q?: number; u?: number };
	readonly segment?: Partial<Segment>;
	readonly delta?: number;
	readonly check?: Partial<Check>;
	readonly strongDetection?: number;
}

function numbers({ split, segment, delta = 0.5, check, strongDetection = 0.8 }: Given): SegmentNumbers {
	const verifier = check && aCheck({ falseAlarms: 0.1, cost: 0, latency: 0, ...check });
	return segmentNumbers(aSegment(segment), { ...SPLIT, ...split }, delta, verifier ?? null, strongDetection, COSTS);
}

/** Returns r, c, v, e₂ and s. */
const repairs = (given: Given): number[] => {
	const { repairRate, caught, wasted, escalated, silentSmall } = numbers(given);
	return [repairRate, caught, wasted, escalated, silentSmall];
};
const near = (...values: number[]): unknown[] => values.map((value) => expect.closeTo(value, 12));

// 20% of small answers fail, and half of those are noticed: 10%.
describe('repairs without a check', () => {
	test.each<[string, number, number[]]>([
		['none', 0, [0, 0, 0, 0.1, 0.1]],
		['fewer than the noticed failures hit only those', 0.04, [0.04, 0.04, 0, 0.06, 0.1]],
		['as many as the noticed failures hit all of them', 0.1, [0.1, 0.1, 0, 0, 0.1]],
		// 0.36 − 0.1 blind ones over 0.9, of which 0.1 failed.
		['more than the noticed failures are partly blind', 0.37, [0.37, 0.13, 0.24, 0, 0.07]],
		['all', 1, [1, 0.2, 0.8, 0, 0]],
	])('%s', (_, repairRate, wanted) => {
		expect(repairs({ segment: { repairRate } })).toEqual(near(...wanted));
	});

	test('are never blind if every answer is a noticed failure: e₁ = 1', () => {
		expect(repairs({ split: { q: 0 }, delta: 1, segment: { repairRate: 0.4 } })).toEqual(near(0.4, 0.4, 0, 0.6, 0));
	});

	test('are all wasted in a lane that never fails', () => {
		expect(repairs({ split: { q: 1 }, segment: { repairRate: 0.3 } })).toEqual(near(0.3, 0, 0.3, 0, 0));
	});
});

describe('repairs with a check', () => {
	test('are derived from catches of wrong answers and false alarms on right ones', () => {
		expect(repairs({ check: {}, segment: { repairRate: 0.7 } })).toEqual(near(0.26, 0.18, 0.08, 0, 0.02));
	});

	test('catch first the failures that would have been noticed', () => {
		expect(repairs({ check: { catches: 0.3 } })).toEqual(near(0.14, 0.06, 0.08, 0.04, 0.1));
	});

	test('equal those without one if the check flags nothing', () => {
		expect(repairs({ check: { catches: 0, falseAlarms: 0 } })).toEqual(repairs({}));
	});
});

describe('a segment', () => {
	test('has the outcomes computed by hand', () => {
		const result = numbers({ segment: { repairRate: 0.37, strongOnEasy: 0.9, strongOnHard: 0.7 } });
		const resolution = 0.5 * (0.8 - 0.24 + 0.24 * 0.9 + 0.13 * 0.7) + 0.5 * (0.6 * 0.9 + 0.4 * 0.7);
		const failed = 0.5 * (0.13 * 0.3 + 0.24 * 0.1) + 0.5 * (0.6 * 0.1 + 0.4 * 0.3);
		expect(result.resolution).toBeCloseTo(resolution, 12);
		expect(result.handoff).toBeCloseTo(0.8 * failed, 12);
		expect(result.silent).toBeCloseTo(1 - resolution - 0.8 * failed, 12);
		expect(result.cost).toBeCloseTo(0.5 * (0.0016 + 0.37 * 0.032) + 0.5 * 0.032, 12);
		// 20% of the small half is wrong, of which strong gets 70%; of the 80% that is right, strong fails 10%.
		expect(result.avoidable).toBeCloseTo(0.5 * 0.2 * 0.7, 12);
		expect(result.gained).toBeCloseTo(0.5 * 0.8 * 0.1, 12);
	});
});

const unknown = Number.NaN;

describe('an unmeasured rate makes only dependent figures NaN:', () => {
	test.each<[string, Given, (keyof SegmentNumbers)[]]>([
		['u', { split: { u: unknown } }, ['resolution', 'handoff', 'silent']],
		[
			'q',
			{ split: { q: unknown } },
			['escalated', 'silentSmall', 'resolution', 'handoff', 'silent', 'avoidable', 'gained'],
		],
		['δ', { delta: unknown }, ['escalated', 'silentSmall', 'handoff', 'silent']],
		['D', { strongDetection: unknown }, ['handoff', 'silent']],
		['tₑ', { segment: { strongOnEasy: null } }, ['resolution', 'handoff', 'silent', 'gained']],
		['tₕ', { segment: { strongOnHard: null } }, ['resolution', 'handoff', 'silent', 'avoidable']],
		[
			'catches of the check',
			{ check: { catches: null } },
			['repairRate', 'caught', 'escalated', 'silentSmall', 'resolution', 'handoff', 'silent', 'cost'],
		],
		[
			'false alarms of the check',
			{ check: { falseAlarms: null } },
			['repairRate', 'wasted', 'resolution', 'handoff', 'silent', 'cost'],
		],
	])('%s', (_, given, expected) => {
		const result = numbers(given);
		const missing = Object.entries(result).filter(([name, value]) => !(name in SPLIT) && Number.isNaN(value));
		expect(missing.map(([name]) => name)).toEqual(expected);
	});
});

describe('a rate that applies to no request need not be measured:', () => {
	const all = ['repairRate', 'resolution', 'handoff', 'silent', 'cost'] as const;
	test.each<[string, Given]>([
		['q and the small lane at p = 0', { split: { p: 0, q: unknown }, delta: unknown, check: { catches: null } }],
		['u at p = 1', { split: { p: 1, u: unknown } }],
		['u if the strong model is as good on both kinds', { split: { u: unknown }, segment: { strongOnHard: 0.99 } }],
		['δ if nothing fails', { split: { q: 1 }, delta: unknown }],
		['δ if everything is repaired', { segment: { repairRate: 1 }, delta: unknown }],
		['δ if a check catches everything', { check: { catches: 1 }, delta: unknown }],
		['tₑ if no strong-routed request is easy', { split: { u: 0 }, segment: { strongOnEasy: null } }],
		['tₕ if no strong-routed request is hard', { split: { u: 1 }, segment: { strongOnHard: null } }],
		['D if the strong lane never fails', { segment: { strongOnEasy: 1, strongOnHard: 1 }, strongDetection: unknown }],
	])('%s', (_, given) => {
		const result = numbers(given);
		const needed = result.p === 0 ? all.slice(1) : all;
		for (const name of needed) expect(result[name], name).not.toBeNaN();
	});

	test('all rates of the strong lane at p = 1', () => {
		const result = numbers({ segment: { strongOnEasy: null, strongOnHard: null }, split: { p: 1 } });
		expect(result.resolution).toBeCloseTo(0.8, 12);
	});
});
