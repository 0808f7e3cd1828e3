import { createEditor, type Editor, LINE_LIMITS } from '../../text/editor.js';
import { checkName, sheetFromTemplate, truncate, withAssumption } from '../../worksheet/index.js';
import type { Action } from '../action.js';
import type { Prompt } from '../prompt.js';
import { type Layer, type SheetEnv, type Updated, withoutEffects } from '../screen.js';
import type { State } from '../state.js';
import { editTypedText, say } from '../state-changes.js';
import { applyChange, withSheets } from './apply-change.js';
import { withSheetTools } from './env.js';
import { WORKSHEET_KEYS } from './keys.js';
import { currentSheetEntry } from './state.js';

type PromptAction = Extract<Action, { type: 'type' | 'edit-text' | 'focus-next' | 'back' | 'enter' }>;

/** A line typed below a screen: a name, a file or a value. */
export const PROMPT: Layer<PromptAction> = {
	id: 'prompt',
	keys: WORKSHEET_KEYS.prompt,
	text: true,
	update(state, action, baseEnv) {
		const env = withSheetTools(baseEnv);
		const { prompt } = state;
		if (!prompt || !env) return withoutEffects(state);
		const withEditor = (editor: Editor): State => ({ ...state, prompt: { ...prompt, editor } });
		switch (action.type) {
			case 'type':
			case 'edit-text':
				return withoutEffects(editTypedText(prompt.editor, action, withEditor, LINE_LIMITS));
			case 'focus-next':
				return withoutEffects(prompt.purpose.for === 'export' ? withEditor(nextFormat(prompt.editor)) : state);
			case 'back':
				return withoutEffects({ ...state, prompt: null });
			case 'enter':
				return enter(state, prompt, prompt.editor.text.trim(), env);
		}
	},
};

/** Applies the typed line; a rejected one stays, so that it can be corrected. */
function enter(state: State, { purpose }: Prompt, text: string, env: SheetEnv): Updated {
	if (text === '') return withoutEffects({ ...state, prompt: null });
	const done: State = { ...state, prompt: null };
	switch (purpose.for) {
		case 'new': {
			const name = checkName(text, takenNames(state, env));
			const template = env.templates('').find(({ scenario }) => scenario.id === purpose.template);
			if (!name.ok) return refuse(state, name);
			if (!template) return withoutEffects(done);
			const sheet = sheetFromTemplate(template, { id: name.value, title: truncate(text, 120) }, purpose.scenario);
			return { state: done, effects: [{ type: 'sheet-create', sheet, path: purpose.path }] };
		}
		case 'rename':
		case 'duplicate': {
			const name = checkName(text, takenNames(state, env));
			if (!name.ok) return refuse(state, name);
			return {
				state: withSheets(done, { nextChosen: name.value }),
				effects: [{ type: `sheet-${purpose.for}`, path: purpose.path, name: name.value, words: text }],
			};
		}
		case 'export':
			return { state: done, effects: [{ type: 'export', file: text, over: false }] };
		case 'prices':
			return { state: done, effects: [{ type: 'sheet-prices', file: text }] };
		case 'assumption': {
			const { open } = state.sheets;
			if (!open) return withoutEffects(done);
			const varied = withAssumption(currentSheetEntry(open).sheet, purpose.path, text);
			return varied.ok ? applyChange(done, varied, 'varied an assumption') : refuse(state, varied);
		}
	}
}

const refuse = (state: State, { message, help }: { readonly message: string; readonly help: string }): Updated =>
	withoutEffects(say(state, `${message}. ${help}`, 'refused'));

/** Returns the names that are taken: those of scenarios and of other worksheets. */
export const takenNames = (state: State, env: SheetEnv): readonly string[] => [
	...env.templates('').map(({ scenario }) => scenario.id),
	...(state.sheets.entries ?? []).map(({ name }) => name),
];

const FORMATS = ['md', 'html', 'json'] as const;

/** Replaces the extension of a file name by that of the next format. */
function nextFormat({ text }: Editor): Editor {
	const extension = /\.(\w+)$/.exec(text)?.[1] ?? '';
	const at = (FORMATS as readonly string[]).indexOf(extension);
	const next = FORMATS[(at + 1) % FORMATS.length] ?? 'md';
	return createEditor(at < 0 ? `${text}.${next}` : `${text.slice(0, -extension.length)}${next}`);
}
