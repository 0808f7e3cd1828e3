import type { Edit } from '../../engine/inputs/index.js';
import type { Lane } from '../../engine/scenario.js';
import type { ModelPrice } from './list.js';

export interface PriceEdits {
	/** Edits of `prices.LANE`, in USD per 1,000,000 tokens. */
	readonly edits: readonly Edit[];
	/** What the prices leave open, a sentence each, to be said wherever they are used. */
	readonly missing: readonly string[];
}

/** The edits that give a lane the prices of a model. What the list does not say is left as it is, and said. */
export function priceEdits(model: ModelPrice, lane: Lane): PriceEdits {
	const { name, input, output, tierAbove } = model;
	const cachedInput = model.cachedInput ?? input;
	const edits = Object.entries({ input, cachedInput, output }).flatMap(([field, value]): Edit[] =>
		value === null ? [] : [{ path: `prices.${lane}.${field}`, value }],
	);
	const missing = [
		...(input === null ? [`${name} has no input price: the ${lane} model’s stays as it was`] : []),
		...(output === null ? [`${name} has no output price: the ${lane} model’s stays as it was`] : []),
		...(model.cachedInput === null && input !== null
			? [`${name} has no price for cache reads: its input price stands in for it`]
			: []),
		...(tierAbove === null ? [] : [`${name} is dearer above ${tierAbove} tokens, which is not modelled`]),
		...(input === 0 && output === 0 ? [`${name} is listed at no cost at all`] : []),
	];
	return { edits, missing };
}
