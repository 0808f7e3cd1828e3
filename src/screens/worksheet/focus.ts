import { nearestIndex } from '../../text/list-window.js';
import type { Sheet } from '../../worksheet/index.js';
import type { SheetSurroundings } from '../around.js';
import { focused, type Grid, moveNext, moveRows } from '../focus.js';
import type { State } from '../state.js';
import { withSheets } from './change.js';
import { pointOf, stepOf } from './state.js';

export const gridOf = (sheet: Sheet, state: State, around: SheetSurroundings): Grid =>
	around.sheetItems(sheet, stepOf(state));

/** The field or number that keys go to; null: the step has none. */
export function sheetFocus(state: State, around: SheetSurroundings): string | null {
	const { open, focus } = state.sheets;
	return open && focused(gridOf(pointOf(open).sheet, state, around), focus[stepOf(state)]);
}

/** Goes to another field or number of the step. */
export function walked(
	state: State,
	action: { type: 'move'; rows: number } | { type: 'next'; by: number },
	around: SheetSurroundings,
): State {
	const { open, focus } = state.sheets;
	const at = sheetFocus(state, around);
	if (!open || at === null) return state;
	const grid = gridOf(pointOf(open).sheet, state, around);
	const to = action.type === 'move' ? moveRows(grid, at, action.rows) : moveNext(grid, at, action.by);
	return withSheets({ ...state, typing: null }, { focus: { ...focus, [stepOf(state)]: to }, offset: null });
}

const PAGE = 8;

/** Shows other lines, as far as there are some. */
export function scrolled(state: State, pages: number): State {
	const { top, most } = state.sheets.drawn;
	return withSheets(state, { offset: nearestIndex(most + 1, top + pages * PAGE) });
}
