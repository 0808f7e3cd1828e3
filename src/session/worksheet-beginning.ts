import type { BoardStore } from '../app/store.js';
import type { PriceList, ScenarioDocument } from '../content/index.js';
import { STEPS, sheetOf } from '../worksheet/index.js';
import type { SheetFiles } from './worksheet-files.js';

/** What of worksheets is shown first. */
export interface SheetBeginning {
	/** The file of the open worksheet, and its text; null: the list, or a new one. */
	readonly open: { readonly path: string; readonly text: string; readonly notice: string | null } | null;
	/** Id of the step that it was left at; missing or null: the first. */
	readonly step?: string | null;
	/** A new one is made; null: none is. `path`: where, if that is not in the folder of worksheets. */
	readonly making: { readonly name: string; readonly path: string | null } | null;
	readonly prices: PriceList | null;
	/** Whether the clock runs from the start. */
	readonly clock: boolean;
}

/** The scenario that is shown first as a worksheet; null: it is none. */
export const sheetIn = (opened: ScenarioDocument, path: string | null) =>
	opened.worksheet && path !== null ? { sheet: { ...opened, worksheet: opened.worksheet }, path } : null;

/** Shows the list of worksheets, one of them, or what a new one can start from. */
export function beginSheets(
	store: BoardStore,
	opened: ScenarioDocument,
	{ open, step = null, making, prices, clock }: SheetBeginning,
	files: SheetFiles | null,
): void {
	store.dispatch({ type: 'go', screen: 'worksheet' });
	if (open) {
		files?.knows(open.path, open.text);
		const at = STEPS.findIndex(({ id }) => id === step);
		store.dispatch({ type: 'sheet-opened', path: open.path, sheet: sheetOf(opened), notice: null });
		if (at > 0) store.dispatch({ type: 'pane', by: at });
		if (open.notice !== null) store.dispatch({ type: 'told', text: open.notice });
	}
	if (making) store.dispatch({ type: 'sheet-making', ...making });
	if (prices) store.dispatch({ type: 'prices', list: prices });
	if (clock) store.dispatch({ type: 'sheet', command: 'countdown' });
}
