import type { PriceTier } from '../../engine/scenario.js';

/** An entry of a price list. */
export interface ListedModel {
	/** The name in the file; safe to show. */
	readonly name: string;
	/** The seller; null: not listed. */
	readonly provider: string | null;
	/** Its use, such as chat; null: not listed. */
	readonly mode: string | null;
}

/** The prices of one model, in USD per 1,000,000 tokens as in scenarios; null: not listed. */
export interface ModelPrice extends ListedModel {
	readonly input: number;
	/** Input read from the prompt cache. */
	readonly cachedInput: number | null;
	/** Input written to the prompt cache. */
	readonly cacheWrite: number | null;
	readonly output: number;
	/** Hidden reasoning output. */
	readonly reasoning: number | null;
	/** USD per call, regardless of its tokens. */
	readonly request: number;
	/** By ascending tokens; a rate that a tier does not list is inherited from the tier below. */
	readonly above: readonly PriceTier[];
	/**
	 * A sentence for each tier whose price for cache reads or writes is missing, or cannot be represented in the model.
	 */
	readonly tierGaps: readonly string[];
	/** Price fields whose value is not a price, such as `output_cost_per_token (“free”)`. */
	readonly unclear: readonly string[];
	/** Fields with costs that are not read. */
	readonly notRead: readonly string[];
}

/** A listed model without a usable price. */
export interface UnpricedModel extends ListedModel {
	/** The reason, worded to follow the name: `is listed as embedding, …`. */
	readonly why: string;
	/** Whether it answers in text; if not, part of its name selects it only if no model that does has it too. */
	readonly answers: boolean;
}

/** A price list supplied by the user. */
export interface PriceList {
	/** Name of the file; safe to show. */
	readonly file: string;
	/** Models that answer in text and are priced per token, in file order. */
	readonly models: readonly ModelPrice[];
	/** All other models: they do not answer in text, are priced in another way, or not at all. */
	readonly unpriced: readonly UnpricedModel[];
}

export const isPriced = (model: ModelPrice | UnpricedModel): model is ModelPrice => !('why' in model);
