import type { Line } from '../../text/line.js';
import { type ListWindow, lastStart, nearestIndex, windowFrom, windowShowing } from '../../text/list-window.js';
import type { SheetEnv } from '../screen.js';
import type { State } from '../state.js';
import { statusArea } from '../status-line.js';
import { withSheets } from './change.js';
import { sheetFocus } from './focus.js';
import { memoryResults, type SheetPage, sheetPage, sheetStatus } from './page/index.js';
import { pointOf, stepOf } from './state.js';

/** Lines of the window beside page and status: three of the head, and the footer. */
const CHROME = 4;

/** A step of the form in its window. */
export interface FormWindow extends ListWindow {
	/** The farthest that the first line can go. */
	readonly most: number;
	readonly page: SheetPage;
	readonly status: readonly Line[];
}

/** Lays the step out; the window follows the focus until the reader scrolls. null: no worksheet is open. */
export function formWindow(state: State, env: SheetEnv): FormWindow | null {
	const { open, editor, offset } = state.sheets;
	const { size, typing } = state;
	if (!open) return null;
	const { sheet } = pointOf(open);
	const step = stepOf(state);
	const focus = sheetFocus(state, env);
	const before = open.history[open.at - 1]?.sheet ?? null;
	const results = memoryResults(state.reviews);
	const page = sheetPage({ sheet, before, step, focus, typing, editor, results }, size.columns - 1);
	const words = sheetStatus(sheet, step, focus, typing, editor);
	const status = statusArea(state, { text: words, tone: typing === null ? 'plain' : 'title' }, size.columns);
	const { length } = page.lines;
	const height = size.rows - CHROME - status.length;
	const window =
		offset === null ? windowShowing(length, height, 0, page.keep, page.keep + 2) : windowFrom(length, height, offset);
	return { ...window, most: lastStart(length, height), page, status };
}

const PAGE = 8;

/** Shows other lines of the step, as far as there are some. */
export function scrollForm(state: State, pages: number, env: SheetEnv): State {
	const window = formWindow(state, env);
	return window ? withSheets(state, { offset: nearestIndex(window.most + 1, window.from + pages * PAGE) }) : state;
}
