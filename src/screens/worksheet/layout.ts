import type { Line } from '../../text/line.js';
import { clampIndex, type ScrollWindow, scrollWindow } from '../../text/list-window.js';
import type { SheetEnv } from '../screen.js';
import { halfOf } from '../size.js';
import type { State } from '../state.js';
import { statusArea } from '../status-line.js';
import { withSheets } from './apply-change.js';
import { moveFocus, sheetFocus } from './focus.js';
import { memoryResults, type SheetPage, type SheetPageInput, sheetPage, sheetStatus } from './page/index.js';
import { currentSheetEntry, currentStep } from './state.js';

/** Lines of the window other than page and status: three of the head, and the footer. */
const CHROME = 4;

/** The visible part of the form. */
export interface FormWindow extends ScrollWindow {
	readonly page: SheetPage;
	readonly status: readonly Line[];
}

/** Returns the input that the form is drawn and spoken from; null: no worksheet is open. */
export function formInput(state: State, env: SheetEnv): SheetPageInput | null {
	const { open, editor } = state.sheets;
	if (!open) return null;
	const { sheet } = currentSheetEntry(open);
	const before = open.history[open.position - 1]?.sheet ?? null;
	const results = memoryResults(state.reviews);
	const focus = sheetFocus(state, env);
	return { sheet, before, step: currentStep(state), focus, typing: state.typing, editor, results };
}

/** Returns the status text of the focused field, or of what is being typed for it. */
export const formStatus = ({ sheet, step, focus, typing, editor }: SheetPageInput): string =>
	sheetStatus(sheet, step, focus, typing, editor);

/** Lays out the form; the window follows the focus until the reader scrolls. Returns null if no worksheet is open. */
export function formWindow(state: State, env: SheetEnv): FormWindow | null {
	const { size, sheets } = state;
	const input = formInput(state, env);
	if (!input) return null;
	const page = sheetPage(input, size.columns - 1);
	const own = { text: formStatus(input), tone: input.typing === null ? 'plain' : 'title' } as const;
	const status = statusArea(state, own, size.columns);
	const height = size.rows - CHROME - status.length;
	const { visibleLine } = page;
	return { ...scrollWindow(page.lines.length, height, sheets.offset, visibleLine, visibleLine + 2), page, status };
}

/** Lines that PgUp and PgDn scroll. */
export const PAGE_LINES = 8;

/** Scrolls the form by lines, up to its ends. */
export function scrollForm(state: State, lines: number, env: SheetEnv): State {
	const window = formWindow(state, env);
	return window ? withSheets(state, { offset: clampIndex(window.maxOffset + 1, window.from + lines) }) : state;
}

/** Scrolls the form by half a window; where everything is in the window, moves the focus instead. */
export function scrollFormHalf(state: State, by: number, env: SheetEnv): State {
	const window = formWindow(state, env);
	if (!window) return state;
	const lines = by * halfOf(window.to - window.from);
	return window.maxOffset > 0 ? scrollForm(state, lines, env) : moveFocus(state, { type: 'move', rows: lines }, env);
}
