import type { Edit } from '../../engine/inputs/index.js';
import { tiersText } from '../../engine/inputs/index.js';
import type { Lane, Scenario } from '../../engine/scenario.js';
import type { ModelPrice, PriceList } from './list.js';
import { writeMultiple } from './tiers.js';

/** Models of a list that give lanes their prices. */
export interface ChosenModels {
	readonly list: PriceList;
	readonly models: readonly { readonly lane: Lane; readonly model: ModelPrice }[];
}

/**
 * The edits that give lanes the prices of models, in USD per 1,000,000 tokens. All of a lane's prices are replaced, so
 * that none of another seller's stays; what is the same in every state they are applied to is left out where lists
 * seldom say it: a fee, prices of long prompts, what writing to the cache costs.
 *
 * @param starts the states they are applied to
 */
export function priceEdits({ models }: Pick<ChosenModels, 'models'>, starts: readonly Scenario[]): readonly Edit[] {
	const differs = (of: (scenario: Scenario) => unknown, value: unknown): boolean =>
		starts.some((start) => of(start) !== value);
	const lanes = models.flatMap(({ lane, model }): readonly Edit[] => {
		const { input, output, request } = model;
		const above = tiersText(model.above);
		return [
			{ path: `prices.${lane}.input`, value: input },
			{ path: `prices.${lane}.cachedInput`, value: model.cachedInput ?? input },
			{ path: `prices.${lane}.output`, value: output },
			...(differs(({ prices }) => prices[lane].request, request)
				? [{ path: `prices.${lane}.request`, value: request }]
				: []),
			...(differs(({ prices }) => tiersText(prices[lane].above), above)
				? [{ path: `prices.${lane}.above`, value: above }]
				: []),
		];
	});
	const write = sharedWrite(models, starts[0]?.cache.write ?? null);
	return write !== null && differs(({ cache }) => cache.write, write)
		? [...lanes, { path: 'cache.write', value: write }]
		: lanes;
}

/** The board has one figure for both lanes: the dearer, so that no saving comes from it. A lane that keeps its prices keeps its own. */
function sharedWrite(models: ChosenModels['models'], own: number | null): number | null {
	const said = models.flatMap(({ model }) => writeMultiple(model) ?? []);
	const all = models.length < 2 && own !== null ? [...said, own] : said;
	return said.length === 0 ? null : Math.max(...all);
}
