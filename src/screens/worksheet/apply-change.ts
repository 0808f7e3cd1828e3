import { currentEntry, type Lab, openLab, restoreLab } from '../../board/lab.js';
import { applyEdits, type Result } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { clampIndex } from '../../text/list-window.js';
import type { Sheet } from '../../worksheet/index.js';
import { type Updated, withoutEffects } from '../screen.js';
import type { State } from '../state.js';
import { say } from '../state-changes.js';
import { currentSheetEntry, currentStep, type OpenSheet, type SheetHistoryEntry, type SheetState } from './state.js';

/** Returns the state with its worksheets changed. */
export const withSheets = (state: State, changes: Partial<SheetState>): State => ({
	...state,
	sheets: { ...state.sheets, ...changes },
});

/** Applies a change to the open worksheet: adds it to the history, saves it, and shows it in the lab. */
export function applyChange(state: State, result: Result<Sheet>, did: string): Updated {
	const { open } = state.sheets;
	if (!open) return withoutEffects(state);
	if (!result.ok) return withoutEffects(say(state, `${result.message}. ${result.help}`, 'refused'));
	const before = currentSheetEntry(open);
	if (result.value === before.sheet) return withoutEffects(state);
	const history: readonly SheetHistoryEntry[] = [
		...open.history.slice(0, open.position + 1),
		{ sheet: result.value, description: did },
	];
	return save(state, { ...open, history, position: history.length - 1 });
}

/** Undoes or redoes changes of the open worksheet, and saves the result. */
export function undoOrRedoSheet(state: State, by: number): Updated {
	const { open } = state.sheets;
	if (!open) return withoutEffects(state);
	const at = clampIndex(open.history.length, open.position + by);
	if (at === open.position)
		return withoutEffects(
			say(state, by < 0 ? 'nothing to undo: no earlier change is left' : 'nothing to redo: this is the latest change'),
		);
	const target: OpenSheet = { ...open, position: at };
	const did =
		by < 0
			? `took back: ${currentSheetEntry(open).description}`
			: `did again: ${currentSheetEntry(target).description}`;
	const moved = save(state, target);
	return { ...moved, state: say(moved.state, did) };
}

/** Shows the changed worksheet and saves it, or asks first if another program changed the file. */
function save(state: State, open: OpenSheet): Updated {
	const { sheet } = currentSheetEntry(open);
	// After a conflict nothing is written until the reader has decided.
	if (open.saved.state === 'conflict')
		return withoutEffects({
			...showInLab(withSheets(state, { open }), sheet, open.path),
			questionId: 'sheet-conflict',
		});
	const waiting = withSheets(state, { open: { ...open, saved: { state: 'waiting' } } });
	return {
		state: showInLab(waiting, sheet, open.path),
		effects: [{ type: 'sheet-save', path: open.path, sheet, over: false, subject: subjectOf(state) }],
	};
}

/** Returns the step with its focused field or number: changes of one subject in a row leave one earlier version. */
function subjectOf(state: State): string {
	const id = currentStep(state);
	return `${id} ${state.sheets.focus[id] ?? ''}`;
}

/** Opens the worksheet's scenario in the lab; edits that were tried there stay on top if they still fit. */
export function showInLab(state: State, sheet: Sheet, path: string): State {
	const { id } = sheet.scenario;
	const lab = state.labs[id];
	return {
		...state,
		scenario: id,
		labs: { ...state.labs, [id]: lab ? rebase(lab, sheet.scenario) : openLab(sheet.scenario) },
		sheets: { ...state.sheets, known: { ...state.sheets.known, [id]: { sheet, path } } },
	};
}

/** Applies the edits and the baseline of a lab to a changed scenario; drops them if they no longer fit. */
function rebase(lab: Lab, loaded: Scenario): Lab {
	if (lab.loaded === loaded) return lab;
	const { edits, baseline } = currentEntry(lab);
	const rebased = applyEdits(loaded, edits);
	const pinned = baseline && applyEdits(loaded, baseline.edits);
	if ((edits.length === 0 && !baseline) || !rebased.ok || pinned?.ok === false) return openLab(loaded);
	return restoreLab(
		loaded,
		{ scenario: rebased.value, edits },
		baseline && pinned ? { scenario: pinned.value, edits: baseline.edits } : null,
	);
}
