import { pinBaseline } from '../../board/edit.js';
import { currentEntry } from '../../board/lab.js';
import { changeRows, type RowCommand } from '../../board/rows.js';
import { PANES, type PaneId } from '../../present/pane/pane.js';
import { createEditor, FILTER_LIMITS } from '../../text/editor.js';
import type { Action } from '../action.js';
import { editInput, enterTypedValue, startTypedValue, startValue, typeValue } from '../board.js';
import { moveNext, moveRows } from '../focus.js';
import { predictNext, togglePredict } from '../guess.js';
import { gridOf, labFocus } from '../lab-focus.js';
import { type Layer, withoutEffects } from '../screen.js';
import { halfOf, type Size } from '../size.js';
import { currentLab, type State } from '../state.js';
import { applyEdit, editTypedText, say, undoOrRedo, withLab } from '../state-changes.js';
import { jumpToGuardrail } from './jump.js';
import { LAB_KEYS } from './keys.js';
import { moveTrace } from './trace.js';

type LabAction = Extract<
	Action,
	{
		type:
			| 'step'
			| 'reset-input'
			| 'type'
			| 'enter'
			| 'move'
			| 'half-page'
			| 'focus-next'
			| 'pane'
			| 'details'
			| 'undo'
			| 'ask-reset'
			| 'rows'
			| 'pin'
			| 'trace'
			| 'stage'
			| 'filter-segments'
			| 'jump'
			| 'show-all-segments'
			| 'predict'
			| 'predict-next'
			| 'back';
	}
>;

/** Lines of the lab that are no row of its tables: head, headings, totals, status and footer. */
const CHROME = 8;

const paneHeight = ({ rows }: Size): number => rows - CHROME;

/** The lab. */
export const LAB: Layer<LabAction> = {
	id: 'lab',
	keys: LAB_KEYS.lab,
	update: (state, action, env) =>
		action.type === 'back' ? env.go.leaveLab(state, env) : withoutEffects(updateBoard(state, action)),
};

function updateBoard(state: State, action: Exclude<LabAction, { type: 'back' }>): State {
	const focus = labFocus(state);
	switch (action.type) {
		case 'step':
		case 'reset-input':
			return focus === null ? state : editInput(state, action, focus, currentLab(state).loaded);
		case 'type':
			return focus === null ? state : startTypedValue(state, action, focus);
		case 'enter':
			return focus === null ? state : startValue(state, focus);
		case 'half-page':
			return focus === null
				? state
				: moveFocus(state, focus, { type: 'move', rows: action.by * halfOf(paneHeight(state.size)) });
		case 'move':
		case 'focus-next':
			return focus === null ? state : moveFocus(state, focus, action);
		case 'pane':
			return { ...state, pane: paneAfter(state.pane, action.by) };
		case 'details':
			return { ...state, isDetailed: !state.isDetailed };
		case 'undo':
			return undoOrRedo(state, action.by);
		case 'ask-reset':
			return currentEntry(currentLab(state)).edits.length === 0
				? say(state, 'nothing to reset: no input is edited')
				: { ...state, questionId: 'reset' };
		case 'rows':
			return editRows(state, action.command, rowOf(focus));
		case 'pin':
			return say(
				withLab(state, pinBaseline(currentLab(state), action.on)),
				action.on
					? 'this state is the baseline now, of deltas and pressure alone; B takes it out'
					: 'the baseline is the scenario’s own again',
			);
		case 'trace':
		case 'stage':
			return moveTrace(state, action);
		case 'jump':
			return jumpToGuardrail(state);
		case 'filter-segments':
			return { ...state, segmentFilter: { text: state.segmentFilter?.text ?? '', isTyping: true } };
		case 'show-all-segments':
			return { ...state, segmentFilter: null };
		case 'predict':
			return togglePredict(state);
		case 'predict-next':
			return predictNext(state);
	}
}

type ValueAction = Extract<Action, { type: 'type' | 'erase' | 'enter' | 'focus-next' | 'back' }>;

/** The value being typed for the focused input. */
export const LAB_VALUE: Layer<ValueAction> = {
	id: 'lab-value',
	keys: LAB_KEYS.value,
	text: true,
	update(state, action) {
		const focus = labFocus(state);
		switch (action.type) {
			case 'type':
			case 'erase':
				return withoutEffects(typeValue(state, action));
			case 'enter':
				return withoutEffects(focus === null ? state : enterTypedValue(state, focus));
			case 'focus-next':
				return withoutEffects(focus === null ? state : moveFocus(state, focus, action));
			case 'back':
				return withoutEffects({ ...state, typing: null });
		}
	},
};

type FilterAction = Extract<Action, { type: 'type' | 'erase' | 'enter' | 'move' | 'back' }>;

/** The filter of the segments while it is being typed. */
export const LAB_FILTER: Layer<FilterAction> = {
	id: 'lab-filter',
	keys: LAB_KEYS.filter,
	text: true,
	update(state, action) {
		const text = state.segmentFilter?.text ?? '';
		const focus = labFocus(state);
		switch (action.type) {
			case 'type':
			case 'erase':
				return withoutEffects(
					editTypedText(
						createEditor(text),
						action,
						(editor) => ({ ...state, segmentFilter: { text: editor.text, isTyping: true } }),
						FILTER_LIMITS,
					),
				);
			case 'enter':
				return withoutEffects({ ...state, segmentFilter: text.trim() === '' ? null : { text, isTyping: false } });
			case 'move':
				return withoutEffects(focus === null ? state : moveFocus(state, focus, action));
			case 'back':
				return withoutEffects({ ...state, segmentFilter: null });
		}
	},
};

/** Returns the pane `by` places on, wrapping around. */
const paneAfter = (from: PaneId, by: number): PaneId =>
	PANES[(PANES.indexOf(from) + by + PANES.length) % PANES.length] ?? from;

function moveFocus(
	state: State,
	from: string,
	action: { type: 'move'; rows: number } | { type: 'focus-next'; by: number },
): State {
	const grid = gridOf(state);
	const to = action.type === 'move' ? moveRows(grid, from, action.rows) : moveNext(grid, from, action.by);
	return { ...state, typing: null, focus: { ...state.focus, [state.pane]: to } };
}

/** Adds, copies or removes a row, says so, and focuses the new row, or the one above a removed row. */
function editRows(state: State, command: RowCommand, id: string | null): State {
	const changed = changeRows(currentLab(state), command, id);
	const next = applyEdit(state, changed);
	if (!changed.ok || next.pendingEdit) return next;
	const entry = currentEntry(changed.value);
	const rows = currentEntry(currentLab(state)).scenario.rows;
	const above = rows[Math.max(0, rows.findIndex((row) => row.id === id) - 1)]?.id;
	const target = command === 'remove' ? above : entry.scenario.rows.at(-1)?.id;
	const focus = target ? { ...next.focus, [next.pane]: `rows.${target}.routedSmall` } : next.focus;
	return say({ ...next, focus }, `${entry.description}; u takes it back`);
}

/** Returns the id of the row of a focused path; null: the path is not in a row. */
const rowOf = (focus: string | null): string | null =>
	focus?.startsWith('rows.') ? (focus.split('.')[1] ?? null) : null;
