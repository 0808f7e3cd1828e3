import { type Edit, formatTiers } from '../../engine/inputs/index.js';
import type { Lane, Scenario } from '../../engine/scenario.js';
import type { ModelPrice, PriceList } from './list.js';
import { writeMultiple } from './tiers.js';

/** Models of a price list, chosen for lanes. */
export interface ChosenModels {
	readonly list: PriceList;
	readonly models: readonly { readonly lane: Lane; readonly model: ModelPrice }[];
}

/**
 * Computes the edits that set lanes to the prices of models, in USD per 1,000,000 tokens. All of a lane's prices are
 * replaced, so that none of another seller's remains. The fee, tier prices and cache write price, which lists seldom
 * state, are left out if they do not change any of the states.
 *
 * @param starts the states the edits are applied to
 */
export function priceEdits({ models }: Pick<ChosenModels, 'models'>, starts: readonly Scenario[]): readonly Edit[] {
	const differs = (of: (scenario: Scenario) => unknown, value: unknown): boolean =>
		starts.some((start) => of(start) !== value);
	const lanes = models.flatMap(({ lane, model }): readonly Edit[] => {
		const { input, output, request } = model;
		const above = formatTiers(model.above);
		return [
			{ path: `prices.${lane}.input`, value: input },
			{ path: `prices.${lane}.cachedInput`, value: model.cachedInput ?? input },
			{ path: `prices.${lane}.output`, value: output },
			...(differs(({ prices }) => prices[lane].request, request)
				? [{ path: `prices.${lane}.request`, value: request }]
				: []),
			...(differs(({ prices }) => formatTiers(prices[lane].above), above)
				? [{ path: `prices.${lane}.above`, value: above }]
				: []),
		];
	});
	const write = sharedWrite(models, starts[0]?.cache.write ?? null);
	return write !== null && differs(({ cache }) => cache.write, write)
		? [...lanes, { path: 'cache.write', value: write }]
		: lanes;
}

/**
 * Returns the cache write multiple for both lanes, since the board has only one: the higher of the two, so that it
 * never overstates a saving. If only one lane gets new prices, the scenario's own multiple counts for the other.
 */
function sharedWrite(models: ChosenModels['models'], current: number | null): number | null {
	const listed = models.flatMap(({ model }) => writeMultiple(model) ?? []);
	const candidates = models.length < 2 && current !== null ? [...listed, current] : listed;
	return listed.length === 0 ? null : Math.max(...candidates);
}
