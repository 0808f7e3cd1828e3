import { type Lab, openLab, present, reopenLab } from '../../board/lab.js';
import { applyEdits, type Result } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { nearestIndex } from '../../text/list-window.js';
import type { Sheet } from '../../worksheet/index.js';
import type { Reduced } from '../around.js';
import { say } from '../changes.js';
import type { State } from '../state.js';
import { type OpenSheet, pointOf, type SheetState, stepOf } from './state.js';

/** The state with its worksheets changed. */
export const withSheets = (state: State, changes: Partial<SheetState>): State => ({
	...state,
	sheets: { ...state.sheets, ...changes },
});

export const quiet = (state: State): Reduced => ({ state, effects: [] });

/** Takes a change of the open worksheet: it is a point of its history, is written at once, and shows in the lab. */
export function changed(state: State, result: Result<Sheet>, did: string): Reduced {
	const { open } = state.sheets;
	if (!open) return quiet(state);
	if (!result.ok) return quiet(say(state, `${result.message}. ${result.help}`, 'refused'));
	const before = pointOf(open);
	if (result.value === before.sheet) return quiet(state);
	const history = [...open.history.slice(0, open.at + 1), { sheet: result.value, did }];
	return kept(state, { ...open, history, at: history.length - 1 });
}

/** Moves along the history of the open worksheet; where it stands is what is written. */
export function traveled(state: State, by: number): Reduced {
	const { open } = state.sheets;
	if (!open) return quiet(state);
	const at = nearestIndex(open.history.length, open.at + by);
	if (at === open.at) return quiet(say(state, by < 0 ? 'nothing to undo' : 'nothing to redo'));
	const there = { ...open, at };
	const did = by < 0 ? `undid: ${pointOf(open).did}` : `again: ${pointOf(there).did}`;
	const moved = kept(state, there);
	return { ...moved, state: say(moved.state, did) };
}

function kept(state: State, open: OpenSheet): Reduced {
	const { sheet } = pointOf(open);
	// After a conflict nothing is written until the reader has decided.
	if (open.saved.state === 'conflict')
		return quiet({ ...shown(withSheets(state, { open }), sheet, open.path), asking: 'sheet-conflict' });
	const waiting = withSheets(state, { open: { ...open, saved: { state: 'waiting' } } });
	return {
		state: shown(waiting, sheet, open.path),
		effects: [{ type: 'sheet-save', path: open.path, sheet, over: false, subject: subjectOf(state) }],
	};
}

/** The field or number that has the focus, in its step. */
function subjectOf(state: State): string {
	const id = stepOf(state);
	return `${id} ${state.sheets.focus[id] ?? ''}`;
}

/** The worksheet as the open scenario: the lab shows it, with what was tried there on top as far as it still fits. */
export function shown(state: State, sheet: Sheet, path: string): State {
	const { id } = sheet.scenario;
	const lab = state.labs[id];
	return {
		...state,
		scenario: id,
		labs: { ...state.labs, [id]: lab ? rebased(lab, sheet.scenario) : openLab(sheet.scenario) },
		sheets: { ...state.sheets, known: { ...state.sheets.known, [id]: { sheet, path } } },
	};
}

function rebased(lab: Lab, loaded: Scenario): Lab {
	if (lab.loaded === loaded) return lab;
	const { edits, baseline } = present(lab);
	const now = applyEdits(loaded, edits);
	const pinned = baseline && applyEdits(loaded, baseline.edits);
	if ((edits.length === 0 && !baseline) || !now.ok || pinned?.ok === false) return openLab(loaded);
	return reopenLab(
		loaded,
		{ scenario: now.value, edits },
		baseline && pinned ? { scenario: pinned.value, edits: baseline.edits } : null,
	);
}
