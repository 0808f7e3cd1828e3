import type { Choice, ChosenModels, ModelPrice, PriceList } from '../content/index.js';
import { nearestNames } from '../engine/inputs/index.js';
import type { Lane } from '../engine/scenario.js';
import { Stop } from '../stop.js';
import { describeProblem, readPricesFile } from '../storage/index.js';
import { truncate } from '../text/safe-text.js';

/** Price options of the command line; null if not given. */
export interface PriceOptions {
	/** File with a price list. */
	readonly file: string | null;
	/** Model of each lane: a name in the list, or words that match only one model. */
	readonly small: string | null;
	readonly strong: string | null;
}

/**
 * Returns the models whose prices the lanes get; null without a list: the scenario keeps its own prices.
 *
 * @throws Stop with 2 for a missing list, or a missing or ambiguous model; with 1 for a list with problems
 */
export async function choosePrices({ file, small, strong }: PriceOptions): Promise<ChosenModels | null> {
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
	const unnamed = lanes.find(({ typed }) => typed.trim() === '');
	if (unnamed) throw new Stop(`--${unnamed.lane} needs the name of a model in ${file}.`, 2);
	const list = await readPrices(file);
	// Imported late, because it loads YAML and the schema.
	const { chooseModel } = await import('../content/index.js');
	return {
		list,
		models: lanes.map(({ lane, typed }) => ({
			lane,
			model: resolveChoice(chooseModel(list, typed), list, typed, lane),
		})),
	};
}

/**
 * Reads the price list that an argument names.
 *
 * @throws Stop with 2 if it cannot be read, with 1 if it has problems
 */
export async function readPrices(file: string): Promise<PriceList> {
	const read = await readPricesFile(file);
	if (read.ok) return read.prices;
	if ('unreadable' in read) throw new Stop(`--prices: ${file}: ${read.unreadable}.`, 2);
	throw new Stop((await Promise.all(read.problems.map(describeProblem))).join('\n\n'), 1);
}

const MAX_NAMED = 8;
/** Maximum length of typed text in messages; longer than any model name. */
const MAX_TYPED = 200;

function resolveChoice(choice: Choice, list: PriceList, typed: string, lane: Lane): ModelPrice {
	switch (choice.is) {
		case 'model':
			return choice.model;
		case 'unpriced':
			throw new Stop(
				`--${lane}: ${choice.model.name} ${choice.model.why}. Name another model, or leave --${lane} out and set prices.${lane}.input, .cachedInput and .output.`,
				2,
			);
		case 'several': {
			const names = choice.models.slice(0, MAX_NAMED).map(({ name }) => name);
			const more = choice.models.length - names.length;
			const rest = more > 0 ? `, or one of ${more} more` : '';
			throw new Stop(
				`--${lane}: ${truncate(typed.trim(), MAX_TYPED)} could be ${names.join(', ')}${rest}: name one of them.`,
				2,
			);
		}
		case 'none': {
			const names = [...list.models, ...list.unpriced].map(({ name }) => name);
			// The comparison with every name takes time proportional to the text's length.
			const near = nearestNames(truncate(typed, MAX_TYPED), names);
			const help =
				near.length > 0
					? `Did you mean ${near.join(' or ')}?`
					: `It has ${names.length}, such as ${names.slice(0, 2).join(' and ')}.`;
			throw new Stop(`--${lane}: no model in ${list.file} is like ${truncate(typed, MAX_TYPED)}. ${help}`, 2);
		}
	}
}
