import { TERMS, type Term } from '../chapter/terms.js';

/** Returns the words of a filter, in lower case. */
export const filterWords = (filter: string): readonly string[] =>
	filter.trim().toLowerCase().split(/\s+/).filter(Boolean);

/** Returns the terms of the glossary that contain every word of a filter; an empty filter finds all. */
export const findTerms = (filter: string): readonly Term[] =>
	TERMS.filter(({ name, definition, fact }) => {
		const text = `${name} ${definition}`.toLowerCase();
		return filterWords(filter).every((word) => text.includes(word) || fact?.toLowerCase() === word);
	});
