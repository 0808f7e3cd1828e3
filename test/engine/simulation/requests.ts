import type { LaneLatency, Scenario, Segment } from '../../../src/engine/scenario.js';
import type { Random } from '../../support/random.js';

/** One simulated request, and what happened to it. */
export interface Request {
	readonly segment: Segment;
	/** Whether the small model would answer correctly. */
	readonly easy: boolean;
	/** The router's score: the higher, the easier. */
	readonly score: number;
	small: boolean;
	/** Whether the wrong small answer is noticed. */
	noticed: boolean;
	repaired: boolean;
	/** Its outcome for the user. */
	end: 'resolved' | 'handed to a person' | 'silent failure';
	/** USD for models and checks. */
	cost: number;
	/** Milliseconds until the last answer. */
	time: number;
}

/** Properties of a segment that the artifact does not show directly. */
export interface HiddenTraits {
	/** Distance between the router's mean scores of easy and hard requests, in standard deviations. */
	readonly distance: number;
	/** Share of wrong small answers that are noticed. */
	readonly detection: number;
}

/**
 * Simulates `count` requests one by one, straight from the model's definitions: nothing here uses a formula of the
 * engine. A router that is to send a share p small takes the p highest scores.
 */
export function simulate(
	scenario: Scenario,
	hidden: readonly HiddenTraits[],
	count: number,
	random: Random,
): Request[] {
	const requests = Array.from({ length: count }, () => createRequest(scenario, hidden, random));
	for (const [i, segment] of scenario.segments.entries()) {
		const segmentRequests = requests.filter((request) => request.segment === segment);
		routeRequests(segmentRequests, segment, scenario.threshold);
		const small = segmentRequests.filter((request) => request.small);
		for (const request of small)
			request.noticed = !request.easy && random.chance((hidden[i] as HiddenTraits).detection);
		if (scenario.check) checkAnswers(small, scenario.check, random);
		else repairRequests(small, segment.repairRate, random);
	}
	for (const request of requests) finishRequest(request, scenario, random);
	return requests;
}

function createRequest({ segments }: Scenario, hidden: readonly HiddenTraits[], random: Random): Request {
	let remaining = random.uniform();
	let i = 0;
	while (i < segments.length - 1 && remaining > (segments[i] as Segment).share)
		remaining -= (segments[i++] as Segment).share;
	const segment = segments[i] as Segment;
	const easy = random.chance(segment.easyShare as number);
	const score = (easy ? (hidden[i] as HiddenTraits).distance : 0) + random.normal();
	const initial = { small: false, noticed: false, repaired: false, cost: 0, time: 0 };
	return { segment, easy, score, end: 'silent failure', ...initial };
}

function routeRequests(requests: readonly Request[], { override, routedSmall }: Segment, threshold: number): void {
	if (override === 'strong' || routedSmall === 0) return;
	const scores = requests.map(({ score }) => score).sort((a, b) => b - a);
	const cutoff =
		routedSmall === 1 ? -Infinity : (scores[Math.round(routedSmall * scores.length)] as number) + threshold;
	for (const request of requests) request.small = request.score > cutoff;
}

/** Repairs noticed failures first, then other small answers at random. */
function repairRequests(small: readonly Request[], rate: number, random: Random): void {
	const noticedRequests = random.shuffled(small.filter(({ noticed }) => noticed));
	const others = random.shuffled(small.filter(({ noticed }) => !noticed));
	for (const request of [...noticedRequests, ...others].slice(0, Math.round(rate * small.length)))
		request.repaired = true;
}

/** Flags wrong and right answers at the check's rates; of the wrong ones, those that would be noticed anyway first. */
function checkAnswers(small: readonly Request[], verifier: NonNullable<Scenario['check']>, random: Random): void {
	const wrong = random.shuffled(small.filter(({ easy }) => !easy)).sort((a, b) => +b.noticed - +a.noticed);
	const flagged = wrong.filter(() => random.chance(verifier.catches as number)).length;
	for (const request of wrong.slice(0, flagged)) request.repaired = true;
	for (const request of small)
		if (request.easy && random.chance(verifier.falseAlarms as number)) request.repaired = true;
}

function finishRequest(request: Request, scenario: Scenario, random: Random): void {
	const { segment, easy, small, repaired, noticed } = request;
	if (small) {
		request.cost += callPrice(scenario, 'small') + (scenario.check?.cost ?? 0);
		request.time += drawWait(scenario.latency?.small, random) + (scenario.check?.latency ?? 0);
		request.end = easy ? 'resolved' : noticed ? 'handed to a person' : 'silent failure';
	}
	if (!small || repaired) {
		request.cost += callPrice(scenario, 'strong');
		request.time += drawWait(scenario.latency?.strong, random);
		const right = random.chance((easy ? segment.strongOnEasy : segment.strongOnHard) as number);
		const isNoticed = random.chance(scenario.strongDetection as number);
		request.end = right ? 'resolved' : isNoticed ? 'handed to a person' : 'silent failure';
	}
}

// The simulated boards have one call per request and no cached tokens.
function callPrice({ prices, tokens }: Scenario, lane: 'small' | 'strong'): number {
	return (tokens.fresh * prices[lane].input) / 1e6 + (tokens.output * prices[lane].output) / 1e6;
}

// 1.6448536… is the normal quantile of 95%.
function drawWait(lane: LaneLatency | undefined, random: Random): number {
	if (!lane) return 0;
	return lane.p50 * (lane.p95 / lane.p50) ** (random.normal() / 1.6448536269514722);
}
