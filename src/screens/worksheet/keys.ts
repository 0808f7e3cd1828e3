import {
	COMMAND_ROWS,
	chooseRows,
	HALF_PAGE_ROWS,
	LINE_ROWS,
	NUMBER_ROWS,
	narrowedListRows,
	scrollRows,
	TYPED_VALUE_ROWS,
	tenRows,
} from '../keys.js';
import type { KeyRow } from '../screen.js';
import type { State } from '../state.js';
import { currentStep } from './state.js';

export const NO_WORKSHEET = 'there is no worksheet yet: n makes one';
export const NO_ITEMS = 'segments, rows, guardrails and the assumption can be added and removed';

/** Returns why a command on the chosen worksheet is disabled; null: it is not. */
const noWorksheet = ({ sheets: { entries } }: State): string | null => (entries?.length ? null : NO_WORKSHEET);

/** The list of worksheets. */
const LIST = [
	{
		keys: ['enter', ' '],
		action: { type: 'choose' },
		name: 'open the chosen worksheet',
		group: 'move',
		footer: { keys: 'Enter', label: 'open', rank: 1 },
		help: 'Enter in the worksheets: open the chosen one',
	},
	{
		keys: ['n'],
		action: { type: 'sheet', command: 'new' },
		name: 'make a worksheet from a template',
		group: 'keep',
		footer: { keys: 'n', label: 'new', rank: 1.5 },
		help: 'n in the worksheets: a new one, from a template',
	},
	{
		keys: ['r'],
		action: { type: 'sheet', command: 'rename' },
		name: 'rename the worksheet',
		group: 'keep',
		footer: { keys: 'r', label: 'rename', rank: 1.6 },
		help: 'r, c, d in the worksheets: rename, copy, delete (asks)',
		disabled: noWorksheet,
	},
	{
		keys: ['c'],
		action: { type: 'sheet', command: 'duplicate' },
		name: 'copy the worksheet',
		footer: { keys: 'c', label: 'copy', rank: 1.7 },
		disabled: noWorksheet,
	},
	{
		keys: ['d'],
		action: { type: 'sheet', command: 'delete' },
		name: 'delete the worksheet',
		footer: { keys: 'd', label: 'delete', rank: 1.8 },
		disabled: noWorksheet,
	},
	...scrollRows(2),
	...tenRows(),
	...HALF_PAGE_ROWS,
	{
		keys: ['escape'],
		action: { type: 'back' },
		name: 'go back to the contents',
		footer: { keys: 'Esc', label: 'contents', rank: 2.2 },
	},
	...COMMAND_ROWS,
] as const satisfies readonly KeyRow[];

/** Returns why nothing can be added or removed in the open step; null: something can. */
const noItems = (state: State): string | null =>
	['slices', 'rows', 'pressure', 'predict'].includes(currentStep(state)) ? null : NO_ITEMS;

/** The form. */
const FORM = [
	{
		keys: ['enter'],
		action: { type: 'enter' },
		name: 'write, or choose from a list',
		group: 'change',
		footer: { keys: 'Enter', label: 'write', rank: 0.9 },
		help: 'Enter in a worksheet: write words, type a number, choose from a list',
	},
	...NUMBER_ROWS,
	{
		keys: [']', ' '],
		action: { type: 'pane', by: 1 },
		name: 'go to the next step',
		group: 'move',
		footer: { keys: '] [', label: 'step', rank: 1.5 },
		help: '], [ in a worksheet: the next step, the one before',
	},
	{ keys: ['['], action: { type: 'pane', by: -1 }, name: 'go to the step before' },
	{
		keys: ['i', '!'],
		action: { type: 'hint' },
		name: 'go to the first thing that is missing',
		group: 'move',
		footer: { keys: 'i', label: 'missing', rank: 2.1 },
		help: 'i in a worksheet: go to the first thing that a review would miss',
	},
	{
		keys: ['e'],
		action: { type: 'export' },
		name: 'export the review artifact',
		footer: { keys: 'e', label: 'export', rank: 2.45 },
	},
	{
		keys: ['v'],
		action: { type: 'sheet', command: 'lab' },
		name: 'open its lab',
		group: 'why',
		footer: { keys: 'v', label: 'lab', rank: 2.55 },
		help: 'v in a worksheet: its lab; w comes back with what you tried',
	},
	{
		keys: ['escape'],
		action: { type: 'back' },
		name: 'go back to all worksheets',
		group: 'move',
		footer: { keys: 'Esc', label: 'all worksheets', rank: 4.5 },
		help: 'Esc in a worksheet: back to the list of them',
	},
	{
		keys: ['n'],
		action: { type: 'rows', command: 'add' },
		name: 'add an item',
		group: 'change',
		footer: { keys: 'n', label: 'add', rank: 7 },
		disabled: noItems,
		help: 'n, d in a worksheet: add or remove a segment, a row, a guardrail',
	},
	{
		keys: ['d'],
		action: { type: 'rows', command: 'remove' },
		name: 'remove the item',
		footer: { keys: 'd', label: 'remove', rank: 7.1 },
		disabled: noItems,
	},
	{
		keys: ['P'],
		action: { type: 'sheet', command: 'prices' },
		name: 'load a price list',
		group: 'keep',
		footer: { keys: 'P', label: 'prices', rank: 8.3 },
		help: 'P in a worksheet: load a price list',
	},
	{
		keys: ['ctrl+t'],
		action: { type: 'sheet', command: 'countdown' },
		name: 'start or stop a clock of ten minutes',
		group: 'practise',
		footer: { keys: 'Ctrl-T', label: 'clock', rank: 8.4 },
		help: 'Ctrl-T in a worksheet: a clock of ten minutes; again stops it',
	},
	{
		keys: ['pagedown'],
		action: { type: 'page', by: 1 },
		name: 'scroll down',
		group: 'move',
		footer: { keys: 'PgUp/PgDn', label: 'scroll', rank: 9.5 },
		help: 'PgUp PgDn in a worksheet: scroll what does not fit',
	},
	{ keys: ['pageup'], action: { type: 'page', by: -1 }, name: 'scroll up' },
	...HALF_PAGE_ROWS,
	{ keys: ['g', 'home'], action: { type: 'move', rows: -1_000_000 }, name: 'go to the first field' },
	{ keys: ['G', 'end'], action: { type: 'move', rows: 1_000_000 }, name: 'go to the last field' },
	...COMMAND_ROWS,
] as const satisfies readonly KeyRow[];

/** The text of a field. */
const WORDS = [
	{
		keys: ['enter'],
		action: { type: 'enter' },
		name: 'keep the words',
		group: 'change',
		footer: { keys: 'Enter', label: 'keep it', rank: 1 },
		help: 'Enter or Tab while you write: keep it and go on; Esc drops it',
	},
	{ keys: ['tab'], action: { type: 'focus-next', by: 1 }, name: 'keep the words and go to the next field' },
	{ keys: ['shift+tab'], action: { type: 'focus-next', by: -1 }, name: 'keep the words and go to the field before' },
	{
		keys: ['escape'],
		action: { type: 'back' },
		name: 'drop the words',
		footer: { keys: 'Esc', label: 'drop it', rank: 2 },
	},
	{ keys: ['up'], action: { type: 'edit-text', move: 'up' }, name: 'move the cursor up' },
	{ keys: ['down'], action: { type: 'edit-text', move: 'down' }, name: 'move the cursor down' },
	...LINE_ROWS,
	{
		keys: ['pagedown'],
		action: { type: 'page', by: 1 },
		name: 'scroll down',
		footer: { keys: 'PgUp/PgDn', label: 'scroll', rank: 9.5 },
	},
	{ keys: ['pageup'], action: { type: 'page', by: -1 }, name: 'scroll up' },
] as const satisfies readonly KeyRow[];

/** A list to pick from. */
const PICKER = [
	{
		keys: ['enter'],
		action: { type: 'choose' },
		name: 'take the chosen one',
		group: 'change',
		footer: { keys: 'Enter', label: 'this one', rank: 1 },
		help: 'Typing in a list narrows it; Enter takes the chosen one',
	},
	...chooseRows(2),
	{
		keys: ['escape'],
		action: { type: 'back' },
		name: 'clear the filter, then close the list',
		footer: { keys: 'Esc', label: 'back', rank: 3 },
	},
	...narrowedListRows(4, ({ sheets: { picker } }) => (picker?.filter ?? '') !== ''),
	...tenRows(),
] as const satisfies readonly KeyRow[];

/** A line typed below the screen. */
const PROMPT = [
	{
		keys: ['enter'],
		action: { type: 'enter' },
		name: 'take the line',
		footer: { keys: 'Enter', label: 'take it', rank: 1 },
	},
	{
		keys: ['escape'],
		action: { type: 'back' },
		name: 'leave the line',
		footer: { keys: 'Esc', label: 'leave it', rank: 2 },
	},
	{
		keys: ['tab'],
		action: { type: 'focus-next', by: 1 },
		name: 'choose another format',
		group: 'keep',
		footer: { keys: 'Tab', label: 'another format', rank: 3 },
		help: 'Tab while an artifact is named: Markdown, HTML, JSON in turn',
		when: ({ prompt }) => prompt?.purpose.for === 'export',
	},
	...LINE_ROWS,
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
