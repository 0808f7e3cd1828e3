import type { Lane, Price, Scenario, Segment, Tokens } from './scenario.js';
import { orNaN, ratio, times } from './unmeasured.js';

const PER_MILLION = 1e6;

/** USD of one call: (fresh·input + cached·cachedInput + output·outputPrice)/1e6. */
export function callCost(tokens: Tokens, price: Price): number {
	const millionths = tokens.fresh * price.input + tokens.cached * price.cachedInput + tokens.output * price.output;
	return millionths / PER_MILLION;
}

/** What costs depend on. A whole scenario will do. */
export type Tariff = Pick<Scenario, 'prices' | 'tokens' | 'steps' | 'attempts' | 'check'>;

/** USD per request in each lane, and per check of a small answer (0 without one, NaN where not measured). */
export interface LaneCosts {
	readonly small: number;
	readonly strong: number;
	readonly check: number;
}

/** What a segment may have of its own; null: the scenario's. */
export type OwnCalls = Pick<Segment, 'tokens'> & Partial<Pick<Segment, 'steps'>>;

/** The costs of a request in each lane, and of a check, for a segment with these tokens and steps. */
export function laneCosts(tariff: Tariff, own: OwnCalls): LaneCosts {
	return {
		small: laneCost(tariff, 'small', own),
		strong: laneCost(tariff, 'strong', own),
		check: tariff.check === null ? 0 : orNaN(tariff.check.cost),
	};
}

/**
 * c_small or c_strong: USD per request in a lane, Σ over the steps of times·attempts·call. A routed step takes the
 * lane's prices and attempts, a fixed one always its own; its tokens are its own, or else those given, or else the
 * scenario's.
 */
export function laneCost(tariff: Tariff, lane: Lane, { tokens, steps }: OwnCalls = SHARED): number {
	const { attempts, prices } = tariff;
	let sum = 0;
	for (const step of steps ?? tariff.steps) {
		const paid = step.lane === 'routed' ? lane : step.lane;
		sum += step.times * attempts[paid] * callCost(step.tokens ?? tokens ?? tariff.tokens, prices[paid]);
	}
	return sum;
}

/** A request without tokens or steps of its own. */
export const SHARED: OwnCalls = { tokens: null, steps: null };

/** USD per request of a population: p·(c_small + check + r·c_strong) + (1 − p)·c_strong. */
export function blendedCost(p: number, r: number, costs: LaneCosts): number {
	return times(p, costs.small + costs.check + times(r, costs.strong)) + times(1 - p, costs.strong);
}

/** Repair rate at which a small-routed request costs as much as a strong one: 1 − (c_small + check)/c_strong. */
export const breakEvenRepair = (costs: LaneCosts): number => 1 - ratio(costs.small + costs.check, costs.strong);

/** Extra hand-offs per small-routed request that eat what it saves: (c_strong − c_small)/H. */
export const handoffBreakEven = (costs: LaneCosts, handoffCost: number): number =>
	ratio(costs.strong - costs.small, handoffCost);
