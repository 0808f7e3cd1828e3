import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Comparison, compare } from '../../src/engine/full-metrics.js';
import { computeOutcome } from '../../src/engine/index.js';
import type { Gain, GuardrailStatus, Outcome } from '../../src/engine/outcome-types.js';
import type { Guardrail, MetricName, Scenario, Segment } from '../../src/engine/scenario.js';
import { verdictOf } from '../../src/engine/verdict.js';
import { labelNoise } from '../support/label-noise.js';
import {
	aCheck,
	aGuardrail,
	aPrice,
	aScenario,
	aSegment,
	someTokens,
	week31,
	withEvery,
} from '../support/scenarios.js';

const judge = (scenario: Scenario): Pick<Outcome, 'verdict' | 'decidedBy'> => {
	const { verdict, decidedBy } = computeOutcome(scenario);
	return { verdict, decidedBy };
};

describe('the rules of the verdict, in order', () => {
	const SPEND = { cost: 0.01, resolution: 0.9, totalCostPerResolved: 1 };
	/** Builds both sides of a comparison with the three metrics that the verdict reads. */
	const sides = (now: Partial<Record<MetricName, number | null>> = {}, cost: number | null = 0.03): Comparison =>
		({ now: { metrics: { ...SPEND, ...now } }, before: { metrics: { ...SPEND, cost } } }) as unknown as Comparison;
	const gain = (value: number | null, noise: number | null): Gain => ({ metric: 'totalCostPerResolved', value, noise });
	const limit = (metric: MetricName, state: GuardrailStatus) => ({ metric, state });
	const [held, unclear, breached] = [
		limit('resolution', 'held'),
		limit('silent', 'cannot-tell'),
		limit('handoff', 'breached'),
	];
	const none = limit('repairRate', 'not-applicable');

	test.each<[string, Parameters<typeof verdictOf>, string, readonly MetricName[]]>([
		[
			'1: a limit is breached, whatever the gain',
			[[held, unclear, breached], sides(), gain(1, 0.1)],
			'roll-back',
			['handoff'],
		],
		[
			'1 before 2: resolution is unknown too',
			[[breached], sides({ resolution: null }), gain(null, null)],
			'roll-back',
			['handoff'],
		],
		['2: resolution is unknown', [[held], sides({ resolution: null }), gain(1, 0.1)], 'measure-first', ['resolution']],
		[
			'2 before 3: it costs more too',
			[[], sides({ resolution: null }), gain(-1, 0.1)],
			'measure-first',
			['resolution'],
		],
		['3: costs more, beyond the noise', [[held], sides(), gain(-0.2, 0.1)], 'no-gain', ['totalCostPerResolved']],
		[
			'3 before 4: a limit is undecided too',
			[[unclear], sides(), gain(-0.2, 0.1)],
			'no-gain',
			['totalCostPerResolved'],
		],
		['3: costs more, without noise', [[held], sides(), gain(-0.001, 0)], 'no-gain', ['totalCostPerResolved']],
		['4: a limit is undecided', [[held, unclear], sides(), gain(1, 0.1)], 'canary', ['silent']],
		['4 before 5: nothing changed either', [[unclear], sides(), gain(0, 0)], 'canary', ['silent']],
		['4: the gain has no value', [[held], sides(), gain(null, null)], 'canary', ['totalCostPerResolved']],
		['4: the gain’s noise is unknown', [[held], sides(), gain(1, null)], 'canary', ['totalCostPerResolved']],
		[
			'4: a limit is undecided and the gain’s noise unknown',
			[[unclear, unclear], sides(), gain(1, null)],
			'canary',
			['silent', 'totalCostPerResolved'],
		],
		['5: nothing changed', [[held], sides(), gain(0, 0)], 'no-gain', ['totalCostPerResolved']],
		['5: a gain of rounding error only', [[held], sides(), gain(5e-13, 0)], 'no-gain', ['totalCostPerResolved']],
		['5: a loss of rounding error only', [[held], sides(), gain(-5e-13, 0)], 'no-gain', ['totalCostPerResolved']],
		['6: a gain beyond the noise', [[held], sides(), gain(0.2, 0.1)], 'ship', ['totalCostPerResolved']],
		['6: without any limit', [[], sides(), gain(0.2, 0.1)], 'ship', ['totalCostPerResolved']],
		['6: with a limit that is not applicable', [[none], sides(), gain(0.2, 0.1)], 'ship', ['totalCostPerResolved']],
		['6: although spend rises', [[held], sides({}, 0.005), gain(0.2, 0.1)], 'ship', ['totalCostPerResolved']],
		['7: within the noise, and spend does not fall', [[held], sides({}, 0.01), gain(0.05, 0.1)], 'no-gain', ['cost']],
		['7: within the noise, and spend rises', [[held], sides({}, 0.005), gain(0.05, 0.1)], 'no-gain', ['cost']],
		[
			'7: within the noise, spend falls and resolution is held',
			[[held], sides(), gain(0.05, 0.1)],
			'ship',
			['cost', 'resolution'],
		],
		[
			'7: within the noise, spend falls and there is no limit on resolution',
			[[], sides(), gain(0.05, 0.1)],
			'canary',
			['totalCostPerResolved'],
		],
		[
			'7: within the noise and below 0, although resolution is held',
			[[held], sides(), gain(-0.05, 0.1)],
			'canary',
			['totalCostPerResolved'],
		],
		['7: a gain equal to the noise', [[], sides(), gain(0.1, 0.1)], 'canary', ['totalCostPerResolved']],
	])('rule %s', (_, given, verdict, decidedBy) => {
		const judgement = verdictOf(...given);
		expect(judgement).toEqual({ verdict, decidedBy, gain: given[2] });
	});
});

// Everything goes small, the strong model is always right, and handing a failure over costs USD 1: a small request
// costs 0.0016 and 1 − E, a strong one 0.032. Per resolved request, (0.0016 + 1 − E)/E against 0.032.
describe('a board computed by hand', () => {
	const small = (easyShare: number, labels = 1e6): Scenario =>
		aScenario({
			handoffCost: 1,
			segments: [
				aSegment({
					...{ routedSmall: 1, easyShare, detection: 1, labels, silentCost: 0 },
					...{ strongOnEasy: 1, strongOnHard: 1, strongLabels: 1e12 },
				}),
			],
		});
	const guarded = (scenario: Scenario, ...guardrails: Partial<Guardrail>[]): Scenario => ({
		...scenario,
		guardrails: guardrails.map(aGuardrail),
	});
	const quality = { metric: 'resolution', side: 'atLeast', relative: true } as const;

	test('ships if total cost falls by more than the noise', () => {
		const { verdict, decidedBy, gain } = computeOutcome(small(0.98));
		expect({ verdict, decidedBy }).toEqual({ verdict: 'ship', decidedBy: ['totalCostPerResolved'] });
		expect(gain.value).toBeCloseTo(0.032 - 0.0216 / 0.98, 12);
	});

	test('shows no gain if spend falls but total cost rises', () => {
		const { verdict, metrics, gain } = computeOutcome(small(0.9));
		expect(verdict).toBe('no-gain');
		expect(metrics.saving).toBeCloseTo(0.95, 12);
		expect(gain.value).toBeCloseTo(0.032 - 0.1016 / 0.9, 12);
	});

	test('rolls back if a limit is breached, despite a gain', () => {
		const scenario = guarded(small(0.98), { ...quality, limit: -0.01 });
		expect(judge(scenario)).toEqual({ verdict: 'roll-back', decidedBy: ['resolution'] });
	});

	test('is a canary if its labels cannot tell it from a limit', () => {
		const scenario = guarded(small(0.98, 100), { ...quality, limit: -0.03 });
		expect(judge(scenario)).toEqual({ verdict: 'canary', decidedBy: ['resolution'] });
	});

	test('within the noise ships if resolution is held, and is a canary without a limit on it', () => {
		// The gain is 1 cent. By q, T moves by (1 + T)/q; by δ, measured on the 12 of 600 that failed, by (1 − q)/q.
		const few = small(0.98, 600);
		const { gain } = computeOutcome(few);
		expect(gain.value).toBeCloseTo(0.00996, 5);
		const parts = [((1 + 0.0216 / 0.98) / 0.98) * labelNoise(0.98, 600), (0.02 / 0.98) * labelNoise(1, 12)];
		expect(gain.noise).toBeCloseTo(Math.hypot(...parts), 12);
		expect(gain.noise).toBeGreaterThan(0.01);
		expect(judge(few)).toEqual({ verdict: 'canary', decidedBy: ['totalCostPerResolved'] });
		expect(judge(guarded(few, { ...quality, limit: -0.05 }))).toEqual({
			verdict: 'ship',
			decidedBy: ['cost', 'resolution'],
		});
	});

	test('measures first if resolution is unknown, although spend falls', () => {
		const scenario = small(0.98);
		const blind = { ...scenario, segments: scenario.segments.map((own) => ({ ...own, easyShare: null })) };
		expect(judge(blind)).toEqual({ verdict: 'measure-first', decidedBy: ['resolution'] });
	});

	test('compares spend alone if hand-offs or silent failures have no known cost', () => {
		const { verdict, decidedBy, gain } = computeOutcome({ ...small(0.9), handoffCost: null });
		expect({ verdict, decidedBy }).toEqual({ verdict: 'ship', decidedBy: ['costPerResolved'] });
		expect(gain.value).toBeCloseTo(0.032 - 0.0016 / 0.9, 12);
	});

	test('shows no gain for the baseline itself', () => {
		expect(judge(withEvery(small(0.98), { routedSmall: 0 }))).toEqual({
			verdict: 'no-gain',
			decidedBy: ['totalCostPerResolved'],
		});
	});

	test('compares with the scenario’s own baseline', () => {
		// Today half goes small; more of it at E = 0.98 is a gain, and less of it is none.
		const today = (p: number): Scenario => ({
			...withEvery(small(0.98), { routedSmall: p, routerAuc: 0.5 }),
			baseline: { name: 'today', set: { 'segments.one.routedSmall': 0.5 } },
		});
		expect([today(0.9), today(0.5), today(0.1)].map((one) => judge(one).verdict)).toEqual([
			'ship',
			'no-gain',
			'no-gain',
		]);
	});

	test('ignores a limit on an empty lane', () => {
		const one = aSegment({ id: 'empty', share: 1e-9, routedSmall: 0 });
		const scenario = small(0.98);
		const segments = [{ ...(scenario.segments[0] as Segment), share: 1 - 1e-9 }, one];
		const guardrails = [{ metric: 'repairRate', segment: 'empty', limit: 0.1 }] as const;
		expect(judge(guarded({ ...scenario, segments }, ...guardrails)).verdict).toBe('ship');
	});
});

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const segment: fc.Arbitrary<Partial<Segment>> = fc.record({
	risk: fc.constantFrom<Segment['risk'][]>('low', 'high'),
	override: fc.constantFrom<Segment['override'][]>(null, null, null, 'strong'),
	routedSmall: fc.oneof({ weight: 4, arbitrary: within(0.05, 0.95) }, fc.constantFrom(0, 1)),
	repairRate: fc.oneof(fc.constant(0), within(0, 0.5)),
	easyShare: within(0.6, 0.98),
	strongOnEasy: within(0.85, 1),
	strongOnHard: within(0.5, 1),
	routerAuc: within(0.55, 0.95),
	detection: within(0.1, 1),
	labels: fc.constantFrom(null, 50, 500, 5000, 100_000, 1e7),
	strongLabels: fc.constantFrom(null, 500, 1e6),
	silentCost: fc.constantFrom(null, 0, 0.05, 0.5, 10),
});

const guardrail: fc.Arbitrary<Guardrail> = fc.oneof(
	within(-0.1, 0.02).map((limit) => aGuardrail({ metric: 'resolution', side: 'atLeast', relative: true, limit })),
	within(0, 0.1).map((limit) => aGuardrail({ limit })),
	within(0, 0.3).map((limit) => aGuardrail({ metric: 'repairRate', limit })),
	within(0, 1).map((limit) => aGuardrail({ metric: 'highRiskSmall', limit })),
	within(0, 0.1).map((limit) => aGuardrail({ metric: 'handoff', segment: 's0', limit })),
);

const board: fc.Arbitrary<Scenario> = fc
	.record({
		segments: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), segment), { minLength: 1, maxLength: 3 }),
		guardrails: fc.array(guardrail, { maxLength: 3 }),
		check: fc.constantFrom(null, null, aCheck()),
		handoffCost: fc.constantFrom(null, 0, 0.02, 0.2, 4),
		routerCost: fc.constantFrom(0, 0, 0.02),
		strongDetection: within(0, 1),
		named: fc.constantFrom(null, null, 0.3),
	})
	.map(({ segments, named, ...rest }) => {
		const total = segments.reduce((sum, [parts]) => sum + parts, 0);
		return aScenario({
			...rest,
			baseline: named === null ? null : { name: 'today', set: { 'segments.s0.routedSmall': named } },
			segments: segments.map(([parts, changes], i) => aSegment({ ...changes, id: `s${i}`, share: parts / total })),
		});
	});

describe('on any board', () => {
	test('a ship has no breached or undecided limit, and a gain beyond noise, or less spend with resolution held', () => {
		let ships = 0;
		fc.assert(
			fc.property(board, (scenario) => {
				const { verdict, guardrails, gain, metrics, baseline } = computeOutcome(scenario);
				if (verdict !== 'ship') return;
				ships++;
				expect(guardrails.filter(({ state }) => state === 'cannot-tell' || state === 'breached')).toEqual([]);
				const [value, noise] = [gain.value as number, gain.noise as number];
				expect(value).toBeGreaterThan(0);
				if (value > noise) return;
				expect(metrics.cost).toBeLessThan(baseline.cost as number);
				expect(guardrails.some(({ metric, state }) => metric === 'resolution' && state === 'held')).toBe(true);
			}),
			{ numRuns: 300 },
		);
		expect(ships).toBeGreaterThan(5);
	});

	test('fewer labels never turn a canary or no gain into a ship', () => {
		fc.assert(
			fc.property(board, fc.constantFrom(1.5, 4, 100, 1e6), (scenario, by) => {
				const before = computeOutcome(scenario).verdict;
				fc.pre(before === 'canary' || before === 'no-gain');
				const segments = scenario.segments.map((own) => ({
					...own,
					labels: own.labels && own.labels / by,
					strongLabels: own.strongLabels && own.strongLabels / by,
				}));
				expect(computeOutcome({ ...scenario, segments }).verdict).not.toBe('ship');
			}),
			{ numRuns: 300 },
		);
	});

	test('a pinned baseline changes no limit, verdict, saving or break-even', () => {
		const free = { small: aPrice(), strong: aPrice({ input: 500, output: 500 }) };
		const pins: readonly ((scenario: Scenario) => Scenario)[] = [
			(scenario) => withEvery(scenario, { routedSmall: 1, override: null, easyShare: 0.01 }),
			(scenario) => ({ ...scenario, prices: free, tokens: someTokens({ fresh: 1e6 }) }),
			(scenario) => withEvery(scenario, { easyShare: null, labels: null, strongOnHard: null }),
			() => week31(),
		];
		fc.assert(
			fc.property(board, fc.constantFrom(...pins), (scenario, pin) => {
				const [alone, pinned] = [computeOutcome(scenario), computeOutcome(scenario, { baseline: pin(scenario) })];
				expect(pinned.guardrails).toEqual(alone.guardrails);
				expect([pinned.verdict, pinned.decidedBy, pinned.gain]).toEqual([alone.verdict, alone.decidedBy, alone.gain]);
				expect(pinned.metrics).toEqual(alone.metrics);
				expect(pinned.noise).toEqual(alone.noise);
				expect(pinned.baseline).toEqual(alone.baseline);
			}),
			{ numRuns: 40 },
		);
	});

	test('the gain is the change of the metric it names, against the scenario’s own baseline', () => {
		fc.assert(
			fc.property(board, (scenario) => {
				const { gain } = computeOutcome(scenario);
				const { now, before } = compare(scenario);
				const total = now.metrics.totalCostPerResolved !== null && before.metrics.totalCostPerResolved !== null;
				expect(gain.metric).toBe(total ? 'totalCostPerResolved' : 'costPerResolved');
				const [to, from] = [now.metrics[gain.metric], before.metrics[gain.metric]];
				expect(gain.value).toBe(to === null || from === null ? null : from - to);
			}),
			{ numRuns: 100 },
		);
	});
});
