import { name, type SheetField, words } from '../field.js';
import { NO_SOURCE } from '../from-template.js';
import { type Sheet, withWords } from '../sheet.js';
import { retitled, summed } from '../title.js';

/** What the feature is, and what of it changes. */
export const featureFields = (sheet: Sheet): readonly SheetField[] => [
	name({
		id: 'title',
		label: 'feature',
		help: 'What people call it.',
		value: sheet.scenario.title,
		take: (title) => retitled(sheet, title ?? sheet.scenario.title),
	}),
	words({
		id: 'change',
		label: 'what changes',
		help: 'One change, said so that somebody else could make it.',
		value: sheet.worksheet.change,
		take: (change) => summed(sheet, withWords(sheet, { change })),
	}),
	words({
		id: 'slice',
		label: 'for which slice',
		help: 'Which requests it touches, and which it leaves alone.',
		value: sheet.worksheet.slice,
		take: (slice) => withWords(sheet, { slice }),
	}),
	words({
		id: 'source',
		label: 'source of the numbers',
		help: 'Measured where and when, or a guess: rough numbers are fine as long as they say so.',
		value: sheet.source === NO_SOURCE ? null : sheet.source,
		take: (source) => ({ ...sheet, source: source ?? NO_SOURCE }),
	}),
];
