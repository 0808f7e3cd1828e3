import type { Sheet } from '../../worksheet/index.js';
import type { Reduced } from '../around.js';
import { say } from '../changes.js';
import { openLab, present } from '../lab.js';
import { openScenario } from '../overlays.js';
import type { State } from '../state.js';
import { currentLab } from '../state.js';
import { changed, quiet, shown, withSheets } from './change.js';
import { type OpenSheet, pointOf } from './state.js';
import type { SheetSurroundings } from './tools.js';

/** Shows the list of worksheets, and has it read again. */
export function toSheets(state: State): Reduced {
	const there: State = { ...state, screen: 'worksheet', overlay: null, typing: null };
	return { state: withSheets(there, { open: null, editor: null, picker: null }), effects: [{ type: 'sheet-list' }] };
}

/** Shows the open worksheet again, or else the list. */
export function toWorksheet(state: State): Reduced {
	const { open } = state.sheets;
	if (!open) return toSheets(state);
	// Another scenario may have been open meanwhile.
	return quiet(shown({ ...state, screen: 'worksheet', overlay: null }, pointOf(open).sheet, open.path));
}

/** A worksheet was read: it is shown from its first step. */
export function opened(
	state: State,
	{ path, sheet, notice }: { readonly path: string; readonly sheet: Sheet; readonly notice: string | null },
	around: SheetSurroundings,
): State {
	const { id } = sheet.scenario;
	// What was tried in its lab another time comes back.
	const isKnown = state.labs[id] && state.sheets.known[id]?.path === path;
	const labs = isKnown ? state.labs : { ...state.labs, [id]: around.reopen(sheet.scenario, path).lab };
	const there = withSheets(
		{ ...state, labs, screen: 'worksheet', overlay: null, typing: null, prompt: null, pane: 'board', focus: {} },
		{
			open: fresh(sheet, path),
			step: state.sheets.steps[path] ?? 0,
			focus: sheet.worksheet.change === null ? { feature: 'change' } : {},
			editor: null,
			picker: null,
			offset: null,
		},
	);
	const shownThere = shown(there, sheet, path);
	return notice === null ? shownThere : say(shownThere, notice, 'refused');
}

const fresh = (sheet: Sheet, path: string): OpenSheet => ({
	path,
	history: [{ sheet, did: 'opened' }],
	at: 0,
	saved: { state: 'saved' },
});

/** Takes the lab's present state into its worksheet and shows it; null: the open scenario is none. */
export function taken(state: State): Reduced | null {
	const known = state.sheets.known[state.scenario];
	if (!known) return null;
	const { sheet, path } = known;
	const open = state.sheets.open?.path === path ? state.sheets.open : fresh(sheet, path);
	const there = withSheets({ ...state, screen: 'worksheet', overlay: null }, { open, editor: null, picker: null });
	const { scenario, edits } = present(currentLab(state));
	if (edits.length === 0) return quiet(there);
	// Weeks and states lie on top of it, as the file has them.
	const { states, weeks } = sheet.scenario;
	const took = changed(
		there,
		{ ok: true, value: { ...sheet, scenario: { ...scenario, states, weeks } } },
		'took in the lab',
	);
	// What was tried there is what the worksheet has: nothing lies on top of it any more.
	const labs = { ...took.state.labs, [sheet.scenario.id]: openLab({ ...scenario, states, weeks }) };
	return {
		...took,
		state: say({ ...took.state, labs }, 'the lab’s numbers are the worksheet’s now; u takes them back'),
	};
}

/** A worksheet that is no longer in its file: nothing shows it any more. */
export function withoutSheet(state: State, path: string, around: SheetSurroundings): State {
	const known = Object.fromEntries(Object.entries(state.sheets.known).filter(([, one]) => one.path !== path));
	const isGone = state.sheets.known[state.scenario]?.path === path;
	const [first] = around.templates('');
	const elsewhere = isGone && first ? openScenario(state, first.scenario, around) : state;
	const open = state.sheets.open?.path === path ? null : state.sheets.open;
	return withSheets(elsewhere, { known, open });
}
