import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.js';
import { scenarioProblems } from '../../src/engine/problems.js';
import type { Check, Scenario, Segment } from '../../src/engine/scenario.js';
import { aScenario, aSegment, withEvery } from '../support/scenarios.js';

/** A rate. Both ends are drawn often, because laws tend to break there. */
const rate = fc.oneof({ weight: 6, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) }, fc.constantFrom(0, 1));

const segment: fc.Arbitrary<Partial<Segment>> = fc.record({
	risk: fc.constantFrom('low', 'medium', 'high'),
	override: fc.constantFrom(null, null, 'strong'),
	routedSmall: rate,
	repairRate: rate,
	easyShare: rate,
	strongOnEasy: rate,
	strongOnHard: rate,
	routerAuc: fc.double({ min: 0.5, max: 0.9999, noNaN: true }),
	detection: rate,
	silentCost: fc.double({ min: 0, max: 100, noNaN: true }),
});

const check: fc.Arbitrary<Check | null> = fc.option(
	fc.record({
		catches: rate,
		falseAlarms: rate,
		cost: fc.double({ min: 0, max: 0.01, noNaN: true }),
		latency: fc.double({ min: 0, max: 500, noNaN: true }),
		labels: fc.constant(null),
	}),
);

const board: fc.Arbitrary<Scenario> = fc
	.record({
		segments: fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), segment), { minLength: 1, maxLength: 5 }),
		check,
		strongDetection: rate,
		routerCost: fc.double({ min: 0, max: 0.01, noNaN: true }),
		threshold: fc.oneof(fc.constant(0), fc.double({ min: -3, max: 3, noNaN: true })),
	})
	.map(({ segments, ...rest }) => {
		const total = segments.reduce((sum, [parts]) => sum + parts, 0);
		const shared = segments.map(([parts, changes], i) => aSegment({ ...changes, id: `s${i}`, share: parts / total }));
		return aScenario({ ...rest, segments: shared });
	});

const measured = (value: number | null | undefined): number => {
	expect(value).toBeTypeOf('number');
	return value as number;
};

describe('on any board', () => {
	test('there is no problem, and only ratios over 0 are null', () => {
		fc.assert(
			fc.property(board, (scenario) => {
				expect(scenarioProblems(scenario)).toEqual([]);
				const { metrics } = evaluate(scenario);
				for (const name of ['cost', 'resolution', 'handoff', 'silent', 'falseEasy', 'falseHard', 'latencyP95'] as const)
					measured(metrics[name]);
				if (measured(metrics.smallShare) > 0) measured(metrics.repairRate);
			}),
		);
	});

	test('resolution, hand-offs and silent failures sum to 1, and none is below 0', () => {
		fc.assert(
			fc.property(board, (scenario) => {
				const { metrics, segments } = evaluate(scenario);
				for (const { resolution, handoff, silent } of [metrics, ...segments]) {
					const parts = [measured(resolution), measured(handoff), measured(silent)];
					expect(parts.reduce((sum, part) => sum + part)).toBeCloseTo(1, 12);
					expect(Math.min(...parts)).toBeGreaterThan(-1e-12);
				}
			}),
		);
	});

	test('the confusion cells sum to 1, and the easy ones to the easy share', () => {
		fc.assert(
			fc.property(board, (scenario) => {
				for (const [i, outcome] of evaluate(scenario).segments.entries()) {
					const { trueEasy, falseEasy, falseHard, trueHard } = outcome;
					const cells = [trueEasy, falseEasy, falseHard, trueHard].map(measured);
					expect(cells.reduce((sum, cell) => sum + cell)).toBeCloseTo(1, 12);
					expect(measured(trueEasy) + measured(falseHard)).toBeCloseTo(measured(scenario.segments[i]?.easyShare), 9);
				}
			}),
		);
	});

	test('outcomes of small answers sum to 1, and repairs are either caught or wasted', () => {
		fc.assert(
			fc.property(board, (scenario) => {
				for (const outcome of evaluate(scenario).segments) {
					if (outcome.routedSmall === 0) continue;
					const { smallSuccess, repairRate, repairCaught, repairWasted, escalated, silentSmall } = outcome;
					const ends = [smallSuccess, repairCaught, escalated, silentSmall].map(measured);
					expect(ends.reduce((sum, end) => sum + end)).toBeCloseTo(1, 12);
					expect(Math.min(...ends, measured(repairWasted))).toBeGreaterThan(-1e-12);
					expect(measured(repairCaught) + measured(repairWasted)).toBeCloseTo(measured(repairRate), 12);
				}
			}),
		);
	});

	test('metrics are the share-weighted sums of the segments', () => {
		fc.assert(
			fc.property(board, (scenario) => {
				const { metrics, segments } = evaluate(scenario);
				for (const name of ['resolution', 'handoff', 'silent', 'falseEasy', 'falseHard'] as const) {
					const sum = segments.reduce(
						(all, own, i) => all + (scenario.segments[i]?.share ?? 0) * measured(own[name]),
						0,
					);
					expect(metrics[name]).toBeCloseTo(sum, 12);
				}
			}),
		);
	});
});

describe('without a check', () => {
	const unchecked = board.map((scenario) => ({
		...withEvery(scenario, { override: null }),
		check: null,
		threshold: 0,
	}));
	const cost = (scenario: Scenario): number => measured(evaluate(scenario).metrics.cost);

	test('cost is linear in the mix', () => {
		fc.assert(
			fc.property(unchecked, rate, rate, rate, (scenario, from, to, way) => {
				const p = from + way * (to - from);
				const between =
					cost(withEvery(scenario, { routedSmall: from })) * (1 - way) +
					cost(withEvery(scenario, { routedSmall: to })) * way;
				expect(cost(withEvery(scenario, { routedSmall: p }))).toBeCloseTo(between, 12);
			}),
		);
	});

	test('cost never falls as the repair rate rises', () => {
		fc.assert(
			fc.property(unchecked, rate, rate, (scenario, one, other) => {
				const less = cost(withEvery(scenario, { repairRate: Math.min(one, other) }));
				expect(cost(withEvery(scenario, { repairRate: Math.max(one, other) }))).toBeGreaterThanOrEqual(less - 1e-15);
			}),
		);
	});

	test('silent failures of the small lane never rise with the repair rate', () => {
		fc.assert(
			fc.property(unchecked, rate, rate, (scenario, one, other) => {
				const silent = (repairRate: number): number[] =>
					evaluate(withEvery(scenario, { repairRate })).segments.map(({ silentSmall }) => silentSmall ?? 0);
				const more = silent(Math.min(one, other));
				for (const [i, left] of silent(Math.max(one, other)).entries())
					expect(left).toBeLessThanOrEqual((more[i] ?? 0) + 1e-12);
			}),
		);
	});

	test('false-easy requests never fall as more is routed small', () => {
		fc.assert(
			fc.property(unchecked, rate, rate, (scenario, one, other) => {
				const falseEasy = (routedSmall: number): number =>
					measured(evaluate(withEvery(scenario, { routedSmall })).metrics.falseEasy);
				expect(falseEasy(Math.max(one, other))).toBeGreaterThanOrEqual(falseEasy(Math.min(one, other)) - 1e-12);
			}),
		);
	});
});

describe('the threshold', () => {
	test('routes less small as it rises, and does not move overridden segments or those at an end', () => {
		fc.assert(
			fc.property(board, fc.double({ min: 0, max: 4, noNaN: true }), (scenario, rise) => {
				const before = evaluate(scenario).segments;
				const after = evaluate({ ...scenario, threshold: scenario.threshold + rise }).segments;
				for (const [i, { override, routedSmall }] of scenario.segments.entries()) {
					const p = after[i]?.routedSmall as number;
					if (override !== null) expect(p).toBe(0);
					else if (routedSmall === 0 || routedSmall === 1) expect(p).toBe(routedSmall);
					else expect(p).toBeLessThanOrEqual((before[i]?.routedSmall as number) + 1e-12);
				}
			}),
		);
	});

	test('is equivalent to an edit of the mix', () => {
		fc.assert(
			fc.property(board, (scenario) => {
				const shifted = evaluate(scenario);
				const mixed = {
					...scenario,
					threshold: 0,
					segments: scenario.segments.map((own, i) => ({
						...own,
						routedSmall: shifted.segments[i]?.routedSmall as number,
					})),
				};
				// Near the ends a share cannot represent its threshold exactly.
				fc.pre(shifted.segments.every(({ routedSmall: p }) => p === 0 || p === 1 || (p > 1e-6 && p < 1 - 1e-6)));
				for (const name of ['cost', 'resolution', 'handoff', 'silent'] as const)
					expect(evaluate(mixed).metrics[name]).toBeCloseTo(measured(shifted.metrics[name]), 8);
			}),
		);
	});
});
