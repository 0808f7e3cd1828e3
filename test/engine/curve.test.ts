import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	allStrongBaseline,
	type Curve,
	calibrate,
	computeCurve,
	computeOutcome,
	evaluate,
} from '../../src/engine/index.js';
import type { Scenario } from '../../src/engine/scenario.js';
import { mmlu } from '../support/mmlu.js';
import { aCheck, aScenario, aSegment, week31, withEvery, withSegments } from '../support/scenarios.js';

const curveOf = (scenario: Scenario, points = 41): Curve => {
	const lines = computeCurve(scenario, points);
	if (lines === null) throw new Error('no curve');
	return lines;
};
const number = (value: number | null | undefined): number => {
	expect(value).toBeTypeOf('number');
	return value as number;
};

describe('the threshold curve', () => {
	const lines = curveOf(week31());

	test('runs from all strong to all small, in steps of about equal small share', () => {
		const shares = lines.router.map(({ smallShare }) => number(smallShare));
		expect([shares[0], shares.at(-1)]).toEqual([0, expect.closeTo(1, 12)]);
		const steps = shares.slice(1).map((share, i) => share - (shares[i] as number));
		expect(Math.min(...steps)).toBeGreaterThan(0);
		expect(Math.max(...steps)).toBeLessThan(0.1);
	});

	test('ends at the all-strong baseline and at everything small', () => {
		const ends = [allStrongBaseline(week31()), withEvery(week31(), { routedSmall: 1 })];
		for (const [i, end] of ends.entries()) {
			const point = lines.router.at(-i);
			const { metrics } = evaluate(end);
			for (const name of ['cost', 'resolution', 'handoff', 'silent', 'pgr', 'totalCostPerResolved'] as const)
				expect(point?.[name], name).toBeCloseTo(number(metrics[name]), 12);
		}
	});

	test('agrees with the board at the same threshold', () => {
		for (const point of lines.router.slice(1, -1)) {
			const { metrics } = evaluate({ ...week31(), threshold: number(point.threshold) });
			for (const name of ['cost', 'smallShare', 'resolution', 'silent', 'pgr', 'costPerResolved'] as const)
				expect(point[name], name).toBeCloseTo(number(metrics[name]), 10);
		}
	});

	test('lies between the coin flip and the perfect router, at the same mix and cost', () => {
		for (const scenario of [week31(), mmlu()]) {
			const { router, perfect, coinFlip } = curveOf(scenario);
			for (const [i, point] of router.entries()) {
				const rivals = [coinFlip[i], perfect[i]];
				for (const rival of rivals) {
					expect(rival?.smallShare).toBe(point.smallShare);
					expect(rival?.cost).toBeCloseTo(number(point.cost), 12);
				}
				expect(number(coinFlip[i]?.resolution)).toBeLessThanOrEqual(number(point.resolution) + 1e-12);
				expect(number(perfect[i]?.resolution)).toBeGreaterThanOrEqual(number(point.resolution) - 1e-12);
			}
		}
	});

	test('has a perfect router that makes no avoidable mistake: q = min(1, E/p)', () => {
		const one = curveOf(aScenario({ strongDetection: 0 }));
		for (const { smallShare, resolution } of one.perfect) {
			const p = number(smallShare);
			const [small, easyLeft] = [Math.min(p, 0.7), Math.max(0, 0.7 - p)];
			expect(resolution).toBeCloseTo(small + easyLeft * 0.99 + (1 - p - easyLeft) * 0.84, 12);
		}
	});

	test('has a random router that sends the board’s share of every segment small, so that outcomes are linear', () => {
		for (const { smallShare, resolution, cost } of lines.random) {
			const p = number(smallShare);
			expect(resolution).toBeCloseTo(p * 0.87605 + (1 - p) * 0.9714075, 12);
			expect(cost).toBeCloseTo(p * 0.0016 + (1 - p) * 0.032, 12);
		}
		expect(lines.random[20]?.smallShare).toBeCloseTo(number(lines.router[20]?.smallShare), 12);
	});

	test('has the best possible routing: every easy request small', () => {
		const { best } = lines;
		expect(best.smallShare).toBeCloseTo(0.87605, 12);
		expect(best.resolution).toBeCloseTo(0.87605 + 0.12395 * 0.84, 12);
		expect(best.threshold).toBeNull();
	});

	test('does not move overridden segments, or segments at the ends of the mix', () => {
		const fixed = withSegments(week31(), {
			refund: { routedSmall: 1 },
			policy: { routedSmall: 0 },
			billing: { override: 'strong' },
		});
		const { router } = curveOf(fixed);
		expect(router[0]?.smallShare).toBeCloseTo(0.095, 12);
		expect(router.at(-1)?.smallShare).toBeCloseTo(0.96, 12);
	});

	test('is one point if nothing moves', () => {
		const still = withEvery(week31(), { routedSmall: 1 });
		expect(curveOf(still).router).toEqual([expect.objectContaining({ smallShare: expect.closeTo(1, 12) })]);
	});

	test('includes repairs and the check', () => {
		const check = aCheck({ latency: 0 });
		expect(curveOf({ ...week31(), check }).router.at(-1)?.cost).toBeGreaterThan(0.0032);
	});
});

describe('calls to reach a PGR', () => {
	const metricsOf = (scenario: Scenario) => computeOutcome(scenario).metrics;

	/** Finds the same by brute force: the first of many thresholds, from all small, that reaches the goal. */
	function scanForGoal(scenario: Scenario, goal: number): number {
		const calibration = calibrate(scenario);
		for (let threshold = -8; threshold < 8; threshold += 0.01) {
			const { metrics } = evaluate({ ...scenario, threshold }, calibration);
			if (number(metrics.pgr) >= goal) return 1 - number(metrics.smallShare);
		}
		throw new Error('not reached');
	}

	test.each([
		['week 31', week31()],
		['MMLU', mmlu()],
	])('finds the share of strong calls in %s', (_, scenario) => {
		const { cpt50, cpt80 } = metricsOf(scenario);
		for (const [found, goal] of [
			[cpt50, 0.5],
			[cpt80, 0.8],
		] as const) {
			const wanted = scanForGoal(scenario, goal);
			expect(number(found)).toBeLessThanOrEqual(wanted);
			expect(number(found)).toBeGreaterThan(wanted - 0.005);
		}
	});

	test('is the strong share at which PGR equals the goal', () => {
		const calls = number(metricsOf(week31()).cpt80);
		let [low, high] = [-12, 12];
		for (let i = 0; i < 60; i++) {
			const middle = (low + high) / 2;
			const { metrics } = evaluate({ ...week31(), threshold: middle });
			if (1 - number(metrics.smallShare) < calls) low = middle;
			else high = middle;
		}
		expect(evaluate({ ...week31(), threshold: high }).metrics.pgr).toBeCloseTo(0.8, 9);
	});

	test('of a coin flip equals the PGR', () => {
		const { cpt50, cpt80 } = metricsOf(withEvery(aScenario(), { routerAuc: 0.5 }));
		expect([cpt50, cpt80]).toEqual([expect.closeTo(0.5, 9), expect.closeTo(0.8, 9)]);
	});

	test('is fewer for a better router', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.5, max: 0.98, noNaN: true }), (auc) => {
				const cpt = (routerAuc: number) => number(metricsOf(withEvery(aScenario(), { routerAuc })).cpt80);
				expect(cpt(auc + 0.019)).toBeLessThan(cpt(auc));
			}),
			{ numRuns: 30 },
		);
	});

	test('does not depend on repairs, check or threshold', () => {
		const check = aCheck({ latency: 0 });
		const { cpt50 } = metricsOf(week31());
		expect(metricsOf({ ...week31(), check }).cpt50).toBe(cpt50);
		expect(metricsOf(withEvery(week31(), { repairRate: 0.3 })).cpt50).toBe(cpt50);
		expect(metricsOf({ ...week31(), threshold: 1 }).cpt50).toBe(cpt50);
	});

	test('is every call if everything stays strong', () => {
		expect(metricsOf(allStrongBaseline(week31()))).toMatchObject({ cpt50: 1, cpt80: 1 });
	});

	test('is null if the goal is not reached', () => {
		expect(metricsOf(withEvery(week31(), { routedSmall: 1 }))).toMatchObject({ cpt50: null, cpt80: null });
		// Half the traffic stays small, so that half the gap stays open: 50% can be reached and 80% cannot.
		const halves = [aSegment({ id: 'a', share: 0.6 }), aSegment({ id: 'b', share: 0.4, routedSmall: 1 })];
		const { cpt50, cpt80 } = metricsOf(aScenario({ segments: halves }));
		expect(cpt50).toBeTypeOf('number');
		expect(cpt80).toBeNull();
	});

	test('is null if the gap is 0', () => {
		expect(metricsOf(withEvery(aScenario(), { strongOnEasy: 1, strongOnHard: 0 })).cpt50).toBeNull();
	});

	test('finds a crossing that other segments undo further along the curve', () => {
		// From all small: a gains 0.21, then b loses 0.16 of it, and c gains 0.2 at last.
		const gains = { strongOnEasy: 1, strongOnHard: 1, routerAuc: 0.8 };
		const segments = [
			aSegment({ id: 'a', share: 0.3, routedSmall: 0.0001, easyShare: 0.3, ...gains }),
			aSegment({ id: 'b', share: 0.3, routedSmall: 0.5, easyShare: 0.9, strongOnEasy: 0.4, strongOnHard: 0 }),
			aSegment({ id: 'c', share: 0.4, routedSmall: 0.9999, easyShare: 0.5, ...gains }),
		];
		const { cpt50, cpt80 } = metricsOf(aScenario({ segments }));
		expect(cpt50).toBeLessThan(0.25);
		expect(cpt80).toBeLessThan(0.35);
		expect(number(cpt80)).toBeGreaterThan(number(cpt50));
	});

	test('finds the first crossing if PGR is not monotone', () => {
		// The strong model is worse on easy requests: sending the hardest ones strong first overshoots PGR 1.
		const overshoot = aScenario({ segments: [aSegment({ routerAuc: 0.95, strongOnEasy: 0.75, strongOnHard: 0.9 })] });
		const gaps = curveOf(overshoot).router.map(({ pgr }) => number(pgr));
		expect(Math.max(...gaps)).toBeGreaterThan(1.2);
		const { cpt50, cpt80 } = metricsOf(overshoot);
		expect(number(cpt50)).toBeLessThan(number(cpt80));
		expect(number(cpt80)).toBeCloseTo(scanForGoal(overshoot, 0.8), 2);
	});
});
