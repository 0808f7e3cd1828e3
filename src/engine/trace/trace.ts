import { callCost, coldCacheExtra, effectiveCheck } from '../cost.js';
import { fromQuantiles } from '../normal.js';
import type { Check, Lane, Scenario, Segment } from '../scenario.js';
import { type Draws, drawsOf } from './draws.js';
import { decideFate } from './fate.js';
import { ledgerOf, meterOf } from './ledger.js';
import { oddsOf, type SegmentOdds } from './odds.js';
import type { Fate, TracedCall, TracedPass, TracedRequest } from './types.js';

/**
 * Traces one request, sampled from the model's definitions: shares over many requests agree with `evaluate`.
 * The same seed and index always give the same request, and an edit of the scenario changes only what depends on it.
 *
 * @param seed whole number, 0 ≤ seed < 2⁵³
 * @param index whole number, 0 ≤ index < 2³²
 */
export function traceRequest(scenario: Scenario, seed: number, index: number): TracedRequest {
	return createTracer(scenario, seed)(index);
}

/**
 * Returns `traceRequest` for one scenario and seed, with everything that only the scenario determines computed once.
 */
export function createTracer(scenario: Scenario, seed: number): (index: number) => TracedRequest {
	const odds = oddsOf(scenario);
	const version = routeVersion(scenario);
	return (index) => traceWithOdds(scenario, odds, version, seed, index);
}

export type RequestFilter = 'any' | 'silent' | 'repaired';

const MATCHES: Readonly<Record<RequestFilter, (fate: Fate) => boolean>> = {
	any: () => true,
	silent: ({ outcome }) => outcome === 'silent',
	repaired: ({ repaired }) => repaired === true,
};

/**
 * Finds the next request after `from` that matches the filter.
 *
 * @param from index of a request; −1 to begin with the first
 * @param maxRequests number of requests to search
 * @returns null if none of them matches
 */
export function findRequest(
	scenario: Scenario,
	seed: number,
	from: number,
	wanted: RequestFilter,
	maxRequests = 100_000,
): TracedRequest | null {
	if (wanted === 'repaired' && !canRepair(scenario)) return null;
	const odds = oddsOf(scenario);
	for (let index = from + 1; index <= from + maxRequests; index++)
		if (MATCHES[wanted](decideFate(scenario, odds, drawsOf(seed, index))))
			return traceWithOdds(scenario, odds, routeVersion(scenario), seed, index);
	return null;
}

/** Returns whether any request can be repaired; if not, there is no need to search. */
const canRepair = (scenario: Scenario): boolean =>
	scenario.segments.some((segment) => segment.repairRate > 0 || effectiveCheck(scenario, segment) !== null);

/** Cost and delay of the router for one request. */
type Router = Pick<Scenario, 'routerCost' | 'routerLatency'>;
const NO_ROUTER: Router = { routerCost: 0, routerLatency: 0 };

function traceWithOdds(
	scenario: Scenario,
	odds: readonly SegmentOdds[],
	version: string,
	seed: number,
	index: number,
): TracedRequest {
	const draws = drawsOf(seed, index);
	const fate = decideFate(scenario, odds, draws);
	const { segment, cutoff, routed, check: segmentCheck } = odds[fate.segmentIndex] as SegmentOdds;
	const { lane, score } = fate;
	const checked = lane === 'small' ? segmentCheck : null;
	// Overridden requests skip the router.
	const router = segment.override === null ? scenario : NO_ROUTER;
	const answer = lane && tracePass(scenario, segment, lane, routed, draws);
	const check = checked && { flagged: fate.flagged, cost: checked.cost, ms: checked.latency };
	const repair = fate.repaired ? tracePass(scenario, segment, 'strong', routed, draws) : null;
	const meter = meterOf(router, { answer, check, repaired: fate.repaired, repair });
	const request = {
		id: `req-${seed}-${index}`,
		seed,
		index,
		segment,
		route: { lane, why: fate.routed, score, threshold: score === null ? null : cutoff, version },
		answer,
		check,
		noticed: fate.noticed,
		repaired: fate.repaired,
		repairReason: fate.repair,
		repair,
		easy: fate.easy,
		strongRight: fate.strongRight,
		outcome: fate.outcome,
		missing: fate.missing,
		meter,
		totals: meter.at(-1) as (typeof meter)[number],
	};
	return { ...request, ledger: ledgerOf(request, router) };
}

/**
 * Traces the calls of one answer in a lane, and the time it took. Steps that run 0 times make no call.
 *
 * @param p share of the segment that is routed small: if a lane switch loses the cache, the probability that the
 *   previous request left the small lane's prefix warm, and 1 − p that of the strong lane's
 */
function tracePass(scenario: Scenario, segment: Segment, lane: Lane, p: number, draws: Draws): TracedPass {
	const { attempts, cache, prices } = scenario;
	const [draw, warm] = lane === 'small' ? (['smallWarm', p] as const) : (['strongWarm', 1 - p] as const);
	const isCold = cache.onSwitch === 'lost' && !draws.chance(draw, warm);
	const calls = (segment.steps ?? scenario.steps).flatMap((step): TracedCall[] => {
		if (step.times === 0) return [];
		const payingLane = step.lane === 'routed' ? lane : step.lane;
		const tokensPerCall = step.tokens ?? segment.tokens ?? scenario.tokens;
		const count = step.times * attempts[payingLane];
		// Only the first of a step's calls can find the prefix cold, and only in a routed step.
		const rewritten = isCold && step.lane === 'routed' ? Math.min(1, step.times) : 0;
		const tokens = {
			fresh: count * tokensPerCall.fresh + rewritten * tokensPerCall.cached,
			cached: (count - rewritten) * tokensPerCall.cached,
			output: count * (tokensPerCall.output + tokensPerCall.reasoning[payingLane]),
		};
		const warmCost = count * callCost(tokensPerCall, prices[payingLane], payingLane);
		const cost =
			rewritten === 0
				? warmCost
				: warmCost + rewritten * coldCacheExtra(tokensPerCall, prices[payingLane], cache.write);
		return [{ step: step.name, lane: payingLane, times: step.times, attempts: attempts[payingLane], tokens, cost }];
	});
	return { calls, ms: drawTime(scenario, lane, draws) };
}

function drawTime({ latency }: Scenario, lane: Lane, draws: Draws): number | null {
	if (latency === null) return null;
	const { mu, sigma } = fromQuantiles(latency[lane]);
	return Math.exp(mu + sigma * draws.normal(lane === 'small' ? 'smallTime' : 'strongTime'));
}

/**
 * Names the current routing: the scenario's id, and six hexadecimal digits that change with its mix, overrides,
 * repairs, threshold or check. A ledger with this name can join outcomes with the routing that caused them.
 */
function routeVersion({ id, segments, threshold, check }: Scenario): string {
	const rules = segments.map(({ id, routedSmall, override, repairRate, check: own }) => [
		...[id, routedSmall, override, repairRate],
		...(own === null ? [] : [own === 'off' ? own : checkBehaviour(own)]),
	]);
	return `${id}@${fingerprint(JSON.stringify([rules, threshold, check && checkBehaviour(check)]))}`;
}

/** Returns the behaviour of a check, without the labels behind it. */
const checkBehaviour = ({ catches, falseAlarms, cost, latency }: Check): object => ({
	catches,
	falseAlarms,
	cost,
	latency,
});

/** Computes FNV-1a (Fowler, Noll and Vo) over UTF-16 units, folded to 24 bits. Not for security. */
function fingerprint(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (((hash >>> 24) ^ hash) & 0xffffff).toString(16).padStart(6, '0');
}
