import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardNumbers, type RateSums } from '../../src/engine/board.js';
import { effectiveCheck } from '../../src/engine/cost.js';
import { evidenceOf } from '../../src/engine/evidence.js';
import { compare, evaluateFully } from '../../src/engine/full-metrics.js';
import { carriesNoise, computeOutcome, evaluate, METRIC_NAMES } from '../../src/engine/index.js';
import { totalCost } from '../../src/engine/metrics.js';
import { noiseOf } from '../../src/engine/noise.js';
import type { Split } from '../../src/engine/router.js';
import type { Check, MetricName, Scenario, Segment } from '../../src/engine/scenario.js';
import { COLUMN, COLUMN_COUNT, type MeasuredRates, measuredRates } from '../../src/engine/slopes.js';
import { labelNoise } from '../support/label-noise.js';
import { type Random, seeded } from '../support/random.js';
import { aCheck, aScenario, aSegment, someTokens, week31, withEvery } from '../support/scenarios.js';

const Z = 1.96;

/** A board whose measured rates can be moved one by one, at fixed p, E and r. */
interface Draft {
	scenario: Scenario;
	readonly splits: Split[];
	readonly deltas: number[];
}

/** A measured rate: its value, the number of labels behind it, and a setter. */
interface MeasuredRate {
	readonly value: number;
	readonly labels: number;
	set(draft: Draft, value: number): void;
}

const segmentAt = (draft: Draft, i: number): Segment => draft.scenario.segments[i] as Segment;

function changeSegment(draft: Draft, i: number, changes: Partial<Segment>): void {
	const segments = draft.scenario.segments.map((own, at) => (at === i ? { ...own, ...changes } : own));
	draft.scenario = { ...draft.scenario, segments };
}

const draftOf = (scenario: Scenario): Draft => {
	const { numbers, calibration } = evaluate(scenario);
	return {
		scenario,
		splits: numbers.map(({ p, q, u }) => ({ p, q, u })),
		deltas: calibration.map(({ delta }) => delta),
	};
};

function sumsOf({ scenario, splits, deltas }: Draft): RateSums {
	const calibration = deltas.map((delta) => ({ d: Number.NaN, auc: Number.NaN, delta }));
	return boardNumbers(scenario, calibration, splits).sums;
}

/** Lists the rates of a board by their index in `measuredRates`, straight from the model's definition. */
function listRates(scenario: Scenario): ReadonlyMap<number, MeasuredRate> {
	const draft = draftOf(scenario);
	const found = new Map<number, MeasuredRate>();
	const checkedSegments = new Map<Check, number[]>();
	let failures = 0;
	for (const [i, segment] of scenario.segments.entries()) {
		const { p, q } = draft.splits[i] as Split;
		const [labels, strongLabels] = [segment.labels as number, segment.strongLabels ?? (segment.labels as number)];
		const [easy, onEasy, onHard] = [segment.easyShare, segment.strongOnEasy as number, segment.strongOnHard as number];
		if (easy === null) {
			const set = (to: Draft, value: number) => changeSegment(to, i, { strongOnEasy: value, strongOnHard: value });
			found.set(6 * i + 1, { value: onEasy, labels: strongLabels, set });
			failures += strongLabels * (1 - onEasy);
		} else {
			const setEasy = (to: Draft, value: number) => changeSegment(to, i, { strongOnEasy: value });
			const setHard = (to: Draft, value: number) => changeSegment(to, i, { strongOnHard: value });
			found.set(6 * i + 1, { value: onEasy, labels: strongLabels * easy, set: setEasy });
			found.set(6 * i + 2, { value: onHard, labels: strongLabels * (1 - easy), set: setHard });
			failures += strongLabels * (1 - easy * onEasy - (1 - easy) * onHard);
		}
		if (p === 0) continue;
		found.set(6 * i, {
			value: q,
			labels,
			set: (to, value) => {
				const u = easy === null || p === 1 ? Number.NaN : (easy - p * value) / (1 - p);
				to.splits[i] = { p, q: value, u };
				const { observed } = segmentAt(to, i);
				if (easy === null && observed) changeSegment(to, i, { observed: { ...observed, smallSuccess: value } });
			},
		});
		found.set(6 * i + 3, {
			value: draft.deltas[i] as number,
			labels: labels * (1 - q),
			set: (to, value) => {
				to.deltas[i] = value;
			},
		});
		const check = effectiveCheck(scenario, segment);
		if (check) checkedSegments.set(check, [...(checkedSegments.get(check) ?? []), i]);
	}
	const end = 6 * scenario.segments.length;
	found.set(end, {
		value: scenario.strongDetection as number,
		labels: failures,
		set: (to, value) => {
			to.scenario = { ...to.scenario, strongDetection: value };
		},
	});
	for (const [check, segments] of checkedSegments) {
		const countLabels = (of: (q: number) => number): number => {
			const each = segments.map((i) => {
				const { p, q } = draft.splits[i] as Split;
				const { share, labels } = scenario.segments[i] as Segment;
				return { weight: share * p, part: of(q), labels: labels as number };
			});
			const weights = each.reduce((sum, { weight }) => sum + weight, 0);
			return check.labels === null
				? each.reduce((sum, { labels, part }) => sum + labels * part, 0)
				: (check.labels * each.reduce((sum, { weight, part }) => sum + weight * part, 0)) / weights;
		};
		const own = scenario.check !== check;
		const changeCheck = (to: Draft, changes: Partial<Check>): void => {
			const first = segments[0] as number;
			if (own) changeSegment(to, first, { check: { ...(segmentAt(to, first).check as Check), ...changes } });
			else to.scenario = { ...to.scenario, check: { ...(to.scenario.check as Check), ...changes } };
		};
		const at = own ? 6 * (segments[0] as number) + 4 : end + 1;
		found.set(at, {
			value: check.catches as number,
			labels: countLabels((q) => 1 - q),
			set: (to, value) => changeCheck(to, { catches: value }),
		});
		found.set(at + 1, {
			value: check.falseAlarms as number,
			labels: countLabels((q) => q),
			set: (to, value) => changeCheck(to, { falseAlarms: value }),
		});
	}
	return found;
}

const STEP = 1e-6;

/** Computes (f(θ + up) − f(θ − down))/(up + down) for every sum. */
function numericalSlopes(scenario: Scenario, rate: MeasuredRate, up = STEP, down = STEP): Slopes {
	const [above, below] = [up, -down].map((step) => {
		const draft = draftOf(scenario);
		rate.set(draft, rate.value + step);
		return sumsOf(draft);
	}) as [RateSums, RateSums];
	const names = Object.keys(SUMS) as (keyof RateSums)[];
	return Object.fromEntries(names.map((name) => [name, (above[name] - below[name]) / (up + down)])) as Slopes;
}

const SUMS: Readonly<Record<keyof RateSums, true>> = {
	cost: true,
	resolution: true,
	handoff: true,
	silent: true,
	silentLoss: true,
	repaired: true,
	escalated: true,
	falseEasy: true,
	avoidable: true,
	gained: true,
	falseHard: true,
	allSmall: true,
	allStrong: true,
};

type Slopes = Record<keyof RateSums, number>;

const slopesAt = ({ slopes }: MeasuredRates, place: number): Slopes =>
	Object.fromEntries(Object.entries(COLUMN).map(([name, at]) => [name, slopes[place * COLUMN_COUNT + at]])) as Slopes;

/** Expects every slope to equal its numerical difference, and labels and values to equal the definition's. */
function expectSlopes(scenario: Scenario, tolerance: number): void {
	const board = evaluateFully(scenario);
	const rates = measuredRates(board, evidenceOf(board));
	const expected = listRates(scenario);
	for (const [at, exists] of rates.exists.entries()) {
		const rate = expected.get(at);
		const slopes = slopesAt(rates, at);
		// A check that reads no answers has rates too, but they move nothing.
		if (!exists || !rate) {
			expect(rate, `place ${at}`).toBeUndefined();
			for (const slope of Object.values(slopes)) expect(slope).toBeCloseTo(0, 15);
			continue;
		}
		expect(rates.values[at], `value ${at}`).toBeCloseTo(rate.value, 12);
		expect(rates.labels[at], `labels ${at}`).toBeCloseTo(rate.labels, 6);
		// Without an easy share u is unknown, and so is falseHard.
		for (const [name, slope] of Object.entries(numericalSlopes(scenario, rate)))
			if (Number.isNaN(slope)) expect(name, `place ${at}`).toBe('falseHard');
			else {
				const deviation = Math.abs(slopes[name as keyof RateSums] - slope);
				expect(deviation, `∂${name} at ${at}`).toBeLessThan(tolerance * Math.max(1, Math.abs(slope)));
			}
	}
}

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const share = within(0.05, 0.95);

const check: fc.Arbitrary<Check> = fc.record({
	catches: share,
	falseAlarms: share,
	cost: within(0, 0.01),
	latency: fc.constant(0),
	labels: fc.option(fc.integer({ min: 10, max: 10_000 })),
});

const ownCheck: fc.Arbitrary<Segment['check']> = fc.oneof(
	{ weight: 4, arbitrary: fc.constant(null) },
	fc.constant('off' as const),
	check,
);

const segment: fc.Arbitrary<Partial<Segment>> = fc.record({
	override: fc.constantFrom<Segment['override'][]>(null, null, null, 'strong'),
	routedSmall: fc.oneof({ weight: 4, arbitrary: share }, fc.constantFrom(0, 1)),
	repairRate: fc.oneof({ weight: 4, arbitrary: within(0, 0.8) }, fc.constantFrom(0, 1)),
	easyShare: within(0.2, 0.9),
	strongOnEasy: share,
	strongOnHard: share,
	routerAuc: within(0.55, 0.9),
	detection: share,
	labels: fc.integer({ min: 20, max: 50_000 }),
	strongLabels: fc.option(fc.integer({ min: 20, max: 50_000 }), { nil: null }),
	silentCost: within(0, 50),
	check: ownCheck,
});

/** A segment with observations instead of an easy share. */
const unknownEasy: fc.Arbitrary<Partial<Segment>> = fc
	.tuple(segment, share, share)
	.map(([one, smallSuccess, right]) => ({
		...one,
		easyShare: null,
		routerAuc: null,
		observed: { routedSmall: 0.5, smallSuccess, escalationRate: null },
		strongOnEasy: right,
		strongOnHard: right,
	}));

const board: fc.Arbitrary<Scenario> = fc
	.record({
		segments: fc.array(
			fc.tuple(fc.integer({ min: 1, max: 9 }), fc.oneof({ weight: 5, arbitrary: segment }, unknownEasy)),
			{ minLength: 1, maxLength: 3 },
		),
		check: fc.option(check),
		strongDetection: share,
		handoffCost: within(0, 20),
		onSwitch: fc.constantFrom('kept', 'lost'),
	})
	.map(({ segments, onSwitch, ...rest }) => {
		const total = segments.reduce((sum, [parts]) => sum + parts, 0);
		return aScenario({
			...rest,
			cache: { onSwitch, write: 1.25 },
			tokens: someTokens({ fresh: 500, cached: 1500, output: 400 }),
			segments: segments.map(([parts, changes], i) => aSegment({ ...changes, id: `s${i}`, share: parts / total })),
		});
	});

/** Returns whether every segment is away from its kink: r = e₁ without a check, δ = catches with one. */
function isSmooth(scenario: Scenario): boolean {
	const { splits, deltas } = draftOf(scenario);
	return scenario.segments.every((own, i) => {
		const { p, q } = splits[i] as Split;
		const [delta, segmentCheck] = [deltas[i] as number, effectiveCheck(scenario, own)];
		if (p === 0) return true;
		return Math.abs(segmentCheck ? delta - (segmentCheck.catches as number) : own.repairRate - delta * (1 - q)) > 1e-4;
	});
}

describe('the slope of every sum', () => {
	test('equals its central difference on any board away from kinks', () => {
		fc.assert(
			fc.property(board, (scenario) => {
				fc.pre(isSmooth(scenario));
				expectSlopes(scenario, 1e-6);
			}),
			{ numRuns: 150 },
		);
	});

	// The central difference at a kink is the mean of the slopes on both sides.
	test('is the mean of both sides if the repair rate equals the noticed failures', () => {
		fc.assert(
			fc.property(segment, share, (changes, strongDetection) => {
				const one = aSegment({ ...changes, override: null, check: null });
				const scenario = aScenario({ strongDetection, segments: [one] });
				const { p, q } = draftOf(scenario).splits[0] as Split;
				fc.pre(p > 0);
				const repairRate = (one.detection as number) * (1 - q);
				expectSlopes({ ...scenario, segments: [{ ...one, repairRate }] }, 1e-4);
			}),
			{ numRuns: 50 },
		);
	});

	test('is the mean of both sides if a check catches exactly the share that is noticed', () => {
		fc.assert(
			fc.property(segment, check, share, (changes, segmentCheck, strongDetection) => {
				const one = aSegment({ ...changes, override: null, check: null });
				const same = { ...segmentCheck, catches: one.detection };
				expectSlopes(aScenario({ strongDetection, check: same, segments: [one] }), 1e-4);
			}),
			{ numRuns: 50 },
		);
	});

	// Indexes on a board of one segment: 3 is δ, 7 is `catches` of the shared check.
	test.each<[string, number, Partial<Segment>, Partial<Check> | null, number, number]>([
		['δ = 1, repair rate equal to the failures', 3, { detection: 1, repairRate: 0.3 }, null, 0, STEP],
		['δ = 1, check that catches everything', 3, { detection: 1 }, { catches: 1 }, 0, STEP],
		['δ = 0, check that catches nothing', 3, { detection: 0 }, { catches: 0 }, STEP, 0],
		['catches = 1, everything noticed', 7, { detection: 1 }, { catches: 1 }, 0, STEP],
		['catches = 0, nothing noticed', 7, { detection: 0 }, { catches: 0 }, STEP, 0],
	])('at an end of its range is the one-sided slope: %s', (_, at, changes, segmentCheck, up, down) => {
		// All small, so that q = E, and the 30% that fail equal the repair rate.
		const segments = [aSegment({ routedSmall: 1, ...changes })];
		const scenario = aScenario({ segments, check: segmentCheck && aCheck(segmentCheck) });
		const now = evaluateFully(scenario);
		const slopes = slopesAt(measuredRates(now, evidenceOf(now)), at);
		const inner = numericalSlopes(scenario, listRates(scenario).get(at) as MeasuredRate, up, down);
		for (const [name, slope] of Object.entries(inner))
			expect(slopes[name as keyof RateSums], name).toBeCloseTo(slope, 5);
	});
});

describe('the noise of one segment, computed by hand:', () => {
	// p = 0.5, E = 0.7, tₑ = 0.99, tₕ = 0.84, δ = 0.75, D = 0.8; 500 labels, of which 350 and 150 are behind tₑ and tₕ.
	const one = aScenario({ segments: [aSegment()] });
	const { q, u } = draftOf(one).splits[0] as Split;
	const [ofQ, ofEasy, ofHard] = [labelNoise(q, 500), labelNoise(0.99, 350), labelNoise(0.84, 150)];
	const ofDelta = labelNoise(0.75, 500 * (1 - q));
	const noise = (metric: MetricName, scenario = one): number | null => computeOutcome(scenario).noise[metric];
	const near = (...parts: number[]): unknown => expect.closeTo(Math.hypot(...parts), 12);

	test('resolution, with easy requests in the small lane missing from the strong one', () => {
		// p·q + (1 − p)·(u·tₑ + (1 − u)·tₕ), and (1 − p)·u = E − p·q.
		expect(noise('resolution')).toEqual(near(0.5 * (1 - 0.99 + 0.84) * ofQ, 0.5 * u * ofEasy, 0.5 * (1 - u) * ofHard));
	});

	test('silent failures, including detection in both lanes', () => {
		// p·(1 − δ)(1 − q) + (1 − D)·f; 1 − 0.7·0.99 − 0.3·0.84 of the labels failed on strong.
		const failed = 0.5 * (u * 0.01 + (1 - u) * 0.16);
		const parts = [
			0.5 * (-0.25 + 0.2 * (0.99 - 0.84)) * ofQ,
			0.5 * (1 - q) * ofDelta,
			0.2 * 0.5 * u * ofEasy,
			0.2 * 0.5 * (1 - u) * ofHard,
			failed * labelNoise(0.8, 500 * (1 - 0.7 * 0.99 - 0.3 * 0.84)),
		];
		expect(noise('silent')).toEqual(near(...parts));
	});

	test('the escalation rate, as δ·(1 − q)', () => {
		expect(noise('escalationRate')).toEqual(near(0.75 * ofQ, (1 - q) * ofDelta));
	});

	test('false-easy, false-hard, avoidable and gained requests', () => {
		expect(noise('falseEasy')).toEqual(near(0.5 * ofQ));
		expect(noise('falseHard')).toEqual(near(0.5 * ofQ));
		expect(noise('avoidable')).toEqual(near(0.5 * 0.84 * ofQ, 0.5 * (1 - q) * ofHard));
		expect(noise('gained')).toEqual(near(0.5 * 0.01 * ofQ, 0.5 * q * ofEasy));
	});

	test('strong success, by the strong labels if there are any', () => {
		const known = { ...one, segments: [aSegment({ strongLabels: 2000 })] };
		const parts = [0.5 * 0.85 * ofQ, 0.5 * u * labelNoise(0.99, 1400), 0.5 * (1 - u) * labelNoise(0.84, 600)];
		expect(noise('resolution', known)).toEqual(near(...parts));
	});

	test('strong success as one rate, if the easy share is unknown and both rates are equal', () => {
		const observed = { routedSmall: 0.5, smallSuccess: 0.9, escalationRate: null };
		const segment = aSegment({ easyShare: null, routerAuc: null, observed, strongOnEasy: 0.95, strongOnHard: 0.95 });
		const parts = [0.5 * labelNoise(0.9, 500), 0.5 * labelNoise(0.95, 500)];
		expect(noise('resolution', { ...one, segments: [segment] })).toEqual(near(...parts));
	});

	describe('with a check', () => {
		// Catches 90% of wrong answers, flags 5% of right ones; a strong answer costs 0.032.
		const checked = { ...one, check: aCheck() };
		const repairs = (catches: number, alarms: number): number[] => [
			(0.05 - 0.9) * ofQ,
			(1 - q) * labelNoise(0.9, catches),
			q * labelNoise(0.05, alarms),
		];

		test('the repair rate, and the spend that follows from it', () => {
			const parts = repairs(500 * (1 - q), 500 * q);
			expect(noise('repairRate', checked)).toEqual(near(...parts));
			expect(noise('repairLoad', checked)).toEqual(near(...parts.map((part) => 0.5 * part)));
			expect(noise('cost', checked)).toEqual(near(...parts.map((part) => 0.5 * 0.032 * part)));
			const spent = { ...checked, volumePerWeek: 1000 };
			expect(noise('costPerWeek', spent)).toBeCloseTo(1000 * (noise('cost', checked) as number), 9);
		});

		test('the repair rate by the check’s own labels if there are any, in the mix of answers that it reads', () => {
			const own = { ...one, check: aCheck({ labels: 2000 }) };
			expect(noise('repairRate', own)).toEqual(near(...repairs(2000 * (1 - q), 2000 * q)));
		});

		test('the saving, as the noise of spend over the baseline’s cost', () => {
			expect(noise('saving', checked)).toBeCloseTo((noise('cost', checked) as number) / 0.032, 12);
		});
	});

	test('0 for metrics that no measured rate moves', () => {
		expect([noise('cost'), noise('repairRate'), noise('repairLoad'), noise('saving')]).toEqual([0, 0, 0, 0]);
	});

	test('none for shares, waits and cpt', () => {
		const none = ['smallShare', 'highRiskSmall', 'latencyMean', 'latencyP50', 'latencyP95', 'cpt50', 'cpt80'] as const;
		for (const metric of none) expect([carriesNoise(metric), noise(metric)], metric).toEqual([false, null]);
		expect(METRIC_NAMES.filter((metric) => !carriesNoise(metric))).toEqual(
			METRIC_NAMES.filter((metric) => [...none, 'throughputPerHour'].includes(metric)),
		);
	});

	test('resolution over several segments, adding variances', () => {
		const parts = [
			[0.865, 0.84, 0.96, 0.92, 2400],
			[0.095, 0.61, 0.81, 0.66, 600],
			[0.025, 0.44, 0.68, 0.45, 150],
			[0.015, 0.3, 0.72, 0.42, 60],
		] as const;
		const all = parts.flatMap(([w, p, right, easy, n]) => {
			const strongEasy = easy - p * right;
			const strongHard = 1 - p - strongEasy;
			return [
				w * p * 0.85 * labelNoise(right, n),
				w * strongEasy * labelNoise(0.99, n * easy),
				w * strongHard * labelNoise(0.84, n * (1 - easy)),
			];
		});
		expect(noise('resolution', week31())).toBeCloseTo(Math.hypot(...all), 10);
	});
});

describe('missing labels', () => {
	const noise = (metric: MetricName, segment: Partial<Segment>, changes: Partial<Scenario> = {}): number | null =>
		computeOutcome(aScenario({ segments: [aSegment(segment)], ...changes })).noise[metric];

	test.each([null, 0])('(%s) leave the noise of metrics that need them unknown', (labels) => {
		for (const metric of ['resolution', 'silent', 'handoff', 'falseEasy', 'totalCostPerResolved'] as const)
			expect(noise(metric, { labels }), metric).toBeNull();
		// Counted metrics need no labels.
		expect(noise('cost', { labels })).toBe(0);
		expect(noise('resolution', { strongLabels: labels ?? 0 })).toBeNull();
	});

	test('do not matter if nothing depends on them', () => {
		expect(noise('resolution', { routedSmall: 0, labels: null, strongLabels: 200 })).toBeCloseTo(
			Math.hypot(0.7 * labelNoise(0.99, 140), 0.3 * labelNoise(0.84, 60)),
			12,
		);
		expect(noise('falseEasy', { strongLabels: 0 })).toBeCloseTo(0.5 * labelNoise(qOf({}), 500), 12);
		expect(noise('resolution', { routedSmall: 1, strongLabels: 0 })).toBeCloseTo(labelNoise(0.7, 500), 12);
	});

	test('of one segment leave strong detection to the labels of the others', () => {
		// Segment a is all small, so D is measured only on b’s 500·0.1 failures.
		const segments = [
			aSegment({ id: 'a', share: 0.4, routedSmall: 1, detection: 0, labels: 1e12, strongLabels: 0 }),
			aSegment({ id: 'b', share: 0.6, routedSmall: 0, easyShare: 0.5, strongOnEasy: 0.9, strongOnHard: 0.9 }),
		];
		const parts = [0.1 * labelNoise(0.8, 50), 0.8 * 0.5 * labelNoise(0.9, 250), 0.8 * 0.5 * labelNoise(0.9, 250)];
		expect(computeOutcome(aScenario({ segments })).noise.handoff).toBeCloseTo(0.6 * Math.hypot(...parts), 6);
	});

	const qOf = (changes: Partial<Segment>): number =>
		draftOf(aScenario({ segments: [aSegment(changes)] })).splits[0]?.q ?? 0;
});

/** Returns a sampler of Binomial(n, rate) that inverts its distribution within 9 standard deviations. */
function binomial(n: number, rate: number): (random: Random) => number {
	const spread = 9 * Math.sqrt(n * rate * (1 - rate)) + 9;
	const [from, to] = [Math.max(0, Math.floor(n * rate - spread)), Math.min(n, Math.ceil(n * rate + spread))];
	const mode = Math.floor((n + 1) * rate);
	const weights = new Float64Array(to - from + 1);
	weights[mode - from] = 1;
	for (let k = mode; k < to; k++)
		weights[k + 1 - from] = ((weights[k - from] as number) * (n - k) * rate) / ((k + 1) * (1 - rate));
	for (let k = mode; k > from; k--)
		weights[k - 1 - from] = ((weights[k - from] as number) * k * (1 - rate)) / ((n - k + 1) * rate);
	for (let i = 1; i < weights.length; i++) weights[i] = (weights[i] as number) + (weights[i - 1] as number);
	const total = weights[weights.length - 1] as number;
	return (random) => {
		const at = random.uniform() * total;
		let [low, high] = [0, weights.length - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((weights[middle] as number) < at) low = middle + 1;
			else high = middle;
		}
		return from + low;
	};
}

const RESAMPLED = ['resolution', 'silent', 'handoff', 'totalCostPerResolved', 'cost'] as const;

/** Computes z·SD of each metric over random draws of every measured rate at (θ̃, ñ). */
function resample(scenario: Scenario, draws: number, random: Random): Record<(typeof RESAMPLED)[number], number> {
	const rates = [...listRates(scenario).values()].map((rate) => {
		const more = rate.labels + Z ** 2;
		const n = Math.round(more);
		return { rate, n, draw: binomial(n, (rate.value * rate.labels + Z ** 2 / 2) / more) };
	});
	const sums = RESAMPLED.map(() => ({ of: 0, ofSquares: 0 }));
	const { metrics } = evaluate(scenario);
	const draft = draftOf(scenario);
	for (let i = 0; i < draws; i++) {
		for (const { rate, n, draw } of rates) rate.set(draft, draw(random) / n);
		const now = sumsOf(draft);
		const total = totalCost(scenario, now) / now.resolution;
		const values = [now.resolution, now.silent, now.handoff, total, now.cost];
		for (const [at, value] of values.entries()) {
			const sum = sums[at] as { of: number; ofSquares: number };
			// Relative to the expected value: squares of small deviations keep their digits.
			const off = value - (metrics[RESAMPLED[at] as MetricName] as number);
			sum.of += off;
			sum.ofSquares += off * off;
		}
	}
	const widths = sums.map(({ of, ofSquares }) => Z * Math.sqrt(Math.max(0, ofSquares / draws - (of / draws) ** 2)));
	return Object.fromEntries(RESAMPLED.map((metric, i) => [metric, widths[i] as number])) as ReturnType<typeof resample>;
}

describe('resampled from the labels', () => {
	const two = [
		aSegment({ id: 'a', share: 0.6, labels: 20_000, strongLabels: 30_000, routedSmall: 0.7 }),
		aSegment({
			id: 'b',
			share: 0.4,
			labels: 10_000,
			routedSmall: 0.3,
			easyShare: 0.5,
			strongOnHard: 0.7,
			silentCost: 3,
		}),
	] as const;
	const plain = aScenario({ segments: two });
	const keen = aCheck({ catches: 0.9, falseAlarms: 0.08 });
	const boards: readonly (readonly [string, Scenario])[] = [
		['routed alone', plain],
		['with repairs beyond what is noticed', withEvery(plain, { repairRate: 0.4 })],
		['with a check that catches more than people notice', { ...plain, check: keen }],
		['with a check that catches less', { ...plain, check: { ...keen, catches: 0.4, labels: 15_000 } }],
		['with a check of one segment', { ...plain, segments: [{ ...two[0], check: keen }, two[1]] }],
		['with everything small', withEvery(plain, { routedSmall: 1, repairRate: 0.05 })],
	];

	test.each(boards)('the noise agrees with binomial draws of every rate: %s', (name, scenario) => {
		const random = seeded(1 + boards.findIndex(([own]) => own === name));
		const { noise } = computeOutcome(scenario);
		const sampled = resample(scenario, 8000, random);
		for (const metric of RESAMPLED) {
			if (noise[metric] === 0) expect(sampled[metric], metric).toBeLessThan(1e-9);
			else expect(Math.abs(sampled[metric] / (noise[metric] as number) - 1), metric).toBeLessThan(0.03);
		}
	});
});

describe('more labels', () => {
	const scaleLabels = (scenario: Scenario, factor: number): Scenario => {
		const more = (segmentCheck: Check): Check => ({
			...segmentCheck,
			labels: segmentCheck.labels && segmentCheck.labels * factor,
		});
		return {
			...scenario,
			check: scenario.check && more(scenario.check),
			segments: scenario.segments.map((own) => ({
				...own,
				labels: own.labels && own.labels * factor,
				strongLabels: own.strongLabels && own.strongLabels * factor,
				check: own.check === 'off' ? 'off' : own.check && more(own.check),
			})),
		};
	};

	test('never increase the noise of a metric, or of its difference from the baseline', () => {
		fc.assert(
			fc.property(board, within(1, 20), (scenario, factor) => {
				const [few, many] = [scenario, scaleLabels(scenario, factor)].map((one) => noiseOf(compare(one)));
				for (const metric of METRIC_NAMES)
					for (const of of ['of', 'ofDifference'] as const) {
						const [wide, narrow] = [few?.[of](metric) ?? null, many?.[of](metric) ?? null];
						expect(narrow === null, metric).toBe(wide === null);
						expect(narrow ?? 0, metric).toBeLessThanOrEqual((wide ?? 0) * (1 + 1e-9) + 1e-12);
					}
			}),
			{ numRuns: 60 },
		);
	});

	test('of one segment never increase the noise either', () => {
		fc.assert(
			fc.property(board, within(1, 20), (scenario, factor) => {
				const [first, ...rest] = scenario.segments as [Segment, ...Segment[]];
				const labels = (first.labels as number) * factor;
				const [few, many] = [scenario, { ...scenario, segments: [{ ...first, labels }, ...rest] }].map(
					(one) => computeOutcome(one).noise,
				);
				for (const metric of ['resolution', 'handoff', 'silent', 'escalationRate', 'falseEasy'] as const)
					expect(many?.[metric] ?? 0, metric).toBeLessThanOrEqual((few?.[metric] ?? 0) * (1 + 1e-9));
			}),
			{ numRuns: 40 },
		);
	});
});

describe('the noise of a difference from the baseline', () => {
	test('ignores rates that both sides share: on week 31, those of strong-routed requests', () => {
		// In R(now) − R(all strong), tₑ and tₕ matter only for requests that went small: p·q and p·(1 − q) of each segment.
		const parts = (
			[
				[0.865, 0.84, 0.96, 0.92, 2400],
				[0.095, 0.61, 0.81, 0.66, 600],
				[0.025, 0.44, 0.68, 0.45, 150],
				[0.015, 0.3, 0.72, 0.42, 60],
			] as const
		).flatMap(([w, p, q, easy, n]) => [
			w * p * 0.85 * labelNoise(q, n),
			w * p * q * labelNoise(0.99, n * easy),
			w * p * (1 - q) * labelNoise(0.84, n * (1 - easy)),
		]);
		const noise = noiseOf(compare(week31()));
		expect(noise.ofDifference('resolution')).toBeCloseTo(Math.hypot(...parts), 10);
		expect(noise.ofDifference('resolution')).toBeCloseTo(0.0062586466, 9);
	});

	test('is 0 for a board against itself', () => {
		fc.assert(
			fc.property(board, (scenario) => {
				const noise = noiseOf(compare({ ...scenario, baseline: { name: null, set: {} } }));
				for (const metric of ['cost', 'resolution', 'handoff', 'silent', 'totalCost', 'falseEasy'] as const)
					expect(noise.ofDifference(metric), metric).toBe(0);
			}),
			{ numRuns: 40 },
		);
	});

	test('counts both sides if a rate has other labels in the baseline', () => {
		// Everything strong, today on 500 labels and in the baseline on 100.
		const scenario = aScenario({
			segments: [aSegment({ routedSmall: 0, strongOnEasy: 0.95, strongOnHard: 0.95, easyShare: 0.5 })],
			baseline: { name: 'last month', set: { 'segments.one.strongLabels': 100 } },
		});
		const parts = [250, 250, 50, 50].map((labels) => 0.5 * labelNoise(0.95, labels));
		expect(noiseOf(compare(scenario)).ofDifference('resolution')).toBeCloseTo(Math.hypot(...parts), 12);
	});

	test('counts both sides if a rate has another value in the baseline', () => {
		const scenario = aScenario({
			segments: [aSegment({ routedSmall: 0, strongOnEasy: 0.95, strongOnHard: 0.9, easyShare: 0.5 })],
			baseline: { name: 'the old model', set: { 'segments.one.strongOnEasy': 0.9 } },
		});
		// tₕ is the same and cancels.
		const parts = [0.5 * labelNoise(0.95, 250), 0.5 * labelNoise(0.9, 250)];
		expect(noiseOf(compare(scenario)).ofDifference('resolution')).toBeCloseTo(Math.hypot(...parts), 12);
	});
});
