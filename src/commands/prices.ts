import type { ModelPrice, PriceList } from '../content/index.js';
import { nearest, spellEdit } from '../engine/inputs/index.js';
import type { Lane } from '../engine/scenario.js';
import { sentence } from '../present/figures-from.js';
import { describeProblem, readPricesFile } from '../storage/index.js';
import { Stop } from './stop.js';

/** What the command line says of prices; null: nothing. */
export interface PriceOptions {
	/** A list of model prices. */
	readonly file: string | null;
	/** The model of the small lane, and of the strong one: a name in the list, or words that only one model has. */
	readonly small: string | null;
	readonly strong: string | null;
}

export interface ChosenPrices {
	/** `PATH=VALUE`, in USD per 1,000,000 tokens: they reproduce the prices without the list. */
	readonly edits: readonly string[];
	/** Sentences: which models' prices these are, and what they leave open. */
	readonly notes: readonly string[];
}

/** Nothing was said of prices: the scenario's own stay. */
export const NO_PRICES: ChosenPrices = { edits: [], notes: [] };

/**
 * The edits that give the lanes the prices of models; none where no list is named.
 *
 * @throws Stop with 2 for a list or a model that is missing or not clear, with 1 for a list with problems
 */
export async function chosenPrices({ file, small, strong }: PriceOptions): Promise<ChosenPrices> {
	const lanes = (['small', 'strong'] as const).flatMap((lane) => {
		const typed = { small, strong }[lane];
		return typed === null ? [] : [{ lane, typed }];
	});
	const [first] = lanes;
	if (file === null) {
		if (!first) return NO_PRICES;
		throw new Stop(`--${first.lane} needs a list of prices: add --prices FILE.`, 2);
	}
	if (!first) throw new Stop('--prices needs to know which models: add --small MODEL, --strong MODEL, or both.', 2);
	const prices = await readPrices(file);
	// It brings YAML and the schema: only who names a list waits for them.
	const { findModels, priceEdits } = await import('../content/index.js');
	const chosen = lanes.map(({ lane, typed }) => ({
		lane,
		model: chosenModel(prices, findModels(prices, typed), typed, lane),
	}));
	const made = chosen.map(({ lane, model }) => priceEdits(model, lane));
	const names = chosen.map(({ lane, model }) => `${lane} ${model.name}${model.provider ? ` (${model.provider})` : ''}`);
	return {
		edits: made.flatMap(({ edits }) => edits.map(spellEdit)),
		notes: [
			`Prices: ${names.join(', ')}, from ${prices.file}.`,
			...made.flatMap(({ missing }) => missing.map(sentence)),
		],
	};
}

/**
 * A list of model prices that an argument names.
 *
 * @throws Stop with 2 where it cannot be read, with 1 where it has problems
 */
export async function readPrices(file: string): Promise<PriceList> {
	const read = await readPricesFile(file);
	if (read.ok) return read.prices;
	if ('unreadable' in read) throw new Stop(`--prices: ${file}: ${read.unreadable}.`, 2);
	throw new Stop((await Promise.all(read.problems.map(describeProblem))).join('\n\n'), 1);
}

const MOST_NAMED = 4;

function chosenModel(prices: PriceList, found: readonly ModelPrice[], typed: string, lane: Lane): ModelPrice {
	const [first] = found;
	if (first && (found.length === 1 || first.name.toLowerCase() === typed.trim().toLowerCase())) return first;
	if (first) {
		const named = found.slice(0, MOST_NAMED).map(({ name }) => name);
		const more = found.length - named.length;
		const rest = more > 0 ? `, or one of ${more} more` : '';
		throw new Stop(`--${lane}: ${typed} could be ${named.join(', ')}${rest}: name one of them.`, 2);
	}
	const names = prices.models.map(({ name }) => name);
	const near = nearest(typed, names);
	const help =
		near.length > 0
			? `Did you mean ${near.join(' or ')}?`
			: `It has ${names.length}, such as ${names.slice(0, 2).join(' and ')}.`;
	throw new Stop(`--${lane}: no model in ${prices.file} that answers in text is like ${typed}. ${help}`, 2);
}
