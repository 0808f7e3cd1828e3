import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.js';
import type { MetricName, Scenario } from '../../src/engine/scenario.js';
import { threefry } from '../../src/engine/trace/draws.js';
import {
	createTracer,
	findRequest,
	type Meter,
	TRACE_STAGES,
	type TracedRequest,
	traceRequest,
} from '../../src/engine/trace/index.js';
import { rounds } from '../support/effort.js';
import { aCheck, aScenario, aSegment, someTokens, week31, withEvery, withSegments } from '../support/scenarios.js';
import { shippedScenario } from '../support/shipped.js';
import { type Estimate, expectAgreement, meanOf, quantileOf, ratioOf } from './simulation/estimate.js';

const COUNT = rounds(100_000);
const requestsOf = (scenario: Scenario, seed: number, count = COUNT): TracedRequest[] =>
	Array.from({ length: count }, (_, index) => index).map(createTracer(scenario, seed));

const one = (of: (request: TracedRequest) => boolean) => (request: TracedRequest) => +of(request);
const small = one(({ route }) => route.lane === 'small');
const repaired = one((request) => request.repaired === true);
const escalated = one((request) => small(request) === 1 && !request.repaired && request.outcome === 'handoff');
const highRisk = one(({ segment }) => segment.risk === 'high');
const usd = ({ totals }: TracedRequest): number => totals.usd as number;
const ms = ({ totals }: TracedRequest): number => totals.ms as number;

const repairs = withSegments(week31(), {
	faq: { repairRate: 0.015 },
	refund: { repairRate: 0.35 },
	policy: { repairRate: 0.5 },
	billing: { repairRate: 0.1 },
});
const alertCheck = aCheck({ latency: 250 });
const overridden = withSegments(repairs, { policy: { override: 'strong' }, billing: { override: 'strong' } });
const steps: Scenario['steps'] = [
	{ name: 'rewrite', lane: 'small', tokens: someTokens({ fresh: 300, cached: 100, output: 40 }), times: 1 },
	{ name: 'answer', lane: 'routed', tokens: null, times: 1.5 },
];
const boards: readonly (readonly [string, Scenario])[] = [
	['week 31', week31()],
	['week 31 with repairs', repairs],
	['week 31 with a check', { ...week31(), check: alertCheck }],
	['a check that catches less than people notice', { ...week31(), check: { ...alertCheck, catches: 0.4 } }],
	['overrides', overridden],
	['a threshold', { ...repairs, threshold: -0.4 }],
	['everything small', withEvery(repairs, { routedSmall: 1 })],
	['everything run again', withEvery(week31(), { repairRate: 1 })],
	['steps, attempts and a router', { ...repairs, steps, attempts: { small: 1.4, strong: 1.1 }, routerCost: 0.0002 }],
];

describe.each(boards)('%s, traced request by request', (name, scenario) => {
	const requests = requestsOf(scenario, boards.findIndex(([own]) => own === name) + 1);
	const { metrics, segments } = evaluate(scenario);

	test('agrees with the board on shares and costs', () => {
		const estimates: Partial<Record<MetricName, Estimate>> = {
			resolution: meanOf(
				requests,
				one(({ outcome }) => outcome === 'resolved'),
			),
			handoff: meanOf(
				requests,
				one(({ outcome }) => outcome === 'handoff'),
			),
			silent: meanOf(
				requests,
				one(({ outcome }) => outcome === 'silent'),
			),
			smallShare: meanOf(requests, small),
			repairLoad: meanOf(requests, repaired),
			escalationRate: ratioOf(requests, escalated, small),
			falseEasy: meanOf(
				requests,
				one((request) => request.route.lane === 'small' && request.easy === false),
			),
			falseHard: meanOf(
				requests,
				one((request) => request.route.lane === 'strong' && request.easy === true),
			),
			highRiskSmall: ratioOf(requests, (request) => highRisk(request) * small(request), highRisk),
			cost: meanOf(requests, usd),
			latencyMean: meanOf(requests, ms),
		};
		for (const [metric, estimate] of Object.entries(estimates))
			expectAgreement(metric, metrics[metric as MetricName], estimate);
	});

	test('agrees with the board on waiting times', () => {
		const times = requests.map(ms);
		for (const [prob, closed] of [
			[0.5, metrics.latencyP50],
			[0.95, metrics.latencyP95],
		] as const)
			expect(Math.abs((closed as number) / quantileOf(times, prob) - 1), `at ${prob}`).toBeLessThan(0.03);
	});

	test('agrees with the board on each segment', () => {
		for (const outcome of segments) {
			const own = requests.filter(({ segment }) => segment.id === outcome.id);
			expectAgreement(
				`${outcome.id} resolution`,
				outcome.resolution,
				meanOf(
					own,
					one((r) => r.outcome === 'resolved'),
				),
			);
			expectAgreement(
				`${outcome.id} silent`,
				outcome.silent,
				meanOf(
					own,
					one((r) => r.outcome === 'silent'),
				),
			);
			expectAgreement(`${outcome.id} routed small`, outcome.routedSmall, meanOf(own, small));
		}
	});

	test('has ledger rows that add up to its totals', () => {
		for (const request of requests.slice(0, 300)) {
			expect(request.meter).toHaveLength(TRACE_STAGES.length);
			expect(request.meter[0]).toEqual({ fresh: 0, cached: 0, output: 0, usd: 0, ms: 0 });
			const sumOf = (of: (row: TracedRequest['ledger'][number]) => number | null): number =>
				request.ledger.reduce((sum, row) => sum + (of(row) ?? 0), 0);
			expect(sumOf((row) => row.cost_usd)).toBeCloseTo(usd(request), 12);
			expect(sumOf((row) => row.latency_ms)).toBeCloseTo(ms(request), 9);
			expect(sumOf((row) => row.fresh_tokens)).toBeCloseTo(request.totals.fresh as number, 9);
			expect(sumOf((row) => row.output_tokens)).toBeCloseTo(request.totals.output as number, 9);
		}
	});

	test('routes each request by its score', () => {
		for (const { route, segment } of requests.slice(0, 2000)) {
			if (segment.override) expect(route).toMatchObject({ lane: 'strong', why: 'override', score: null });
			if (route.score === null || route.threshold === null) continue;
			expect(route.lane).toBe(route.score > route.threshold ? 'small' : 'strong');
		}
	});
});

describe('a seed', () => {
	test('always gives the same request, whatever was traced before', () => {
		const alone = traceRequest(repairs, 31, 4711);
		requestsOf(repairs, 31, 50);
		traceRequest(repairs, 32, 4711);
		expect(traceRequest(repairs, 31, 4711)).toEqual(alone);
		expect(createTracer(repairs, 31)(4711)).toEqual(alone);
		expect(traceRequest(repairs, 32, 4711)).not.toEqual(alone);
		expect(traceRequest(repairs, 31, 4712)).not.toEqual(alone);
	});

	test('keeps the request while the routing is edited', () => {
		for (const before of requestsOf(week31(), 5, 200)) {
			const after = traceRequest(withEvery(week31(), { routedSmall: 0.5, repairRate: 0.2 }), 5, before.index);
			expect([after.segment.id, after.easy, after.route.score]).toEqual([
				before.segment.id,
				before.easy,
				before.route.score,
			]);
			expect(after.route.version).not.toBe(before.route.version);
		}
	});

	test('may be as large as the largest safe integer', () => {
		const ids = [0, 2 ** 32, 2 ** 53 - 1].map((seed) => traceRequest(week31(), seed, 2 ** 32 - 1));
		expect(ids.map(({ id }) => id)).toEqual([
			'req-0-4294967295',
			'req-4294967296-4294967295',
			'req-9007199254740991-4294967295',
		]);
		expect(new Set(ids.map(({ totals }) => totals.ms)).size).toBe(3);
	});

	test('draws from Threefry-2x32-20, as in its authors’ test vectors', () => {
		const hex = (words: readonly number[]): string => words.map((word) => word.toString(16)).join(' ');
		expect(hex(threefry([0, 0], [0, 0]))).toBe('6b200159 99ba4efe');
		expect(hex(threefry([0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff]))).toBe('1cb996fc bb002be7');
		expect(hex(threefry([0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3]))).toBe('c4923a9c 483df7a0');
	});
});

describe('findRequest', () => {
	test('finds the next matching request', () => {
		for (const wanted of ['silent', 'repaired'] as const) {
			const found = findRequest(repairs, 3, 10, wanted);
			expect(found).toEqual(traceRequest(repairs, 3, found?.index as number));
			const matches = (request: TracedRequest): boolean =>
				wanted === 'silent' ? request.outcome === 'silent' : request.repaired === true;
			expect(matches(found as TracedRequest)).toBe(true);
			for (let index = 11; index < (found?.index as number); index++)
				expect(matches(traceRequest(repairs, 3, index))).toBe(false);
		}
		expect(findRequest(repairs, 3, 10, 'any')?.index).toBe(11);
		expect(findRequest(repairs, 3, -1, 'any')?.index).toBe(0);
	});

	test('returns null if none matches', () => {
		expect(findRequest(week31(), 3, 0, 'repaired')).toBeNull();
		expect(findRequest(withEvery(repairs, { override: 'strong' }), 3, 0, 'repaired', 2000)).toBeNull();
		expect(findRequest(shippedScenario('cost-table').scenario, 3, 0, 'silent', 2000)).toBeNull();
	});
});

describe('an unmeasured input', () => {
	const nothing: Meter = { fresh: null, cached: null, output: null, usd: null, ms: null };

	test('leaves only a random lane and a cost on the cost table', () => {
		const { scenario } = shippedScenario('cost-table');
		const requests = requestsOf(scenario, 1, 20_000);
		for (const request of requests.slice(0, 300)) {
			expect(request.route).toMatchObject({ why: 'lot', score: null, threshold: null });
			expect(request).toMatchObject({ easy: null, noticed: null, strongRight: null, outcome: null });
			expect(request.missing).toBe('easyShare');
			expect(request.totals.ms).toBeNull();
			expect(request.ledger.at(-1)).toMatchObject({ outcome: 'unknown', small_ok: null, strong_ok: null, ts: null });
		}
		expectAgreement('cost', evaluate(scenario).metrics.cost, meanOf(requests, usd));
		expectAgreement('small share', evaluate(scenario).metrics.smallShare, meanOf(requests, small));
	});

	test('of detection leaves unknown which answers are repaired, but not their cost', () => {
		const scenario = withEvery(repairs, { observed: null, detection: null, routerAuc: 0.8, repairRate: 0.2 });
		const requests = requestsOf(scenario, 2, 20_000);
		expectAgreement('cost', evaluate(scenario).metrics.cost, meanOf(requests, usd));
		for (const { route, easy, outcome, missing } of requests.slice(0, 1000))
			if (route.lane === 'small') expect([easy, outcome, missing]).toEqual([null, null, 'detection']);
			else expect(outcome).not.toBeNull();
	});

	test('of the check’s rates leaves everything after the check unknown', () => {
		const scenario = { ...week31(), check: { ...alertCheck, catches: null } };
		const hard = requestsOf(scenario, 2, 2000).filter((r) => r.route.lane === 'small' && r.easy === false);
		expect(hard.length).toBeGreaterThan(20);
		for (const request of hard) {
			expect(request).toMatchObject({ repaired: null, repair: null, outcome: null, missing: 'catches' });
			expect(request.totals).toEqual(nothing);
			expect(request.meter[2]?.usd).toBeGreaterThan(0);
		}
	});

	test('of the easy share leaves the lane unknown if there is a threshold', () => {
		const scenario = aScenario({ threshold: 0.5, segments: [aSegment({ easyShare: null })] });
		const request = traceRequest(scenario, 1, 1);
		expect(request.route).toMatchObject({ lane: null, why: 'unknown' });
		expect(request).toMatchObject({ answer: null, repaired: null, outcome: null, totals: nothing });
		expect(request.ledger).toHaveLength(1);
		expect(request.ledger[0]).toMatchObject({ route: null, cost_usd: null, outcome: 'unknown' });
	});

	test('leaves figures that do not depend on it known', () => {
		const observed = { routedSmall: 0.5, smallSuccess: 0.9, escalationRate: 0.05 };
		const scenario = aScenario({
			segments: [aSegment({ easyShare: null, routerAuc: null, detection: null, observed })],
		});
		const requests = requestsOf(scenario, 4, 40_000);
		const [outcome] = evaluate(scenario).segments;
		const easy = one((request) => request.route.lane === 'small' && request.easy === true);
		expectAgreement('small success', outcome?.smallSuccess as number, ratioOf(requests, easy, small));
		for (const request of requests.slice(0, 1000))
			expect(request.outcome === null).toBe(request.route.lane === 'strong');
	});

	test('never makes tracing fail, in any combination', () => {
		const keys = ['easyShare', 'strongOnEasy', 'strongOnHard', 'routerAuc', 'detection'] as const;
		for (let mask = 0; mask < 32; mask++)
			for (const check of [null, alertCheck, { ...alertCheck, falseAlarms: null }, { ...alertCheck, cost: null }])
				for (const [routedSmall, repairRate] of [
					[0, 0],
					[0.5, 0.3],
					[1, 1],
				] as const) {
					const missing = Object.fromEntries(keys.filter((_, i) => mask & (1 << i)).map((key) => [key, null]));
					const segments = [aSegment({ ...missing, routedSmall, repairRate })];
					const scenario = aScenario({ check, segments, strongDetection: mask % 3 ? 0.8 : null });
					const { metrics } = evaluate(scenario);
					const requests = requestsOf(scenario, mask, 20);
					for (const request of requests) {
						expect(request.outcome === null).toBe(request.missing !== null);
						if (metrics.resolution !== null && metrics.handoff !== null) expect(request.outcome).not.toBeNull();
						if (metrics.cost !== null) expect(request.totals.usd).not.toBeNull();
						if (metrics.latencyMean !== null) expect(request.totals.ms).not.toBeNull();
					}
				}
	});
});
