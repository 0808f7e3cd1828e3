import type { BoardStore } from '../app/store.js';
import type { PriceList, ScenarioDocument } from '../content/index.js';
import { STEPS, sheetOf } from '../worksheet/index.js';
import type { SheetFiles } from './worksheet-files.js';

/** Options for starting the workbook with worksheets. */
export interface SheetStartOptions {
	/** File of the open worksheet and its text; null: the list, or a new worksheet. */
	readonly open: { readonly path: string; readonly text: string; readonly notice: string | null } | null;
	/** Id of the step the worksheet was left at; missing or null: the first. */
	readonly step?: string | null;
	/** Name of a new worksheet, and its file if not in the worksheet folder; null: none is created. */
	readonly making: { readonly name: string; readonly path: string | null } | null;
	/** The price list to load; null: none. */
	readonly prices: PriceList | null;
	/** Whether the countdown starts at once. */
	readonly clock: boolean;
}

/** Returns the scenario shown first as a worksheet; null: it is not one. */
export const asOpenedSheet = (opened: ScenarioDocument, path: string | null) =>
	opened.worksheet && path !== null ? { sheet: { ...opened, worksheet: opened.worksheet }, path } : null;

/** Shows the worksheet that was asked for, the list of worksheets, or the templates for a new one. */
export function startSheets(
	store: BoardStore,
	opened: ScenarioDocument,
	{ open, step = null, making, prices, clock }: SheetStartOptions,
	files: SheetFiles | null,
): void {
	store.dispatch({ type: 'go', screen: 'worksheet' });
	if (open) {
		files?.setKnownText(open.path, open.text);
		const at = STEPS.findIndex(({ id }) => id === step);
		store.dispatch({ type: 'sheet-opened', path: open.path, sheet: sheetOf(opened), notice: null });
		if (at > 0) store.dispatch({ type: 'pane', by: at });
		if (open.notice !== null) store.dispatch({ type: 'report-problem', text: open.notice });
	}
	if (making) store.dispatch({ type: 'sheet-named', ...making });
	if (prices) store.dispatch({ type: 'prices', list: prices });
	if (clock) store.dispatch({ type: 'sheet', command: 'countdown' });
}
