import { describe, expect, test } from 'vitest';
import { calibrate, evaluate } from '../../../src/engine/index.js';
import type { MetricName, Scenario, Segment } from '../../../src/engine/scenario.js';
import { rounds } from '../../support/effort.js';
import { seeded } from '../../support/random.js';
import { aCheck, week31, withEvery, withSegments } from '../../support/scenarios.js';
import { type Estimate, expectAgreement, meanOf, quantileOf, ratioOf } from './estimate.js';
import { type HiddenTraits, type Request, simulate } from './requests.js';

const REQUESTS = rounds(200_000);

const one = (of: (request: Request) => boolean) => (request: Request) => +of(request);
const small = one((request) => request.small);
const repaired = one((request) => request.repaired);
const resolved = one(({ end }) => end === 'resolved');
const handed = one(({ end }) => end === 'handed to a person');
const silent = one(({ end }) => end === 'silent failure');
const falseEasy = one((request) => request.small && !request.easy);
const falseHard = one((request) => !request.small && request.easy);
const escalated = one((request) => request.small && !request.repaired && request.noticed);
const highRisk = one(({ segment }) => segment.risk === 'high');
const cost = ({ cost }: Request): number => cost;

/** Estimates every metric that can be counted on requests. */
function estimateMetrics(requests: readonly Request[], scenario: Scenario): Partial<Record<MetricName, Estimate>> {
	const person = scenario.handoffCost as number;
	const total = (request: Request): number =>
		request.cost + person * handed(request) + (request.segment.silentCost as number) * silent(request);
	return {
		cost: meanOf(requests, cost),
		totalCost: meanOf(requests, total),
		costPerResolved: ratioOf(requests, cost, resolved),
		totalCostPerResolved: ratioOf(requests, total, resolved),
		smallShare: meanOf(requests, small),
		repairLoad: meanOf(requests, repaired),
		repairRate: ratioOf(requests, repaired, small),
		escalationRate: ratioOf(requests, escalated, small),
		resolution: meanOf(requests, resolved),
		handoff: meanOf(requests, handed),
		silent: meanOf(requests, silent),
		falseEasy: meanOf(requests, falseEasy),
		falseHard: meanOf(requests, falseHard),
		highRiskSmall: ratioOf(requests, (request) => highRisk(request) * small(request), highRisk),
		latencyMean: meanOf(requests, ({ time }) => time),
	};
}

// Read off the artifact; only the distance of the scores is not in it.
const detectionOf = ({ observed }: Segment): number =>
	(observed?.escalationRate as number) / (1 - (observed?.smallSuccess as number));
const hiddenOf = (scenario: Scenario): HiddenTraits[] =>
	calibrate(scenario).map(({ d }, i) => ({ distance: d, detection: detectionOf(scenario.segments[i] as Segment) }));

const fewRepairs = withSegments(week31(), {
	faq: { repairRate: 0.015 },
	refund: { repairRate: 0.08 },
	policy: { repairRate: 0.12 },
	billing: { repairRate: 0.1 },
});
const manyRepairs = withSegments(week31(), {
	faq: { repairRate: 0.1 },
	refund: { repairRate: 0.35 },
	policy: { repairRate: 0.5 },
	billing: { repairRate: 0.6 },
});
const keenCheck = aCheck({ latency: 250 });
const withThreshold = withSegments({ ...fewRepairs, threshold: -0.4 }, { policy: { override: 'strong' } });

const boards: readonly (readonly [string, Scenario])[] = [
	['week 31', week31()],
	['fewer repairs than noticed failures', fewRepairs],
	['more repairs than noticed failures', manyRepairs],
	['a check that catches more than people notice', { ...week31(), check: keenCheck }],
	['a check that catches less than people notice', { ...week31(), check: { ...keenCheck, catches: 0.4 } }],
	['everything small', withEvery(manyRepairs, { routedSmall: 1 })],
	['a threshold, with an override', withThreshold],
];

describe.each(boards)('%s, simulated request by request', (name, scenario) => {
	const random = seeded(boards.findIndex(([own]) => own === name) + 1);
	const requests = simulate(scenario, hiddenOf(scenario), REQUESTS, random);
	const { metrics, segments } = evaluate(scenario);

	test('agrees with the closed form on rates and costs', () => {
		for (const [metric, estimate] of Object.entries(estimateMetrics(requests, scenario)))
			expectAgreement(metric, metrics[metric as MetricName], estimate);
	});

	test('agrees with the closed form on waiting times', () => {
		const times = requests.map(({ time }) => time);
		for (const [prob, closed] of [
			[0.5, metrics.latencyP50],
			[0.95, metrics.latencyP95],
		] as const)
			expect(Math.abs((closed as number) / quantileOf(times, prob) - 1), `at ${prob}`).toBeLessThan(0.03);
	});

	test('agrees with the closed form on each segment', () => {
		for (const outcome of segments) {
			const own = requests.filter(({ segment }) => segment.id === outcome.id);
			expectAgreement(`${outcome.id} resolution`, outcome.resolution, meanOf(own, resolved));
			expectAgreement(`${outcome.id} silent`, outcome.silent, meanOf(own, silent));
			if (outcome.routedSmall === 0) continue;
			const silentSmall = one((request) => request.small && !request.repaired && !request.noticed && !request.easy);
			const caught = one((request) => request.repaired && !request.easy);
			expectAgreement(
				`${outcome.id} small success`,
				outcome.smallSuccess,
				ratioOf(own, (r) => small(r) * +r.easy, small),
			);
			expectAgreement(`${outcome.id} caught`, outcome.repairCaught, ratioOf(own, caught, small));
			expectAgreement(`${outcome.id} escalated`, outcome.escalated, ratioOf(own, escalated, small));
			expectAgreement(`${outcome.id} silent small`, outcome.silentSmall, ratioOf(own, silentSmall, small));
		}
	});
});

describe('the simulation', () => {
	test('disagrees with a wrong closed form', () => {
		const requests = simulate(week31(), hiddenOf(week31()), REQUESTS, seeded(1));
		const other = evaluate(withEvery(week31(), { strongOnHard: 0.8 })).metrics;
		const { value, error } = meanOf(requests, resolved);
		expect(Math.abs((other.resolution as number) - value)).toBeGreaterThan(4 * error);
	});

	test('is deterministic for a seed', () => {
		const ends = (seed: number): string[] =>
			simulate(week31(), hiddenOf(week31()), 500, seeded(seed)).map(({ end }) => end);
		expect(ends(5)).toEqual(ends(5));
		expect(ends(5)).not.toEqual(ends(6));
	});
});
