import type { ScenarioDocument } from '../content/index.js';
import { type Result, refuse } from '../engine/inputs/index.js';
import { truncate } from '../text/safe-text.js';
import { defaultSummary } from './from-template.js';
import { type Sheet, sheetOf } from './sheet.js';

const MAX_LENGTH = 60;

/** Returns the name of a worksheet (its id and file name) from typed words. */
export function worksheetName(words: string): string {
	return words
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, MAX_LENGTH)
		.replace(/^-+|-+$/g, '');
}

/**
 * Returns the name made from the words if it is valid and free, otherwise a refusal.
 *
 * @param taken names in use: of shipped scenarios and of other worksheets
 */
export function checkName(words: string, taken: readonly string[]): Result<string> {
	const name = worksheetName(words);
	if (name === '') return refuse('a name needs a letter from a to z, or a digit', 'Type a word or two.');
	// Windows reserves these names for devices, with any extension.
	if (/^(con|prn|aux|nul|com\d|lpt\d)$/.test(name))
		return refuse(`${name} cannot be the name of a file: Windows reserves it`, 'Choose another name.');
	if (taken.includes(name))
		return refuse(`${name} is the name of another worksheet or scenario`, 'Choose another name.');
	return { ok: true, value: name };
}

/** Returns the worksheet with another title. */
export const withTitle = (sheet: Sheet, title: string): Sheet =>
	withUpdatedSummary(sheet, { ...sheet, scenario: { ...sheet.scenario, title } });

/** Updates the generated summary after a change, unless the reader has written their own. */
export function withUpdatedSummary(before: Sheet, after: Sheet): Sheet {
	return before.summary === summaryOf(before) ? { ...after, summary: summaryOf(after) } : after;
}

const summaryOf = ({ scenario, worksheet }: Sheet): string =>
	truncate(worksheet.change ?? defaultSummary(scenario.title), 600).trim();

/** Returns a copy of a worksheet, titled with the words typed for its name. */
export const copySheet = (document: ScenarioDocument, words: string): Sheet =>
	withTitle(sheetOf(document), truncate(words, 120));

/** Renames a worksheet. The title follows if the old name was made from it, and otherwise stays. */
export function renameSheet(document: ScenarioDocument, words: string): Sheet {
	const sheet = sheetOf(document);
	return worksheetName(sheet.scenario.title) === sheet.scenario.id ? withTitle(sheet, truncate(words, 120)) : sheet;
}
