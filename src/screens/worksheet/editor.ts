import { editorOf, LINE } from '../../text/editor.js';
import { fieldAt, type SheetField } from '../../worksheet/index.js';
import type { Action } from '../action.js';
import type { Reduced, SheetSurroundings } from '../around.js';
import { writeInto } from '../changes.js';
import type { State } from '../state.js';
import { changed, quiet, withSheets } from './change.js';
import { gridOf, scrolled, sheetFocus, walked } from './focus.js';
import { pointOf, stepOf } from './state.js';

/** What a key does to the words that are being written. */
export function inEditor(
	state: State,
	action: Action,
	field: SheetField | null,
	around: SheetSurroundings,
): Reduced | null {
	const { editor } = state.sheets;
	if (!editor || !field) return null;
	switch (action.type) {
		case 'type':
		case 'erase':
		case 'edit-text':
			return quiet(writeInto(editor, action, (now) => withSheets(state, { editor: now }), LINE));
		case 'page':
			return quiet(scrolled(state, action.by));
		case 'back':
			return quiet(withSheets(state, { editor: null, offset: null }));
		case 'enter':
		case 'next': {
			// What is as it was changes nothing.
			const same = editor.text.trim() === (field.value ?? '');
			const result = same ? null : field.set(editor.text);
			const by = action.type === 'next' ? action.by : 1;
			const closed = withSheets(state, { editor: null, offset: null });
			if (result === null) return quiet(writtenOn(walked(closed, { type: 'next', by }, around), field.id, around));
			// A refused text stays, so that it can be mended.
			if (!result.ok) return changed(state, result, '');
			const kept = changed(closed, result, `wrote: ${field.label}`);
			const there = walked(kept.state, { type: 'next', by }, around);
			return { ...kept, state: { ...writtenOn(there, field.id, around), notice: kept.state.notice } };
		}
		default:
			return null;
	}
}

/** Whoever writes goes on writing: the next field opens by itself; from the last one nobody is led back to the first. */
function writtenOn(state: State, from: string, around: SheetSurroundings): State {
	const { open } = state.sheets;
	const focus = sheetFocus(state, around);
	const field = open && focus !== null ? fieldAt(pointOf(open).sheet, stepOf(state), focus) : null;
	const ids = open ? gridOf(pointOf(open).sheet, state, around).flat() : [];
	if (!field || !isWritten(field) || ids.indexOf(field.id) <= ids.indexOf(from)) return state;
	return withSheets(state, { editor: editorOf(field.value ?? ''), offset: null });
}

/** Fields that are chosen from a list of their own. */
const PICKED: readonly string[] = ['assumption', 'trigger'];

const isWritten = ({ id, choices }: SheetField): boolean =>
	choices.length === 0 && !PICKED.includes(id) && !id.startsWith('models.');

/** The words that are being written, kept as far as they fit: somebody ends the program in the middle of them. */
export function keptWords(state: State, around: SheetSurroundings): Reduced {
	const { open, editor } = state.sheets;
	const focus = sheetFocus(state, around);
	if (!open || !editor || focus === null) return quiet(state);
	const field = fieldAt(pointOf(open).sheet, stepOf(state), focus);
	const result = field && editor.text.trim() !== (field.value ?? '') ? field.set(editor.text) : null;
	return result?.ok ? changed(withSheets(state, { editor: null }), result, `wrote: ${field?.label}`) : quiet(state);
}
