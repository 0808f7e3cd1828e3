import { describe, expect, test } from 'vitest';
import { calibrate, computeOutcome, curve, evaluate } from '../../src/engine/index.js';
import type { Observed, Scenario, Segment } from '../../src/engine/scenario.js';
import { aGuardrail, aPrice, aScenario, aSegment } from '../support/scenarios.js';

const OBSERVED: Observed = { routedSmall: 0.5, smallSuccess: 0.85, escalationRate: 0.06 };

const board = (changes: Partial<Segment>, scenario: Partial<Scenario> = {}): Scenario =>
	aScenario({ segments: [aSegment(changes)], ...scenario });
const only = (scenario: Scenario) => {
	const { metrics, segments } = evaluate(scenario);
	return { metrics, segment: segments[0] as (typeof segments)[number] };
};

describe('no easy share', () => {
	const assumed = { easyShare: null, routerAuc: null, observed: OBSERVED, detection: null };

	test.each([0.2, 0.5, 0.9])('at p = %d small success stays what was observed, marked as such', (routedSmall) => {
		const { segment, metrics } = only(board({ ...assumed, routedSmall }));
		expect(segment).toMatchObject({ smallSuccess: 0.85, successAssumed: true, easyInStrong: null, falseHard: null });
		expect(segment.falseEasy).toBeCloseTo(routedSmall * 0.15, 12);
		expect([metrics.resolution, metrics.handoff, metrics.silent, metrics.pgr]).toEqual([null, null, null, null]);
		expect(metrics.cost).toBeCloseTo(routedSmall * 0.0016 + (1 - routedSmall) * 0.032, 12);
		expect(metrics.escalationRate).toBeCloseTo(0.06, 12);
	});

	test('needs no u at p = 1', () => {
		const { metrics } = only(board({ ...assumed, routedSmall: 1 }));
		expect(metrics.resolution).toBeCloseTo(0.85, 12);
		expect(metrics.handoff).toBeCloseTo(0.06, 12);
		expect(metrics.falseHard).toBe(0);
	});

	test('needs no u where the strong model is as good on hard requests', () => {
		const { metrics, segment } = only(board({ ...assumed, strongOnEasy: 0.9, strongOnHard: 0.9 }));
		expect(metrics.resolution).toBeCloseTo(0.5 * 0.85 + 0.5 * 0.9, 12);
		expect(segment.falseHard).toBeNull();
	});

	test('has no curve', () => {
		expect(curve(board(assumed), 11)).toBeNull();
		expect(computeOutcome(board(assumed)).metrics.cpt50).toBeNull();
	});

	test('and nothing observed leaves small success unknown, and unmarked', () => {
		const { segment } = only(board({ ...assumed, observed: null }));
		expect(segment).toMatchObject({ smallSuccess: null, successAssumed: false, falseEasy: null });
	});
});

describe('no router', () => {
	const unrouted = { routerAuc: null, observed: null };

	test('leaves small success unknown at a mix', () => {
		const { segment, metrics } = only(board(unrouted));
		expect(segment).toMatchObject({ smallSuccess: null, easyInStrong: null, routerAuc: null, successAssumed: false });
		expect(metrics.resolution).toBeNull();
		expect(metrics.cost).toBeCloseTo(0.0168, 12);
	});

	test('is not needed at p = 1 or p = 0', () => {
		expect(only(board({ ...unrouted, routedSmall: 1 })).metrics.resolution).toBeCloseTo(0.7, 12);
		expect(only(board({ ...unrouted, routedSmall: 0 })).metrics.resolution).toBeCloseTo(0.7 * 0.99 + 0.3 * 0.84, 12);
	});

	test.each([
		[0, 0.84],
		[1, 0.99],
	])('is not needed where E = %d', (easyShare, onKind) => {
		const { metrics, segment } = only(board({ ...unrouted, easyShare }));
		expect(segment).toMatchObject({ smallSuccess: easyShare, easyInStrong: easyShare });
		expect(metrics.resolution).toBeCloseTo(0.5 * easyShare + 0.5 * onKind, 12);
	});
});

describe('nothing routed small', () => {
	test.each<[string, Partial<Segment>]>([
		['by the mix', { routedSmall: 0 }],
		['by an override', { routedSmall: 0.6, override: 'strong' }],
	])('%s has no figures per small request, and 0 of the rest', (_, changes) => {
		const { segment, metrics } = only(board({ ...changes, repairRate: 0.4 }));
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

	test('wins over what was observed where it is given', () => {
		expect(delta({ observed: OBSERVED, detection: 0.9 })).toBe(0.9);
		expect(delta({ observed: OBSERVED, detection: null })).toBeCloseTo(0.4, 12);
	});

	test('is unknown where nothing was observed to fail, or nothing was observed', () => {
		expect(delta({ observed: { ...OBSERVED, smallSuccess: 1, escalationRate: 0 }, detection: null })).toBeNaN();
		expect(delta({ observed: { ...OBSERVED, escalationRate: null }, detection: null })).toBeNaN();
		expect(delta({ observed: null, detection: null })).toBeNaN();
	});

	test('unknown leaves resolution and cost', () => {
		const { metrics } = only(board({ detection: null }));
		expect([metrics.handoff, metrics.silent, metrics.escalationRate, metrics.totalCost]).toEqual(Array(4).fill(null));
		expect(metrics.resolution).toBeTypeOf('number');
	});
});

describe('router skill', () => {
	test('wins over what was observed where it is given', () => {
		expect(evaluate(board({ routerAuc: 0.6, observed: OBSERVED })).segments[0]?.routerAuc).toBe(0.6);
		const calibrated = evaluate(board({ routerAuc: null, observed: OBSERVED })).segments[0];
		expect(calibrated?.smallSuccess).toBeCloseTo(0.85, 12);
		expect(calibrated?.routerAuc).toBeGreaterThan(0.6);
	});

	test('that what was observed contradicts is not made up', () => {
		const contradicted = board({ routerAuc: null, observed: { ...OBSERVED, smallSuccess: 0.6 } });
		expect(evaluate(contradicted).segments[0]).toMatchObject({ smallSuccess: null, routerAuc: null });
	});
});

describe('money and time', () => {
	test('cost of a hand-off unknown leaves the total unknown, unless there is none', () => {
		expect(only(board({}, { handoffCost: null })).metrics.totalCost).toBeNull();
		const none = only(board({ detection: 0 }, { handoffCost: null, strongDetection: 0 })).metrics;
		expect(none.totalCost).toBeCloseTo((none.cost as number) + 10 * (none.silent as number), 12);
		expect(none.handoffBreakEven).toBeNull();
	});

	test('cost of a silent failure unknown leaves the total unknown, unless there is none', () => {
		expect(only(board({ silentCost: null })).metrics.totalCost).toBeNull();
		const noticed = only(board({ silentCost: null, detection: 1 }, { strongDetection: 1 })).metrics;
		expect(noticed.silent).toBe(0);
		expect(noticed.totalCost).toBeCloseTo((noticed.cost as number) + 4 * (noticed.handoff as number), 12);
	});

	test('latency unknown leaves waiting and throughput unknown', () => {
		const { metrics } = only(board({}, { latency: null, workers: 4 }));
		expect([metrics.latencyMean, metrics.latencyP50, metrics.latencyP95, metrics.throughputPerHour]).toEqual(
			Array(4).fill(null),
		);
	});

	test('volume and workers give a week’s spend and an hour’s throughput', () => {
		const { metrics } = only(board({}, { volumePerWeek: 1000, workers: 4, routerCost: 0.0002 }));
		expect(metrics.costPerWeek).toBeCloseTo(17, 9);
		expect((metrics.totalCost as number) - (only(board({})).metrics.totalCost as number)).toBeCloseTo(0.0002, 12);
		expect(metrics.throughputPerHour).toBeCloseTo((3.6e6 * 4) / (metrics.latencyMean as number), 9);
	});

	test('ratios over 0 are not measured', () => {
		const hopeless = board({ easyShare: 0, strongOnHard: 0 });
		expect(only(hopeless).metrics).toMatchObject({
			resolution: 0,
			costPerResolved: null,
			totalCostPerResolved: null,
			pgr: null,
		});
		const free = aPrice();
		const { metrics } = computeOutcome(board({}, { prices: { small: free, strong: free } }));
		expect(metrics).toMatchObject({ cost: 0, saving: null, breakEvenRepair: null });
		expect(only(board({ risk: 'medium' })).metrics.highRiskSmall).toBeNull();
	});
});

describe('labels', () => {
	test.each([null, 0])(
		'of %s cannot tell, unless nothing is routed small and the strong model has its own',
		(labels) => {
			const guardrails = [aGuardrail({ limit: 0.9 })];
			const state = (routedSmall: number, strongLabels: number | null): string | undefined =>
				computeOutcome(board({ labels, strongLabels, routedSmall }, { guardrails })).guardrails[0]?.state;
			expect(state(0.5, 200)).toBe('cannot-tell');
			// Without labels of their own the strong answers are those of the same requests: none.
			expect(state(0, null)).toBe('cannot-tell');
			expect(state(0, 200)).toBe('held');
		},
	);
});
