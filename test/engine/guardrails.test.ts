import { describe, expect, test } from 'vitest';
import { computeOutcome } from '../../src/engine/index.js';
import type { GuardrailState } from '../../src/engine/outcome-types.js';
import type { Guardrail, Scenario } from '../../src/engine/scenario.js';
import { labelNoise } from '../support/label-noise.js';
import { aCheck, aGuardrail, aScenario, aSegment, week31, withEvery, withSegments } from '../support/scenarios.js';

const stateOf = (scenario: Scenario, guardrail: Partial<Guardrail>, baseline?: Scenario): GuardrailState => {
	const guarded = { ...scenario, guardrails: [aGuardrail(guardrail)] };
	return computeOutcome(guarded, baseline && { baseline }).guardrails[0] as GuardrailState;
};

describe('a guardrail', () => {
	const { value, noise } = stateOf(week31(), { metric: 'silent' }) as { value: number; noise: number };

	test.each([
		['breached', 'atMost', value - noise - 1e-6],
		['cannot-tell', 'atMost', value - noise + 1e-6],
		['cannot-tell', 'atMost', value],
		['cannot-tell', 'atMost', value + noise - 1e-6],
		['held', 'atMost', value + noise + 1e-6],
		['held', 'atLeast', value - noise - 1e-6],
		['cannot-tell', 'atLeast', value - noise + 1e-6],
		['cannot-tell', 'atLeast', value + noise - 1e-6],
		['breached', 'atLeast', value + noise + 1e-6],
	] as const)('is %s: %s %d', (state, side, limit) => {
		expect(stateOf(week31(), { side, limit }).state).toBe(state);
	});

	test('without noise is held if it is met exactly, despite rounding in sums', () => {
		const segments = [1, 2, 3, 4, 5, 6].map((i) => aSegment({ id: `s${i}`, share: i / 21, repairRate: 0.12 }));
		const board = aScenario({ segments });
		expect(stateOf(board, { metric: 'repairRate', limit: 0.12 }).state).toBe('held');
		expect(stateOf(board, { metric: 'repairRate', limit: 0.12, side: 'atLeast' }).state).toBe('held');
		expect(stateOf(board, { metric: 'repairRate', limit: 0.119999 }).state).toBe('breached');
	});

	test('relative to the baseline is an offset from the baseline’s value', () => {
		const relative = { metric: 'resolution', side: 'atLeast', limit: -0.01, relative: true } as const;
		expect(stateOf(week31(), relative)).toMatchObject({
			limit: expect.closeTo(0.9614075, 10),
			relative: true,
			side: 'atLeast',
		});
		const set = { 'segments.faq.routedSmall': 0.5 };
		const limit =
			(computeOutcome(withSegments(week31(), { faq: { routedSmall: 0.5 } })).metrics.resolution as number) - 0.01;
		expect(stateOf({ ...week31(), baseline: { name: 'last week', set } }, relative).limit).toBeCloseTo(limit, 12);
	});

	test('ignores a pinned baseline', () => {
		const relative = { metric: 'resolution', side: 'atLeast', limit: -0.01, relative: true } as const;
		expect(stateOf(week31(), relative, withEvery(week31(), { routedSmall: 1 }))).toEqual(stateOf(week31(), relative));
		expect(stateOf(week31(), { segment: 'faq', limit: 0.9 }, aScenario())).toEqual(
			stateOf(week31(), { segment: 'faq', limit: 0.9 }),
		);
	});

	test('on a rate of an empty lane is not applicable', () => {
		const empty = withEvery(week31(), { routedSmall: 0 });
		const unknown = { value: null, reason: 'not-applicable', state: 'not-applicable' };
		expect(stateOf(empty, { metric: 'escalationRate' })).toMatchObject(unknown);
		expect(stateOf(empty, { metric: 'repairRate' })).toMatchObject(unknown);
		expect(stateOf(withEvery(week31(), { risk: 'low' }), { metric: 'highRiskSmall' })).toMatchObject(unknown);
		// The board has such requests, but not every segment does.
		const faq = withSegments(week31(), { faq: { override: 'strong' } });
		expect(stateOf(faq, { metric: 'repairRate', segment: 'faq' })).toMatchObject(unknown);
		expect(stateOf(faq, { metric: 'repairRate', segment: 'refund' }).state).toBe('held');
		expect(stateOf(week31(), { metric: 'highRiskSmall', segment: 'faq' })).toMatchObject(unknown);
	});

	test('on an empty lane is judged if the metric has a value anyway', () => {
		expect(stateOf(withEvery(week31(), { routedSmall: 0 }), { metric: 'highRiskSmall', limit: 0 }).state).toBe('held');
	});

	test('on a metric that is not measured cannot tell', () => {
		const unknown = withSegments(week31(), { faq: { strongOnHard: null } });
		expect(stateOf(unknown, { metric: 'resolution' })).toMatchObject({
			value: null,
			reason: 'not-measured',
			state: 'cannot-tell',
		});
		const worse = withEvery(week31(), { strongOnEasy: 0.7, strongOnHard: 0.5 });
		expect(stateOf(worse, { metric: 'pgr' })).toMatchObject({ value: null, reason: 'undefined', state: 'cannot-tell' });
		expect(stateOf(week31(), { metric: 'escalationRate', relative: true })).toMatchObject({
			limit: null,
			state: 'cannot-tell',
		});
	});

	test('on a segment is judged by that segment’s traffic, labels and baseline', () => {
		const policy = computeOutcome(week31()).segments.find(({ id }) => id === 'policy');
		const state = stateOf(week31(), {
			metric: 'resolution',
			side: 'atLeast',
			segment: 'policy',
			relative: true,
			limit: 0,
		});
		expect(state.value).toBeCloseTo(policy?.resolution ?? 0, 12);
		// Slopes of the difference from the baseline, which routed these requests strong: 0.44·(1 − 0.99 + 0.84) for q;
		// for tₑ and tₕ the shares that go small and no longer depend on them, 0.44·0.68 and 0.44·0.32. Their labels are
		// 45% and 55% of 150.
		const parts = [0.85 * labelNoise(0.68, 150), 0.68 * labelNoise(0.99, 67.5), 0.32 * labelNoise(0.84, 82.5)];
		expect(state.noise).toBeCloseTo(0.44 * Math.hypot(...parts), 10);
		expect(state.limit).toBeCloseTo(0.45 * 0.99 + 0.55 * 0.84, 12);
		expect(state).toMatchObject({ state: 'breached', segment: 'policy' });
		expect(stateOf(week31(), { metric: 'highRiskSmall', segment: 'policy' }).value).toBeCloseTo(0.44, 12);
	});

	test('on a segment uses all labels of the board for strong detection and a shared check', () => {
		// Everything stays strong, where 25% fail: 100 failures on 2 · 200 labels. The hand-off rate is D·f.
		const constantSuccess = {
			strongOnEasy: 0.75,
			strongOnHard: 0.75,
			easyShare: null,
			observed: null,
			routerAuc: null,
		};
		const segment = { ...constantSuccess, routedSmall: 0, labels: 200 };
		const board = aScenario({
			strongDetection: 0.6,
			segments: [aSegment({ ...segment, id: 'a', share: 0.3 }), aSegment({ ...segment, id: 'b', share: 0.7 })],
		});
		const strong = Math.hypot(0.25 * labelNoise(0.6, 100), 0.6 * labelNoise(0.75, 200));
		expect(stateOf(board, { metric: 'handoff', segment: 'a' }).noise).toBeCloseTo(strong, 12);

		// A check that catches 60% of the failures on all segments' labels: 2 · 200 · 0.5.
		const small = { easyShare: 0.5, routedSmall: 1, labels: 200, strongOnEasy: 1, strongOnHard: 1 };
		const shared = aScenario({
			check: aCheck({ catches: 0.6, falseAlarms: 0 }),
			segments: [aSegment({ ...small, id: 'a', share: 0.3 }), aSegment({ ...small, id: 'b', share: 0.7 })],
		});
		const checked = Math.hypot(0.5 * labelNoise(0.6, 200), 0.6 * labelNoise(0.5, 200), 0.5 * labelNoise(0, 200));
		expect(stateOf(shared, { metric: 'repairRate', segment: 'a' }).noise).toBeCloseTo(checked, 12);
	});

	test('on an unknown segment cannot tell', () => {
		expect(stateOf(week31(), { segment: 'nobody', limit: 0.9 })).toMatchObject({
			limit: 0.9,
			value: null,
			noise: null,
			reason: 'not-measured',
			state: 'cannot-tell',
		});
	});
});
