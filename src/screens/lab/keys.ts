import { currentEntry } from '../../board/lab.js';
import { listsSegments } from '../../present/pane/pane.js';
import { BOARD_ROWS, COMMAND_ROWS, eraseRows, HALF_PAGE_ROWS, NUMBER_ROWS, TYPED_VALUE_ROWS } from '../keys.js';
import type { KeyRow } from '../screen.js';
import { currentLab, type State } from '../state.js';

const isTrace = ({ pane }: State): boolean => pane === 'trace';

/** Whether the pane keeps something back until it is asked for. */
const hasDetails = (state: State): boolean =>
	state.pane === 'board' ||
	state.pane === 'curve' ||
	(state.pane === 'signals' && currentLab(state).loaded.weeks.length > 0);

const DETAILS_HELP = 'm in Board, Curve and Signals: more, or less again';

/** Whether the cost table of rows can be shown: the scenario had rows when loaded, or has some now. */
function hasRows(state: State): boolean {
	const lab = currentLab(state);
	return state.pane === 'cost' && (lab.loaded.rows.length > 0 || currentEntry(lab).scenario.rows.length > 0);
}

const isFiltered = ({ segmentFilter }: State): boolean => segmentFilter !== null;

/** Returns why the segments cannot be filtered; null: they can. */
function noSegments(state: State): string | null {
	const { scenario } = currentEntry(currentLab(state));
	return listsSegments(state.pane, scenario) ? null : 'this pane lists no segments: Board, Cost and Confusion do';
}

const LAB = [
	...NUMBER_ROWS,
	{
		keys: ['pagedown'],
		action: { type: 'move', rows: 10 },
		name: 'go ten rows down',
		group: 'move',
		help: 'PgUp PgDn, g G: ten rows up or down, the first or last row',
	},
	{ keys: ['pageup'], action: { type: 'move', rows: -10 }, name: 'go ten rows up' },
	...HALF_PAGE_ROWS,
	{ keys: ['G', 'end'], action: { type: 'move', rows: 1_000_000 }, name: 'go to the last row' },
	{ keys: ['g', 'home'], action: { type: 'move', rows: -1_000_000 }, name: 'go to the first row' },
	...BOARD_ROWS,
	{
		keys: [']'],
		action: { type: 'pane', by: 1 },
		name: 'show the next pane',
		group: 'move',
		footer: { keys: '[ ]', label: 'pane', rank: 3.2 },
		help: '[ ]: the pane before, the next pane',
	},
	{ keys: ['['], action: { type: 'pane', by: -1 }, name: 'show the pane before' },
	{
		keys: ['m'],
		action: { type: 'details' },
		name: 'show more figures',
		group: 'why',
		footer: { keys: 'm', label: 'more', rank: 3.3 },
		help: DETAILS_HELP,
		when: (state) => hasDetails(state) && !state.isDetailed,
	},
	{
		keys: ['m'],
		action: { type: 'details' },
		name: 'show fewer figures',
		group: 'why',
		footer: { keys: 'm', label: 'less', rank: 3.3 },
		help: DETAILS_HELP,
		when: (state) => hasDetails(state) && state.isDetailed,
	},
	{
		keys: ['='],
		action: { type: 'open', overlay: 'sources' },
		name: 'show where each number comes from',
		group: 'why',
		footer: { keys: '=', label: 'why', rank: 3.1 },
		help: '=: where each number on screen comes from: formula, inputs, values, source',
	},
	{
		keys: ['s'],
		action: { type: 'open', overlay: 'story' },
		name: 'read what happened here',
		group: 'why',
		footer: { keys: 's', label: 'story', rank: 3.4 },
		help: 's: what happened here, and where to look',
	},
	{
		keys: ['w'],
		action: { type: 'take' },
		name: 'take this state into a worksheet',
		group: 'keep',
		footer: { keys: 'w', label: 'worksheet', rank: 8.1 },
		help: 'w: take this state into its worksheet, or start one from it',
	},
	{
		keys: ['e'],
		action: { type: 'export' },
		name: 'export the review artifact',
		group: 'keep',
		footer: { keys: 'e', label: 'export', rank: 8.2 },
		help: 'e: write the review artifact of this state: Markdown, HTML or JSON',
	},
	{
		keys: ['n'],
		action: { type: 'rows', command: 'add' },
		name: 'add a row to the cost table',
		group: 'change',
		footer: { keys: 'n', label: 'new row', rank: 8.7 },
		help: 'n, c, d in Cost: add, copy or remove a row of the cost table',
		when: hasRows,
	},
	{
		keys: ['c'],
		action: { type: 'rows', command: 'copy' },
		name: 'copy the row',
		footer: { keys: 'c', label: 'copy row', rank: 8.71 },
		when: hasRows,
	},
	{
		keys: ['d'],
		action: { type: 'rows', command: 'remove' },
		name: 'remove the row',
		footer: { keys: 'd', label: 'remove row', rank: 8.72 },
		when: hasRows,
	},
	{
		keys: ['o'],
		action: { type: 'open', overlay: 'scenarios' },
		name: 'open another scenario',
		group: 'move',
		footer: { keys: 'o', label: 'open', rank: 12 },
		help: 'o: open another scenario',
	},
	{
		keys: ['b'],
		action: { type: 'pin', on: true },
		name: 'pin this state as the baseline',
		group: 'change',
		footer: { keys: 'b', label: 'pin', rank: 14 },
		help: 'b, B: pin this state as the baseline, take the pin out',
	},
	{ keys: ['B'], action: { type: 'pin', on: false }, name: 'take the pinned baseline out' },
	{
		keys: [' '],
		action: { type: 'stage', by: 1 },
		name: 'go to the next stage of the request',
		group: 'move',
		footer: { keys: 'Space', label: 'stage', rank: 2.1 },
		help: 'Space, Backspace in Trace: the next stage, the one before',
		when: isTrace,
	},
	{ keys: ['backspace', 'delete'], action: { type: 'stage', by: -1 }, name: 'go to the stage before', when: isTrace },
	{
		keys: ['f'],
		action: { type: 'trace', to: 'silent' },
		name: 'find the next silent failure',
		group: 'move',
		footer: { keys: 'f', label: 'silent failure', rank: 2.3 },
		help: 'f, r, n in Trace: the next silent failure, repaired request, any request',
		when: isTrace,
	},
	{
		keys: ['r'],
		action: { type: 'trace', to: 'repaired' },
		name: 'find the next repaired request',
		group: 'move',
		footer: { keys: 'r', label: 'repaired', rank: 2.4 },
		when: isTrace,
	},
	{
		keys: ['n'],
		action: { type: 'trace', to: 'any' },
		name: 'go to the next request',
		group: 'move',
		footer: { keys: 'n', label: 'next', rank: 2.7 },
		when: isTrace,
	},
	{
		keys: ['p'],
		action: { type: 'predict' },
		name: 'predict each edit before you see it',
		group: 'change',
		footer: { keys: 'p', label: 'predict', rank: 18 },
		help: 'p, P: predict each edit before you see it, predict another metric',
	},
	{
		keys: ['P'],
		action: { type: 'predict-next' },
		name: 'predict another metric',
		footer: { keys: 'P', label: 'other metric', rank: 18.1 },
	},
	{
		keys: ['!'],
		action: { type: 'jump' },
		name: 'go to the next breached guardrail',
		group: 'why',
		footer: { keys: '!', label: 'next breach', rank: 8.05 },
		help: '!: to what bears most on the next breached or unclear guardrail',
	},
	{
		keys: ['F'],
		action: { type: 'filter-segments' },
		name: 'filter the segments',
		group: 'move',
		footer: { keys: 'F', label: 'filter', rank: 12.2 },
		disabled: noSegments,
		help: 'F: list only the segments whose names contain a text',
	},
	{
		keys: ['escape'],
		action: { type: 'show-all-segments' },
		name: 'show all segments',
		footer: { keys: 'Esc', label: 'all segments', rank: 2.05 },
		when: isFiltered,
	},
	{
		keys: ['escape'],
		action: { type: 'back' },
		name: 'leave the lab',
		group: 'move',
		footer: { keys: 'Esc', label: 'back', rank: 19 },
		help: 'Esc: back to the lesson, the worksheet or the contents',
		when: (state) => !isFiltered(state),
	},
	{
		keys: ['ctrl+o'],
		action: { type: 'go', screen: 'lesson' },
		name: 'open the lesson behind what is on screen',
		group: 'why',
		footer: { keys: 'Ctrl-O', label: 'lesson', rank: 20 },
		help: 'Ctrl-O: the lesson behind what is on screen',
	},
	...COMMAND_ROWS,
] as const satisfies readonly KeyRow[];

/** The filter of the segments while it is being typed. */
const FILTER = [
	{
		keys: ['enter'],
		action: { type: 'enter' },
		name: 'keep the filter',
		footer: { keys: 'Enter', label: 'keep it', rank: 1 },
	},
	{
		keys: ['escape'],
		action: { type: 'back' },
		name: 'drop the filter',
		footer: { keys: 'Esc', label: 'show all', rank: 2 },
	},
	{
		keys: ['down'],
		action: { type: 'move', rows: 1 },
		name: 'go to the number below',
		footer: { keys: '↑↓', label: 'move', rank: 3 },
	},
	{ keys: ['up'], action: { type: 'move', rows: -1 }, name: 'go to the number above' },
	...eraseRows(5),
] as const satisfies readonly KeyRow[];

/** The rows of the lab, by layer. */
export const LAB_KEYS = { lab: LAB, value: TYPED_VALUE_ROWS, filter: FILTER };
