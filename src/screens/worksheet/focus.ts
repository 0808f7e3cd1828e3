import type { Sheet } from '../../worksheet/index.js';
import { focused, type Grid, moveNext, moveRows } from '../focus.js';
import type { SheetEnv } from '../screen.js';
import type { State } from '../state.js';
import { withSheets } from './change.js';
import { pointOf, stepOf } from './state.js';

/** Returns the fields and numbers of the shown step that can have the focus, as they stand on screen. */
export const gridOf = (sheet: Sheet, state: State, env: SheetEnv): Grid => env.sheetItems(sheet, stepOf(state));

/** Returns the focused field or number; null: the step has none. */
export function sheetFocus(state: State, env: SheetEnv): string | null {
	const { open, focus } = state.sheets;
	return open && focused(gridOf(pointOf(open).sheet, state, env), focus[stepOf(state)]);
}

/** Moves the focus within the step. */
export function moveFocus(
	state: State,
	action: { type: 'move'; rows: number } | { type: 'next'; by: number },
	env: SheetEnv,
): State {
	const { open, focus } = state.sheets;
	const at = sheetFocus(state, env);
	if (!open || at === null) return state;
	const grid = gridOf(pointOf(open).sheet, state, env);
	const to = action.type === 'move' ? moveRows(grid, at, action.rows) : moveNext(grid, at, action.by);
	return withSheets({ ...state, typing: null }, { focus: { ...focus, [stepOf(state)]: to }, offset: null });
}
