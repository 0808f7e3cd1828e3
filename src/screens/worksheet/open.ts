import { currentEntry, openLab } from '../../board/lab.js';
import type { Sheet } from '../../worksheet/index.js';
import { type SheetEnv, type Updated, withoutEffects } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { openScenario, say } from '../state-changes.js';
import { applyChange, showInLab, withSheets } from './apply-change.js';
import { currentSheetEntry, type OpenSheet } from './state.js';

/** Shows the list of worksheets, and asks to read it again. */
export function openList(state: State): Updated {
	const there: State = { ...state, screen: 'worksheet', overlay: null, typing: null };
	return { state: withSheets(there, { open: null, editor: null, picker: null }), effects: [{ type: 'sheet-list' }] };
}

/** Shows the open worksheet again, or else the list. */
export function openWorksheets(state: State): Updated {
	const { open } = state.sheets;
	if (!open) return openList(state);
	// Another scenario may have been open meanwhile.
	return withoutEffects(
		showInLab({ ...state, screen: 'worksheet', overlay: null }, currentSheetEntry(open).sheet, open.path),
	);
}

/** Opens a worksheet that was read, at the step it was left at. */
export function openSheet(
	state: State,
	{ path, sheet, notice }: { readonly path: string; readonly sheet: Sheet; readonly notice: string | null },
	env: SheetEnv,
): State {
	const { id } = sheet.scenario;
	// Restores the edits that were tried in its lab before.
	const isKnown = state.labs[id] && state.sheets.known[id]?.path === path;
	const labs = isKnown ? state.labs : { ...state.labs, [id]: env.reopen(sheet.scenario, path).lab };
	const opened = withSheets(
		{ ...state, labs, screen: 'worksheet', overlay: null, typing: null, prompt: null, pane: 'board', focus: {} },
		{
			open: newSheet(sheet, path),
			step: state.sheets.steps[path] ?? 0,
			focus: sheet.worksheet.change === null ? { feature: 'change' } : {},
			editor: null,
			picker: null,
			offset: null,
		},
	);
	const shown = showInLab(opened, sheet, path);
	return notice === null ? shown : say(shown, notice, 'refused');
}

const newSheet = (sheet: Sheet, path: string): OpenSheet => ({
	path,
	history: [{ sheet, description: 'opened' }],
	position: 0,
	saved: { state: 'saved' },
});

/** Copies the lab's current state into its worksheet and shows it; null: the open scenario is not a worksheet. */
export function copyLabToSheet(state: State): Updated | null {
	const known = state.sheets.known[state.scenario];
	if (!known) return null;
	const { sheet, path } = known;
	const open = state.sheets.open?.path === path ? state.sheets.open : newSheet(sheet, path);
	const shown = withSheets({ ...state, screen: 'worksheet', overlay: null }, { open, editor: null, picker: null });
	const { scenario, edits } = currentEntry(currentLab(state));
	if (edits.length === 0) return withoutEffects(shown);
	// Weeks and named states stay as the file has them.
	const { states, weeks } = sheet.scenario;
	const taken = applyChange(
		shown,
		{ ok: true, value: { ...sheet, scenario: { ...scenario, states, weeks } } },
		'took in the lab',
	);
	// The worksheet has the edits now, so its lab starts without any.
	const labs = { ...taken.state.labs, [sheet.scenario.id]: openLab({ ...scenario, states, weeks }) };
	return {
		...taken,
		state: say({ ...taken.state, labs }, 'the worksheet has the lab’s numbers now; u takes them back'),
	};
}

/** Closes a worksheet whose file is gone; the lab shows another scenario instead. */
export function closeGoneSheet(state: State, path: string, env: SheetEnv): State {
	const known = Object.fromEntries(Object.entries(state.sheets.known).filter(([, one]) => one.path !== path));
	const isGone = state.sheets.known[state.scenario]?.path === path;
	const [first] = env.templates('');
	const elsewhere = isGone && first ? openScenario(state, first.scenario, env) : state;
	const open = state.sheets.open?.path === path ? null : state.sheets.open;
	return withSheets(elsewhere, { known, open });
}
