import { COMMAND_ROWS, chooseRows, FILTER_ROWS, HALF_PAGE_ROWS, LINE_ROWS, scrollRows, tenRows } from '../keys.js';
import type { KeyRow } from '../screen.js';
import type { State } from '../state.js';

const COMMON = [
	{ keys: ['escape'], action: { type: 'back' }, name: 'close this', footer: { keys: 'Esc', label: 'back', rank: 2 } },
	...COMMAND_ROWS,
	...scrollRows(3),
	{
		keys: ['pagedown', ' '],
		action: { type: 'scroll', by: 10 },
		name: 'go ten down',
		footer: { keys: 'PgUp/PgDn', label: 'ten', rank: 4 },
	},
	{ keys: ['pageup'], action: { type: 'scroll', by: -10 }, name: 'go ten up' },
	...HALF_PAGE_ROWS,
	{ keys: ['g', 'home'], action: { type: 'scroll', by: -1_000_000 }, name: 'go to the start' },
	{ keys: ['G', 'end'], action: { type: 'scroll', by: 1_000_000 }, name: 'go to the end' },
] as const satisfies readonly KeyRow[];

/** Whether the screen below shows the scenario that story and artifact belong to. */
const showsScenario = ({ screen }: State): boolean => screen === 'lab' || screen === 'lesson';

const READING = [
	...COMMON,
	{
		keys: ['s'],
		action: { type: 'open', overlay: 'story' },
		name: 'read what happened here',
		footer: { keys: 's', label: 'story', rank: 5 },
		when: showsScenario,
	},
	{
		keys: ['a'],
		action: { type: 'open', overlay: 'artifact' },
		name: 'show the artifact as it was first seen',
		footer: { keys: 'a', label: 'artifact', rank: 6 },
		when: showsScenario,
	},
] as const satisfies readonly KeyRow[];

const CHOOSING = [
	{
		keys: ['enter'],
		action: { type: 'choose' },
		name: 'go to the chosen one',
		footer: { keys: 'Enter', label: 'go there', rank: 1 },
	},
	...COMMON,
] as const satisfies readonly KeyRow[];

const FIND = {
	keys: ['/'],
	action: { type: 'find' },
	name: 'find by words',
	group: 'move',
	footer: { keys: '/', label: 'find', rank: 2.4 },
	help: '/ in the list of scenarios: find one by its words or by what it teaches',
} as const satisfies KeyRow;

const OPEN = {
	keys: ['enter'],
	action: { type: 'choose' },
	name: 'open the chosen one',
	footer: { keys: 'Enter', label: 'open it', rank: 1 },
} as const satisfies KeyRow;

const PALETTE = [
	{
		keys: ['enter'],
		action: { type: 'run-chosen' },
		name: 'do what is chosen',
		footer: { keys: 'Enter', label: 'do it', rank: 1 },
	},
	{
		keys: ['escape'],
		action: { type: 'back' },
		name: 'close the list of commands',
		footer: { keys: 'Esc', label: 'close', rank: 2 },
	},
	...chooseRows(3, 'choose'),
	...tenRows(3.5),
	...LINE_ROWS,
] as const satisfies readonly KeyRow[];

/** The rows of overlays, by layer: pages, lists, the list of scenarios, the glossary, a filter being typed, and the palette. */
export const OVERLAY_KEYS = {
	reading: READING,
	choosing: CHOOSING,
	scenarios: [OPEN, FIND, ...COMMON],
	sources: [{ keys: ['='], action: { type: 'back' }, name: 'close this' }, ...COMMON],
	glossary: [FIND, ...COMMON],
	find: [OPEN, ...FILTER_ROWS],
	palette: PALETTE,
} as const;
