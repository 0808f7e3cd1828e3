import { isPriced, type ModelPrice, type PriceList, type UnpricedModel } from './list.js';

type Listed = ModelPrice | UnpricedModel;

/**
 * Finds the models that match the typed words: every word must occur in the name or the provider. Exact matches come
 * first, with or without a price, then priced models, then the others; within each group names that start with the
 * typed text come first, then shorter names.
 */
export function findModels(list: PriceList, typed: string): readonly Listed[] {
	const exact = new Set<Listed>(exactModels(list, typed));
	const wanted = typed.trim().toLowerCase();
	const words = wanted.split(/\s+/);
	const listed: readonly Listed[] = wanted === '' ? list.models : [...list.models, ...list.unpriced];
	return listed
		.map((model) => ({ model, name: model.name.toLowerCase(), provider: model.provider?.toLowerCase() ?? '' }))
		.filter(({ name, provider }) => words.every((word) => name.includes(word) || provider.includes(word)))
		.map(({ model, name }) => ({ model, name, rank: exact.has(model) ? 0 : rankOf(model, name.startsWith(wanted)) }))
		.sort((a, b) => a.rank - b.rank || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
		.map(({ model }) => model);
}

const rankOf = (model: Listed, isPrefix: boolean): number => (isPriced(model) ? 1 : 3) + (isPrefix ? 0 : 1);

/** Finds the entries with the typed name: exactly, or else ignoring surrounding spaces, or else also ignoring case. */
function exactModels({ models, unpriced }: PriceList, typed: string): readonly Listed[] {
	const listed = [...models, ...unpriced];
	for (const normalize of NORMALIZERS) {
		const wanted = normalize(typed);
		const found = listed.filter(({ name }) => normalize(name) === wanted);
		if (found.length > 0) return found;
	}
	return [];
}

const NORMALIZERS: readonly ((name: string) => string)[] = [
	(name) => name,
	(name) => name.trim(),
	(name) => name.trim().toLowerCase(),
];

/** The result of choosing a model by name: one model, an entry without a usable price, several matches, or none. */
export type Choice =
	| { readonly is: 'model'; readonly model: ModelPrice }
	| { readonly is: 'unpriced'; readonly model: UnpricedModel }
	| { readonly is: 'several'; readonly models: readonly Listed[] }
	| { readonly is: 'none' };

/**
 * Chooses the model for a typed name. An exact name always selects that model, with or without a price, and never a
 * longer name that contains it. Part of a name must match exactly one model that answers in text or, if none does,
 * exactly one entry.
 */
export function chooseModel(list: PriceList, typed: string): Choice {
	const exact = exactModels(list, typed);
	if (exact.length > 0) return toChoice(exact);
	const matches = findModels(list, typed);
	const answering = matches.filter((model) => isPriced(model) || model.answers);
	return toChoice(answering.length > 0 ? answering : matches);
}

function toChoice(models: readonly Listed[]): Choice {
	const [model] = models;
	if (model === undefined) return { is: 'none' };
	if (models.length > 1) return { is: 'several', models };
	return isPriced(model) ? { is: 'model', model } : { is: 'unpriced', model };
}
