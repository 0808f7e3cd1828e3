import type { Check, Lane, Price, Rates, Scenario, Segment, Tokens } from './scenario.js';
import { times } from './unmeasured.js';

const PER_MILLION = 1e6;

/**
 * Computes the USD of one call with a warm cache:
 * request + (fresh·input + cached·cachedInput + (output + reasoning)·outputPrice)/1e6.
 */
export function callCost(tokens: Tokens, price: Price, lane: Lane): number {
	const rates = ratesFor(tokens, price);
	const { input, output } = rates;
	const outputTokens = tokens.output + tokens.reasoning[lane];
	return (
		price.request + (tokens.fresh * input + tokens.cached * cachedPrice(rates) + outputTokens * output) / PER_MILLION
	);
}

/** Computes the extra USD of a call whose prefix is cold: cached tokens cost write·input instead of `cachedInput`. */
export function coldCacheExtra(tokens: Tokens, price: Price, write: number): number {
	const rates = ratesFor(tokens, price);
	return (tokens.cached * (write * rates.input - cachedPrice(rates))) / PER_MILLION;
}

/** Returns the USD per 1,000,000 cached tokens. */
export const cachedPrice = ({ cachedInput, input }: Pick<Rates, 'cachedInput' | 'input'>): number =>
	cachedInput ?? input;

/** Returns the rates of the last tier that the prompt exceeds, or the base rates if it exceeds none. */
function ratesFor({ fresh, cached }: Tokens, price: Price): Rates {
	let rates: Rates = price;
	for (const tier of price.above) if (fresh + cached > tier.tokens) rates = tier;
	return rates;
}

/** The parts of a scenario that costs depend on. */
export type CostInputs = Pick<Scenario, 'prices' | 'tokens' | 'steps' | 'attempts' | 'cache'>;

/** USD per request in each lane. */
export interface LaneCosts {
	/** USD with every prefix warm. */
	readonly small: number;
	readonly strong: number;
	/** Extra USD if the previous request of the session took the other lane; 0 if the cache is kept. */
	readonly smallCold: number;
	readonly strongCold: number;
}

/** Tokens and steps that a segment may override; null: the scenario's. */
export type CallOverrides = Pick<Segment, 'tokens'> & Partial<Pick<Segment, 'steps'>>;

/** Computes the cost of a request in each lane, for a segment with these tokens and steps. */
export function laneCosts(tariff: CostInputs, own: CallOverrides): LaneCosts {
	return {
		small: laneCost(tariff, 'small', own),
		strong: laneCost(tariff, 'strong', own),
		smallCold: laneColdExtra(tariff, 'small', own),
		strongCold: laneColdExtra(tariff, 'strong', own),
	};
}

/**
 * Computes the USD per request in a lane with a warm cache: the sum over the steps of times·attempts·call. A routed
 * step uses the prices and attempts of the request's lane, a fixed step those of its own lane. Tokens come from the
 * step, then from the segment, then from the scenario.
 */
export function laneCost(tariff: CostInputs, lane: Lane, { tokens, steps }: CallOverrides = NO_OVERRIDES): number {
	const { attempts, prices } = tariff;
	let sum = 0;
	for (const step of steps ?? tariff.steps) {
		const payingLane = step.lane === 'routed' ? lane : step.lane;
		sum +=
			step.times *
			attempts[payingLane] *
			callCost(step.tokens ?? tokens ?? tariff.tokens, prices[payingLane], payingLane);
	}
	return sum;
}

/**
 * Computes the extra USD of a request in a lane on a cold cache. A step with a fixed lane runs in every request, so it
 * stays warm; of a step's repeated calls and retries only the first can be cold.
 */
function laneColdExtra(
	{ cache, prices, steps: scenarioSteps, tokens: scenarioTokens }: CostInputs,
	lane: Lane,
	own: CallOverrides,
): number {
	if (cache.onSwitch === 'kept') return 0;
	let sum = 0;
	for (const { lane: at, tokens, times } of own.steps ?? scenarioSteps)
		if (at === 'routed')
			sum += Math.min(1, times) * coldCacheExtra(tokens ?? own.tokens ?? scenarioTokens, prices[lane], cache.write);
	return sum;
}

/** No overrides: the scenario's tokens and steps apply. */
export const NO_OVERRIDES: CallOverrides = { tokens: null, steps: null };

/**
 * Computes c_small at the mix p. Requests are routed independently, so the small lane's prefix is warm with probability
 * p.
 */
export const smallCostAt = (costs: LaneCosts, p: number): number => costs.small + times(1 - p, costs.smallCold);

/** Computes c_strong at the mix p, for repairs too: the strong lane's prefix is warm with probability 1 − p. */
export const strongCostAt = (costs: LaneCosts, p: number): number => costs.strong + times(p, costs.strongCold);

/** Computes USD per request: p·(c_small + check + r·c_strong) + (1 − p)·c_strong, with lane costs at the mix p. */
export function blendedCost(p: number, r: number, costs: LaneCosts, check: number): number {
	const strong = strongCostAt(costs, p);
	return times(p, smallCostAt(costs, p) + check + times(r, strong)) + times(1 - p, strong);
}

/**
 * Computes the USD per request that routing small at the mix p saves before repairs:
 * c° − (1 − p)·c_strong − p·(c_small + check), where c° is c_strong at p = 0.
 */
export const repairBudgetAt = (p: number, costs: LaneCosts, check: number): number =>
	times(p, costs.strong - smallCostAt(costs, p) - check) - times(p * (1 - p), costs.strongCold);

/** Returns the check that reads a segment's small answers, its own or the scenario's; null: none. */
export const effectiveCheck = (scenario: Pick<Scenario, 'check'>, segment: Pick<Segment, 'check'>): Check | null =>
	segment.check === null ? scenario.check : segment.check === 'off' ? null : segment.check;
