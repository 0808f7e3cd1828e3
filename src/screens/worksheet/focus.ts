import type { Sheet } from '../../worksheet/index.js';
import { type FocusGrid, moveNext, moveRows, resolveFocus } from '../focus.js';
import type { SheetEnv } from '../screen.js';
import type { State } from '../state.js';
import { withSheets } from './apply-change.js';
import { currentSheetEntry, currentStep } from './state.js';

/** Returns the fields and numbers of the shown step that can have the focus, in their arrangement on screen. */
export const gridOf = (sheet: Sheet, state: State, env: SheetEnv): FocusGrid =>
	env.sheetItems(sheet, currentStep(state));

/** Returns the focused field or number; null: the step has none. */
export function sheetFocus(state: State, env: SheetEnv): string | null {
	const { open, focus } = state.sheets;
	return open && resolveFocus(gridOf(currentSheetEntry(open).sheet, state, env), focus[currentStep(state)]);
}

/** Moves the focus within the step. */
export function moveFocus(
	state: State,
	action: { type: 'move'; rows: number } | { type: 'focus-next'; by: number },
	env: SheetEnv,
): State {
	const { open, focus } = state.sheets;
	const at = sheetFocus(state, env);
	if (!open || at === null) return state;
	const grid = gridOf(currentSheetEntry(open).sheet, state, env);
	const to = action.type === 'move' ? moveRows(grid, at, action.rows) : moveNext(grid, at, action.by);
	return withSheets({ ...state, typing: null }, { focus: { ...focus, [currentStep(state)]: to }, offset: null });
}
