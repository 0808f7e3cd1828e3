import { COMMAND_ROWS, FILTER_ROWS, HALF_PAGE_ROWS, scrollRows } from '../keys.js';
import type { KeyRow } from '../screen.js';
import type { State } from '../state.js';

const COMMON = [
	{ keys: ['escape'], action: { type: 'back' }, footer: { keys: 'Esc', label: 'back', rank: 2 } },
	...COMMAND_ROWS,
	...scrollRows(3),
	{ keys: ['pagedown', ' '], action: { type: 'scroll', by: 10 }, footer: { keys: 'PgUp/PgDn', label: 'ten', rank: 4 } },
	{ keys: ['pageup'], action: { type: 'scroll', by: -10 } },
	...HALF_PAGE_ROWS,
	{ keys: ['g', 'home'], action: { type: 'scroll', by: -1_000_000 } },
	{ keys: ['G', 'end'], action: { type: 'scroll', by: 1_000_000 } },
] as const satisfies readonly KeyRow[];

/** Whether the screen below shows the scenario that story and artifact belong to. */
const showsScenario = ({ screen }: State): boolean => screen === 'lab' || screen === 'lesson';

const READING = [
	...COMMON,
	{
		keys: ['s'],
		action: { type: 'open', overlay: 'story' },
		footer: { keys: 's', label: 'story', rank: 5 },
		when: showsScenario,
	},
	{
		keys: ['a'],
		action: { type: 'open', overlay: 'artifact' },
		footer: { keys: 'a', label: 'artifact', rank: 6 },
		when: showsScenario,
	},
] as const satisfies readonly KeyRow[];

const CHOOSING = [
	{ keys: ['enter'], action: { type: 'choose' }, footer: { keys: 'Enter', label: 'go there', rank: 1 } },
	...COMMON,
] as const satisfies readonly KeyRow[];

const FIND = {
	keys: ['/'],
	action: { type: 'find' },
	footer: { keys: '/', label: 'find', rank: 2.4 },
	help: '/ in the list of scenarios: find one by its words or by what it teaches',
} as const satisfies KeyRow;

const OPEN = {
	keys: ['enter'],
	action: { type: 'choose' },
	footer: { keys: 'Enter', label: 'open it', rank: 1 },
} as const satisfies KeyRow;

/** The rows of overlays, by layer: pages, lists, the list of scenarios, the glossary, and a filter being typed. */
export const OVERLAY_KEYS = {
	reading: READING,
	choosing: CHOOSING,
	scenarios: [OPEN, FIND, ...COMMON],
	glossary: [FIND, ...COMMON],
	find: [OPEN, ...FILTER_ROWS],
} as const;
