import { describe, expect, test } from 'vitest';
import { computeOutcome } from '../../src/engine/index.js';
import type { GuardrailState } from '../../src/engine/outcome-types.js';
import type { Guardrail, Scenario } from '../../src/engine/scenario.js';
import { verdictOf } from '../../src/engine/verdict.js';
import { aGuardrail, aScenario, aSegment, week31, withSegments } from '../support/scenarios.js';

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

describe('noise from finite labels', () => {
	// One segment, p = 0.5, 500 labels: q and what follows from it, per small-routed request.
	const one = aScenario({ segments: [aSegment({ routedSmall: 0.5 })] });
	const outcome = computeOutcome(one).segments[0];

	test('is the weight routed small times the noise of its rate', () => {
		expect(judged(one, { metric: 'resolution' }).noise).toBeCloseTo(0.5 * half(outcome?.smallSuccess ?? 0, 500), 12);
		expect(judged(one, { metric: 'silent' }).noise).toBeCloseTo(0.5 * half(outcome?.silentSmall ?? 0, 500), 12);
	});

	test('of a rate per small-routed request is that of the rate', () => {
		expect(judged(one, { metric: 'escalationRate' }).noise).toBeCloseTo(half(outcome?.escalated ?? 0, 500), 12);
	});

	test('of the repair rate exists where a check derives it', () => {
		expect(judged(one, { metric: 'repairRate' }).noise).toBe(0);
		const checked = { ...one, check: { catches: 0.9, falseAlarms: 0.05, cost: 0, latency: 0 } };
		const rate = computeOutcome(checked).segments[0]?.repairRate ?? 0;
		expect(judged(checked, { metric: 'repairRate' }).noise).toBeCloseTo(half(rate, 500), 12);
	});

	test.each(['cost', 'handoff', 'highRiskSmall', 'latencyP95', 'falseEasy'] as const)('of %s is none', (metric) => {
		expect(judged(one, { metric }).noise).toBe(0);
	});

	test('adds up over segments as variances do', () => {
		const shares = [0.865 * 0.84, 0.095 * 0.61, 0.025 * 0.44, 0.015 * 0.3];
		const halves = [half(0.96, 2400), half(0.81, 600), half(0.68, 150), half(0.72, 60)];
		const sum = Math.hypot(...halves.map((own, i) => own * (shares[i] as number)));
		expect(judged(week31(), { metric: 'resolution' }).noise).toBeCloseTo(sum, 10);
	});

	test('of an escalation rate with nothing routed small is not measured', () => {
		expect(judged(aScenario({ segments: [aSegment({ routedSmall: 0 })] }), { metric: 'escalationRate' })).toMatchObject(
			{
				value: null,
				noise: null,
				state: 'cannot-tell',
			},
		);
	});
});

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
		const pinned = withSegments(week31(), { faq: { routedSmall: 0.5 } });
		const limit = (computeOutcome(pinned).metrics.resolution as number) - 0.01;
		expect(judged(week31(), relative, pinned).limit).toBeCloseTo(limit, 12);
	});

	test('on what is not measured cannot tell', () => {
		const unknown = withSegments(week31(), { faq: { strongOnHard: null } });
		expect(judged(unknown, { metric: 'resolution' })).toMatchObject({ value: null, state: 'cannot-tell' });
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
		expect(state.noise).toBeCloseTo(0.44 * half(0.68, 150), 10);
		expect(state.limit).toBeCloseTo(0.45 * 0.99 + 0.55 * 0.84, 12);
		expect(state).toMatchObject({ state: 'breached', segment: 'policy' });
		expect(judged(week31(), { metric: 'highRiskSmall', segment: 'policy' }).value).toBeCloseTo(0.44, 12);
	});

	test('on a segment that the pinned baseline lacks cannot tell', () => {
		const pinned = aScenario();
		expect(judged(week31(), { segment: 'faq', limit: 0.9 }, pinned).state).toBe('cannot-tell');
	});
});

describe('the verdict', () => {
	const [held, unsure, breached] = [{ state: 'held' }, { state: 'cannot-tell' }, { state: 'breached' }] as const;
	test.each([
		['roll-back', [held, unsure, breached], 0.5],
		['roll-back', [breached], -0.5],
		['canary', [held, unsure], 0.5],
		['canary', [unsure], -0.5],
		['canary', [held], null],
		['no-gain', [held], 0],
		['no-gain', [held, held], -0.1],
		['no-gain', [], 1e-16],
		['ship', [held, held], 0.01],
		['ship', [], 0.5],
	] as const)('is %s', (verdict, guardrails, saving) => {
		expect(verdictOf(guardrails, saving)).toBe(verdict);
	});

	test('is no gain for the baseline itself', () => {
		expect(computeOutcome(aScenario({ segments: [aSegment({ routedSmall: 0 })] })).verdict).toBe('no-gain');
	});
});
