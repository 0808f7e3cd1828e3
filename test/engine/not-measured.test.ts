import { describe, expect, test } from 'vitest';
import { calibrate, computeCurve, computeOutcome, evaluate } from '../../src/engine/index.js';
import type { Observed, Scenario, Segment } from '../../src/engine/scenario.js';
import { aGuardrail, aPrice, aScenario, aSegment } from '../support/scenarios.js';

const OBSERVED: Observed = { routedSmall: 0.5, smallSuccess: 0.85, escalationRate: 0.06 };

const board = (changes: Partial<Segment>, scenario: Partial<Scenario> = {}): Scenario =>
	aScenario({ segments: [aSegment(changes)], ...scenario });
const evaluateOne = (scenario: Scenario) => {
	const { metrics, segments } = evaluate(scenario);
	return { metrics, segment: segments[0] as (typeof segments)[number] };
};

describe('a segment without easy share', () => {
	const assumed = { easyShare: null, routerAuc: null, observed: OBSERVED, detection: null };

	test.each([0.2, 0.5, 0.9])('at p = %d assumes the observed small success, and marks it', (routedSmall) => {
		const { segment, metrics } = evaluateOne(board({ ...assumed, routedSmall }));
		expect(segment).toMatchObject({ smallSuccess: 0.85, successAssumed: true, easyInStrong: null, falseHard: null });
		expect(segment.falseEasy).toBeCloseTo(routedSmall * 0.15, 12);
		expect([metrics.resolution, metrics.handoff, metrics.silent, metrics.pgr]).toEqual([null, null, null, null]);
		expect(metrics.cost).toBeCloseTo(routedSmall * 0.0016 + (1 - routedSmall) * 0.032, 12);
		expect(metrics.escalationRate).toBeCloseTo(0.06, 12);
	});

	test('needs no u at p = 1', () => {
		const { metrics } = evaluateOne(board({ ...assumed, routedSmall: 1 }));
		expect(metrics.resolution).toBeCloseTo(0.85, 12);
		expect(metrics.handoff).toBeCloseTo(0.06, 12);
		expect(metrics.falseHard).toBe(0);
	});

	test('needs no u if the strong model is as good on hard requests', () => {
		const { metrics, segment } = evaluateOne(board({ ...assumed, strongOnEasy: 0.9, strongOnHard: 0.9 }));
		expect(metrics.resolution).toBeCloseTo(0.5 * 0.85 + 0.5 * 0.9, 12);
		expect(segment.falseHard).toBeNull();
	});

	test('has no curve', () => {
		expect(computeCurve(board(assumed), 11)).toBeNull();
		expect(computeOutcome(board(assumed)).metrics.cpt50).toBeNull();
	});

	test('and without observations has unknown small success, not marked as assumed', () => {
		const { segment } = evaluateOne(board({ ...assumed, observed: null }));
		expect(segment).toMatchObject({ smallSuccess: null, successAssumed: false, falseEasy: null });
	});
});

describe('a segment without router skill', () => {
	const unrouted = { routerAuc: null, observed: null };

	test('has unknown small success at 0 < p < 1', () => {
		const { segment, metrics } = evaluateOne(board(unrouted));
		expect(segment).toMatchObject({ smallSuccess: null, easyInStrong: null, routerAuc: null, successAssumed: false });
		expect(metrics.resolution).toBeNull();
		expect(metrics.cost).toBeCloseTo(0.0168, 12);
	});

	test('has known outcomes at p = 1 and p = 0', () => {
		expect(evaluateOne(board({ ...unrouted, routedSmall: 1 })).metrics.resolution).toBeCloseTo(0.7, 12);
		expect(evaluateOne(board({ ...unrouted, routedSmall: 0 })).metrics.resolution).toBeCloseTo(
			0.7 * 0.99 + 0.3 * 0.84,
			12,
		);
	});

	test.each([
		[0, 0.84],
		[1, 0.99],
	])('has known outcomes at E = %d', (easyShare, onKind) => {
		const { metrics, segment } = evaluateOne(board({ ...unrouted, easyShare }));
		expect(segment).toMatchObject({ smallSuccess: easyShare, easyInStrong: easyShare });
		expect(metrics.resolution).toBeCloseTo(0.5 * easyShare + 0.5 * onKind, 12);
	});
});

describe('nothing routed small', () => {
	test.each<[string, Partial<Segment>]>([
		['by the mix', { routedSmall: 0 }],
		['by an override', { routedSmall: 0.6, override: 'strong' }],
	])('%s gives null for figures per small request, and 0 for the others', (_, changes) => {
		const { segment, metrics } = evaluateOne(board({ ...changes, repairRate: 0.4 }));
		expect(segment).toMatchObject({
			routedSmall: 0,
			smallSuccess: null,
			repairRate: null,
			repairCaught: null,
			repairWasted: null,
			escalated: null,
			silentSmall: null,
			trueEasy: 0,
			falseEasy: 0,
			easyInStrong: 0.7,
		});
		expect(segment.falseHard).toBeCloseTo(0.7, 12);
		expect(metrics).toMatchObject({ smallShare: 0, repairLoad: 0, repairRate: null, escalationRate: null });
	});
});

describe('detection', () => {
	const delta = (changes: Partial<Segment>): number | undefined => calibrate(board(changes))[0]?.delta;

	test('takes precedence over observations if it is given', () => {
		expect(delta({ observed: OBSERVED, detection: 0.9 })).toBe(0.9);
		expect(delta({ observed: OBSERVED, detection: null })).toBeCloseTo(0.4, 12);
	});

	test('is unknown if no failure, or nothing at all, was observed', () => {
		expect(delta({ observed: { ...OBSERVED, smallSuccess: 1, escalationRate: 0 }, detection: null })).toBeNaN();
		expect(delta({ observed: { ...OBSERVED, escalationRate: null }, detection: null })).toBeNaN();
		expect(delta({ observed: null, detection: null })).toBeNaN();
	});

	test('if unknown, does not affect resolution and cost', () => {
		const { metrics } = evaluateOne(board({ detection: null }));
		expect([metrics.handoff, metrics.silent, metrics.escalationRate, metrics.totalCost]).toEqual(Array(4).fill(null));
		expect(metrics.resolution).toBeTypeOf('number');
	});
});

describe('router skill', () => {
	test('takes precedence over observations if it is given', () => {
		expect(evaluate(board({ routerAuc: 0.6, observed: OBSERVED })).segments[0]?.routerAuc).toBe(0.6);
		const calibrated = evaluate(board({ routerAuc: null, observed: OBSERVED })).segments[0];
		expect(calibrated?.smallSuccess).toBeCloseTo(0.85, 12);
		expect(calibrated?.routerAuc).toBeGreaterThan(0.6);
	});

	test('is null if the observations contradict each other', () => {
		const contradicted = board({ routerAuc: null, observed: { ...OBSERVED, smallSuccess: 0.6 } });
		expect(evaluate(contradicted).segments[0]).toMatchObject({ smallSuccess: null, routerAuc: null });
	});
});

describe('money and time', () => {
	test('an unknown hand-off cost leaves the total cost unknown, unless there are no hand-offs', () => {
		expect(evaluateOne(board({}, { handoffCost: null })).metrics.totalCost).toBeNull();
		const none = evaluateOne(board({ detection: 0 }, { handoffCost: null, strongDetection: 0 })).metrics;
		expect(none.totalCost).toBeCloseTo((none.cost as number) + 10 * (none.silent as number), 12);
		expect(none.handoffBreakEven).toBeNull();
	});

	test('an unknown cost of silent failures leaves the total cost unknown, unless there are none', () => {
		expect(evaluateOne(board({ silentCost: null })).metrics.totalCost).toBeNull();
		const noticed = evaluateOne(board({ silentCost: null, detection: 1 }, { strongDetection: 1 })).metrics;
		expect(noticed.silent).toBe(0);
		expect(noticed.totalCost).toBeCloseTo((noticed.cost as number) + 4 * (noticed.handoff as number), 12);
	});

	test('unknown latency leaves waiting times and throughput unknown', () => {
		const { metrics } = evaluateOne(board({}, { latency: null, workers: 4 }));
		expect([metrics.latencyMean, metrics.latencyP50, metrics.latencyP95, metrics.throughputPerHour]).toEqual(
			Array(4).fill(null),
		);
	});

	test('volume and workers give a week’s spend and an hour’s throughput', () => {
		const { metrics } = evaluateOne(board({}, { volumePerWeek: 1000, workers: 4, routerCost: 0.0002 }));
		expect(metrics.costPerWeek).toBeCloseTo(17, 9);
		expect((metrics.totalCost as number) - (evaluateOne(board({})).metrics.totalCost as number)).toBeCloseTo(
			0.0002,
			12,
		);
		expect(metrics.throughputPerHour).toBeCloseTo((3.6e6 * 4) / (metrics.latencyMean as number), 9);
	});

	test('ratios over 0 are null', () => {
		const hopeless = board({ easyShare: 0, strongOnHard: 0 });
		expect(evaluateOne(hopeless).metrics).toMatchObject({
			resolution: 0,
			costPerResolved: null,
			totalCostPerResolved: null,
			pgr: null,
		});
		const free = aPrice();
		const { metrics } = computeOutcome(board({}, { prices: { small: free, strong: free } }));
		expect(metrics).toMatchObject({ cost: 0, saving: null, breakEvenRepair: null });
		expect(evaluateOne(board({ risk: 'medium' })).metrics.highRiskSmall).toBeNull();
	});
});

describe('labels', () => {
	test.each([null, 0])(
		'(%s) leave a guardrail undecided, unless nothing is routed small and there are strong labels',
		(labels) => {
			const guardrails = [aGuardrail({ limit: 0.9 })];
			const state = (routedSmall: number, strongLabels: number | null): string | undefined =>
				computeOutcome(board({ labels, strongLabels, routedSmall }, { guardrails })).guardrails[0]?.state;
			expect(state(0.5, 200)).toBe('cannot-tell');
			// Without strong labels, the segment’s labels count, and there are none.
			expect(state(0, null)).toBe('cannot-tell');
			expect(state(0, 200)).toBe('held');
		},
	);
});
