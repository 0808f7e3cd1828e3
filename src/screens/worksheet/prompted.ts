import { type Editor, editorOf, LINE } from '../../text/editor.js';
import { cut, freeName, sheetFrom, withAssumption } from '../../worksheet/index.js';
import type { Action } from '../action.js';
import type { Reduced, SheetSurroundings } from '../around.js';
import { say, writeInto } from '../changes.js';
import type { Prompt } from '../prompt.js';
import type { State } from '../state.js';
import { changed, quiet } from './change.js';
import { pointOf } from './state.js';

/** What an action does while a line is typed below the screen; null: nothing of its own. */
export function inPrompt(state: State, action: Action, around: SheetSurroundings): Reduced | null {
	const { prompt } = state;
	if (!prompt) return null;
	const to = (editor: Editor): State => ({ ...state, prompt: { ...prompt, editor } });
	switch (action.type) {
		case 'type':
		case 'erase':
		case 'edit-text':
			return quiet(writeInto(prompt.editor, action, to, LINE));
		case 'next':
			return quiet(prompt.ask.for === 'export' ? to(nextFormat(prompt.editor)) : state);
		case 'back':
			return quiet({ ...state, prompt: null });
		case 'enter':
			return entered(state, prompt, prompt.editor.text.trim(), around);
		default:
			return null;
	}
}

/** Takes what was typed; a text that does not fit stays, so that it can be mended. */
function entered(state: State, { ask }: Prompt, text: string, around: SheetSurroundings): Reduced {
	if (text === '') return quiet({ ...state, prompt: null });
	const done: State = { ...state, prompt: null };
	switch (ask.for) {
		case 'new': {
			const name = freeName(text, namesTaken(state, around));
			const template = around.templates('').find(({ scenario }) => scenario.id === ask.template);
			if (!name.ok) return refused(state, name);
			if (!template) return quiet(done);
			const sheet = sheetFrom(template, { id: name.value, title: cut(text, 120) }, ask.scenario);
			return { state: done, effects: [{ type: 'sheet-create', sheet, path: ask.path }] };
		}
		case 'rename':
		case 'duplicate': {
			const name = freeName(text, namesTaken(state, around));
			if (!name.ok) return refused(state, name);
			return { state: done, effects: [{ type: `sheet-${ask.for}`, path: ask.path, name: name.value, words: text }] };
		}
		case 'export':
			return { state: done, effects: [{ type: 'export', file: text, over: false }] };
		case 'prices':
			return { state: done, effects: [{ type: 'sheet-prices', file: text }] };
		case 'assumption': {
			const { open } = state.sheets;
			if (!open) return quiet(done);
			const varied = withAssumption(pointOf(open).sheet, ask.path, text);
			return varied.ok ? changed(done, varied, 'varied an assumption') : refused(state, varied);
		}
	}
}

const refused = (state: State, { message, help }: { readonly message: string; readonly help: string }): Reduced =>
	quiet(say(state, `${message}. ${help}`, 'refused'));

/** Names that a new worksheet cannot have: of scenarios, and of other worksheets. */
export const namesTaken = (state: State, around: SheetSurroundings): readonly string[] => [
	...around.templates('').map(({ scenario }) => scenario.id),
	...(state.sheets.entries ?? []).map(({ name }) => name),
];

const FORMATS = ['md', 'html', 'json'] as const;

/** The same file in the next format. */
function nextFormat({ text }: Editor): Editor {
	const found = /\.(\w+)$/.exec(text)?.[1] ?? '';
	const at = (FORMATS as readonly string[]).indexOf(found);
	const next = FORMATS[(at + 1) % FORMATS.length] ?? 'md';
	return editorOf(at < 0 ? `${text}.${next}` : `${text.slice(0, -found.length)}${next}`);
}
