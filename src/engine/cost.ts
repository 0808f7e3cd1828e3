import type { Check, Lane, Price, Rates, Scenario, Segment, Tokens } from './scenario.js';
import { times } from './unmeasured.js';

const PER_MILLION = 1e6;

/**
 * USD of one call with a warm cache:
 * request + (fresh·input + cached·cachedInput + (output + reasoning)·outputPrice)/1e6.
 */
export function callCost(tokens: Tokens, price: Price, lane: Lane): number {
	const rates = ratesFor(tokens, price);
	const { input, output } = rates;
	const written = tokens.output + tokens.reasoning[lane];
	return price.request + (tokens.fresh * input + tokens.cached * cachedPrice(rates) + written * output) / PER_MILLION;
}

/** USD that a call costs more where its prefix is cold: cached tokens at write·input instead of `cachedInput`. */
export function coldExtra(tokens: Tokens, price: Price, write: number): number {
	const rates = ratesFor(tokens, price);
	return (tokens.cached * (write * rates.input - cachedPrice(rates))) / PER_MILLION;
}

/** USD per 1,000,000 cached tokens. */
export const cachedPrice = ({ cachedInput, input }: Pick<Rates, 'cachedInput' | 'input'>): number =>
	cachedInput ?? input;

/** The rates of the last tier that the call's prompt exceeds, or else the price's own. */
function ratesFor({ fresh, cached }: Tokens, price: Price): Rates {
	let rates: Rates = price;
	for (const tier of price.above) if (fresh + cached > tier.tokens) rates = tier;
	return rates;
}

/** What costs depend on. A whole scenario will do. */
export type Tariff = Pick<Scenario, 'prices' | 'tokens' | 'steps' | 'attempts' | 'cache'>;

/** USD per request in each lane. */
export interface LaneCosts {
	/** With every prefix warm. */
	readonly small: number;
	readonly strong: number;
	/** What a request costs more where the one before it in its session took the other lane; 0 with a kept cache. */
	readonly smallCold: number;
	readonly strongCold: number;
}

/** What a segment may have of its own; null: the scenario's. */
export type OwnCalls = Pick<Segment, 'tokens'> & Partial<Pick<Segment, 'steps'>>;

/** The costs of a request in each lane, for a segment with these tokens and steps. */
export function laneCosts(tariff: Tariff, own: OwnCalls): LaneCosts {
	return {
		small: laneCost(tariff, 'small', own),
		strong: laneCost(tariff, 'strong', own),
		smallCold: laneColdExtra(tariff, 'small', own),
		strongCold: laneColdExtra(tariff, 'strong', own),
	};
}

/**
 * USD per request in a lane with a warm cache: the sum over the steps of times·attempts·call. A routed step takes the
 * lane's prices and attempts, a fixed one always its own; its tokens are its own, or else those given, or else the
 * scenario's.
 */
export function laneCost(tariff: Tariff, lane: Lane, { tokens, steps }: OwnCalls = SHARED): number {
	const { attempts, prices } = tariff;
	let sum = 0;
	for (const step of steps ?? tariff.steps) {
		const paid = step.lane === 'routed' ? lane : step.lane;
		sum += step.times * attempts[paid] * callCost(step.tokens ?? tokens ?? tariff.tokens, prices[paid], paid);
	}
	return sum;
}

/**
 * USD that a request in a lane costs more on a cold cache. A step with a fixed lane is in every request and stays
 * warm; of a step's repeated calls and retries only the first can be cold.
 */
function laneColdExtra({ cache, prices, steps: shared, tokens: usual }: Tariff, lane: Lane, own: OwnCalls): number {
	if (cache.onSwitch === 'kept') return 0;
	let sum = 0;
	for (const { lane: at, tokens, times } of own.steps ?? shared)
		if (at === 'routed')
			sum += Math.min(1, times) * coldExtra(tokens ?? own.tokens ?? usual, prices[lane], cache.write);
	return sum;
}

/** A request without tokens or steps of its own. */
export const SHARED: OwnCalls = { tokens: null, steps: null };

/** c_small at the mix p: lanes are drawn independently, so a prefix in the small lane is warm with probability p. */
export const smallAt = (costs: LaneCosts, p: number): number => costs.small + times(1 - p, costs.smallCold);

/** c_strong at the mix p, repairs too: warm with probability 1 − p. */
export const strongAt = (costs: LaneCosts, p: number): number => costs.strong + times(p, costs.strongCold);

/** USD per request of a population: p·(c_small + check + r·c_strong) + (1 − p)·c_strong, lane costs at the mix p. */
export function blendedCost(p: number, r: number, costs: LaneCosts, check: number): number {
	const strong = strongAt(costs, p);
	return times(p, smallAt(costs, p) + check + times(r, strong)) + times(1 - p, strong);
}

/** USD that going small at the mix p leaves for repairs: c° − (1 − p)·c_strong − p·(c_small + check), c° being c_strong at p = 0. */
export const roomForRepairs = (p: number, costs: LaneCosts, check: number): number =>
	times(p, costs.strong - smallAt(costs, p) - check) - times(p * (1 - p), costs.strongCold);

/** The check that reads a segment's small answers; null: none. */
export const checkOf = (scenario: Pick<Scenario, 'check'>, segment: Pick<Segment, 'check'>): Check | null =>
	segment.check === null ? scenario.check : segment.check === 'off' ? null : segment.check;
