import type { Action } from '../action.js';
import { COMMAND_ROWS, EDITOR_ROWS, scrollRows } from '../keys.js';
import type { KeyRow } from '../screen.js';
import type { State } from '../state.js';

/** Rows of every layer of a drill. */
const DRILL: readonly KeyRow<Extract<Action, { type: 'page' | 'back' | 'pause' }>>[] = [
	{
		keys: ['pagedown'],
		action: { type: 'page', by: 1 },
		shown: 'PgUp/PgDn',
		label: 'scroll',
		help: 'PgUp PgDn in a drill: scroll what does not fit',
		rank: 6,
	},
	{ keys: ['pageup'], action: { type: 'page', by: -1 }, shown: 'PgUp/PgDn', label: 'scroll', rank: 6 },
	{
		keys: ['escape'],
		action: { type: 'back' },
		shown: 'Esc',
		label: 'leave',
		help: 'Esc in a drill: back to its menu; a run ends in its debrief',
		rank: 4,
	},
	{
		keys: ['ctrl+p'],
		action: { type: 'pause' },
		shown: 'Ctrl-P',
		label: 'pause',
		help: 'Ctrl-P in a run: stop the clock, let it go on',
		rank: 8,
		disabled: ({ drill }) => (drill.run === null ? 'only a run has a clock' : null),
	},
];

/** Rows of layers in which characters are commands. */
const COMMANDS = [...COMMAND_ROWS, ...scrollRows(3), ...DRILL] as const satisfies readonly KeyRow[];

/** Rows of layers in which text is typed. */
const TEXT = [
	...EDITOR_ROWS,
	{ keys: ['backspace'], action: { type: 'edit-text', move: 'erase' }, shown: 'Backspace', label: 'erase', rank: 7 },
	...DRILL,
	{
		keys: ['ctrl+u'],
		action: { type: 'ungrade' },
		shown: 'Ctrl-U',
		label: 'undo grade',
		help: 'Ctrl-U in an answer: erase to the start of the line; in an empty one, take the last grade back',
		rank: 9,
	},
] as const satisfies readonly KeyRow[];

const TEACH = {
	keys: ['ctrl+o'],
	action: { type: 'teach' },
	shown: 'Ctrl-O',
	label: 'lesson',
	help: 'Ctrl-O after an answer: the lesson that teaches it; Esc comes back',
	rank: 5,
} as const satisfies KeyRow;

const UNDO_GRADE = {
	keys: ['u'],
	action: { type: 'ungrade' },
	shown: 'u',
	label: 'undo grade',
	help: 'u in a drill: take the last grade back',
	rank: 7,
} as const satisfies KeyRow;

const MENU = [
	{
		keys: ['enter'],
		action: { type: 'choose' },
		shown: 'Enter',
		label: 'start',
		help: 'Enter in the drills: start the chosen ones',
		rank: 1,
	},
	...COMMANDS,
	{
		keys: ['v'],
		action: { type: 'peek' },
		shown: 'v',
		label: 'when to look',
		help: 'v in the drills: show answers after each question of a run, or only at the end',
		rank: 5,
	},
	UNDO_GRADE,
] as const satisfies readonly KeyRow[];

/** A free-text answer. */
const CARD = [
	{
		keys: ['tab'],
		action: { type: 'submit' },
		shown: 'Tab',
		label: 'done: look',
		help: 'Tab in an answer: finish it and see the key points',
		rank: 1,
	},
	{ keys: ['enter'], action: { type: 'enter' }, shown: 'Enter', label: 'new line', rank: 2 },
	{ keys: ['up'], action: { type: 'edit-text', move: 'up' }, shown: '↑↓', label: 'line', rank: 5 },
	{ keys: ['down'], action: { type: 'edit-text', move: 'down' }, shown: '↑↓', label: 'line', rank: 5 },
	...TEXT,
] as const satisfies readonly KeyRow[];

const NUMBER = [
	{ keys: ['enter', 'tab'], action: { type: 'enter' }, shown: 'Enter', label: 'check it', rank: 1 },
	...TEXT,
] as const satisfies readonly KeyRow[];

/** The boxes of a diagram. */
const DIAGRAM = [
	{ keys: ['enter'], action: { type: 'enter' }, shown: 'Enter', label: 'next box', rank: 1 },
	{ keys: ['tab'], action: { type: 'submit' }, shown: 'Tab', label: 'done', rank: 2 },
	{
		keys: ['ctrl+t'],
		action: { type: 'labels' },
		shown: 'Ctrl-T',
		label: 'labels',
		help: 'Ctrl-T in a diagram: place labels by their numbers, the easier way',
		rank: 3,
	},
	{ keys: ['up'], action: { type: 'edit-text', move: 'up' }, shown: '↑↓', label: 'box', rank: 5 },
	{ keys: ['down'], action: { type: 'edit-text', move: 'down' }, shown: '↑↓', label: 'box', rank: 5 },
	...TEXT,
] as const satisfies readonly KeyRow[];

/** The shape of a case. */
const SHAPE = [
	{ keys: ['enter'], action: { type: 'choose' }, shown: 'Enter', label: 'that one', rank: 1 },
	...[...'1234567'].map(
		(text): KeyRow<Extract<Action, { type: 'type' }>> => ({
			keys: [text],
			action: { type: 'type', text },
			shown: '1-7',
			label: 'shape',
			rank: 2,
		}),
	),
	...COMMANDS,
] as const satisfies readonly KeyRow[];

/** The key points below an answer, to be ticked, and its grade. */
const POINTS = [
	{
		keys: ['1'],
		action: { type: 'grade', grade: 1 },
		shown: '1-4',
		label: 'grade',
		help: '1 2 3 4 beside key points: again, hard, good, easy',
		rank: 1,
	},
	{ keys: ['2'], action: { type: 'grade', grade: 2 }, shown: '1-4', label: 'grade', rank: 1 },
	{ keys: ['3'], action: { type: 'grade', grade: 3 }, shown: '1-4', label: 'grade', rank: 1 },
	{ keys: ['4'], action: { type: 'grade', grade: 4 }, shown: '1-4', label: 'grade', rank: 1 },
	{
		keys: [' '],
		action: { type: 'tick' },
		shown: 'Space',
		label: 'tick',
		help: 'Space beside key points: your answer holds it, or not',
		rank: 2,
	},
	...COMMANDS,
	UNDO_GRADE,
	TEACH,
] as const satisfies readonly KeyRow[];

const isCase = ({ drill }: State): boolean => drill.question?.kind === 'case';

/** Whether another question of this kind can be asked: not in a run, which is planned, and not of the few diagrams. */
const hasMore = ({ drill: { question, run } }: State): boolean =>
	run === null && (question?.kind === 'number' || question?.kind === 'card');

const JUDGED = [
	{ keys: ['enter', ' '], action: { type: 'go-on', to: 'next' }, shown: 'Enter', label: 'next', rank: 1 },
	{
		keys: ['m'],
		action: { type: 'mend' },
		shown: 'm',
		label: 'mend it',
		help: 'm after a diagnosis: mend the case in the lab',
		rank: 1.5,
		when: isCase,
	},
	{
		keys: ['n'],
		action: { type: 'go-on', to: 'same' },
		shown: 'n',
		label: 'more like this',
		help: 'n after an answer: another question of its kind; h: a harder one; e: an easier one',
		rank: 2,
		when: hasMore,
	},
	{ keys: ['h'], action: { type: 'go-on', to: 'harder' }, shown: 'h', label: 'harder', rank: 2.1, when: hasMore },
	{ keys: ['e'], action: { type: 'go-on', to: 'easier' }, shown: 'e', label: 'easier', rank: 2.2, when: hasMore },
	...COMMANDS,
	UNDO_GRADE,
	TEACH,
] as const satisfies readonly KeyRow[];

const DEBRIEF = [
	{ keys: ['enter'], action: { type: 'choose' }, shown: 'Enter', label: 'open the lesson', rank: 1 },
	...COMMANDS,
	TEACH,
] as const satisfies readonly KeyRow[];

/** The rows of drills, by layer. */
export const DRILL_KEYS = {
	menu: MENU,
	card: CARD,
	number: NUMBER,
	diagram: DIAGRAM,
	shape: SHAPE,
	points: POINTS,
	judged: JUDGED,
	debrief: DEBRIEF,
};
