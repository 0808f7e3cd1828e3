import type { EditCommand } from '../text/editor.js';
import type { Action } from './action.js';
import type { KeyRow } from './screen.js';
import type { State } from './state.js';

// Rows that several layers share. All other rows are in the folder of their screen.

/** An action of one type. */
type ActionOf<T extends Action['type']> = Extract<Action, { readonly type: T }>;

/** Whether `/` filters a list, instead of finding in a text. */
const hasFilter = ({ screen, overlay }: State): boolean =>
	overlay ? overlay.kind === 'scenarios' || overlay.kind === 'glossary' : screen === 'contents';

/** Rows of layers in which characters are commands. */
export const COMMAND_ROWS: readonly KeyRow<ActionOf<'open' | 'open-find' | 'quit'>>[] = [
	{
		keys: ['?'],
		action: { type: 'open', overlay: 'help' },
		footer: { keys: '?', label: 'help', rank: 2.5 },
		when: ({ overlay }) => overlay?.kind !== 'help',
		help: '?: this help',
	},
	{
		keys: ['q'],
		action: { type: 'quit' },
		footer: { keys: 'q', label: 'quit', rank: 2.6 },
		help: 'q, Ctrl-C: quit; the terminal is given back as it was',
	},
	{
		keys: ['ctrl+g'],
		action: { type: 'open', overlay: 'glossary' },
		footer: { keys: 'Ctrl-G', label: 'glossary', rank: 21 },
		when: ({ overlay }) => overlay?.kind !== 'glossary',
		help: 'Ctrl-G: the glossary, the terms on screen first; / finds a term in it',
	},
	{
		keys: ['/'],
		action: { type: 'open-find' },
		footer: { keys: '/', label: 'find', rank: 22 },
		when: (state) => !hasFilter(state),
		help: '/: find a text in what is open; n, N: the next match, the one before; Esc closes the find',
	},
];

/** Rows of an open search. They come before those of what is searched, which keep all other keys. */
export const FIND_ROWS: readonly KeyRow<ActionOf<'find-next' | 'close-find'>>[] = [
	{ keys: ['n'], action: { type: 'find-next', by: 1 }, footer: { keys: 'n', label: 'next match', rank: 0.1 } },
	{ keys: ['N'], action: { type: 'find-next', by: -1 }, footer: { keys: 'N', label: 'before', rank: 0.2 } },
	{ keys: ['escape'], action: { type: 'close-find' }, footer: { keys: 'Esc', label: 'close', rank: 0.3 } },
];

/** Rows of layers in which a number can have the focus. */
export const NUMBER_ROWS: readonly KeyRow<ActionOf<'step' | 'move' | 'focus-next' | 'type' | 'undo'>>[] = [
	{
		keys: ['right', 'l'],
		action: { type: 'step', by: 1 },
		footer: { keys: '←→', label: 'change', rank: 1 },
		help: '← → or h l: change the focused number by one step',
	},
	{ keys: ['left', 'h'], action: { type: 'step', by: -1 } },
	{
		keys: ['shift+right', 'L'],
		action: { type: 'step', by: 10 },
		footer: { keys: 'Shift-←→', label: 'by ten', rank: 9 },
		help: 'Shift-← → or H L: ten steps',
	},
	{ keys: ['shift+left', 'H'], action: { type: 'step', by: -10 } },
	{
		keys: ['down', 'j'],
		action: { type: 'move', rows: 1 },
		footer: { keys: '↑↓ Tab', label: 'move', rank: 2 },
		help: '↑ ↓ or j k: the number above or below',
	},
	{ keys: ['up', 'k'], action: { type: 'move', rows: -1 } },
	{
		keys: ['tab'],
		action: { type: 'focus-next', by: 1 },
		footer: { keys: '↑↓ Tab', label: 'move', rank: 2 },
		help: 'Tab, Shift-Tab: the next number, the one before',
	},
	{ keys: ['shift+tab'], action: { type: 'focus-next', by: -1 } },
	...[...'0123456789.$-'].map(
		(text): KeyRow<ActionOf<'type'>> => ({
			keys: [text],
			action: { type: 'type', text },
			footer: { keys: '0-9', label: 'type', rank: 4 },
		}),
	),
	{ keys: ['u'], action: { type: 'undo', by: -1 }, footer: { keys: 'u', label: 'undo', rank: 5 }, help: 'u: undo' },
	{ keys: ['U'], action: { type: 'undo', by: 1 }, footer: { keys: 'U', label: 'redo', rank: 10 }, help: 'U: redo' },
];

/** Rows of layers in which a board is edited: lab and lesson. */
export const BOARD_ROWS: readonly KeyRow<ActionOf<'enter' | 'open' | 'reset-input' | 'ask-reset'>>[] = [
	{
		keys: ['enter'],
		action: { type: 'enter' },
		footer: { keys: '0-9', label: 'type', rank: 4 },
		help: 'a digit or Enter: type a value (0.3, .3, 30% and 30 are the same percent)',
	},
	{
		keys: ['a'],
		action: { type: 'open', overlay: 'artifact' },
		footer: { keys: 'a', label: 'artifact', rank: 11 },
		help: 'a: the artifact as it was first seen',
	},
	{
		keys: ['t'],
		action: { type: 'open', overlay: 'states' },
		footer: { keys: 't', label: 'states', rank: 12.5 },
		help: 't: states of the scenario, such as its healthy start and how it is mended; Enter enters one',
	},
	{
		keys: ['x'],
		action: { type: 'reset-input' },
		footer: { keys: 'x', label: 'reset', rank: 13 },
		help: 'x: put the focused number back',
	},
	{
		keys: ['X'],
		action: { type: 'ask-reset' },
		footer: { keys: 'X', label: 'reset all', rank: 15 },
		help: 'X: put every number back (asks first)',
	},
	{
		keys: ['y'],
		action: { type: 'open', overlay: 'history' },
		footer: { keys: 'y', label: 'history', rank: 16 },
		help: 'y: everything that was done; Enter goes back to a point of it',
	},
	{
		keys: ['S'],
		action: { type: 'open', overlay: 'share' },
		footer: { keys: 'S', label: 'share', rank: 17 },
		help: 'S: the command line that reproduces this state',
	},
];

/** Rows of layers in which a value is typed for the focused number. */
export const TYPED_VALUE_ROWS: readonly KeyRow<ActionOf<'enter' | 'erase' | 'back' | 'focus-next'>>[] = [
	{ keys: ['enter'], action: { type: 'enter' }, footer: { keys: 'Enter', label: 'take it', rank: 1 } },
	{
		keys: ['escape'],
		action: { type: 'back' },
		footer: { keys: 'Esc', label: 'leave it', rank: 2 },
		help: 'Esc: discard what was typed; close the overlay',
	},
	{ keys: ['backspace', 'delete'], action: { type: 'erase' }, footer: { keys: 'Backspace', label: 'erase', rank: 3 } },
	{ keys: ['tab'], action: { type: 'focus-next', by: 1 } },
	{ keys: ['shift+tab'], action: { type: 'focus-next', by: -1 } },
];

/** Rows of layers in which a filter is typed. */
export const FILTER_ROWS: readonly KeyRow<ActionOf<'back' | 'scroll' | 'erase'>>[] = [
	{ keys: ['escape'], action: { type: 'back' }, footer: { keys: 'Esc', label: 'show all', rank: 2 } },
	{ keys: ['down'], action: { type: 'scroll', by: 1 }, footer: { keys: '↑↓', label: 'move', rank: 3 } },
	{ keys: ['up'], action: { type: 'scroll', by: -1 } },
	{ keys: ['pagedown'], action: { type: 'scroll', by: 10 }, footer: { keys: 'PgUp/PgDn', label: 'ten', rank: 4 } },
	{ keys: ['pageup'], action: { type: 'scroll', by: -10 } },
	{ keys: ['backspace', 'delete'], action: { type: 'erase' }, footer: { keys: 'Backspace', label: 'erase', rank: 5 } },
];

/** Returns rows of layers that scroll by lines and in which characters are commands. */
export const scrollRows = (rank: number): readonly KeyRow<ActionOf<'scroll'>>[] => [
	{ keys: ['down', 'j'], action: { type: 'scroll', by: 1 }, footer: { keys: '↑↓', label: 'move', rank } },
	{ keys: ['up', 'k'], action: { type: 'scroll', by: -1 } },
];

/** Rows of layers that scroll or move through a list and in which no text is typed. */
export const HALF_PAGE_ROWS: readonly KeyRow<ActionOf<'half-page'>>[] = [
	{ keys: ['ctrl+d'], action: { type: 'half-page', by: 1 }, help: 'Ctrl-D, Ctrl-U: half a page down, half a page up' },
	{ keys: ['ctrl+u'], action: { type: 'half-page', by: -1 } },
];

const editRow = (keys: readonly string[], command: EditCommand, help?: string): KeyRow<ActionOf<'edit-text'>> => ({
	keys,
	action: { type: 'edit-text', move: command },
	...(help !== undefined && { help }),
});

/** Rows of layers in which text is edited, with the usual keys of shells and editors. */
export const EDITOR_ROWS: readonly KeyRow<ActionOf<'edit-text'>>[] = [
	editRow(['left'], 'left'),
	editRow(['right'], 'right'),
	editRow(['alt+b', 'alt+left', 'ctrl+left'], 'word-left'),
	editRow(
		['alt+f', 'alt+right', 'ctrl+right'],
		'word-right',
		'Alt-B, Alt-F or Ctrl-← → in a text: one word back, one word forward',
	),
	editRow(['ctrl+a', 'home'], 'home', 'Ctrl-A, Ctrl-E in a text: start and end of the line'),
	editRow(['ctrl+e', 'end'], 'end'),
	editRow(['delete', 'ctrl+d'], 'erase-right'),
	editRow(
		['ctrl+w', 'alt+backspace', 'ctrl+backspace'],
		'erase-word',
		'Ctrl-W, Alt-D, Ctrl-K in a text: erase the word before the cursor, the word after it, the rest of the line',
	),
	editRow(['alt+d'], 'erase-word-right'),
	editRow(['ctrl+k'], 'erase-after'),
];

/** Rows of layers in which a line is edited. */
export const LINE_ROWS: readonly KeyRow<ActionOf<'edit-text'>>[] = [
	...EDITOR_ROWS,
	{
		...editRow(['ctrl+u'], 'erase-before', 'Ctrl-U in a worksheet or a find: erase to the start of the line'),
		footer: { keys: 'Ctrl-U', label: 'erase line', rank: 4 },
	},
	{ ...editRow(['backspace'], 'erase'), footer: { keys: 'Backspace', label: 'erase', rank: 5 } },
];

/** Rows of the line in which a text to find is typed. */
export const FIND_LINE_ROWS: readonly KeyRow<ActionOf<'enter' | 'back' | 'edit-text'>>[] = [
	{ keys: ['enter'], action: { type: 'enter' }, footer: { keys: 'Enter', label: 'keep it open', rank: 1 } },
	{ keys: ['escape'], action: { type: 'back' }, footer: { keys: 'Esc', label: 'leave it', rank: 2 } },
	...LINE_ROWS,
];
