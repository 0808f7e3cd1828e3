import type { ScenarioDocument } from '../content/index.js';
import { type Result, refuse } from '../engine/inputs/index.js';
import { cut } from '../text/visible.js';
import { firstSummary } from './from-template.js';
import { type Sheet, sheetOf } from './sheet.js';

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
	if (taken.includes(name))
		return refuse(`${name} is the name of another worksheet or scenario`, 'Choose another name.');
	return { ok: true, value: name };
}

/** A worksheet with another title. */
export const retitled = (sheet: Sheet, title: string): Sheet =>
	summed(sheet, { ...sheet, scenario: { ...sheet.scenario, title } });

/** The line on what the scenario shows follows what changes, unless somebody wrote one of their own. */
export function summed(before: Sheet, after: Sheet): Sheet {
	return before.summary === summaryOf(before) ? { ...after, summary: summaryOf(after) } : after;
}

const summaryOf = ({ scenario, worksheet }: Sheet): string =>
	cut(worksheet.change ?? firstSummary(scenario.title), 600).trim();

/** A second worksheet, with the words it was named by as its title. */
export const copied = (document: ScenarioDocument, words: string): Sheet =>
	retitled(sheetOf(document), cut(words, 120));

/** A worksheet under another name, in words: its title follows where it spelled the old name, and stays otherwise. */
export function calledAnew(document: ScenarioDocument, words: string): Sheet {
	const sheet = sheetOf(document);
	return nameFrom(sheet.scenario.title) === sheet.scenario.id ? retitled(sheet, cut(words, 120)) : sheet;
}
