import type { ModelPrice, PriceList } from './list.js';

/**
 * The models that typed words mean: every word occurs in the name or the provider. The one with exactly this name comes
 * first, then those whose names begin like it, then short names before long ones.
 */
export function findModels({ models }: PriceList, typed: string): readonly ModelPrice[] {
	const wanted = typed.trim().toLowerCase();
	const words = wanted.split(/\s+/);
	return models
		.map((model) => ({ model, name: model.name.toLowerCase(), provider: model.provider?.toLowerCase() ?? '' }))
		.filter(({ name, provider }) => words.every((word) => name.includes(word) || provider.includes(word)))
		.map(({ model, name }) => ({ model, name, rank: name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2 }))
		.sort((a, b) => a.rank - b.rank || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
		.map(({ model }) => model);
}
