import { describe, expect, test } from 'vitest';
import { scenarioProblems } from '../../src/engine/index.js';
import type { CostRow, Observed, Scenario, Segment } from '../../src/engine/scenario.js';
import { mmlu } from '../support/mmlu.js';
import { aCheck, aGuardrail, aScenario, aSegment, someTokens, week31, withSegments } from '../support/scenarios.js';

const paths = (scenario: Scenario): string[] => scenarioProblems(scenario).map(({ path }) => path);
const faq = (changes: Partial<Segment>): Scenario => withSegments(week31(), { faq: changes });
const observing = (changes: Partial<Observed>, rest: Partial<Segment> = {}): Scenario =>
	faq({ observed: { routedSmall: 0.84, smallSuccess: 0.96, escalationRate: 0.03, ...changes }, ...rest });
const only = (scenario: Scenario) => {
	const problems = scenarioProblems(scenario);
	expect(problems).toHaveLength(1);
	return problems[0] as (typeof problems)[number];
};

describe('a valid scenario', () => {
	test.each([
		['week 31', week31()],
		['57 subjects', mmlu()],
		['one segment', aScenario()],
		['with a check and weeks', { ...week31(), weeks: [{ week: 1, label: '', set: { check: null, threshold: 0.1 } }] }],
	])('has no problem: %s', (_, scenario) => {
		expect(scenarioProblems(scenario)).toEqual([]);
	});
});

describe('shares', () => {
	test('that do not sum to 1 are refused with their sum and a fix', () => {
		const problem = only(faq({ share: 0.9 }));
		expect(problem.path).toBe('segments.faq.share');
		expect(problem.message).toContain('103.5%');
		expect(problem.help).toContain('faq would be 86.5%');
	});

	test('may differ from 1 by 1e-9', () => {
		expect(paths(faq({ share: 0.865 + 9e-10 }))).toEqual([]);
		expect(paths(faq({ share: 0.865 + 2e-9 }))).toEqual(['segments.faq.share']);
		expect(only(faq({ share: 0.865 + 2e-9 })).message).toContain('sum to 100.0000002%, not 100%');
	});

	test('are refused if there is no segment', () => {
		expect(paths(aScenario({ segments: [] }))).toEqual(['segments']);
	});

	test('are refused without a fix if there is none', () => {
		const twice = aScenario({ segments: [aSegment({ id: 'a', share: 0.2 }), aSegment({ id: 'b', share: 0 })] });
		expect(only(twice).help).toContain('would be 100%');
		const over = aScenario({ segments: ['a', 'b', 'c', 'd'].map((id) => aSegment({ id, share: 0.9 })) });
		expect(only(over).help).not.toContain('would be');
	});
});

describe('observations', () => {
	test('that no router explains are refused with the allowed range and an alternative', () => {
		const problem = only(observing({ smallSuccess: 0.9 }));
		expect(problem.path).toBe('segments.faq.observed.smallSuccess');
		expect(problem.message).toMatch(/faq.*90%.*84%.*92%/);
		expect(problem.help).toMatch(/92%.*100%.*routerAuc/);
	});

	test('above a perfect router are refused', () => {
		const problem = only(observing({ routedSmall: 0.97, smallSuccess: 0.96, escalationRate: null }));
		expect(problem.path).toBe('segments.faq.observed.smallSuccess');
		expect(problem.help).toMatch(/94\.8/);
	});

	test.each([
		[{ routedSmall: 1, smallSuccess: 0.92 }, {}, 'segments.faq.observed.routedSmall'],
		[{ routedSmall: 0, smallSuccess: 0.92 }, {}, 'segments.faq.observed.routedSmall'],
		[{ smallSuccess: 1, escalationRate: 0 }, { easyShare: 1 }, 'segments.faq.easyShare'],
		[{ smallSuccess: 0, escalationRate: 0 }, { easyShare: 0 }, 'segments.faq.easyShare'],
	])('at an end do not identify the router: %o %o', (observed, rest, path) => {
		const problem = only(observing({ escalationRate: null, ...observed }, rest));
		expect(problem.path).toBe(path);
		expect(problem.help).toContain('routerAuc');
	});

	test('do not matter if routerAuc is given or the easy share is unknown', () => {
		expect(paths(observing({ smallSuccess: 0.9 }, { routerAuc: 0.7 }))).toEqual([]);
		expect(paths(observing({ smallSuccess: 0.9 }, { easyShare: null }))).toEqual([]);
		expect(paths(observing({ routedSmall: null }))).toEqual([]);
		expect(paths(faq({ observed: null }))).toEqual([]);
	});

	test('with more escalations than failures are refused, unless detection is given', () => {
		const problem = only(observing({ escalationRate: 0.05 }));
		expect(problem.path).toBe('segments.faq.observed.escalationRate');
		expect(problem.message).toMatch(/faq.*5%.*4%/);
		expect(problem.help).toContain('detection');
		expect(paths(observing({ escalationRate: 0.05 }, { detection: 0.5 }))).toEqual([]);
		expect(paths(observing({ escalationRate: 0.04 }))).toEqual([]);
		expect(paths(observing({ escalationRate: 0.04 + 1e-9 }))).toEqual(['segments.faq.observed.escalationRate']);
	});
});

describe('a threshold', () => {
	const problemsAtThreshold = (changes: Partial<Segment>): string[] => paths({ ...faq(changes), threshold: 0.5 });
	const unrouted = { routerAuc: null, observed: null };

	test('needs the easy share and router skill of the segments it moves', () => {
		expect(problemsAtThreshold({ easyShare: null })).toEqual(['segments.faq.easyShare']);
		expect(problemsAtThreshold(unrouted)).toEqual(['segments.faq.routerAuc']);
		expect(problemsAtThreshold({})).toEqual([]);
	});

	test.each<[string, Partial<Segment>]>([
		['at p = 0', { easyShare: null, routedSmall: 0 }],
		['at p = 1', { easyShare: null, routedSmall: 1 }],
		['overridden', { easyShare: null, override: 'strong' }],
		['of one kind of request', { ...unrouted, easyShare: 1 }],
	])('needs nothing for a segment %s', (_, changes) => {
		expect(problemsAtThreshold(changes)).toEqual([]);
	});
});

describe('names', () => {
	const row = { id: 'a', name: 'A', routedSmall: 0, repairRate: 0, override: null, tokens: null };
	const rows: CostRow[] = [1, 2, 3].map(() => ({ ...row, improved: null, mayHaveWorsened: null }));

	test('must be unique, and are reported once', () => {
		expect(paths(withSegments(week31(), { billing: { id: 'faq' } }))).toEqual(['segments.faq']);
		expect(paths({ ...week31(), rows })).toEqual(['rows.a']);
	});

	test('of guardrails consist of metric and segment', () => {
		const guardrails = [
			aGuardrail(),
			aGuardrail({ segment: 'faq' }),
			aGuardrail({ segment: 'faq', limit: 0.5 }),
			aGuardrail({ limit: 0.3 }),
		];
		expect(paths({ ...week31(), guardrails })).toEqual(['guardrails.silent.faq', 'guardrails.silent']);
	});

	test('of segments in guardrails must exist', () => {
		const watching = (segment: string): Scenario => ({ ...week31(), guardrails: [aGuardrail({ segment })] });
		expect(only(watching('refnud'))).toMatchObject({
			path: 'guardrails.silent.refnud',
			help: 'Did you mean refund?',
		});
		expect(only(watching('zzzzzzzz')).help).toBe('The segments are faq, refund, policy, billing.');
	});
});

describe('numbers', () => {
	const slow = { measures: 'full answer', small: { p50: 700, p95: 600 }, strong: { p50: 1900, p95: 1900 } };

	test('with p95 below p50 are refused; equal ones are allowed', () => {
		expect(only({ ...week31(), latency: slow })).toMatchObject({ path: 'latency.small.p95' });
	});

	test.each<[string, Scenario]>([
		['segments.faq.routedSmall', faq({ routedSmall: 1.2 })],
		['segments.faq.repairRate', faq({ repairRate: -0.1 })],
		['segments.faq.routerAuc', faq({ routerAuc: 0.4 })],
		['segments.faq.labels', faq({ labels: -1 })],
		['segments.faq.tokens.fresh', faq({ tokens: someTokens({ fresh: -1 }) })],
		['segments.faq.strongOnHard', faq({ strongOnHard: Number.NaN })],
		['segments.faq.observed.smallSuccess', observing({ smallSuccess: 1.5 })],
		['segments.faq.observed.escalationRate', observing({ escalationRate: 2 })],
		['attempts.small', { ...week31(), attempts: { small: 0.5, strong: 1 } }],
		['strongDetection', { ...week31(), strongDetection: 2 }],
		['handoffCost', { ...week31(), handoffCost: Number.POSITIVE_INFINITY }],
		['threshold', { ...week31(), threshold: 13 }],
		['check.catches', { ...week31(), check: aCheck({ catches: 1.1, falseAlarms: null }) }],
		['latency.small.p50', { ...week31(), latency: { ...slow, small: { p50: 0, p95: 600 } } }],
		['steps.judge.times', aScenario({ steps: [{ name: 'judge', lane: 'small', tokens: null, times: -1 }] })],
		['guardrails.silent.limit', { ...week31(), guardrails: [aGuardrail({ limit: 1e12 })] }],
		['guardrails.silent.faq.limit', { ...week31(), guardrails: [aGuardrail({ limit: 1e12, segment: 'faq' })] }],
	])('out of range are refused with the range: %s', (path, scenario) => {
		const problem = only(scenario);
		expect(problem.path).toBe(path);
		expect(problem.help).toMatch(/^Allowed: .+ to .+\.$/);
	});
});

describe('weeks', () => {
	const inWeek = (set: Scenario['weeks'][number]['set']): Scenario => ({
		...week31(),
		weeks: [
			{ week: 30, label: '', set },
			{ week: 31, label: '', set: {} },
		],
	});

	test.each<[string, Scenario['weeks'][number]['set']]>([
		['weeks.30.segments.nobody.share', { 'segments.nobody.share': 0.5 }],
		['weeks.30.threshold', { threshold: 40 }],
		['weeks.30.routerCost', { routerCost: true }],
		['weeks.30.handoffCost', { handoffCost: 'a lot' }],
		['weeks.30.segments.faq.share', { 'segments.faq.share': null }],
		['weeks.30.segments.faq.override', { 'segments.faq.override': 'small' }],
		['weeks.30.segments.refund.easyShare', { 'segments.refund.easyShare': null, threshold: 1 }],
	])('with an invalid change are refused, in the week that introduces it: %s', (path, set) => {
		const problems = scenarioProblems(inWeek(set));
		expect(problems.map((problem) => problem.path)).toContain(path);
		expect(problems.every(({ message }) => message.startsWith('in week 30, '))).toBe(true);
		expect(problems).toHaveLength(1);
	});

	test('are checked only if the scenario itself is valid', () => {
		expect(paths({ ...inWeek({ threshold: 40 }), handoffCost: -1 })).toEqual(['handoffCost']);
	});
});

test('all problems are reported at once', () => {
	const broken = withSegments(
		{ ...week31(), threshold: 0.5, strongDetection: 2, guardrails: [aGuardrail({ segment: 'nobody' })] },
		{
			faq: { share: 0.5, observed: { routedSmall: 0.84, smallSuccess: 0.9, escalationRate: 0.3 } },
			refund: { easyShare: null },
			billing: { id: 'policy', routedSmall: 3 },
		},
	);
	expect(paths(broken).sort()).toEqual([
		'guardrails.silent.nobody',
		'segments.faq.observed.escalationRate',
		'segments.faq.observed.smallSuccess',
		'segments.faq.share',
		'segments.policy',
		'segments.policy.routedSmall',
		'segments.refund.easyShare',
		'strongDetection',
	]);
});
