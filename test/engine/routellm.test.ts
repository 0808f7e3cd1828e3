import { describe, expect, test } from 'vitest';
import { allStrongBaseline, computeCurve, computeOutcome, evaluate } from '../../src/engine/index.js';
import { phi } from '../../src/engine/normal.js';
import { discrimination } from '../../src/engine/router.js';
import type { Scenario } from '../../src/engine/scenario.js';
import { withEvery } from '../support/scenarios.js';
import { shippedScenario } from '../support/shipped.js';

/**
 * CPT(50) and CPT(80) that RouteLLM's paper (arXiv 2406.18665) gives for its best router, as shares of GPT-4 calls. The
 * answers of both models are counted from its published files (Apache-2.0).
 */
const PUBLISHED = {
	'mmlu-mixtral-gpt4': { cpt50: 0.354, cpt80: 0.703 },
	'gsm8k-mixtral-gpt4': { cpt50: 0.336, cpt80: 0.633 },
} as const;
type Exam = keyof typeof PUBLISHED;

/** Function that returns an exam's scenario with a router of this skill. */
type WithSkill = (scenario: Scenario, auc: number) => Scenario;

/** Routes half of every segment small, so that every segment moves along the curve from all strong to all small. */
const halfOfEverySegment: WithSkill = (scenario, routerAuc) => withEvery(scenario, { routerAuc, routedSmall: 0.5 });

/** Uses one score threshold for all segments, τ = 0, like a deployed router: easier segments send more small. */
const oneThreshold: WithSkill = (scenario, routerAuc) => ({
	...scenario,
	segments: scenario.segments.map((segment) => {
		const easy = segment.easyShare as number;
		return { ...segment, routerAuc, routedSmall: easy * phi(discrimination(routerAuc)) + (1 - easy) * phi(0) };
	}),
});

interface Calls {
	readonly cpt50: number;
	readonly cpt80: number;
}

function callsAt(scenario: Scenario): Calls {
	const { cpt50, cpt80 } = computeOutcome(scenario).metrics;
	if (cpt50 === null || cpt80 === null) throw new Error('the curve does not reach the gap');
	return { cpt50, cpt80 };
}

/** Finds by bisection the router skill at which `cpt50` is the published one. */
function fitSkill(scenario: Scenario, withSkill: WithSkill, cpt50: number): { readonly auc: number } & Calls {
	let [low, high] = [0.5, 0.95];
	for (let i = 0; i < 30; i++) {
		const middle = (low + high) / 2;
		// A more skilful router needs fewer strong calls.
		if (callsAt(withSkill(scenario, middle)).cpt50 > cpt50) low = middle;
		else high = middle;
	}
	return { auc: high, ...callsAt(withSkill(scenario, high)) };
}

/** Converts a share to percent with one decimal. */
const points = (share: number): number => Math.round(share * 1000) / 10;

// The AUC is fitted, not measured: the paper gives none.
describe('one router AUC fitted to RouteLLM’s published CPT(50) predicts its CPT(80)', () => {
	test.each([
		['mmlu-mixtral-gpt4', 'half of every subject small', halfOfEverySegment, 0.603, 66.2],
		['mmlu-mixtral-gpt4', 'one threshold for all subjects', oneThreshold, 0.598, 66.4],
		['gsm8k-mixtral-gpt4', 'half of the problems small', halfOfEverySegment, 0.627, 64.0],
		['gsm8k-mixtral-gpt4', 'one threshold', oneThreshold, 0.627, 64.0],
	] as const)('%s, %s', (exam: Exam, _, withSkill, auc, predicted) => {
		const published = PUBLISHED[exam];
		const fitted = fitSkill(shippedScenario(exam).scenario, withSkill, published.cpt50);
		expect(fitted.cpt50).toBeCloseTo(published.cpt50, 6);
		expect(fitted.auc).toBeCloseTo(auc, 3);
		expect(Math.abs(points(fitted.cpt80) - predicted)).toBeLessThan(0.1);
		// One number was fitted; the other lies within 5 points of the published one.
		expect(Math.abs(fitted.cpt80 - published.cpt80)).toBeLessThan(0.05);
	});
});

describe('gsm8k-mixtral-gpt4', () => {
	const { scenario } = shippedScenario('gsm8k-mixtral-gpt4');
	const [both, weakOnly, strongOnly, neither] = [747, 95, 383, 94] as const;
	const total = both + weakOnly + strongOnly + neither;

	test('has the counted answers', () => {
		expect(total).toBe(1319);
		expect(scenario.segments).toHaveLength(1);
		const [segment] = scenario.segments;
		expect(segment?.labels).toBe(total);
		expect(segment?.easyShare).toBeCloseTo((both + weakOnly) / total, 12);
		expect(segment?.strongOnEasy).toBeCloseTo(both / (both + weakOnly), 12);
		expect(segment?.strongOnHard).toBeCloseTo(strongOnly / (strongOnly + neither), 12);
	});

	test('all small, all strong and a perfect router score what the counts say', () => {
		const allSmall = withEvery(scenario, { routedSmall: 1 });
		expect(evaluate(allSmall).metrics.resolution).toBeCloseTo((both + weakOnly) / total, 12);
		expect(evaluate(allStrongBaseline(scenario)).metrics.resolution).toBeCloseTo((both + strongOnly) / total, 12);
		expect(computeCurve(scenario, 3)?.best.resolution).toBeCloseTo((total - neither) / total, 12);
	});

	test('measures right answers, and gives "not measured" for what happens to wrong ones', () => {
		const { metrics, why, gain } = computeOutcome(scenario);
		for (const metric of ['escalationRate', 'handoff', 'silent', 'totalCost', 'totalCostPerResolved'] as const)
			expect([metric, metrics[metric], why(metric)]).toEqual([metric, null, 'not-measured']);
		expect(metrics.resolution).not.toBeNull();
		expect(gain.metric).toBe('costPerResolved');
	});
});
