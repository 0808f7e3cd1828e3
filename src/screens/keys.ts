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
export const COMMAND_ROWS: readonly KeyRow<ActionOf<'open' | 'open-find' | 'open-palette' | 'quit'>>[] = [
	{
		keys: ['?'],
		action: { type: 'open', overlay: 'help' },
		name: 'show the help',
		group: 'program',
		footer: { keys: '?', label: 'help', rank: 2.5 },
		when: ({ overlay }) => overlay?.kind !== 'help',
		help: '?, ? again: this help, how to read the words and marks',
	},
	{
		keys: ['?'],
		action: { type: 'open', overlay: 'legend' },
		name: 'explain the words and marks',
		footer: { keys: '?', label: 'words and marks', rank: 0.5 },
		when: ({ overlay }) => overlay?.kind === 'help',
	},
	{
		keys: ['q'],
		action: { type: 'quit' },
		name: 'quit',
		group: 'program',
		footer: { keys: 'q', label: 'quit', rank: 2.6 },
		help: 'q, Ctrl-C: quit',
	},
	{
		keys: [':'],
		action: { type: 'open-palette' },
		name: 'list every command and place',
		footer: { keys: ':', label: 'commands', rank: 2.65 },
		help: ':, :12: any command or place by name; row or lesson 12',
		group: 'move',
	},
	{
		keys: ['ctrl+g'],
		action: { type: 'open', overlay: 'glossary' },
		name: 'open the glossary',
		group: 'why',
		footer: { keys: 'Ctrl-G', label: 'glossary', rank: 21 },
		when: ({ overlay }) => overlay?.kind !== 'glossary',
		help: 'Ctrl-G: the glossary, the terms on screen first',
	},
	{
		keys: ['/'],
		action: { type: 'open-find' },
		name: 'find a text',
		group: 'move',
		footer: { keys: '/', label: 'find', rank: 22 },
		when: (state) => !hasFilter(state),
		help: '/: find a text in what is open; n, N: the next match, the one before',
	},
];

/** Rows of an open search. They come before those of what is searched, which keep all other keys. */
export const FIND_ROWS: readonly KeyRow<ActionOf<'find-next' | 'close-find'>>[] = [
	{
		keys: ['n'],
		action: { type: 'find-next', by: 1 },
		name: 'go to the next match',
		footer: { keys: 'n', label: 'next match', rank: 0.1 },
	},
	{
		keys: ['N'],
		action: { type: 'find-next', by: -1 },
		name: 'go to the match before',
		footer: { keys: 'N', label: 'before', rank: 0.2 },
	},
	{
		keys: ['escape'],
		action: { type: 'close-find' },
		name: 'close the find',
		footer: { keys: 'Esc', label: 'close', rank: 0.3 },
	},
];

/** Rows of layers in which a number can have the focus. */
export const NUMBER_ROWS: readonly KeyRow<ActionOf<'step' | 'move' | 'focus-next' | 'type' | 'undo'>>[] = [
	{
		keys: ['right', 'l'],
		action: { type: 'step', by: 1 },
		name: 'raise the number by one step',
		group: 'change',
		footer: { keys: '←→', label: 'change', rank: 1 },
		help: '← →, Shift-← → or h l, H L: change the focused number by one step, by ten',
	},
	{ keys: ['left', 'h'], action: { type: 'step', by: -1 }, name: 'lower the number by one step' },
	{
		keys: ['shift+right', 'L'],
		action: { type: 'step', by: 10 },
		name: 'raise the number by ten steps',
		footer: { keys: 'Shift-←→', label: 'by ten', rank: 9 },
	},
	{ keys: ['shift+left', 'H'], action: { type: 'step', by: -10 }, name: 'lower the number by ten steps' },
	{
		keys: ['down', 'j'],
		action: { type: 'move', rows: 1 },
		name: 'go to the number below',
		group: 'move',
		footer: { keys: '↑↓ Tab', label: 'move', rank: 2 },
		help: '↑ ↓ or j k, Tab: the number above or below, the next one',
	},
	{ keys: ['up', 'k'], action: { type: 'move', rows: -1 }, name: 'go to the number above' },
	{
		keys: ['tab'],
		action: { type: 'focus-next', by: 1 },
		name: 'go to the next number',
		footer: { keys: '↑↓ Tab', label: 'move', rank: 2 },
	},
	{ keys: ['shift+tab'], action: { type: 'focus-next', by: -1 }, name: 'go to the number before' },
	...[...'0123456789.$-'].map(
		(text): KeyRow<ActionOf<'type'>> => ({
			keys: [text],
			action: { type: 'type', text },
			name: 'type a number',
			footer: { keys: '0-9', label: 'type', rank: 4 },
		}),
	),
	{
		keys: ['u'],
		action: { type: 'undo', by: -1 },
		name: 'undo',
		group: 'change',
		footer: { keys: 'u', label: 'undo', rank: 5 },
		help: 'u, U: undo, redo',
	},
	{ keys: ['U'], action: { type: 'undo', by: 1 }, name: 'redo', footer: { keys: 'U', label: 'redo', rank: 10 } },
];

/** Rows of layers in which a board is edited: lab and lesson. */
export const BOARD_ROWS: readonly KeyRow<ActionOf<'enter' | 'open' | 'reset-input' | 'ask-reset'>>[] = [
	{
		keys: ['enter'],
		action: { type: 'enter' },
		name: 'type a value',
		group: 'change',
		footer: { keys: '0-9', label: 'type', rank: 4 },
		help: 'a digit or Enter: type a value (30 and .3 are 30%, 1 is 1%, .9 is 90%)',
	},
	{
		keys: ['a'],
		action: { type: 'open', overlay: 'artifact' },
		name: 'show the artifact as it was first seen',
		group: 'why',
		footer: { keys: 'a', label: 'artifact', rank: 11 },
		help: 'a: the artifact as it was first seen',
	},
	{
		keys: ['t'],
		action: { type: 'open', overlay: 'states' },
		name: 'show the states of the scenario',
		group: 'why',
		footer: { keys: 't', label: 'states', rank: 12.5 },
		help: 't: states of the scenario, such as its healthy start and how it is mended',
	},
	{
		keys: ['x'],
		action: { type: 'reset-input' },
		name: 'put the focused number back',
		group: 'change',
		footer: { keys: 'x', label: 'reset', rank: 13 },
		help: 'x, X: put the focused number back, every number (asks first)',
	},
	{
		keys: ['X'],
		action: { type: 'ask-reset' },
		name: 'put every number back',
		footer: { keys: 'X', label: 'reset all', rank: 15 },
	},
	{
		keys: ['y'],
		action: { type: 'open', overlay: 'history' },
		name: 'show the history',
		group: 'why',
		footer: { keys: 'y', label: 'history', rank: 16 },
		help: 'y: everything that was done, to go back to a point of it',
	},
	{
		keys: ['S'],
		action: { type: 'open', overlay: 'share' },
		name: 'show the command line of this state',
		group: 'keep',
		footer: { keys: 'S', label: 'share', rank: 17 },
		help: 'S: the command line that reproduces this state',
	},
];

/** Returns the rows that erase a value or a filter being typed: its last character, or all of it. */
export const eraseRows = (rank: number): readonly KeyRow<ActionOf<'erase'>>[] => [
	{
		keys: ['backspace', 'delete'],
		action: { type: 'erase' },
		name: 'erase a character',
		footer: { keys: 'Backspace', label: 'erase', rank },
	},
	{
		keys: ['ctrl+u'],
		action: { type: 'erase', all: true },
		name: 'erase what was typed',
		footer: { keys: 'Ctrl-U', label: 'erase all', rank: 6 },
	},
];

/** Returns the rows that move in a list while a text is typed, when letters move nothing. */
export const chooseRows = (rank: number, label = 'move'): readonly KeyRow<ActionOf<'scroll'>>[] => [
	{
		keys: ['down'],
		action: { type: 'scroll', by: 1 },
		name: 'choose the next',
		footer: { keys: '↑↓', label, rank },
	},
	{ keys: ['up'], action: { type: 'scroll', by: -1 }, name: 'choose the one before' },
];

/** Returns the rows that go ten lines up or down. `rank`: of their entry in the footer; missing: they have none. */
export const tenRows = (rank?: number): readonly KeyRow<ActionOf<'scroll'>>[] => [
	{
		keys: ['pagedown'],
		action: { type: 'scroll', by: 10 },
		name: 'go ten down',
		...(rank !== undefined && { footer: { keys: 'PgUp/PgDn', label: 'ten', rank } }),
	},
	{ keys: ['pageup'], action: { type: 'scroll', by: -10 }, name: 'go ten up' },
];

/** Rows of layers in which a value is typed for the focused number. */
export const TYPED_VALUE_ROWS: readonly KeyRow<ActionOf<'enter' | 'erase' | 'back' | 'focus-next'>>[] = [
	{
		keys: ['enter'],
		action: { type: 'enter' },
		name: 'take what was typed',
		footer: { keys: 'Enter', label: 'take it', rank: 1 },
	},
	{
		keys: ['escape'],
		action: { type: 'back' },
		name: 'discard what was typed',
		footer: { keys: 'Esc', label: 'leave it', rank: 2 },
		group: 'change',
		help: 'Esc while you type: discard what was typed',
	},
	...eraseRows(3),
	{ keys: ['tab'], action: { type: 'focus-next', by: 1 }, name: 'discard it and go to the next number' },
	{ keys: ['shift+tab'], action: { type: 'focus-next', by: -1 }, name: 'discard it and go to the number before' },
];

/** Rows of layers in which a filter is typed. */
export const FILTER_ROWS: readonly KeyRow<ActionOf<'back' | 'scroll' | 'erase'>>[] = [
	{
		keys: ['escape'],
		action: { type: 'back' },
		name: 'drop the filter',
		footer: { keys: 'Esc', label: 'show all', rank: 2 },
	},
	...chooseRows(3),
	...tenRows(4),
	...eraseRows(5),
];

/** Returns rows of layers that scroll by lines and in which characters are commands. */
export const scrollRows = (rank: number): readonly KeyRow<ActionOf<'scroll'>>[] => [
	{
		keys: ['down', 'j'],
		action: { type: 'scroll', by: 1 },
		name: 'go down',
		footer: { keys: '↑↓', label: 'move', rank },
	},
	{ keys: ['up', 'k'], action: { type: 'scroll', by: -1 }, name: 'go up' },
];

/** Rows of layers that scroll or move through a list and in which no text is typed. */
export const HALF_PAGE_ROWS: readonly KeyRow<ActionOf<'half-page'>>[] = [
	{
		keys: ['ctrl+d'],
		action: { type: 'half-page', by: 1 },
		name: 'go half a page down',
		group: 'move',
		help: 'Ctrl-D, Ctrl-U: half a page down, half a page up',
	},
	{ keys: ['ctrl+u'], action: { type: 'half-page', by: -1 }, name: 'go half a page up' },
];

/**
 * Returns the rows that erase and go half a page in a list that typing narrows. Ctrl-U erases what was typed, and goes up
 * while nothing is.
 */
export const narrowedListRows = (
	rank: number,
	isNarrowed: (state: State) => boolean,
): readonly KeyRow<ActionOf<'erase' | 'half-page'>>[] => [
	...eraseRows(rank).map((row) => (row.keys.includes('ctrl+u') ? { ...row, when: isNarrowed } : row)),
	...HALF_PAGE_ROWS.map((row) =>
		row.keys.includes('ctrl+u') ? { ...row, when: (state: State) => !isNarrowed(state) } : row,
	),
];

const editRow = (keys: readonly string[], command: EditCommand, name: string): KeyRow<ActionOf<'edit-text'>> => ({
	keys,
	action: { type: 'edit-text', move: command },
	name,
});

/** Rows of layers in which text is edited, with the usual keys of shells and editors. */
export const EDITOR_ROWS: readonly KeyRow<ActionOf<'edit-text'>>[] = [
	editRow(['left'], 'left', 'move the cursor left'),
	editRow(['right'], 'right', 'move the cursor right'),
	{
		...editRow(['alt+b', 'alt+left', 'ctrl+left'], 'word-left', 'move the cursor back by a word'),
		group: 'write',
		help: 'Alt-B, Alt-F or Ctrl-← →; Ctrl-A, Ctrl-E: a word back, forward; the start, the end of the line',
	},
	editRow(['alt+f', 'alt+right', 'ctrl+right'], 'word-right', 'move the cursor forward by a word'),
	editRow(['ctrl+a', 'home'], 'home', 'move the cursor to the start of the line'),
	editRow(['ctrl+e', 'end'], 'end', 'move the cursor to the end of the line'),
	editRow(['delete', 'ctrl+d'], 'erase-right', 'erase the character at the cursor'),
	{
		...editRow(['ctrl+w', 'alt+backspace', 'ctrl+backspace'], 'erase-word', 'erase the word before the cursor'),
		group: 'write',
		help: 'Ctrl-W, Alt-D, Ctrl-K: erase the word before the cursor, after it, the rest of the line',
	},
	editRow(['alt+d'], 'erase-word-right', 'erase the word after the cursor'),
	editRow(['ctrl+k'], 'erase-after', 'erase the rest of the line'),
];

/** Rows of layers in which a line is edited. */
export const LINE_ROWS: readonly KeyRow<ActionOf<'edit-text'>>[] = [
	...EDITOR_ROWS,
	{
		...editRow(['ctrl+u'], 'erase-before', 'erase to the start of the line'),
		footer: { keys: 'Ctrl-U', label: 'erase line', rank: 4 },
	},
	{
		...editRow(['backspace'], 'erase', 'erase the character before the cursor'),
		footer: { keys: 'Backspace', label: 'erase', rank: 5 },
	},
];

/** Rows of the line in which a text to find is typed. */
export const FIND_LINE_ROWS: readonly KeyRow<ActionOf<'enter' | 'back' | 'edit-text'>>[] = [
	{
		keys: ['enter'],
		action: { type: 'enter' },
		name: 'keep the find open',
		footer: { keys: 'Enter', label: 'keep it open', rank: 1 },
	},
	{
		keys: ['escape'],
		action: { type: 'back' },
		name: 'cancel the find',
		footer: { keys: 'Esc', label: 'leave it', rank: 2 },
	},
	...LINE_ROWS,
];
