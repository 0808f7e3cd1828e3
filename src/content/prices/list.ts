import type { PriceTier } from '../../engine/scenario.js';

/** An entry of a list of prices. */
export interface ListedModel {
	/** As the file calls it; safe to show. */
	readonly name: string;
	/** Who sells it; null: the file does not say. */
	readonly provider: string | null;
	/** What it is for, such as chat; null: the file does not say. */
	readonly mode: string | null;
}

/** What one model costs. Prices in USD per 1,000,000 tokens, as scenarios have them; null: the file does not say. */
export interface ModelPrice extends ListedModel {
	readonly input: number;
	/** Input that is read from the prompt cache. */
	readonly cachedInput: number | null;
	/** Input that is written to the prompt cache. */
	readonly cacheWrite: number | null;
	readonly output: number;
	/** Output that nobody sees. */
	readonly reasoning: number | null;
	/** USD per call, whatever it holds. */
	readonly request: number;
	/** By ascending tokens; a field that a tier does not say stays as it was below it. */
	readonly above: readonly PriceTier[];
	/** Tiers in which a price for cache reads or writes is missing or moves otherwise than the model can say, a sentence each. */
	readonly tierGaps: readonly string[];
	/** Fields that should hold a price and hold none, such as `output_cost_per_token (“free”)`. */
	readonly unclear: readonly string[];
	/** Fields that cost money and are not read. */
	readonly notRead: readonly string[];
}

/** A model that is listed, and has no price that can be used. */
export interface UnpricedModel extends ListedModel {
	/** Why, as it follows the name: `is listed as embedding, …`. */
	readonly why: string;
	/** Whether it answers in text: then it is meant where only a part of its name is typed. */
	readonly answers: boolean;
}

/** A list of prices that somebody brought. */
export interface PriceList {
	/** The file, as it was named; safe to show. */
	readonly file: string;
	/** The models that answer in text and are priced per token, in the order of the file. */
	readonly models: readonly ModelPrice[];
	/** All others: they do not answer in text, or are priced in another way, or not at all. */
	readonly unpriced: readonly UnpricedModel[];
}

export const isPriced = (model: ModelPrice | UnpricedModel): model is ModelPrice => !('why' in model);
