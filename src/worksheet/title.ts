import type { ScenarioDocument } from '../content/index.js';
import { cut } from '../text/unsafe.js';
import { firstSummary } from './from-template.js';
import { nameFrom } from './names.js';
import { type Sheet, sheetOf } from './sheet.js';

/** A worksheet with another title. */
export const retitled = (sheet: Sheet, title: string): Sheet =>
	summed(sheet, { ...sheet, scenario: { ...sheet.scenario, title } });

/** The line on what the scenario shows follows what changes, unless somebody wrote one of their own. */
export function summed(before: Sheet, after: Sheet): Sheet {
	return before.summary === summaryOf(before) ? { ...after, summary: summaryOf(after) } : after;
}

const summaryOf = ({ scenario, worksheet }: Sheet): string =>
	cut(worksheet.change ?? firstSummary(scenario.title), 600).trim();

/** A worksheet whose title says that it is a copy. */
export function copied(document: ScenarioDocument): Sheet {
	const sheet = sheetOf(document);
	return retitled(sheet, `${cut(sheet.scenario.title, 112)} (copy)`);
}

/** A worksheet under another name, in words: its title follows where it spelled the old name, and stays otherwise. */
export function calledAnew(document: ScenarioDocument, words: string): Sheet {
	const sheet = sheetOf(document);
	return nameFrom(sheet.scenario.title) === sheet.scenario.id ? retitled(sheet, cut(words, 120)) : sheet;
}
