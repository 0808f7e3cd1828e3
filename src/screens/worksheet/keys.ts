import { COMMAND_ROWS, EDITOR_ROWS, NUMBER_ROWS, scrollRows, TYPED_VALUE_ROWS } from '../keys.js';
import type { KeyRow } from '../screen.js';
import type { State } from '../state.js';

/** Why a command on the chosen worksheet is disabled; null: it is not. */
const noWorksheet = ({ sheets: { entries } }: State): string | null =>
	entries?.length ? null : 'there is no worksheet yet: n makes one';

const PAGE_ROWS = [
	{ keys: ['pagedown'], action: { type: 'scroll', by: 10 }, shown: 'PgUp/PgDn', label: 'ten' },
	{ keys: ['pageup'], action: { type: 'scroll', by: -10 }, shown: 'PgUp/PgDn', label: 'ten' },
] as const satisfies readonly KeyRow[];

/** The list of worksheets. */
const LIST = [
	{
		keys: ['enter', ' '],
		action: { type: 'choose' },
		shown: 'Enter',
		label: 'open',
		help: 'Enter in the worksheets: open the chosen one',
		rank: 1,
	},
	{
		keys: ['n'],
		action: { type: 'sheet', command: 'new' },
		shown: 'n',
		label: 'new',
		help: 'n in the worksheets: a new one, from a template',
		rank: 1.5,
	},
	{
		keys: ['r'],
		action: { type: 'sheet', command: 'rename' },
		shown: 'r',
		label: 'rename',
		help: 'r, c, d in the worksheets: rename, copy, delete (asks)',
		rank: 1.6,
		disabled: noWorksheet,
	},
	{
		keys: ['c'],
		action: { type: 'sheet', command: 'duplicate' },
		shown: 'c',
		label: 'copy',
		rank: 1.7,
		disabled: noWorksheet,
	},
	{
		keys: ['d'],
		action: { type: 'sheet', command: 'delete' },
		shown: 'd',
		label: 'delete',
		rank: 1.8,
		disabled: noWorksheet,
	},
	...scrollRows(2),
	...PAGE_ROWS,
	{ keys: ['escape'], action: { type: 'back' }, shown: 'Esc', label: 'contents', rank: 2.2 },
	...COMMAND_ROWS,
] as const satisfies readonly KeyRow[];

/** The form. */
const FORM = [
	{
		keys: ['enter'],
		action: { type: 'enter' },
		shown: 'Enter',
		label: 'write',
		help: 'Enter in a worksheet: write words, type a number, choose from a list',
		rank: 0.9,
	},
	...NUMBER_ROWS,
	{
		keys: [']', ' '],
		action: { type: 'pane', by: 1 },
		shown: '] [',
		label: 'step',
		help: '], [ in a worksheet: the next step, the one before',
		rank: 1.5,
	},
	{ keys: ['['], action: { type: 'pane', by: -1 }, shown: '] [', label: 'step', rank: 1.5 },
	{
		keys: ['i'],
		action: { type: 'hint' },
		shown: 'i',
		label: 'missing',
		help: 'i in a worksheet: go to the first thing that a review would miss',
		rank: 2.1,
	},
	{ keys: ['e'], action: { type: 'export' }, shown: 'e', label: 'export', rank: 2.45 },
	{
		keys: ['v'],
		action: { type: 'sheet', command: 'lab' },
		shown: 'v',
		label: 'lab',
		help: 'v in a worksheet: its lab; w comes back with what you tried',
		rank: 2.55,
	},
	{
		keys: ['escape'],
		action: { type: 'back' },
		shown: 'Esc',
		label: 'all worksheets',
		help: 'Esc in a worksheet: back to the list of them',
		rank: 4.5,
	},
	{
		keys: ['n'],
		action: { type: 'rows', command: 'add' },
		shown: 'n',
		label: 'add',
		help: 'n, d in a worksheet: add or remove a slice, a row, a guardrail',
		rank: 7,
	},
	{ keys: ['d'], action: { type: 'rows', command: 'remove' }, shown: 'd', label: 'remove', rank: 7.1 },
	{
		keys: ['P'],
		action: { type: 'sheet', command: 'prices' },
		shown: 'P',
		label: 'prices',
		help: 'P in a worksheet: load a price list',
		rank: 8.3,
	},
	{
		keys: ['ctrl+t'],
		action: { type: 'sheet', command: 'countdown' },
		shown: 'Ctrl-T',
		label: 'clock',
		help: 'Ctrl-T in a worksheet: a clock of ten minutes; again stops it',
		rank: 8.4,
	},
	{
		keys: ['pagedown'],
		action: { type: 'page', by: 1 },
		shown: 'PgUp/PgDn',
		label: 'scroll',
		help: 'PgUp PgDn in a worksheet: scroll what does not fit',
		rank: 9.5,
	},
	{ keys: ['pageup'], action: { type: 'page', by: -1 }, shown: 'PgUp/PgDn', label: 'scroll', rank: 9.5 },
	{ keys: ['g', 'home'], action: { type: 'move', rows: -1_000_000 }, shown: 'g/G', label: 'ends' },
	{ keys: ['G', 'end'], action: { type: 'move', rows: 1_000_000 }, shown: 'g/G', label: 'ends' },
	...COMMAND_ROWS,
] as const satisfies readonly KeyRow[];

/** Wherever text is edited. */
const LINE = [
	...EDITOR_ROWS,
	{
		keys: ['ctrl+u'],
		action: { type: 'edit-text', move: 'erase-before' },
		shown: 'Ctrl-U',
		label: 'erase line',
		help: 'Ctrl-U in a worksheet: erase to the start of the line',
		rank: 4,
	},
	{ keys: ['backspace'], action: { type: 'edit-text', move: 'erase' }, shown: 'Backspace', label: 'erase', rank: 5 },
] as const satisfies readonly KeyRow[];

/** The text of a field. */
const WORDS = [
	{
		keys: ['enter'],
		action: { type: 'enter' },
		shown: 'Enter',
		label: 'keep it',
		help: 'Enter or Tab while you write: keep it and go on; Esc drops it',
		rank: 1,
	},
	{ keys: ['tab'], action: { type: 'next', by: 1 }, shown: 'Enter', label: 'keep it', rank: 1 },
	{ keys: ['shift+tab'], action: { type: 'next', by: -1 }, shown: 'Enter', label: 'keep it', rank: 1 },
	{ keys: ['escape'], action: { type: 'back' }, shown: 'Esc', label: 'drop it', rank: 2 },
	{ keys: ['up'], action: { type: 'edit-text', move: 'up' }, shown: '↑↓', label: 'line' },
	{ keys: ['down'], action: { type: 'edit-text', move: 'down' }, shown: '↑↓', label: 'line' },
	...LINE,
	{ keys: ['pagedown'], action: { type: 'page', by: 1 }, shown: 'PgUp/PgDn', label: 'scroll', rank: 9.5 },
	{ keys: ['pageup'], action: { type: 'page', by: -1 }, shown: 'PgUp/PgDn', label: 'scroll', rank: 9.5 },
] as const satisfies readonly KeyRow[];

/** A list to pick from. */
const PICKER = [
	{
		keys: ['enter'],
		action: { type: 'choose' },
		shown: 'Enter',
		label: 'this one',
		help: 'Typing in a list narrows it; Enter takes the chosen one',
		rank: 1,
	},
	{ keys: ['down'], action: { type: 'scroll', by: 1 }, shown: '↑↓', label: 'move', rank: 2 },
	{ keys: ['up'], action: { type: 'scroll', by: -1 }, shown: '↑↓', label: 'move', rank: 2 },
	{ keys: ['escape'], action: { type: 'back' }, shown: 'Esc', label: 'back', rank: 3 },
	{ keys: ['backspace', 'delete'], action: { type: 'erase' }, shown: 'Backspace', label: 'erase', rank: 4 },
	...PAGE_ROWS,
] as const satisfies readonly KeyRow[];

/** A line typed below the screen. */
const PROMPT = [
	{ keys: ['enter'], action: { type: 'enter' }, shown: 'Enter', label: 'take it', rank: 1 },
	{ keys: ['escape'], action: { type: 'back' }, shown: 'Esc', label: 'leave it', rank: 2 },
	{
		keys: ['tab'],
		action: { type: 'next', by: 1 },
		shown: 'Tab',
		label: 'another format',
		help: 'Tab while an artifact is named: Markdown, HTML, JSON in turn',
		rank: 3,
		when: ({ prompt }) => prompt?.purpose.for === 'export',
	},
	...LINE,
] as const satisfies readonly KeyRow[];

/** The rows of worksheets, by layer. */
export const WORKSHEET_KEYS = {
	list: LIST,
	form: FORM,
	value: TYPED_VALUE_ROWS,
	words: WORDS,
	picker: PICKER,
	prompt: PROMPT,
};
