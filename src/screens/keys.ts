import type { EditCommand } from '../text/editor.js';
import type { Action } from './action.js';
import type { KeyRow } from './screen.js';

// Rows that several layers share. All other rows stand beside their screen.

/** An action of one type. */
type ActionOf<T extends Action['type']> = Extract<Action, { readonly type: T }>;

/** Rows of layers in which characters are commands. */
export const COMMAND_ROWS: readonly KeyRow<ActionOf<'open' | 'quit'>>[] = [
	{
		keys: ['?'],
		action: { type: 'open', overlay: 'help' },
		shown: '?',
		label: 'help',
		help: '?: this help',
		rank: 2.5,
	},
	{
		keys: ['q'],
		action: { type: 'quit' },
		shown: 'q',
		label: 'quit',
		help: 'q, Ctrl-C: quit; the terminal is given back as it was',
		rank: 2.6,
	},
	{
		keys: ['ctrl+g'],
		action: { type: 'open', overlay: 'glossary' },
		shown: 'Ctrl-G',
		label: 'glossary',
		help: 'Ctrl-G: the glossary; / finds a term in it',
		rank: 21,
	},
];

/** Rows of layers in which a number can have the focus. */
export const NUMBER_ROWS: readonly KeyRow<ActionOf<'step' | 'move' | 'next' | 'type' | 'undo'>>[] = [
	{
		keys: ['right', 'l'],
		action: { type: 'step', by: 1 },
		shown: '←→',
		label: 'change',
		help: '← → or h l: change the focused number by one step',
		rank: 1,
	},
	{ keys: ['left', 'h'], action: { type: 'step', by: -1 }, shown: '←→', label: 'change', rank: 1 },
	{
		keys: ['shift+right', 'L'],
		action: { type: 'step', by: 10 },
		shown: 'Shift-←→',
		label: 'by ten',
		help: 'Shift-← → or H L: ten steps',
		rank: 9,
	},
	{ keys: ['shift+left', 'H'], action: { type: 'step', by: -10 }, shown: 'Shift-←→', label: 'by ten', rank: 9 },
	{
		keys: ['down', 'j'],
		action: { type: 'move', rows: 1 },
		shown: '↑↓ Tab',
		label: 'move',
		help: '↑ ↓ or j k: the number above or below',
		rank: 2,
	},
	{ keys: ['up', 'k'], action: { type: 'move', rows: -1 }, shown: '↑↓ Tab', label: 'move', rank: 2 },
	{
		keys: ['tab'],
		action: { type: 'next', by: 1 },
		shown: '↑↓ Tab',
		label: 'move',
		help: 'Tab, Shift-Tab: the next number, the one before',
		rank: 2,
	},
	{ keys: ['shift+tab'], action: { type: 'next', by: -1 }, shown: '↑↓ Tab', label: 'move', rank: 2 },
	...[...'0123456789.$-'].map(
		(text): KeyRow<ActionOf<'type'>> => ({
			keys: [text],
			action: { type: 'type', text },
			shown: '0-9',
			label: 'type',
			rank: 4,
		}),
	),
	{ keys: ['u'], action: { type: 'undo', by: -1 }, shown: 'u', label: 'undo', help: 'u: undo', rank: 5 },
	{ keys: ['U'], action: { type: 'undo', by: 1 }, shown: 'U', label: 'redo', help: 'U: redo', rank: 10 },
];

/** Rows of layers in which a board is edited: lab and lesson. */
export const BOARD_ROWS: readonly KeyRow<ActionOf<'enter' | 'open' | 'reset-input' | 'ask-reset'>>[] = [
	{
		keys: ['enter'],
		action: { type: 'enter' },
		shown: '0-9',
		label: 'type',
		help: 'a digit or Enter: type a value (0.3, .3, 30% and 30 are the same percent)',
		rank: 4,
	},
	{
		keys: ['a'],
		action: { type: 'open', overlay: 'artifact' },
		shown: 'a',
		label: 'artifact',
		help: 'a: the artifact as it was first seen',
		rank: 11,
	},
	{
		keys: ['t'],
		action: { type: 'open', overlay: 'states' },
		shown: 't',
		label: 'states',
		help: 't: states of the scenario, such as its healthy start and how it is mended; Enter enters one',
		rank: 12.5,
	},
	{
		keys: ['x'],
		action: { type: 'reset-input' },
		shown: 'x',
		label: 'reset',
		help: 'x: put the focused number back',
		rank: 13,
	},
	{
		keys: ['X'],
		action: { type: 'ask-reset' },
		shown: 'X',
		label: 'reset all',
		help: 'X: put every number back (asks first)',
		rank: 15,
	},
	{
		keys: ['y'],
		action: { type: 'open', overlay: 'history' },
		shown: 'y',
		label: 'history',
		help: 'y: everything that was done; Enter goes back to a point of it',
		rank: 16,
	},
	{
		keys: ['S'],
		action: { type: 'open', overlay: 'share' },
		shown: 'S',
		label: 'share',
		help: 'S: the command line that reproduces this state',
		rank: 17,
	},
];

/** Rows of layers in which a value is typed for the focused number. */
export const TYPED_VALUE_ROWS: readonly KeyRow<ActionOf<'enter' | 'erase' | 'back' | 'next'>>[] = [
	{ keys: ['enter'], action: { type: 'enter' }, shown: 'Enter', label: 'take it', rank: 1 },
	{
		keys: ['escape'],
		action: { type: 'back' },
		shown: 'Esc',
		label: 'leave it',
		help: 'Esc: discard what was typed; close the overlay',
		rank: 2,
	},
	{ keys: ['backspace', 'delete'], action: { type: 'erase' }, shown: 'Backspace', label: 'erase', rank: 3 },
	{ keys: ['tab'], action: { type: 'next', by: 1 }, shown: 'Tab', label: 'leave it' },
	{ keys: ['shift+tab'], action: { type: 'next', by: -1 }, shown: 'Shift-Tab', label: 'leave it' },
];

/** Rows of layers in which a filter is typed. */
export const FILTER_ROWS: readonly KeyRow<ActionOf<'back' | 'scroll' | 'erase'>>[] = [
	{ keys: ['escape'], action: { type: 'back' }, shown: 'Esc', label: 'show all', rank: 2 },
	{ keys: ['down'], action: { type: 'scroll', by: 1 }, shown: '↑↓', label: 'move', rank: 3 },
	{ keys: ['up'], action: { type: 'scroll', by: -1 }, shown: '↑↓', label: 'move', rank: 3 },
	{ keys: ['pagedown'], action: { type: 'scroll', by: 10 }, shown: 'PgUp/PgDn', label: 'ten', rank: 4 },
	{ keys: ['pageup'], action: { type: 'scroll', by: -10 }, shown: 'PgUp/PgDn', label: 'ten', rank: 4 },
	{ keys: ['backspace', 'delete'], action: { type: 'erase' }, shown: 'Backspace', label: 'erase', rank: 5 },
];

/** Returns rows of layers that scroll by lines and in which characters are commands. */
export const scrollRows = (rank: number): readonly KeyRow<ActionOf<'scroll'>>[] => [
	{ keys: ['down', 'j'], action: { type: 'scroll', by: 1 }, shown: '↑↓', label: 'move', rank },
	{ keys: ['up', 'k'], action: { type: 'scroll', by: -1 }, shown: '↑↓', label: 'move', rank },
];

const move = (
	keys: readonly string[],
	to: EditCommand,
	shown: string,
	label: string,
	help?: string,
): KeyRow<ActionOf<'edit-text'>> => ({
	keys,
	action: { type: 'edit-text', move: to },
	shown,
	label,
	...(help !== undefined && { help }),
});

/** Rows of layers in which text is edited, with the usual keys of shells and editors. */
export const EDITOR_ROWS: readonly KeyRow<ActionOf<'edit-text'>>[] = [
	move(['left'], 'left', '←→', 'cursor'),
	move(['right'], 'right', '←→', 'cursor'),
	move(['alt+b', 'alt+left', 'ctrl+left'], 'word-left', 'Alt-B', 'word left'),
	move(
		['alt+f', 'alt+right', 'ctrl+right'],
		'word-right',
		'Alt-F',
		'word right',
		'Alt-B, Alt-F or Ctrl-← → in a text: one word back, one word forward',
	),
	move(['ctrl+a', 'home'], 'home', 'Ctrl-A', 'start', 'Ctrl-A, Ctrl-E in a text: start and end of the line'),
	move(['ctrl+e', 'end'], 'end', 'Ctrl-E', 'end'),
	move(['delete', 'ctrl+d'], 'erase-right', 'Delete', 'erase right'),
	move(
		['ctrl+w', 'alt+backspace', 'ctrl+backspace'],
		'erase-word',
		'Ctrl-W',
		'erase word',
		'Ctrl-W, Alt-D, Ctrl-K in a text: erase the word before the cursor, the word after it, the rest of the line',
	),
	move(['alt+d'], 'erase-word-right', 'Alt-D', 'erase word right'),
	move(['ctrl+k'], 'erase-after', 'Ctrl-K', 'erase rest'),
];
