import { COMMAND_ROWS, chooseRows, HALF_PAGE_ROWS, narrowedListRows, scrollRows, tenRows } from '../keys.js';
import type { KeyRow } from '../screen.js';

const CONTENTS = [
	{
		keys: ['enter', ' '],
		action: { type: 'choose' },
		name: 'open the chosen entry',
		group: 'move',
		footer: { keys: 'Enter', label: 'open', rank: 1 },
		help: 'Enter, ↑ ↓: open the chosen entry, choose another',
	},
	...scrollRows(2),
	{
		keys: ['d'],
		action: { type: 'drill', start: null },
		name: 'practise in the drills',
		group: 'practise',
		footer: { keys: 'd', label: 'drills', rank: 2.05 },
		help: 'd: practise what was learned',
	},
	{
		keys: ['w'],
		action: { type: 'go', screen: 'worksheet' },
		name: 'open the worksheets',
		group: 'keep',
		footer: { keys: 'w', label: 'worksheet', rank: 2.07 },
		help: 'w: worksheets, for a feature of your own',
	},
	{
		keys: ['/'],
		action: { type: 'find' },
		name: 'find a lesson, a scenario or a term',
		group: 'move',
		footer: { keys: '/', label: 'find', rank: 2.4 },
		help: '/: find a lesson, a scenario or a term',
	},
	...COMMAND_ROWS,
	{
		keys: ['p'],
		action: { type: 'open', overlay: 'progress' },
		name: 'show your progress',
		group: 'practise',
		footer: { keys: 'p', label: 'progress', rank: 2.5 },
		help: 'p: how far you are, and how your guesses went',
	},
	{
		keys: ['o'],
		action: { type: 'open', overlay: 'scenarios' },
		name: 'open a scenario',
		group: 'move',
		footer: { keys: 'o', label: 'scenarios', rank: 3 },
		help: 'o: the list of scenarios',
	},
	{
		keys: ['x'],
		action: { type: 'ask-restart', all: false },
		name: 'start the chosen lesson afresh',
		group: 'practise',
		footer: { keys: 'x', label: 'start afresh', rank: 4 },
		help: 'x: start the chosen lesson afresh (asks); X: all of them',
	},
	{
		keys: ['X'],
		action: { type: 'ask-restart', all: true },
		name: 'start all lessons afresh',
		footer: { keys: 'X', label: 'all afresh', rank: 5 },
	},
	{ keys: ['pagedown'], action: { type: 'scroll', by: 10 }, name: 'go ten entries down' },
	{ keys: ['pageup'], action: { type: 'scroll', by: -10 }, name: 'go ten entries up' },
	...HALF_PAGE_ROWS,
	{ keys: ['G', 'end'], action: { type: 'scroll', by: 1_000_000 }, name: 'go to the last entry' },
	{ keys: ['g', 'home'], action: { type: 'scroll', by: -1_000_000 }, name: 'go to the first entry' },
] as const satisfies readonly KeyRow[];

const SEARCH = [
	{
		keys: ['enter'],
		action: { type: 'choose' },
		name: 'open the chosen entry',
		footer: { keys: 'Enter', label: 'open', rank: 1 },
	},
	...chooseRows(2),
	{
		keys: ['escape'],
		action: { type: 'back' },
		name: 'show all lessons',
		footer: { keys: 'Esc', label: 'show all', rank: 2.1 },
	},
	...narrowedListRows(3, ({ contents }) => contents.filter !== ''),
	...tenRows(),
] as const satisfies readonly KeyRow[];

/** The rows of the contents, by layer. */
export const CONTENTS_KEYS = { contents: CONTENTS, search: SEARCH };
