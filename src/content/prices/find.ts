import { isPriced, type ModelPrice, type PriceList, type UnpricedModel } from './list.js';

type Listed = ModelPrice | UnpricedModel;

/**
 * The models that typed words mean: every word occurs in the name or the provider. The one with exactly this name comes
 * first, with a price or without, then those that have one; among these whose names begin like it, then short names.
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

const rankOf = (model: Listed, begins: boolean): number => (isPriced(model) ? 1 : 3) + (begins ? 0 : 1);

/** The entries that have the typed name: as it is typed, or else without the blanks around it, or else in other capitals. */
function exactModels({ models, unpriced }: PriceList, typed: string): readonly Listed[] {
	const listed = [...models, ...unpriced];
	for (const spelt of SPELLINGS) {
		const wanted = spelt(typed);
		const same = listed.filter(({ name }) => spelt(name) === wanted);
		if (same.length > 0) return same;
	}
	return [];
}

const SPELLINGS: readonly ((name: string) => string)[] = [
	(name) => name,
	(name) => name.trim(),
	(name) => name.trim().toLowerCase(),
];

/** What a typed name comes to: one model, an entry that cannot be used, several of them, or none. */
export type Choice =
	| { readonly is: 'model'; readonly model: ModelPrice }
	| { readonly is: 'unpriced'; readonly model: UnpricedModel }
	| { readonly is: 'several'; readonly models: readonly Listed[] }
	| { readonly is: 'none' };

/**
 * The model that a typed name means. An exact name is that model, whether it has a price or not, and never another one
 * whose name contains it; a part of a name has to fit one model alone, those counted that answer in text.
 */
export function chooseModel(list: PriceList, typed: string): Choice {
	const exact = exactModels(list, typed);
	if (exact.length > 0) return choiceOf(exact);
	const fitting = findModels(list, typed);
	const answering = fitting.filter((model) => isPriced(model) || model.answers);
	return choiceOf(answering.length > 0 ? answering : fitting);
}

function choiceOf(models: readonly Listed[]): Choice {
	const [model] = models;
	if (model === undefined) return { is: 'none' };
	if (models.length > 1) return { is: 'several', models };
	return isPriced(model) ? { is: 'model', model } : { is: 'unpriced', model };
}
