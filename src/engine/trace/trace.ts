import { callCost, checkOf, coldExtra } from '../cost.js';
import { fromQuantiles } from '../normal.js';
import type { Check, Lane, Scenario, Segment } from '../scenario.js';
import { type Draws, drawsOf } from './draws.js';
import { fateOf } from './fate.js';
import { ledgerOf, meterOf } from './ledger.js';
import { type Odds, oddsOf } from './odds.js';
import type { Fate, TracedCall, TracedPass, TracedRequest } from './types.js';

/**
 * One request, sampled from the model's definitions: the shares over many of them are those of `evaluate`.
 * The same seed and index are the same request, whatever was asked before; an edit of the scenario changes only
 * what depends on it.
 *
 * @param seed whole number, 0 ≤ seed < 2⁵³
 * @param index whole number, 0 ≤ index < 2³²
 */
export function traceRequest(scenario: Scenario, seed: number, index: number): TracedRequest {
	return tracer(scenario, seed)(index);
}

/** The requests of a seed, by index: `traceRequest` with what the scenario fixes worked out once. */
export function tracer(scenario: Scenario, seed: number): (index: number) => TracedRequest {
	const odds = oddsOf(scenario);
	const version = routeVersion(scenario);
	return (index) => traced(scenario, odds, version, seed, index);
}

export type Wanted = 'any' | 'silent' | 'repaired';

const IS: Readonly<Record<Wanted, (fate: Fate) => boolean>> = {
	any: () => true,
	silent: ({ outcome }) => outcome === 'silent',
	repaired: ({ repaired }) => repaired === true,
};

/**
 * The next request after `from` that is as wanted.
 *
 * @param from index of a request; −1 to begin with the first
 * @param most how many requests to look through
 * @returns null where there is none among them
 */
export function findRequest(
	scenario: Scenario,
	seed: number,
	from: number,
	wanted: Wanted,
	most = 100_000,
): TracedRequest | null {
	if (wanted === 'repaired' && !repairsAny(scenario)) return null;
	const odds = oddsOf(scenario);
	for (let index = from + 1; index <= from + most; index++)
		if (IS[wanted](fateOf(scenario, odds, drawsOf(seed, index))))
			return traced(scenario, odds, routeVersion(scenario), seed, index);
	return null;
}

/** Whether any request can be repaired: no need then to look through them all. */
const repairsAny = (scenario: Scenario): boolean =>
	scenario.segments.some((segment) => segment.repairRate > 0 || checkOf(scenario, segment) !== null);

/** What a request pays the router, and waits for it. */
type Router = Pick<Scenario, 'routerCost' | 'routerLatency'>;
const NO_ROUTER: Router = { routerCost: 0, routerLatency: 0 };

function traced(
	scenario: Scenario,
	odds: readonly Odds[],
	version: string,
	seed: number,
	index: number,
): TracedRequest {
	const draws = drawsOf(seed, index);
	const fate = fateOf(scenario, odds, draws);
	const { segment, cut, routed, check: reader } = odds[fate.at] as Odds;
	const { lane, score } = fate;
	const checked = lane === 'small' ? reader : null;
	// Overridden requests skip the router.
	const router = segment.override === null ? scenario : NO_ROUTER;
	const answer = lane && passIn(scenario, segment, lane, routed, draws);
	const check = checked && { flagged: fate.flagged, cost: checked.cost, ms: checked.latency };
	const repair = fate.repaired ? passIn(scenario, segment, 'strong', routed, draws) : null;
	const meter = meterOf(router, { answer, check, repaired: fate.repaired, repair });
	const request = {
		id: `req-${seed}-${index}`,
		seed,
		index,
		segment,
		route: { lane, why: fate.routed, score, threshold: score === null ? null : cut, version },
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
 * The calls of one answer in a lane, and how long it took. Steps that run 0 times make no call.
 *
 * @param p share of the segment that is routed small: with a cache that a change of lanes loses, the chance that the
 *   request before this one left the small lane's prefix warm, and 1 − p that of the strong lane's
 */
function passIn(scenario: Scenario, segment: Segment, lane: Lane, p: number, draws: Draws): TracedPass {
	const { attempts, cache, prices } = scenario;
	const [draw, warm] = lane === 'small' ? (['smallWarm', p] as const) : (['strongWarm', 1 - p] as const);
	const cold = cache.onSwitch === 'lost' && !draws.chance(draw, warm);
	const calls = (segment.steps ?? scenario.steps).flatMap((step): TracedCall[] => {
		if (step.times === 0) return [];
		const paid = step.lane === 'routed' ? lane : step.lane;
		const each = step.tokens ?? segment.tokens ?? scenario.tokens;
		const count = step.times * attempts[paid];
		// Only the first of a step's calls can find the prefix gone, and only where its lane was chosen.
		const written = cold && step.lane === 'routed' ? Math.min(1, step.times) : 0;
		const tokens = {
			fresh: count * each.fresh + written * each.cached,
			cached: (count - written) * each.cached,
			output: count * (each.output + each.reasoning[paid]),
		};
		const warmCost = count * callCost(each, prices[paid], paid);
		const cost = written === 0 ? warmCost : warmCost + written * coldExtra(each, prices[paid], cache.write);
		return [{ step: step.name, lane: paid, times: step.times, attempts: attempts[paid], tokens, cost }];
	});
	return { calls, ms: waitIn(scenario, lane, draws) };
}

function waitIn({ latency }: Scenario, lane: Lane, draws: Draws): number | null {
	if (latency === null) return null;
	const { mu, sigma } = fromQuantiles(latency[lane]);
	return Math.exp(mu + sigma * draws.normal(lane === 'small' ? 'smallTime' : 'strongTime'));
}

/**
 * A name for the routing that is in force: the scenario's id, and six hexadecimal digits that change with its mix,
 * overrides, repairs, dial or check. A ledger that keeps it can join outcomes with the route that made them.
 */
function routeVersion({ id, segments, threshold, check }: Scenario): string {
	const rules = segments.map(({ id, routedSmall, override, repairRate, check: own }) => [
		...[id, routedSmall, override, repairRate],
		...(own === null ? [] : [own === 'off' ? own : reading(own)]),
	]);
	return `${id}@${fingerprint(JSON.stringify([rules, threshold, check && reading(check)]))}`;
}

/** What a check does, without what is known of it. */
const reading = ({ catches, falseAlarms, cost, latency }: Check): object => ({ catches, falseAlarms, cost, latency });

/** FNV-1a (Fowler, Noll and Vo) over UTF-16 units, folded to 24 bits: short, and not a secret. */
function fingerprint(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (((hash >>> 24) ^ hash) & 0xffffff).toString(16).padStart(6, '0');
}
