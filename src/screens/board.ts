import { enterValue, parseValue, resetInput, stepValue } from '../board/edit.js';
import { currentEntry } from '../board/lab.js';
import { inputAt, isChoice } from '../engine/inputs/index.js';
import type { Scenario } from '../engine/scenario.js';
import { createEditor, VALUE_LIMITS } from '../text/editor.js';
import type { Action } from './action.js';
import { currentLab, type State } from './state.js';
import { applyEdit, editTypedText, say, type TextAction } from './state-changes.js';

// Edits of the open scenario, shared by lab and lesson.

/** Steps the focused input, or resets it to its value in a state. */
export function editInput(
	state: State,
	action: Extract<Action, { type: 'step' | 'reset-input' }>,
	focus: string,
	start: Scenario,
): State {
	const lab = currentLab(state);
	return applyEdit(state, action.type === 'step' ? stepValue(lab, focus, action.by) : resetInput(lab, focus, start));
}

/** Starts to type a value for the focused input, if it is not one that has only choices. */
export function startTypedValue(state: State, action: TextAction, focus: string): State {
	return hasChoices(state, focus) ? say(state, 'this is a switch: ← or → changes it') : typeValue(state, action);
}

function hasChoices(state: State, focus: string): boolean {
	const kind = inputAt(currentEntry(currentLab(state)).scenario, focus)?.kind;
	return kind !== undefined && isChoice(kind);
}

/** Starts or changes the value being typed for the focused input. */
export const typeValue = (state: State, action: TextAction): State =>
	editTypedText(createEditor(state.typing ?? ''), action, ({ text }) => ({ ...state, typing: text }), VALUE_LIMITS);

/** Starts to type a value; switches an input that has only choices. */
export function startValue(state: State, focus: string): State {
	if (hasChoices(state, focus)) return applyEdit(state, stepValue(currentLab(state), focus, 1));
	return { ...state, typing: '' };
}

/** Enters what was typed; an empty text changes nothing, and a refused one stays, so that it can be corrected. */
export function enterTypedValue(state: State, focus: string): State {
	const typed = state.typing ?? '';
	if (typed.trim() === '') return { ...state, typing: null };
	const lab = currentLab(state);
	const reading = parseValue(lab, focus, typed);
	if (!reading.ok) return say(state, `${reading.message}. ${reading.help}`, 'refused');
	const result = enterValue(lab, focus, reading.value);
	return applyEdit(result.ok ? { ...state, typing: null } : state, result);
}
