import type { Lane } from '../../engine/scenario.js';
import { label, type SheetField } from '../field.js';
import { type Sheet, withWords } from '../sheet.js';

/** Whose prices these are. */
export const modelFields = (sheet: Sheet): readonly SheetField[] =>
	(['small', 'strong'] as const).map((lane: Lane) =>
		label({
			id: `models.${lane}`,
			label: `${lane} model`,
			help: 'Its name; with a price list loaded, Enter looks it up.',
			value: sheet.worksheet.models[lane],
			take: (text) => withWords(sheet, { models: { ...sheet.worksheet.models, [lane]: text } }),
		}),
	);
