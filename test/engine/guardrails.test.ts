import { describe, expect, test } from 'vitest';
import { computeOutcome } from '../../src/engine/index.js';
import type { GuardrailState } from '../../src/engine/outcome-types.js';
import type { Guardrail, Scenario } from '../../src/engine/scenario.js';
import { aCheck, aGuardrail, aScenario, aSegment, week31, withEvery, withSegments } from '../support/scenarios.js';

const judged = (scenario: Scenario, guardrail: Partial<Guardrail>, baseline?: Scenario): GuardrailState => {
	const guarded = { ...scenario, guardrails: [aGuardrail(guardrail)] };
	return computeOutcome(guarded, baseline && { baseline }).guardrails[0] as GuardrailState;
};

/** Half-width of one segment's rate x on n labels, by the page. */
function half(x: number, n: number): number {
	const [more, z] = [n + 1.96 ** 2, 1.96];
	const pulled = (x * n + z ** 2 / 2) / more;
	return z * Math.sqrt((pulled * (1 - pulled)) / more);
}

describe('a guardrail', () => {
	const { value, noise } = judged(week31(), { metric: 'silent' }) as { value: number; noise: number };

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
		expect(judged(week31(), { side, limit }).state).toBe(state);
	});

	test('without noise is held where it is met exactly, whatever the sums round to', () => {
		const segments = [1, 2, 3, 4, 5, 6].map((i) => aSegment({ id: `s${i}`, share: i / 21, repairRate: 0.12 }));
		const board = aScenario({ segments });
		expect(judged(board, { metric: 'repairRate', limit: 0.12 }).state).toBe('held');
		expect(judged(board, { metric: 'repairRate', limit: 0.12, side: 'atLeast' }).state).toBe('held');
		expect(judged(board, { metric: 'repairRate', limit: 0.119999 }).state).toBe('breached');
	});

	test('relative to the baseline takes its value as 0', () => {
		const relative = { metric: 'resolution', side: 'atLeast', limit: -0.01, relative: true } as const;
		expect(judged(week31(), relative)).toMatchObject({
			limit: expect.closeTo(0.9614075, 10),
			relative: true,
			side: 'atLeast',
		});
		const set = { 'segments.faq.routedSmall': 0.5 };
		const limit =
			(computeOutcome(withSegments(week31(), { faq: { routedSmall: 0.5 } })).metrics.resolution as number) - 0.01;
		expect(judged({ ...week31(), baseline: { name: 'last week', set } }, relative).limit).toBeCloseTo(limit, 12);
	});

	test('takes no notice of a pin', () => {
		const relative = { metric: 'resolution', side: 'atLeast', limit: -0.01, relative: true } as const;
		expect(judged(week31(), relative, withEvery(week31(), { routedSmall: 1 }))).toEqual(judged(week31(), relative));
		expect(judged(week31(), { segment: 'faq', limit: 0.9 }, aScenario())).toEqual(
			judged(week31(), { segment: 'faq', limit: 0.9 }),
		);
	});

	test('on a rate of a lane that is empty is not applicable', () => {
		const empty = withEvery(week31(), { routedSmall: 0 });
		const unknown = { value: null, reason: 'not-applicable', state: 'not-applicable' };
		expect(judged(empty, { metric: 'escalationRate' })).toMatchObject(unknown);
		expect(judged(empty, { metric: 'repairRate' })).toMatchObject(unknown);
		expect(judged(withEvery(week31(), { risk: 'low' }), { metric: 'highRiskSmall' })).toMatchObject(unknown);
		// The board has the lane, this segment does not; and the other way round.
		const faq = withSegments(week31(), { faq: { override: 'strong' } });
		expect(judged(faq, { metric: 'repairRate', segment: 'faq' })).toMatchObject(unknown);
		expect(judged(faq, { metric: 'repairRate', segment: 'refund' }).state).toBe('held');
		expect(judged(week31(), { metric: 'highRiskSmall', segment: 'faq' })).toMatchObject(unknown);
	});

	test('on an empty lane is judged where the metric has a value all the same', () => {
		expect(judged(withEvery(week31(), { routedSmall: 0 }), { metric: 'highRiskSmall', limit: 0 }).state).toBe('held');
	});

	test('on what is not measured cannot tell', () => {
		const unknown = withSegments(week31(), { faq: { strongOnHard: null } });
		expect(judged(unknown, { metric: 'resolution' })).toMatchObject({
			value: null,
			reason: 'not-measured',
			state: 'cannot-tell',
		});
		const worse = withEvery(week31(), { strongOnEasy: 0.7, strongOnHard: 0.5 });
		expect(judged(worse, { metric: 'pgr' })).toMatchObject({ value: null, reason: 'undefined', state: 'cannot-tell' });
		expect(judged(week31(), { metric: 'escalationRate', relative: true })).toMatchObject({
			limit: null,
			state: 'cannot-tell',
		});
	});

	test('on a segment is judged within it, with its own labels and baseline', () => {
		const policy = computeOutcome(week31()).segments.find(({ id }) => id === 'policy');
		const state = judged(week31(), {
			metric: 'resolution',
			side: 'atLeast',
			segment: 'policy',
			relative: true,
			limit: 0,
		});
		expect(state.value).toBeCloseTo(policy?.resolution ?? 0, 12);
		// Of the distance to the baseline, for which these requests went strong: by q, 0.44·(1 − 0.99 + 0.84); by tₑ and tₕ
		// what went small and no longer depends on them, 0.44·0.68 and 0.44·0.32, labelled on 45% and 55% of 150.
		const parts = [0.85 * half(0.68, 150), 0.68 * half(0.99, 67.5), 0.32 * half(0.84, 82.5)];
		expect(state.noise).toBeCloseTo(0.44 * Math.hypot(...parts), 10);
		expect(state.limit).toBeCloseTo(0.45 * 0.99 + 0.55 * 0.84, 12);
		expect(state).toMatchObject({ state: 'breached', segment: 'policy' });
		expect(judged(week31(), { metric: 'highRiskSmall', segment: 'policy' }).value).toBeCloseTo(0.44, 12);
	});

	test('on a segment keeps what all labels of the board say of strong detection and of a shared check', () => {
		// Everything stays strong, where 25% fail: 100 failures of 2 · 200 labels. Handed over is D·f.
		const sure = { strongOnEasy: 0.75, strongOnHard: 0.75, easyShare: null, observed: null, routerAuc: null };
		const segment = { ...sure, routedSmall: 0, labels: 200 };
		const board = aScenario({
			strongDetection: 0.6,
			segments: [aSegment({ ...segment, id: 'a', share: 0.3 }), aSegment({ ...segment, id: 'b', share: 0.7 })],
		});
		const strong = Math.hypot(0.25 * half(0.6, 100), 0.6 * half(0.75, 200));
		expect(judged(board, { metric: 'handoff', segment: 'a' }).noise).toBeCloseTo(strong, 12);

		// A check that catches 60% of what all segments' labels saw fail: 2 · 200 · 0.5.
		const small = { easyShare: 0.5, routedSmall: 1, labels: 200, strongOnEasy: 1, strongOnHard: 1 };
		const shared = aScenario({
			check: aCheck({ catches: 0.6, falseAlarms: 0 }),
			segments: [aSegment({ ...small, id: 'a', share: 0.3 }), aSegment({ ...small, id: 'b', share: 0.7 })],
		});
		const checked = Math.hypot(0.5 * half(0.6, 200), 0.6 * half(0.5, 200), 0.5 * half(0, 200));
		expect(judged(shared, { metric: 'repairRate', segment: 'a' }).noise).toBeCloseTo(checked, 12);
	});

	test('on a segment that is not there cannot tell', () => {
		expect(judged(week31(), { segment: 'nobody', limit: 0.9 })).toMatchObject({
			limit: 0.9,
			value: null,
			noise: null,
			reason: 'not-measured',
			state: 'cannot-tell',
		});
	});
});
