import { type Lab, openLab, present, reopenLab } from '../../board/lab.js';
import { applyEdits, type Result } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { nearestIndex } from '../../text/list-window.js';
import type { Sheet } from '../../worksheet/index.js';
import { say } from '../changes.js';
import { only, type Updated } from '../screen.js';
import type { State } from '../state.js';
import { type OpenSheet, pointOf, type SheetPoint, type SheetState, stepOf } from './state.js';

/** Returns the state with its worksheets changed. */
export const withSheets = (state: State, changes: Partial<SheetState>): State => ({
	...state,
	sheets: { ...state.sheets, ...changes },
});

/** Applies a change to the open worksheet: adds it to the history, saves it, and shows it in the lab. */
export function apply(state: State, result: Result<Sheet>, did: string): Updated {
	const { open } = state.sheets;
	if (!open) return only(state);
	if (!result.ok) return only(say(state, `${result.message}. ${result.help}`, 'refused'));
	const before = pointOf(open);
	if (result.value === before.sheet) return only(state);
	const history: readonly SheetPoint[] = [...open.history.slice(0, open.at + 1), { sheet: result.value, did }];
	return save(state, { ...open, history, at: history.length - 1 });
}

/** Undoes or redoes changes of the open worksheet, and saves the result. */
export function travelSheet(state: State, by: number): Updated {
	const { open } = state.sheets;
	if (!open) return only(state);
	const at = nearestIndex(open.history.length, open.at + by);
	if (at === open.at) return only(say(state, by < 0 ? 'nothing to undo' : 'nothing to redo'));
	const target: OpenSheet = { ...open, at };
	const did = by < 0 ? `undid: ${pointOf(open).did}` : `again: ${pointOf(target).did}`;
	const moved = save(state, target);
	return { ...moved, state: say(moved.state, did) };
}

/** Shows the changed worksheet and saves it, or asks first if another program changed the file. */
function save(state: State, open: OpenSheet): Updated {
	const { sheet } = pointOf(open);
	// After a conflict nothing is written until the reader has decided.
	if (open.saved.state === 'conflict')
		return only({ ...showInLab(withSheets(state, { open }), sheet, open.path), asking: 'sheet-conflict' });
	const waiting = withSheets(state, { open: { ...open, saved: { state: 'waiting' } } });
	return {
		state: showInLab(waiting, sheet, open.path),
		effects: [{ type: 'sheet-save', path: open.path, sheet, over: false, subject: subjectOf(state) }],
	};
}

/** Returns the step with its focused field or number: repeated changes of the same subject are one earlier version. */
function subjectOf(state: State): string {
	const id = stepOf(state);
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
	const { edits, baseline } = present(lab);
	const rebased = applyEdits(loaded, edits);
	const pinned = baseline && applyEdits(loaded, baseline.edits);
	if ((edits.length === 0 && !baseline) || !rebased.ok || pinned?.ok === false) return openLab(loaded);
	return reopenLab(
		loaded,
		{ scenario: rebased.value, edits },
		baseline && pinned ? { scenario: pinned.value, edits: baseline.edits } : null,
	);
}
