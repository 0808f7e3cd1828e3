import { COMMAND_ROWS, scrollRows } from '../keys.js';
import type { KeyRow } from '../screen.js';

const CONTENTS = [
	{ keys: ['enter', ' '], action: { type: 'choose' }, shown: 'Enter', label: 'open', rank: 1 },
	...scrollRows(2),
	{
		keys: ['d'],
		action: { type: 'drill', start: null },
		shown: 'd',
		label: 'drills',
		help: 'd in the contents or a lesson: practise what was learned',
		rank: 2.05,
	},
	{
		keys: ['w'],
		action: { type: 'go', screen: 'worksheet' },
		shown: 'w',
		label: 'worksheet',
		help: 'w in the contents or a lesson: worksheets, for a feature of your own',
		rank: 2.07,
	},
	{
		keys: ['/'],
		action: { type: 'find' },
		shown: '/',
		label: 'find',
		help: '/ in the contents: find a lesson, a scenario or a term',
		rank: 2.4,
	},
	...COMMAND_ROWS,
	{
		keys: ['p'],
		action: { type: 'open', overlay: 'progress' },
		shown: 'p',
		label: 'progress',
		help: 'p in the contents: how far you are, and how your guesses went',
		rank: 2.5,
	},
	{ keys: ['o'], action: { type: 'open', overlay: 'scenarios' }, shown: 'o', label: 'scenarios', rank: 3 },
	{
		keys: ['x'],
		action: { type: 'ask-restart', all: false },
		shown: 'x',
		label: 'start afresh',
		help: 'x in the contents: start the chosen lesson afresh (asks); X: all of them',
		rank: 4,
	},
	{ keys: ['X'], action: { type: 'ask-restart', all: true }, shown: 'X', label: 'all afresh', rank: 5 },
	{ keys: ['pagedown'], action: { type: 'scroll', by: 10 }, shown: 'PgUp/PgDn', label: 'ten' },
	{ keys: ['pageup'], action: { type: 'scroll', by: -10 }, shown: 'PgUp/PgDn', label: 'ten' },
	{ keys: ['G', 'end'], action: { type: 'scroll', by: 1_000_000 }, shown: 'g/G', label: 'ends' },
	{ keys: ['g', 'home'], action: { type: 'scroll', by: -1_000_000 }, shown: 'g/G', label: 'ends' },
] as const satisfies readonly KeyRow[];

const SEARCH = [
	{ keys: ['enter'], action: { type: 'choose' }, shown: 'Enter', label: 'open', rank: 1 },
	{ keys: ['down'], action: { type: 'scroll', by: 1 }, shown: '↑↓', label: 'move', rank: 2 },
	{ keys: ['up'], action: { type: 'scroll', by: -1 }, shown: '↑↓', label: 'move', rank: 2 },
	{ keys: ['escape'], action: { type: 'back' }, shown: 'Esc', label: 'show all', rank: 2.1 },
	{ keys: ['backspace', 'delete'], action: { type: 'erase' }, shown: 'Backspace', label: 'erase', rank: 3 },
	{ keys: ['pagedown'], action: { type: 'scroll', by: 10 }, shown: 'PgUp/PgDn', label: 'ten' },
	{ keys: ['pageup'], action: { type: 'scroll', by: -10 }, shown: 'PgUp/PgDn', label: 'ten' },
] as const satisfies readonly KeyRow[];

/** The rows of the contents, by layer. */
export const CONTENTS_KEYS = { contents: CONTENTS, search: SEARCH };
