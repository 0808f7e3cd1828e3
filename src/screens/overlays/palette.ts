import { createEditor, editorLine, FILTER_LIMITS } from '../../text/editor.js';
import type { Line } from '../../text/line.js';
import { justify } from '../../text/line-layout.js';
import { drawRowName } from '../../text/list-row.js';
import { clampIndex, windowAround } from '../../text/list-window.js';
import { pad, shorten, width } from '../../text/width.js';
import type { Action } from '../action.js';
import { keyText } from '../key-text.js';
import { type Command, type Env, type Layer, type Screen, withoutEffects } from '../screen.js';
import type { Palette, State } from '../state.js';
import { editTypedText } from '../state-changes.js';
import { OVERLAY_KEYS } from './keys.js';
import { bodyHeight, overlayView } from './page-overlay.js';
import { speakPalette } from './speak.js';

// `:` over any screen or overlay: every command by name, and places to go to.

/** Opens the palette. */
export const openPalette = (state: State): State => ({ ...state, palette: { editor: createEditor(), at: 0 } });

/** Closes the palette under anything that is asked or typed below, which it would hide. */
export const closePaletteUnderQuestion = (state: State): State =>
	state.palette && (state.questionId || state.prompt) ? { ...state, palette: null } : state;

/** Returns the commands that the palette lists. */
const foundCommands = (state: State, env: Env): readonly Command[] =>
	state.palette ? env.findCommands(state, state.palette.editor.text, env) : [];

/** Returns the chosen command of the palette; undefined: nothing was found. */
export const chosenCommand = (state: State, env: Env): Command | undefined =>
	foundCommands(state, env)[state.palette?.at ?? 0];

type PaletteAction = Extract<Action, { type: 'type' | 'edit-text' | 'scroll' | 'back' }>;

const PALETTE_LAYER: Layer<PaletteAction> = {
	id: 'palette',
	text: true,
	keys: OVERLAY_KEYS.palette,
	update(state, action, env) {
		const { palette } = state;
		if (!palette) return withoutEffects(state);
		const put = (changed: Palette): State => ({ ...state, palette: changed });
		switch (action.type) {
			case 'type':
			case 'edit-text':
				return withoutEffects(editTypedText(palette.editor, action, (editor) => put({ editor, at: 0 }), FILTER_LIMITS));
			case 'scroll': {
				const at = clampIndex(foundCommands(state, env).length, palette.at + action.by);
				return withoutEffects(put({ ...palette, at }));
			}
			case 'back':
				return withoutEffects({ ...state, palette: null });
		}
	},
};

/** The palette. */
export const PALETTE: Screen = {
	layer: () => PALETTE_LAYER,
	view(state, env) {
		const { palette, size } = state;
		if (!palette) return overlayView(state, TITLE, []);
		const { columns } = size;
		const found = foundCommands(state, env);
		const line: Line = [
			{ text: ` :${editorLine(palette.editor, columns - 20)}`, tone: 'title' },
			{ text: `  ${found.length === 0 ? NO_COMMAND : `${found.length} found`}`, tone: 'dim' },
		];
		const { from, to } = windowAround(found.length, bodyHeight(size) - 1, palette.at);
		const rows = found.slice(from, to).map((command, i) => commandLine(command, from + i === palette.at, columns));
		return overlayView(state, TITLE, [line, ...rows]);
	},
	speak: (state, env) =>
		speakPalette(foundCommands(state, env), state.palette?.at ?? 0, state.palette?.editor.text ?? ''),
};

const TITLE = 'Commands and places';
const NO_COMMAND = 'nothing has that name';

/** Columns that a note keeps beside a long name, as `lesson 12` needs them. */
const MIN_NOTE = 9;

/** Columns of the keys. */
const KEY_COLUMNS = 13;

function commandLine({ keys, name, aside, reason }: Command, chosen: boolean, columns: number): Line {
	const room = columns - KEY_COLUMNS - 7;
	const note = shorten(reason ?? aside, Math.max(MIN_NOTE, room - width(name)));
	const text = shorten(name, room - width(note));
	const row = drawRowName(text, chosen, '  ', reason === null ? 'plain' : 'dim');
	return justify(
		[
			{ text: chosen ? ' › ' : '   ', tone: 'title' },
			{ text: pad(keysText(keys, KEY_COLUMNS), KEY_COLUMNS), tone: reason === null ? 'accent' : 'dim' },
			...row,
		],
		[{ text: note, tone: 'dim' }],
		columns - 1,
	);
}

/** Returns as many keys as fit, the first one always. */
function keysText(keys: readonly string[], columns: number): string {
	// The digits are the keys of one command.
	if (keys.includes('0') && keys.includes('9')) return '0-9';
	const names = keys.map(keyText);
	while (names.length > 1 && width(names.join(' ')) > columns) names.pop();
	return names.join(' ');
}
