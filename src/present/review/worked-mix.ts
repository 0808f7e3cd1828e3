import type { TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { figureCell } from '../format/cells.js';

/**
 * A table of slices with the mix as it works out: an override or the dial may leave behind the one that was set, and on
 * paper nobody can see that a cell is dimmed.
 */
export function withWorkedMix(model: TableModel, { outcome }: LabInput): TableModel {
	const at = model.columns.findIndex(({ id }) => id === 'routedSmall');
	const worked = new Map(outcome.segments.map(({ id, routedSmall }) => [id, routedSmall]));
	return {
		...model,
		rows: model.rows.map((row) => {
			const mix = worked.get(row.id);
			if (mix === undefined) return row;
			return { ...row, cells: row.cells.map((cell, i) => (i === at ? figureCell(mix, { unit: 'percent' }) : cell)) };
		}),
	};
}
