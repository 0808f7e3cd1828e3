import { checkOf } from '../cost.js';
import type { Scenario } from '../scenario.js';
import { drawsOf } from './draws.js';
import { fateOf } from './fate.js';
import { ledgerOf } from './ledger.js';
import { meterOf } from './meter.js';
import { type Odds, oddsOf } from './odds.js';
import { passIn } from './passes.js';
import { routeVersion } from './route-version.js';
import type { Fate, TracedRequest } from './types.js';

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
