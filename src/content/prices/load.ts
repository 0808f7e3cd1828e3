import { isGroup } from '../is-group.js';
import { type DecodeLimit, decode } from '../problems/decode.js';
import { fileProblem, type Problem, toProblems } from '../problems/problem.js';
import { createSourceText } from '../problems/source-text.js';
import { findDuplicates } from './duplicates.js';
import { findJsonError } from './json-error.js';
import { skipBlanks } from './json-tokens.js';
import { isPriced, type PriceList, type UnpricedModel } from './list.js';
import { EXAMPLE, modelPrice } from './model-price.js';

/** Largest price list that is read, in bytes; the public one has less than 2 MB. */
export const MAX_PRICE_BYTES = 20_000_000;

/** A price list, or the problems of the file. */
export type LoadedPrices =
	| { readonly ok: true; readonly prices: PriceList }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Loads model prices from an untrusted file in the layout of LiteLLM's public price map: a JSON object of model names,
 * each with its prices in USD per token. Never throws; no text in the result contains a control character.
 *
 * @param input the file's bytes, or its text
 * @param fileName name of the file in the problems and the list
 */
export function loadPrices(input: Uint8Array | string, fileName: string): LoadedPrices {
	const decoded = decode(input, LIMIT);
	if (!decoded.ok) return { ok: false, problems: [fileProblem(fileName, decoded.message, decoded.help)] };
	const { text } = decoded;
	let entries: unknown;
	try {
		entries = JSON.parse(text);
	} catch {
		return { ok: false, problems: toProblems(createSourceText(fileName, text), [findJsonError(text)]) };
	}
	if (!isGroup(entries)) return { ok: false, problems: [fileProblem(fileName, NOT_A_PRICE_LIST, EXAMPLE_HELP)] };
	const source = createSourceText(fileName, text);
	const duplicates = findDuplicates(source, skipBlanks(text, 0));
	if (duplicates.length > 0) return { ok: false, problems: toProblems(source, duplicates) };
	const named = Object.entries(entries).filter(([name]) => name !== EXAMPLE);
	const listed = named.map(([name, entry]) => modelPrice(name, entry));
	const models = listed.filter(isPriced);
	if (models.length === 0) return { ok: false, problems: [fileProblem(fileName, NO_PRICE, EXAMPLE_HELP)] };
	// Made safe in the same way as in problems.
	const file = fileProblem(fileName, '', '').file;
	return {
		ok: true,
		prices: { file, models, unpriced: listed.filter((model): model is UnpricedModel => !isPriced(model)) },
	};
}

const NOT_A_PRICE_LIST = 'this is not a list of prices; expected an object with a field for each model';
const NO_PRICE = 'no model in this file has a price per token';
const EXAMPLE_HELP =
	'Take LiteLLM’s model_prices_and_context_window.json, or write { "my-model": { "input_cost_per_token": 1.5e-7, "output_cost_per_token": 6e-7 } }.';

const LIMIT: DecodeLimit = {
	bytes: MAX_PRICE_BYTES,
	help: 'A list of all models that are sold has about 2 MB: leave out what is no price.',
};
