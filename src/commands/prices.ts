import type { Choice, ChosenModels, ModelPrice, PriceList } from '../content/index.js';
import { nearest } from '../engine/inputs/index.js';
import type { Lane } from '../engine/scenario.js';
import { Stop } from '../stop.js';
import { describeProblem, readPricesFile } from '../storage/index.js';
import { cut } from '../text/visible.js';

/** What the command line says of prices; null: nothing. */
export interface PriceOptions {
	/** A list of model prices. */
	readonly file: string | null;
	/** The model of the small lane, and of the strong one: a name in the list, or words that only one model has. */
	readonly small: string | null;
	readonly strong: string | null;
}

/**
 * The models whose prices the lanes get; null where no list is named: the scenario's own stay.
 *
 * @throws Stop with 2 for a list or a model that is missing or not clear, with 1 for a list with problems
 */
export async function chosenPrices({ file, small, strong }: PriceOptions): Promise<ChosenModels | null> {
	const lanes = (['small', 'strong'] as const).flatMap((lane) => {
		const typed = { small, strong }[lane];
		return typed === null ? [] : [{ lane, typed }];
	});
	const [first] = lanes;
	if (file === null) {
		if (!first) return null;
		throw new Stop(`--${first.lane} needs a list of prices: add --prices FILE.`, 2);
	}
	if (!first) throw new Stop('--prices needs to know which models: add --small MODEL, --strong MODEL, or both.', 2);
	const list = await readPrices(file);
	// It brings YAML and the schema: only who names a list waits for them.
	const { chooseModel } = await import('../content/index.js');
	return {
		list,
		models: lanes.map(({ lane, typed }) => ({ lane, model: modelOf(chooseModel(list, typed), list, typed, lane) })),
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

const MOST_NAMED = 8;
/** Longer than any name of a model. */
const MOST_TYPED = 200;

function modelOf(choice: Choice, list: PriceList, typed: string, lane: Lane): ModelPrice {
	switch (choice.is) {
		case 'model':
			return choice.model;
		case 'unpriced':
			throw new Stop(
				`--${lane}: ${choice.model.name} ${choice.model.why}. Name another model, or leave --${lane} out and set prices.${lane}.input, .cachedInput and .output.`,
				2,
			);
		case 'several': {
			const named = choice.models.slice(0, MOST_NAMED).map(({ name }) => name);
			const more = choice.models.length - named.length;
			const rest = more > 0 ? `, or one of ${more} more` : '';
			throw new Stop(
				`--${lane}: ${cut(typed.trim(), MOST_TYPED) || 'no name'} could be ${named.join(', ')}${rest}: name one of them.`,
				2,
			);
		}
		case 'none': {
			const names = [...list.models, ...list.unpriced].map(({ name }) => name);
			// Comparing takes time in proportion to its length, for every name.
			const near = nearest(cut(typed, MOST_TYPED), names);
			const help =
				near.length > 0
					? `Did you mean ${near.join(' or ')}?`
					: `It has ${names.length}, such as ${names.slice(0, 2).join(' and ')}.`;
			throw new Stop(`--${lane}: no model in ${list.file} is like ${cut(typed, MOST_TYPED)}. ${help}`, 2);
		}
	}
}
