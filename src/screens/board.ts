import { enter, read, resetInput, step } from '../board/edit.js';
import { present } from '../board/lab.js';
import { inputAt, isChoice } from '../engine/inputs/index.js';
import { editorOf, VALUE } from '../text/editor.js';
import type { Action } from './action.js';
import { edited, say, type WritingAction, writeInto } from './changes.js';
import { currentLab, type State } from './state.js';

// Edits of the open scenario, shared by lab and lesson.

/** Steps or resets the focused input. */
export function editInput(
	state: State,
	action: Extract<Action, { type: 'step' | 'reset-input' }>,
	focus: string,
): State {
	const lab = currentLab(state);
	return edited(state, action.type === 'step' ? step(lab, focus, action.by) : resetInput(lab, focus));
}

/** Starts or changes the value being typed for the focused input. */
export const typeValue = (state: State, action: WritingAction): State =>
	writeInto(editorOf(state.typing ?? ''), action, ({ text }) => ({ ...state, typing: text }), VALUE);

/** Starts to type a value; switches an input that has only choices. */
export function startValue(state: State, focus: string): State {
	const kind = inputAt(present(currentLab(state)).scenario, focus)?.kind;
	if (kind !== undefined && isChoice(kind)) return edited(state, step(currentLab(state), focus, 1));
	return { ...state, typing: '' };
}

/** Enters what was typed; an empty text changes nothing, and a refused one stays, so that it can be corrected. */
export function commitValue(state: State, focus: string): State {
	const typed = state.typing ?? '';
	if (typed.trim() === '') return { ...state, typing: null };
	const lab = currentLab(state);
	const reading = read(lab, focus, typed);
	if (!reading.ok) return say(state, `${reading.message}. ${reading.help}`, 'refused');
	const result = enter(lab, focus, reading.value);
	return edited(result.ok ? { ...state, typing: null } : state, result);
}
