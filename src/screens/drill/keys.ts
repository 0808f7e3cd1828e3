import type { Action } from '../action.js';
import { COMMAND_ROWS, EDITOR_ROWS, HALF_PAGE_ROWS, scrollRows } from '../keys.js';
import type { KeyRow } from '../screen.js';
import type { State } from '../state.js';

export const NO_CLOCK = 'only an interview run has a clock';
export const NO_GRADE = 'no grade to take back here';

/** Rows of every layer of a drill. */
const DRILL: readonly KeyRow<Extract<Action, { type: 'page' | 'back' | 'pause' }>>[] = [
	{
		keys: ['pagedown'],
		action: { type: 'page', by: 1 },
		name: 'scroll down',
		group: 'move',
		footer: { keys: 'PgUp/PgDn', label: 'scroll', rank: 6 },
		help: 'PgUp PgDn in a drill: scroll what does not fit',
	},
	{ keys: ['pageup'], action: { type: 'page', by: -1 }, name: 'scroll up' },
	{
		keys: ['escape'],
		action: { type: 'back' },
		name: 'leave the question or the drills',
		group: 'move',
		footer: { keys: 'Esc', label: 'leave', rank: 4 },
		help: 'Esc in a drill: back to its menu; a run ends in its debrief',
	},
	{
		keys: ['ctrl+p'],
		action: { type: 'pause' },
		name: 'stop the clock, or let it go on',
		group: 'practise',
		footer: { keys: 'Ctrl-P', label: 'pause', rank: 8 },
		help: 'Ctrl-P in a run: stop the clock, let it go on',
		disabled: ({ drill }) => (drill.run === null ? NO_CLOCK : null),
	},
];

/** Rows of layers in which characters are commands. */
const COMMANDS = [...COMMAND_ROWS, ...scrollRows(3), ...HALF_PAGE_ROWS, ...DRILL] as const satisfies readonly KeyRow[];

/** Returns why no grade can be taken back; null: one can. */
const noGrade = ({ drill: { graded, question, recordedGrade, run } }: State): string | null =>
	run === null && (graded.length > 0 || (question !== null && recordedGrade !== null)) ? null : NO_GRADE;

/** Rows of layers in which text is typed. */
const TEXT = [
	...EDITOR_ROWS,
	{
		keys: ['backspace'],
		action: { type: 'edit-text', move: 'erase' },
		name: 'erase the character before the cursor',
		footer: { keys: 'Backspace', label: 'erase', rank: 7 },
	},
	...DRILL,
	{
		keys: ['ctrl+u'],
		action: { type: 'ungrade' },
		name: 'take the last grade back',
		group: 'practise',
		footer: { keys: 'Ctrl-U', label: 'undo grade', rank: 9 },
		help: 'Ctrl-U in an answer: erase to the start of the line; in an empty one, take the last grade back',
		when: (state) => noGrade(state) === null && state.drill.editor.text === '',
	},
	{
		keys: ['ctrl+u'],
		action: { type: 'ungrade' },
		name: 'erase to the start of the line',
		when: (state) => noGrade(state) !== null || state.drill.editor.text !== '',
	},
] as const satisfies readonly KeyRow[];

const TEACH = {
	keys: ['ctrl+o'],
	action: { type: 'teach' },
	name: 'open the lesson behind this',
	group: 'why',
	footer: { keys: 'Ctrl-O', label: 'lesson', rank: 5 },
	help: 'Ctrl-O after an answer: the lesson that teaches it; Esc comes back',
} as const satisfies KeyRow;

const UNDO_GRADE = {
	disabled: noGrade,
	keys: ['u'],
	action: { type: 'ungrade' },
	name: 'take the last grade back',
	group: 'practise',
	footer: { keys: 'u', label: 'undo grade', rank: 7 },
	help: 'u in a drill: take the last grade back',
} as const satisfies KeyRow;

const MENU = [
	{
		keys: ['enter'],
		action: { type: 'choose' },
		name: 'start the chosen drill',
		group: 'practise',
		footer: { keys: 'Enter', label: 'start', rank: 1 },
		help: 'Enter in the drills: start the chosen ones',
	},
	...COMMANDS,
	{
		keys: ['v'],
		action: { type: 'peek' },
		name: 'change when a run shows answers',
		group: 'practise',
		footer: { keys: 'v', label: 'when to look', rank: 5 },
		help: 'v in the drills: show answers after each question of a run, or only at the end',
	},
	UNDO_GRADE,
] as const satisfies readonly KeyRow[];

/** A free-text answer. */
const CARD = [
	{
		keys: ['tab'],
		action: { type: 'submit' },
		name: 'finish the answer and look',
		group: 'practise',
		footer: { keys: 'Tab', label: 'done: look', rank: 1 },
		help: 'Tab in an answer: finish it and see the key points',
	},
	{
		keys: ['enter'],
		action: { type: 'enter' },
		name: 'begin a new line',
		footer: { keys: 'Enter', label: 'new line', rank: 2 },
	},
	{
		keys: ['up'],
		action: { type: 'edit-text', move: 'up' },
		name: 'move the cursor up',
		footer: { keys: '↑↓', label: 'line', rank: 5 },
	},
	{ keys: ['down'], action: { type: 'edit-text', move: 'down' }, name: 'move the cursor down' },
	...TEXT,
] as const satisfies readonly KeyRow[];

const NUMBER = [
	{
		keys: ['enter', 'tab'],
		action: { type: 'enter' },
		name: 'check the number',
		footer: { keys: 'Enter', label: 'check it', rank: 1 },
	},
	...TEXT,
] as const satisfies readonly KeyRow[];

/** The boxes of a diagram. */
const DIAGRAM = [
	{
		keys: ['enter'],
		action: { type: 'enter' },
		name: 'go to the next box',
		footer: { keys: 'Enter', label: 'next box', rank: 1 },
	},
	{
		keys: ['tab'],
		action: { type: 'submit' },
		name: 'finish the diagram and look',
		footer: { keys: 'Tab', label: 'done', rank: 2 },
	},
	{
		keys: ['ctrl+t'],
		action: { type: 'labels' },
		name: 'place labels by their numbers',
		group: 'practise',
		footer: { keys: 'Ctrl-T', label: 'labels', rank: 3 },
		help: 'Ctrl-T in a diagram: place labels by their numbers, the easier way',
	},
	{
		keys: ['up'],
		action: { type: 'edit-text', move: 'up' },
		name: 'go to the box above',
		footer: { keys: '↑↓', label: 'box', rank: 5 },
	},
	{ keys: ['down'], action: { type: 'edit-text', move: 'down' }, name: 'go to the box below' },
	...TEXT,
] as const satisfies readonly KeyRow[];

/** The shape of a case. */
const SHAPE = [
	{
		keys: ['enter'],
		action: { type: 'choose' },
		name: 'choose this shape',
		footer: { keys: 'Enter', label: 'that one', rank: 1 },
	},
	...[...'1234567'].map(
		(text): KeyRow<Extract<Action, { type: 'type' }>> => ({
			keys: [text],
			action: { type: 'type', text },
			name: `choose shape ${text}`,
			footer: { keys: '1-7', label: 'shape', rank: 2 },
		}),
	),
	...COMMANDS,
] as const satisfies readonly KeyRow[];

/** The key points below an answer, to be ticked, and its grade. */
const POINTS = [
	{
		keys: ['1'],
		action: { type: 'grade', grade: 1 },
		name: 'grade it again',
		group: 'practise',
		footer: { keys: '1-4', label: 'grade', rank: 1 },
		help: '1 2 3 4 beside key points: again, hard, good, easy',
	},
	{ keys: ['2'], action: { type: 'grade', grade: 2 }, name: 'grade it hard' },
	{ keys: ['3'], action: { type: 'grade', grade: 3 }, name: 'grade it good' },
	{ keys: ['4'], action: { type: 'grade', grade: 4 }, name: 'grade it easy' },
	{
		keys: [' '],
		action: { type: 'tick' },
		name: 'tick the key point',
		group: 'practise',
		footer: { keys: 'Space', label: 'tick', rank: 2 },
		help: 'Space beside key points: your answer holds it, or not',
	},
	...COMMANDS,
	UNDO_GRADE,
	TEACH,
] as const satisfies readonly KeyRow[];

const isCase = ({ drill }: State): boolean => drill.question?.kind === 'case';

/** Whether another question like this can be asked: a number or text question, and not in a run, which is planned. */
const hasMore = ({ drill: { question, run } }: State): boolean =>
	run === null && (question?.kind === 'number' || question?.kind === 'card');

const JUDGED = [
	{
		keys: ['enter', ' '],
		action: { type: 'go-on', to: 'next' },
		name: 'go on',
		footer: { keys: 'Enter', label: 'next', rank: 1 },
	},
	{
		keys: ['m'],
		action: { type: 'mend' },
		name: 'mend the case in the lab',
		group: 'practise',
		footer: { keys: 'm', label: 'mend it', rank: 1.5 },
		help: 'm after a diagnosis: mend the case in the lab',
		when: isCase,
	},
	{
		keys: ['n'],
		action: { type: 'go-on', to: 'same' },
		name: 'ask another question like this',
		group: 'practise',
		footer: { keys: 'n', label: 'more like this', rank: 2 },
		help: 'n after an answer: another question of its kind; h: a harder one; e: an easier one',
		when: hasMore,
	},
	{
		keys: ['h'],
		action: { type: 'go-on', to: 'harder' },
		name: 'ask a harder question',
		footer: { keys: 'h', label: 'harder', rank: 2.1 },
		when: hasMore,
	},
	{
		keys: ['e'],
		action: { type: 'go-on', to: 'easier' },
		name: 'ask an easier question',
		footer: { keys: 'e', label: 'easier', rank: 2.2 },
		when: hasMore,
	},
	...COMMANDS,
	UNDO_GRADE,
	TEACH,
] as const satisfies readonly KeyRow[];

const DEBRIEF = [
	{
		keys: ['enter'],
		action: { type: 'choose' },
		name: 'open the chosen lesson',
		footer: { keys: 'Enter', label: 'open the lesson', rank: 1 },
	},
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
