import type { Check, Guardrail, Price, Scenario, Segment, Tokens } from '../../src/engine/scenario.js';

/** Builds a segment with everything measured, with `changes`. */
export function aSegment(changes: Partial<Segment> = {}): Segment {
	return {
		id: 'one',
		name: 'One',
		share: 1,
		risk: 'low',
		override: null,
		routedSmall: 0.5,
		repairRate: 0,
		easyShare: 0.7,
		strongOnEasy: 0.99,
		strongOnHard: 0.84,
		observed: null,
		routerAuc: 0.8,
		detection: 0.75,
		labels: 500,
		strongLabels: null,
		silentCost: 10,
		check: null,
		tokens: null,
		steps: null,
		...changes,
	};
}

/** Builds the tokens of a call, by default none, with `changes`. */
export const someTokens = (changes: Partial<Tokens> = {}): Tokens => ({
	fresh: 0,
	cached: 0,
	output: 0,
	reasoning: { small: 0, strong: 0 },
	...changes,
});

/** Builds a price of 0 without fee and tiers, with `changes`. */
export const aPrice = (changes: Partial<Price> = {}): Price => ({
	input: 0,
	cachedInput: 0,
	output: 0,
	request: 0,
	above: [],
	...changes,
});

/** Builds a check with everything measured except labels, with `changes`. */
export const aCheck = (changes: Partial<Check> = {}): Check => ({
	catches: 0.9,
	falseAlarms: 0.05,
	cost: 0.0016,
	latency: 300,
	labels: null,
	...changes,
});

/** Builds a scenario of one segment at the chapter's prices, with `changes`. */
export function aScenario(changes: Partial<Scenario> = {}): Scenario {
	return {
		id: 'test',
		title: 'Test',
		prices: {
			small: aPrice({ input: 0.5, cachedInput: 0.25, output: 1.5 }),
			strong: aPrice({ input: 10, cachedInput: 5, output: 30 }),
		},
		tokens: someTokens({ fresh: 2000, output: 400 }),
		steps: [{ name: 'answer', lane: 'routed', tokens: null, times: 1 }],
		attempts: { small: 1, strong: 1 },
		cache: { onSwitch: 'kept', write: 1.25 },
		routerCost: 0,
		routerLatency: 0,
		segments: [aSegment()],
		strongDetection: 0.8,
		handoffCost: 4,
		check: null,
		latency: { measures: 'full answer', small: { p50: 700, p95: 1600 }, strong: { p50: 1900, p95: 4800 } },
		threshold: 0,
		volumePerWeek: null,
		workers: null,
		weeks: [],
		lag: {},
		states: [],
		baseline: null,
		guardrails: [],
		rows: [],
		owners: {},
		...changes,
	};
}

/** Builds a guardrail of the whole board, with `changes`. */
export function aGuardrail(changes: Partial<Guardrail> = {}): Guardrail {
	return {
		metric: 'silent',
		side: 'atMost',
		limit: 0.01,
		relative: false,
		segment: null,
		window: null,
		owner: 'trust and safety',
		action: 'roll back',
		...changes,
	};
}

function slice(
	id: string,
	share: number,
	risk: Segment['risk'],
	[routedSmall, smallSuccess, escalationRate]: readonly [number, number, number],
	[easyShare, labels, silentCost]: readonly [number, number, number],
): Segment {
	const observed = { routedSmall, smallSuccess, escalationRate };
	const unset = { routerAuc: null, detection: null };
	return aSegment({ id, share, risk, routedSmall, easyShare, labels, silentCost, observed, ...unset });
}

/** Builds the support board of week 31, in which spend fell and resolution with it. */
export function week31(): Scenario {
	return aScenario({
		id: 'week-31',
		volumePerWeek: 10_000,
		segments: [
			slice('faq', 0.865, 'low', [0.84, 0.96, 0.03], [0.92, 2400, 1]),
			slice('refund', 0.095, 'medium', [0.61, 0.81, 0.16], [0.66, 600, 12]),
			slice('policy', 0.025, 'high', [0.44, 0.68, 0.27], [0.45, 150, 25]),
			slice('billing', 0.015, 'high', [0.3, 0.72, 0.22], [0.42, 60, 40]),
		],
		guardrails: [
			aGuardrail({ metric: 'resolution', side: 'atLeast', limit: -0.01, relative: true, owner: 'product' }),
			aGuardrail({ metric: 'silent', limit: 0.01 }),
			aGuardrail({ metric: 'highRiskSmall', limit: 0.05, owner: 'risk' }),
			aGuardrail({ metric: 'repairRate', limit: 0.12, owner: 'model platform' }),
			aGuardrail({ metric: 'latencyP95', limit: 5000, owner: 'latency' }),
		],
	});
}

/** Returns a copy with some segments changed, by id. */
export function withSegments(scenario: Scenario, changes: Readonly<Record<string, Partial<Segment>>>): Scenario {
	return { ...scenario, segments: scenario.segments.map((segment) => ({ ...segment, ...changes[segment.id] })) };
}

/** Returns a copy with every segment changed. */
export function withEvery(scenario: Scenario, changes: Partial<Segment>): Scenario {
	return { ...scenario, segments: scenario.segments.map((segment) => ({ ...segment, ...changes })) };
}
