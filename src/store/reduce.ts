import type { Action } from './action.js';
import type { Reduced, Surroundings } from './around.js';
import { edited, say, withLab } from './changes.js';
import { pin, resetAll, resetInput, step } from './edit-lab.js';
import { focused, type Grid, moveNext, moveRows } from './focus.js';
import { present, travel } from './lab.js';
import { filtered, overlaid } from './overlays.js';
import { guessed, nextPredict, toggledPredict } from './predict.js';
import { changeRows, type RowDeed } from './rows-lab.js';
import { currentLab, type Pane, type State } from './state.js';
import { traced } from './trace-place.js';
import { entered, typed } from './typing.js';

/** The path of the input that edits go to; null in a pane without inputs. */
export const focusOf = (state: State, around: Surroundings): string | null =>
	focused(gridOf(state, around), state.focus[state.pane]);

const gridOf = (state: State, around: Surroundings): Grid =>
	around.grid(state.pane, present(currentLab(state)).scenario, state.trace);

/** Applies one action. Pure: the same state and action give the same result. */
export function reduce(before: State, action: Action, around: Surroundings): Reduced {
	const state: State = before.notice && action.type !== 'measured' ? { ...before, notice: null } : before;
	switch (action.type) {
		case 'quit':
		case 'suspend':
			return { state, effects: [{ type: action.type }] };
		case 'enter':
			if (state.pending) return guessed(state, state.pending);
			return { state: next(state, action, around), effects: [] };
		default:
			return { state: next(state, action, around), effects: [] };
	}
}

function next(state: State, action: Exclude<Action, { type: 'quit' | 'suspend' }>, around: Surroundings): State {
	const focus = focusOf(state, around);
	switch (action.type) {
		case 'step':
			return focus === null ? state : edited(state, step(currentLab(state), focus, action.by));
		case 'reset-input':
			return focus === null ? state : edited(state, resetInput(currentLab(state), focus));
		case 'type':
			if (state.overlay?.finding) return filtered(state, `${state.overlay.filter}${action.text}`, around);
			return focus === null ? state : typed(state, action.text);
		case 'erase':
			if (state.overlay?.finding) return filtered(state, state.overlay.filter.slice(0, -1), around);
			return { ...state, typing: state.typing?.slice(0, -1) || (state.typing === null ? null : '') };
		case 'enter':
			return focus === null ? state : entered(state, focus);
		case 'move':
		case 'next':
			return focus === null ? state : moved(state, focus, action, around);
		case 'pane':
			return { ...state, pane: turned(around.panes, state.pane, action.by) };
		case 'undo':
			return traveled(state, action.by);
		case 'ask-reset':
			return present(currentLab(state)).edits.length === 0
				? say(state, 'nothing to reset: every input is as the scenario has it')
				: { ...state, asking: 'reset' };
		case 'answer':
			return { ...withLab(state, action.yes ? resetAll(currentLab(state)) : currentLab(state)), asking: null };
		case 'rows':
			return rowsChanged(state, action.deed, rowIn(focus));
		case 'told':
			return say(state, action.text, 'refused');
		case 'trace':
		case 'stage':
			return traced(state, action);
		case 'predict':
			return toggledPredict(state);
		case 'predict-next':
			return nextPredict(state);
		case 'pin':
			return say(
				withLab(state, pin(currentLab(state), action.on)),
				action.on
					? 'this state is the baseline now, also of limits; B takes the pin out'
					: 'the baseline is the scenario’s own again',
			);
		default:
			return overlaid(state, action, around);
	}
}

const turned = (panes: readonly Pane[], from: Pane, by: number): Pane =>
	panes[(panes.indexOf(from) + by + panes.length) % panes.length] ?? from;

/** Says what became of the rows, and goes to one that is new, or to the one above one that is gone. */
function rowsChanged(state: State, deed: RowDeed, id: string | null): State {
	const changed = changeRows(currentLab(state), deed, id);
	const next = edited(state, changed);
	if (!changed.ok || next.pending) return next;
	const entry = present(changed.value);
	const rows = present(currentLab(state)).scenario.rows;
	const above = rows[Math.max(0, rows.findIndex((row) => row.id === id) - 1)]?.id;
	const target = deed === 'remove' ? above : entry.scenario.rows.at(-1)?.id;
	const focus = target ? { ...next.focus, [next.pane]: `rows.${target}.routedSmall` } : next.focus;
	return say({ ...next, focus }, `${entry.did}; u takes it back`);
}

const rowIn = (focus: string | null): string | null =>
	focus?.startsWith('rows.') ? (focus.split('.')[1] ?? null) : null;

function moved(
	state: State,
	from: string,
	action: { type: 'move'; rows: number } | { type: 'next'; by: number },
	around: Surroundings,
): State {
	const grid = gridOf(state, around);
	const to = action.type === 'move' ? moveRows(grid, from, action.rows) : moveNext(grid, from, action.by);
	return { ...state, typing: null, focus: { ...state.focus, [state.pane]: to } };
}

function traveled(state: State, by: number): State {
	const lab = currentLab(state);
	const there = travel(lab, by);
	if (there === lab) return say(state, by < 0 ? 'nothing to undo' : 'nothing to redo');
	const did = by < 0 ? `undid: ${present(lab).did}` : `again: ${present(there).did}`;
	return say(withLab(state, there), did);
}
