import { TERMS, type Term } from '../chapter/terms.js';
import { textPattern } from '../text/find-text.js';

/** Returns the words of a filter, in lower case. */
export const filterWords = (filter: string): readonly string[] =>
	filter.trim().toLowerCase().split(/\s+/).filter(Boolean);

/** Returns the terms of the glossary that contain every word of a filter; an empty filter finds all. */
export const findTerms = (filter: string): readonly Term[] =>
	TERMS.filter(({ name, definition, fact }) => {
		const text = `${name} ${definition}`.toLowerCase();
		return filterWords(filter).every((word) => text.includes(word) || fact?.toLowerCase() === word);
	});

/** Returns the ids of the terms that stand in the lines of a page, in order of appearance. */
export function termsIn(lines: readonly string[]): readonly string[] {
	const page = lines.join('\n');
	return TERMS.map(({ id, name }) => ({ id, at: page.search(termPattern(name)) }))
		.filter(({ at }) => at >= 0)
		.sort((a, b) => a.at - b.at)
		.map(({ id }) => id);
}

/** Returns the pattern of a term in a text: one of its names as whole words, or the plural of one. */
function termPattern(name: string): RegExp {
	const names = name.split(', ').map(textPattern).join('|');
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${names})(?:s|es)?(?![\\p{L}\\p{N}])`, 'iu');
}

/** Some terms of the glossary, under a heading; null: all of them, without one. */
export interface TermGroup {
	readonly heading: string | null;
	readonly terms: readonly Term[];
}

/** Returns the terms that a filter finds, those on the page below the glossary first. */
export function groupTerms(filter: string, onPage: readonly string[]): readonly TermGroup[] {
	const found = findTerms(filter);
	const here = onPage.flatMap((id) => found.filter((term) => term.id === id));
	if (here.length === 0) return [{ heading: null, terms: found }];
	const others = found.filter((term) => !here.includes(term));
	return [
		{ heading: 'On this page', terms: here },
		...(others.length > 0 ? [{ heading: 'All other terms', terms: others }] : []),
	];
}
