import { createEditor, LINE_LIMITS } from '../../text/editor.js';
import { fieldAt, type SheetField } from '../../worksheet/index.js';
import type { Action, Effect } from '../action.js';
import { type Layer, type SheetEnv, type Updated, withoutEffects } from '../screen.js';
import type { State } from '../state.js';
import { editTypedText } from '../state-changes.js';
import { applyChange, withSheets } from './apply-change.js';
import { withSheetTools } from './env.js';
import { gridOf, moveFocus, sheetFocus } from './focus.js';
import { WORKSHEET_KEYS } from './keys.js';
import { PAGE_LINES, scrollForm } from './layout.js';
import { currentSheetEntry, currentStep } from './state.js';

type WordsAction = Extract<Action, { type: 'type' | 'edit-text' | 'page' | 'back' | 'enter' | 'focus-next' }>;

/** The text being edited for a field of the form. */
export const WORKSHEET_TEXT: Layer<WordsAction> = {
	id: 'worksheet-words',
	keys: WORKSHEET_KEYS.words,
	text: true,
	update(state, action, baseEnv) {
		const env = withSheetTools(baseEnv);
		const { editor } = state.sheets;
		const field = env && focusedField(state, env);
		if (!editor || !field) return withoutEffects(state);
		switch (action.type) {
			case 'type':
			case 'edit-text':
				return withoutEffects(
					editTypedText(editor, action, (changed) => withSheets(state, { editor: changed }), LINE_LIMITS),
				);
			case 'page':
				return withoutEffects(scrollForm(state, action.by * PAGE_LINES, env));
			case 'back':
				return withoutEffects(withSheets(state, { editor: null, offset: null }));
			case 'enter':
			case 'focus-next':
				return enterText(state, editor.text, field, action.type === 'focus-next' ? action.by : 1, env);
		}
	},
};

/** Applies the written text and moves on to another field; a rejected text stays, so that it can be corrected. */
function enterText(state: State, text: string, field: SheetField, by: number, env: SheetEnv): Updated {
	const isSame = text.trim() === (field.value ?? '');
	const result = isSame ? null : field.set(text);
	const closed = withSheets(state, { editor: null, offset: null });
	if (result === null)
		return withoutEffects(editFocused(moveFocus(closed, { type: 'focus-next', by }, env), field.id, env));
	if (!result.ok) return applyChange(state, result, '');
	const applied = applyChange(closed, result, `wrote: ${field.label}`);
	const moved = moveFocus(applied.state, { type: 'focus-next', by }, env);
	return { ...applied, state: { ...editFocused(moved, field.id, env), notice: applied.state.notice } };
}

/** Opens the editor of the focused field if it takes text and comes after the field `from`. */
function editFocused(state: State, from: string, env: SheetEnv): State {
	const { open } = state.sheets;
	const field = focusedField(state, env);
	const ids = open ? gridOf(currentSheetEntry(open).sheet, state, env).flat() : [];
	if (!field || !isText(field) || ids.indexOf(field.id) <= ids.indexOf(from)) return state;
	return withSheets(state, { editor: createEditor(field.value ?? ''), offset: null });
}

/** Returns the focused field; null: a number or nothing has the focus. */
function focusedField(state: State, env: SheetEnv): SheetField | null {
	const { open } = state.sheets;
	const focus = sheetFocus(state, env);
	return open && focus !== null ? fieldAt(currentSheetEntry(open).sheet, currentStep(state), focus) : null;
}

/** Ids of fields that are chosen in a picker. */
const PICKED: readonly string[] = ['assumption', 'trigger'];

/** Whether a field takes free text. */
const isText = ({ id, choices }: SheetField): boolean =>
	choices.length === 0 && !PICKED.includes(id) && !id.startsWith('models.');

/** Returns the effects that save the text being edited if it is valid, in case the program ends before that. */
export function saveDraft(state: State, env: SheetEnv): readonly Effect[] {
	const { editor } = state.sheets;
	const field = focusedField(state, env);
	if (!editor || !field || editor.text.trim() === (field.value ?? '')) return [];
	const result = field.set(editor.text);
	return result.ok ? applyChange(withSheets(state, { editor: null }), result, `wrote: ${field.label}`).effects : [];
}
