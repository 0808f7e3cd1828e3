import { currentEntry } from '../../board/lab.js';
import { BOARD_ROWS, COMMAND_ROWS, NUMBER_ROWS, TYPED_VALUE_ROWS } from '../keys.js';
import type { KeyRow } from '../screen.js';
import { currentLab, type State } from '../state.js';

const isTrace = ({ pane }: State): boolean => pane === 'trace';

/** Whether the cost table of rows can be shown: the scenario had rows when loaded, or has some now. */
function hasRows(state: State): boolean {
	const lab = currentLab(state);
	return state.pane === 'cost' && (lab.loaded.rows.length > 0 || currentEntry(lab).scenario.rows.length > 0);
}

const LAB = [
	...NUMBER_ROWS,
	{
		keys: ['pagedown'],
		action: { type: 'move', rows: 10 },
		shown: 'PgUp/PgDn',
		label: 'ten rows',
		help: 'PgUp PgDn: ten rows',
	},
	{ keys: ['pageup'], action: { type: 'move', rows: -10 }, shown: 'PgUp/PgDn', label: 'ten rows' },
	{
		keys: ['G', 'end'],
		action: { type: 'move', rows: 1_000_000 },
		shown: 'g/G',
		label: 'ends',
		help: 'g G or Home End: the first or last row',
	},
	{ keys: ['g', 'home'], action: { type: 'move', rows: -1_000_000 }, shown: 'g/G', label: 'ends' },
	...BOARD_ROWS,
	{
		keys: [']'],
		action: { type: 'pane', by: 1 },
		shown: '[ ]',
		label: 'pane',
		help: '[ ]: the pane before, the next pane',
		rank: 7,
	},
	{ keys: ['['], action: { type: 'pane', by: -1 }, shown: '[ ]', label: 'pane', rank: 7 },
	{
		keys: ['s'],
		action: { type: 'open', overlay: 'story' },
		shown: 's',
		label: 'story',
		help: 's: what happened here, and where to look',
		rank: 8,
	},
	{
		keys: ['w'],
		action: { type: 'take' },
		shown: 'w',
		label: 'worksheet',
		help: 'w in the lab: take this state into its worksheet, or start one from it',
		rank: 8.1,
	},
	{
		keys: ['e'],
		action: { type: 'export' },
		shown: 'e',
		label: 'export',
		help: 'e: write the review artifact of this state: Markdown, HTML or JSON',
		rank: 8.2,
	},
	{
		keys: ['n'],
		action: { type: 'rows', command: 'add' },
		shown: 'n',
		label: 'new row',
		help: 'n: add a row to the cost table',
		rank: 8.7,
		when: hasRows,
	},
	{
		keys: ['c'],
		action: { type: 'rows', command: 'copy' },
		shown: 'c',
		label: 'copy row',
		help: 'c: copy the row',
		rank: 8.71,
		when: hasRows,
	},
	{
		keys: ['d'],
		action: { type: 'rows', command: 'remove' },
		shown: 'd',
		label: 'remove row',
		help: 'd: remove the row (u brings it back)',
		rank: 8.72,
		when: hasRows,
	},
	{
		keys: ['o'],
		action: { type: 'open', overlay: 'scenarios' },
		shown: 'o',
		label: 'open',
		help: 'o: open another scenario',
		rank: 12,
	},
	{
		keys: ['b'],
		action: { type: 'pin', on: true },
		shown: 'b',
		label: 'pin',
		help: 'b: pin this state: deltas and pressure compare with it',
		rank: 14,
	},
	{
		keys: ['B'],
		action: { type: 'pin', on: false },
		shown: 'B',
		label: 'unpin',
		help: 'B: back to the scenario’s own baseline',
	},
	{
		keys: [' '],
		action: { type: 'stage', by: 1 },
		shown: 'Space',
		label: 'stage',
		help: 'Space, Backspace in Trace: the next stage, the one before',
		rank: 2.1,
		when: isTrace,
	},
	{
		keys: ['backspace', 'delete'],
		action: { type: 'stage', by: -1 },
		shown: 'Space',
		label: 'stage',
		rank: 2.1,
		when: isTrace,
	},
	{
		keys: ['f'],
		action: { type: 'trace', to: 'silent' },
		shown: 'f',
		label: 'silent failure',
		help: 'f in Trace: the next request that fails silently',
		rank: 2.3,
		when: isTrace,
	},
	{
		keys: ['r'],
		action: { type: 'trace', to: 'repaired' },
		shown: 'r',
		label: 'repaired',
		help: 'r in Trace: the next request that is repaired',
		rank: 2.4,
		when: isTrace,
	},
	{
		keys: ['n'],
		action: { type: 'trace', to: 'any' },
		shown: 'n',
		label: 'next',
		help: 'n in Trace: the next request',
		rank: 2.7,
		when: isTrace,
	},
	{
		keys: ['p'],
		action: { type: 'predict' },
		shown: 'p',
		label: 'predict',
		help: 'p: predict each edit before you see it; p again stops',
		rank: 18,
	},
	{
		keys: ['P'],
		action: { type: 'predict-next' },
		shown: 'P',
		label: 'other metric',
		help: 'P: guess another metric',
	},
	{ keys: ['escape'], action: { type: 'back' }, shown: 'Esc', label: 'back', rank: 19 },
	{
		keys: ['ctrl+o'],
		action: { type: 'go', screen: 'lesson' },
		shown: 'Ctrl-O',
		label: 'lesson',
		help: 'Ctrl-O in the lab: the lesson behind what is on screen',
		rank: 20,
	},
	...COMMAND_ROWS,
] as const satisfies readonly KeyRow[];

/** The rows of the lab, by layer. */
export const LAB_KEYS = { lab: LAB, value: TYPED_VALUE_ROWS };
