import { factTitle } from '../../chapter/facts.js';
import type { ScenarioDocument } from '../../content/index.js';
import { capitalize } from '../../text/capitalize.js';

/** A scenario as an entry of the catalogue. */
export interface CatalogueEntry {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	/** Group under which it is listed. */
	readonly kind: string;
	/** Title of the first fact that it teaches, empty if it teaches none. */
	readonly about: string;
	readonly teaches: readonly { readonly id: string; readonly title: string }[];
	/** The dominating budget of a scenario about a kind of product; null for the others. */
	readonly budget: string | null;
}

const OWN_KIND = 'of your own';

export function catalogueEntry({ scenario, summary, kind, teaches, context }: ScenarioDocument): CatalogueEntry {
	const facts = teaches.map((id) => ({ id, title: factTitle(id) }));
	const [first] = facts;
	return {
		id: scenario.id,
		title: scenario.title,
		summary,
		kind: kind ?? OWN_KIND,
		about: first?.title ?? '',
		teaches: facts,
		budget: context?.budget ?? null,
	};
}

/**
 * Returns the documents that match a filter, in their order. Each word of the filter must be the id of a fact that the
 * scenario teaches (a letter and a number), or occur in its id, title, summary, kind, budget or facts. An empty filter
 * matches all.
 */
export function filterDocuments(documents: readonly ScenarioDocument[], filter: string): readonly ScenarioDocument[] {
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

/** Returns what a scenario is about, then its summary, as an entry of a list. */
export function aboutText({ about, summary }: CatalogueEntry, separator: string): string {
	return about === '' ? summary : `${capitalize(about)}${separator}${summary}`;
}
