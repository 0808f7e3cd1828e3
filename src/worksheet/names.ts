import { type Result, refuse } from '../engine/inputs/index.js';

const LONGEST = 60;

/** The name of a worksheet, which is its id and its file's name, from the words that somebody typed. */
export function nameFrom(words: string): string {
	return words
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, LONGEST)
		.replace(/^-+|-+$/g, '');
}

/**
 * A name that is free.
 *
 * @param taken names that are in use: of the scenarios that come with the program, and of other worksheets
 */
export function freeName(words: string, taken: readonly string[]): Result<string> {
	const name = nameFrom(words);
	if (name === '') return refuse('a name needs a letter from a to z, or a digit', 'Type a word or two.');
	// Some systems take these for devices, whatever follows the dot.
	if (/^(con|prn|aux|nul|com\d|lpt\d)$/.test(name))
		return refuse(`no file can be called ${name}`, 'Choose another name.');
	if (taken.includes(name)) return refuse(`there is a scenario ${name} already`, 'Choose another name.');
	return { ok: true, value: name };
}
