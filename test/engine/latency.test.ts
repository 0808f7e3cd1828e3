import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.js';
import { type Branch, mixtureMean, mixtureQuantile } from '../../src/engine/mixture.js';
import { addTimes, fromQuantiles, type Lognormal, meanOf, phi } from '../../src/engine/normal.js';
import type { Latency, Scenario, Segment } from '../../src/engine/scenario.js';
import { seeded } from '../support/random.js';
import { aCheck, aScenario, aSegment } from '../support/scenarios.js';

const SMALL = { p50: 700, p95: 1600 };
const STRONG = { p50: 1900, p95: 4800 };
const LATENCY: Latency = { measures: 'full answer', small: SMALL, strong: STRONG };
/** Computes P(T ≤ t). */
const probability = (branches: readonly Branch[], t: number): number =>
	branches.reduce((sum, { weight, time: { mu, sigma, shift } }) => {
		if (t <= shift) return sum;
		const late = Math.log(t - shift) - mu;
		return sum + weight * (sigma > 0 ? phi(late / sigma) : Number(late >= 0));
	}, 0);
const single = (time: Lognormal): Branch[] => [{ weight: 1, time }];

describe('a lane', () => {
	test('has the quantiles it is defined by, and the mean of a lognormal', () => {
		const lane = fromQuantiles(STRONG);
		expect(mixtureQuantile(single(lane), 0.5)).toBeCloseTo(1900, 8);
		expect(mixtureQuantile(single(lane), 0.95)).toBeCloseTo(4800, 8);
		expect(meanOf(lane)).toBeCloseTo(2226.835025, 5);
	});

	test('with p50 = p95 has a constant time', () => {
		const lane = fromQuantiles({ p50: 500, p95: 500 });
		expect(lane.sigma).toBe(0);
		expect([meanOf(lane), mixtureQuantile(single(lane), 0.95)]).toEqual([
			expect.closeTo(500, 9),
			expect.closeTo(500, 9),
		]);
	});

	test('is shifted by an added delay', () => {
		const lane = fromQuantiles(SMALL, 300);
		expect(mixtureQuantile(single(lane), 0.95)).toBeCloseTo(1900, 8);
		expect(meanOf(lane)).toBeCloseTo(300 + meanOf(fromQuantiles(SMALL)), 8);
	});
});

describe('one lane after the other', () => {
	const sequence = addTimes(fromQuantiles(SMALL, 100), fromQuantiles(STRONG));

	test('keeps mean, variance and delay', () => {
		const variance = (time: Lognormal): number => Math.expm1(time.sigma ** 2) * (meanOf(time) - time.shift) ** 2;
		const [small, strong] = [fromQuantiles(SMALL), fromQuantiles(STRONG)];
		expect(meanOf(sequence)).toBeCloseTo(100 + meanOf(small) + meanOf(strong), 8);
		expect(variance(sequence) / (variance(small) + variance(strong))).toBeCloseTo(1, 12);
		expect(sequence.shift).toBe(100);
	});

	test('is within 1% of sampled sums', () => {
		const random = seeded(7);
		const [small, strong] = [fromQuantiles(SMALL), fromQuantiles(STRONG)];
		const draw = ({ mu, sigma }: Lognormal): number => Math.exp(mu + sigma * random.normal());
		const sums = Array.from({ length: 100_000 }, () => 100 + draw(small) + draw(strong)).sort((a, b) => a - b);
		for (const prob of [0.5, 0.95])
			expect(Math.abs(mixtureQuantile(single(sequence), prob) / (sums[100_000 * prob] as number) - 1)).toBeLessThan(
				0.01,
			);
	});

	test('is constant if both times are constant', () => {
		const sum = addTimes(fromQuantiles({ p50: 500, p95: 500 }), fromQuantiles({ p50: 800, p95: 800 }));
		expect(sum.sigma).toBe(0);
		expect(meanOf(sum)).toBeCloseTo(1300, 8);
	});
});

describe('a mixture', () => {
	const lane = fc
		.tuple(fc.double({ min: 1, max: 1e5, noNaN: true }), fc.double({ min: 1, max: 50, noNaN: true }))
		.map(([p50, spread]) => ({ p50, p95: p50 * spread }));
	const branches = fc
		.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), lane, fc.constantFrom(0, 0, 250)), {
			minLength: 1,
			maxLength: 3,
		})
		.map((parts): Branch[] => {
			const total = parts.reduce((sum, [weight]) => sum + weight, 0);
			return parts.map(([weight, own, shift]) => ({ weight: weight / total, time: fromQuantiles(own, shift) }));
		});
	const prob = fc.double({ min: 0.001, max: 0.999, noNaN: true });

	test('has quantiles that invert its distribution', () => {
		fc.assert(
			fc.property(branches, prob, (mixture, share) => {
				fc.pre(mixture.every(({ time }) => time.sigma > 0.01));
				expect(probability(mixture, mixtureQuantile(mixture, share))).toBeCloseTo(share, 8);
			}),
		);
	});

	test('with constant times has the smallest time t with P(T ≤ t) ≥ share as quantile', () => {
		fc.assert(
			fc.property(
				branches,
				fc.constantFrom(300, 900),
				fc.double({ min: 0.05, max: 0.95, noNaN: true }),
				prob,
				(mixture, p50, weight, share) => {
					const rest = mixture.map((branch) => ({ ...branch, weight: branch.weight * (1 - weight) }));
					const all = [...rest, { weight, time: fromQuantiles({ p50, p95: p50 }) }];
					const t = mixtureQuantile(all, share);
					expect(probability(all, t * (1 + 1e-9))).toBeGreaterThanOrEqual(share - 1e-9);
					expect(probability(all, t * (1 - 1e-9))).toBeLessThanOrEqual(share + 1e-7);
				},
			),
		);
	});

	test('of two constant times has one of them as quantile', () => {
		const fixed = (p50: number, weight: number): Branch => ({ weight, time: fromQuantiles({ p50, p95: p50 }) });
		const mixture = [fixed(500, 0.6), fixed(900, 0.4)];
		expect([0.3, 0.6, 0.61, 0.95].map((share) => Math.round(mixtureQuantile(mixture, share)))).toEqual([
			500, 500, 900, 900,
		]);
		expect(mixtureMean(mixture)).toBeCloseTo(660, 8);
	});
});

describe('the board’s latency', () => {
	const base = aScenario({ latency: LATENCY });
	const times = (scenario: Scenario) => {
		const { latencyMean, latencyP50, latencyP95 } = evaluate(scenario).metrics;
		return { mean: latencyMean, p50: latencyP50, p95: latencyP95 };
	};
	const timesOf = (segment: Partial<Segment>, scenario: Partial<Scenario> = {}) =>
		times({ ...base, segments: [aSegment(segment)], ...scenario });
	const mean = (...given: Parameters<typeof timesOf>): number => timesOf(...given).mean as number;

	test('is that of a lane if everything takes it', () => {
		expect(timesOf({ routedSmall: 0 })).toEqual({
			mean: expect.closeTo(2226.835025, 5),
			p50: expect.closeTo(1900, 8),
			p95: expect.closeTo(4800, 8),
		});
		expect(timesOf({ routedSmall: 1 }).p95).toBeCloseTo(1600, 8);
	});

	test('adds both lanes if everything is repaired', () => {
		const sum = meanOf(fromQuantiles(SMALL)) + meanOf(fromQuantiles(STRONG));
		expect(mean({ routedSmall: 1, repairRate: 1 })).toBeCloseTo(sum, 8);
		expect(timesOf({ routedSmall: 1, repairRate: 1 }).p50).toBeGreaterThan(2600);
	});

	test('is delayed by a check in the small lane only', () => {
		// Flags nothing: 70% of requests are small, and wait 200 ms longer.
		const idle = aCheck({ catches: 0, falseAlarms: 0, latency: 200 });
		const delay = mean({ routedSmall: 0.7 }, { check: idle }) - mean({ routedSmall: 0.7 });
		expect(delay).toBeCloseTo(0.7 * 200, 8);
		expect(timesOf({ routedSmall: 1 }, { check: idle }).p95).toBeCloseTo(1800, 8);
		expect(timesOf({ routedSmall: 0 }, { check: idle })).toEqual(timesOf({ routedSmall: 0 }));
	});

	test('is delayed by a segment’s own check in that segment only', () => {
		const idle = aCheck({ catches: 0, falseAlarms: 0, latency: 200 });
		const two = (check: Segment['check']): Scenario => ({
			...base,
			segments: [aSegment({ id: 'a', share: 0.25, routedSmall: 0.4, check }), aSegment({ id: 'b', share: 0.75 })],
		});
		const delay = (times(two(idle)).mean as number) - (times(two(null)).mean as number);
		expect(delay).toBeCloseTo(0.25 * 0.4 * 200, 8);
		const shared = { ...two('off'), check: idle };
		expect((times(shared).mean as number) - (times(two(null)).mean as number)).toBeCloseTo(0.75 * 0.5 * 200, 8);
	});

	test('is delayed by the router in both lanes, except under an override', () => {
		expect(mean({}, { routerLatency: 40 }) - mean({})).toBeCloseTo(40, 8);
		expect(timesOf({ routedSmall: 1 }, { routerLatency: 40 }).p95).toBeCloseTo(1640, 8);
		// Requests that the mix sends strong pass the router too; a repair does not pass it again.
		expect(mean({ routedSmall: 0 }, { routerLatency: 40 }) - mean({ routedSmall: 0 })).toBeCloseTo(40, 8);
		const repaired = { routedSmall: 1, repairRate: 1 };
		expect(mean(repaired, { routerLatency: 40 }) - mean(repaired)).toBeCloseTo(40, 8);
		const overridden = { override: 'strong' } as const;
		expect(timesOf(overridden, { routerLatency: 40 })).toEqual(timesOf(overridden));
		const half = [aSegment({ id: 'a', share: 0.4, ...overridden }), aSegment({ id: 'b', share: 0.6 })];
		expect(mean({}, { segments: half, routerLatency: 40 }) - mean({}, { segments: half })).toBeCloseTo(0.6 * 40, 8);
	});

	const missing = { mean: null, p50: null, p95: null };
	test('is not measured if one of its inputs is not', () => {
		expect(timesOf({}, { latency: null })).toEqual(missing);
		expect(timesOf({}, { check: aCheck({ latency: null }) })).toEqual(missing);
		expect(timesOf({}, { check: aCheck({ catches: null }) })).toEqual(missing);
		expect(timesOf({ routedSmall: 0 }, { check: aCheck({ latency: null }) })).toEqual(timesOf({ routedSmall: 0 }));
	});
});
