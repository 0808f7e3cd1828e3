/** What one model costs. Prices in USD per 1,000,000 tokens, as scenarios have them; null: the file does not say. */
export interface ModelPrice {
	/** As the file calls it; safe to show. */
	readonly name: string;
	/** Who sells it; null: the file does not say. */
	readonly provider: string | null;
	/** What it is for, such as chat; null: the file does not say. */
	readonly mode: string | null;
	readonly input: number | null;
	/** Input that is read from the prompt cache. */
	readonly cachedInput: number | null;
	readonly output: number | null;
	/** Whether long prompts have prices of their own. */
	readonly tiers: boolean;
	/** Above which length of a prompt those begin, such as 200k; null: there are none. */
	readonly tierAbove: string | null;
}

/** A list of prices that somebody brought. */
export interface PriceList {
	/** The file, as it was named; safe to show. */
	readonly file: string;
	/** The models that answer in text and are priced per token, in the order of the file. */
	readonly models: readonly ModelPrice[];
	/** How many entries are left out: they are no chat models, or are priced in another way, or not at all. */
	readonly others: number;
}
