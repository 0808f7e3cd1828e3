import { factTitle } from '../../chapter/facts.js';
import type { ScenarioDocument } from '../../content/index.js';

/** One scenario of the catalogue, for a list. */
export interface CatalogueEntry {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	/** Where it is listed. */
	readonly kind: string;
	/** What it is about: the id and the words of its first fact; empty where it teaches none of the chapter. */
	readonly about: string;
	readonly teaches: readonly { readonly id: string; readonly title: string }[];
	/** The budget that dominates, for a kind of product; else null. */
	readonly budget: string | null;
}

const OWN = 'of your own';

export function catalogueEntry({ scenario, summary, kind, teaches, context }: ScenarioDocument): CatalogueEntry {
	const facts = teaches.map((id) => ({ id, title: factTitle(id) }));
	const [first] = facts;
	return {
		id: scenario.id,
		title: scenario.title,
		summary,
		kind: kind ?? OWN,
		about: first ? `${first.id} ${first.title}` : '',
		teaches: facts,
		budget: context?.budget ?? null,
	};
}

/**
 * The documents that a filter finds, in their order: every word of it is the id of a fact that they teach (a letter
 * and a number), or stands in what they are called, show, are about or teach. An empty filter finds all.
 */
export function findDocuments(documents: readonly ScenarioDocument[], filter: string): readonly ScenarioDocument[] {
	const words = filter.trim().toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return documents;
	return documents.filter((document) => {
		const { id, title, summary, kind, teaches, budget } = catalogueEntry(document);
		const text = [id, title, summary, kind, budget ?? '', ...teaches.map((fact) => fact.title)]
			.join('\n')
			.toLowerCase();
		return words.every((word) =>
			/^[a-z]\d{1,2}$/.test(word) ? teaches.some((fact) => fact.id.toLowerCase() === word) : text.includes(word),
		);
	});
}
