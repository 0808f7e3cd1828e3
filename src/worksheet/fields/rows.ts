import type { CostRow } from '../../engine/scenario.js';
import { name, type SheetField, words } from '../field.js';
import type { Sheet } from '../sheet.js';

/** A row of the cost table names what improved and what may have worsened, or is not ready for review (M9). */
export const rowFields = (
	sheet: Sheet,
	{ id, improved, mayHaveWorsened, name: title }: CostRow,
): readonly SheetField[] => [
	name({
		id: `rows.${id}.name`,
		label: 'row',
		help: 'What this row of the table is about.',
		value: title,
		take: (text) => withRow(sheet, id, { name: text ?? title }),
	}),
	words({
		id: `rows.${id}.improved`,
		label: 'improved',
		help: 'What this row improves.',
		value: improved,
		take: (text) => withRow(sheet, id, { improved: text }),
	}),
	words({
		id: `rows.${id}.mayHaveWorsened`,
		label: 'may have worsened',
		help: 'What may have worsened for it, even if nobody has seen it yet.',
		value: mayHaveWorsened,
		take: (text) => withRow(sheet, id, { mayHaveWorsened: text }),
	}),
];

const withRow = (sheet: Sheet, id: string, changes: Partial<CostRow>): Sheet => ({
	...sheet,
	scenario: {
		...sheet.scenario,
		rows: sheet.scenario.rows.map((row) => (row.id === id ? { ...row, ...changes } : row)),
	},
});
