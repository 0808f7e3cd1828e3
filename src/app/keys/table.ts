import type { Action } from '../../screens/action.js';
import type { Mode } from '../../screens/state.js';
import { ANSWERED, type Binding, EDITOR_BINDINGS } from './editor-table.js';
import { SHEET_BINDINGS } from './sheet-table.js';

/** The lab, whatever its pane. */
const LAB: readonly Mode[] = ['lab', 'rows', 'trace'];
const lab = (
	keys: string[],
	action: Action,
	shown: string,
	label: string,
	help: string,
	rank: number | null = null,
): Binding => ({
	modes: LAB,
	keys,
	action,
	shown,
	label,
	help,
	rank,
});
const inModes = (modes: readonly Mode[], binding: Binding): Binding => ({ ...binding, modes });
const trace = (...args: Parameters<typeof lab>): Binding => inModes(['trace'], lab(...args));
const EVERYWHERE: readonly Mode[] = [
	...(['lab', 'rows', 'trace', 'typing', 'guessing', 'overlay', 'list', 'catalogue'] as const),
	...(['glossary', 'finding', 'lesson', 'contents', 'searching', 'asking'] as const),
	...([
		'drills',
		'writing',
		'counting',
		'filling',
		'choosing',
		'ticking',
		'judged',
		'diagnosed',
		'rebuilt',
		'debrief',
	] as const),
	...(['sheets', 'sheet', 'wording', 'picking', 'prompt', 'exporting'] as const),
];
/** A drill in which characters are commands. */
const JUDGED: readonly Mode[] = ['judged', 'diagnosed', 'rebuilt'];
const DRILLED: readonly Mode[] = ['drills', 'choosing', 'ticking', ...JUDGED, 'debrief'];
/** Modes in which a character is text. */
export const TYPED: readonly Mode[] = [
	'typing',
	'guessing',
	'finding',
	'searching',
	'wording',
	'picking',
	'prompt',
	'exporting',
	...ANSWERED,
];
const PRACTISED: readonly Mode[] = [...DRILLED, ...ANSWERED];
/** Where characters are commands: everywhere but where text is typed or a question waits. */
const COMMANDS: readonly Mode[] = [
	'lab',
	'rows',
	'trace',
	'overlay',
	'list',
	'catalogue',
	'glossary',
	'lesson',
	'contents',
	'sheets',
	'sheet',
	...DRILLED,
];
/** Where a number can have the focus. */
const EDITED: readonly Mode[] = [...LAB, 'lesson'];
/** The same, and the form of a worksheet, which edits in the same way. */
const FILLED: readonly Mode[] = [...EDITED, 'sheet'];
const OVER: readonly Mode[] = ['overlay', 'list', 'catalogue', 'glossary'];
const LISTED: readonly Mode[] = [...OVER, 'finding'];

/** Every key of the program. Footer and help are drawn from it, and a test finds conflicts. */
export const BINDINGS: readonly Binding[] = [
	inModes(
		FILLED,
		lab(
			['right', 'l'],
			{ type: 'step', by: 1 },
			'←→',
			'change',
			'← → or h l: change the focused number by one step',
			1,
		),
	),
	inModes(FILLED, lab(['left', 'h'], { type: 'step', by: -1 }, '←→', 'change', '', 1)),
	inModes(
		FILLED,
		lab(['shift+right', 'L'], { type: 'step', by: 10 }, 'Shift-←→', 'by ten', 'Shift-← → or H L: ten steps', 9),
	),
	inModes(FILLED, lab(['shift+left', 'H'], { type: 'step', by: -10 }, 'Shift-←→', 'by ten', '', 9)),
	inModes(
		FILLED,
		lab(['down', 'j'], { type: 'move', rows: 1 }, '↑↓ Tab', 'move', '↑ ↓ or j k: the number above or below', 2),
	),
	inModes(FILLED, lab(['up', 'k'], { type: 'move', rows: -1 }, '↑↓ Tab', 'move', '', 2)),
	lab(['pagedown'], { type: 'move', rows: 10 }, 'PgUp/PgDn', 'ten rows', 'PgUp PgDn: ten rows'),
	lab(['pageup'], { type: 'move', rows: -10 }, 'PgUp/PgDn', 'ten rows', ''),
	lab(['G', 'end'], { type: 'move', rows: 1_000_000 }, 'g/G', 'ends', 'g G or Home End: the first or last row'),
	lab(['g', 'home'], { type: 'move', rows: -1_000_000 }, 'g/G', 'ends', ''),
	inModes(
		FILLED,
		lab(['tab'], { type: 'next', by: 1 }, '↑↓ Tab', 'move', 'Tab, Shift-Tab: the next number, the one before', 2),
	),
	inModes(FILLED, lab(['shift+tab'], { type: 'next', by: -1 }, '↑↓ Tab', 'move', '', 2)),
	inModes(
		EDITED,
		lab(
			['enter'],
			{ type: 'enter' },
			'0-9',
			'type',
			'a digit or Enter: type a value (0.3, .3, 30% and 30 are the same percent)',
			4,
		),
	),
	...[...'0123456789.$-'].map((digit) =>
		inModes(FILLED, lab([digit], { type: 'type', text: digit }, '0-9', 'type', '', 4)),
	),
	inModes(FILLED, lab(['u'], { type: 'undo', by: -1 }, 'u', 'undo', 'u: undo', 5)),
	inModes(FILLED, lab(['U'], { type: 'undo', by: 1 }, 'U', 'redo', 'U: redo', 10)),
	lab([']'], { type: 'pane', by: 1 }, '[ ]', 'pane', '[ ]: the pane before, the next pane', 7),
	lab(['['], { type: 'pane', by: -1 }, '[ ]', 'pane', '', 7),
	lab(['s'], { type: 'open', overlay: 'story' }, 's', 'story', 's: what happened here, and where to look', 8),
	inModes(
		EDITED,
		lab(['a'], { type: 'open', overlay: 'artifact' }, 'a', 'artifact', 'a: the artifact as it was first seen', 11),
	),
	lab(['o'], { type: 'open', overlay: 'scenarios' }, 'o', 'open', 'o: open another scenario', 12),
	inModes(
		EDITED,
		lab(
			['t'],
			{ type: 'open', overlay: 'states' },
			't',
			'states',
			't: states of the scenario, such as its healthy start and how it is mended; Enter enters one',
			12.5,
		),
	),
	inModes(EDITED, lab(['x'], { type: 'reset-input' }, 'x', 'reset', 'x: put the focused number back', 13)),
	inModes(EDITED, lab(['X'], { type: 'ask-reset' }, 'X', 'reset all', 'X: put every number back (asks first)', 15)),
	lab(['b'], { type: 'pin', on: true }, 'b', 'pin', 'b: pin this state: deltas and pressure compare with it', 14),
	lab(['B'], { type: 'pin', on: false }, 'B', 'unpin', 'B: back to the scenario’s own baseline'),
	trace(
		[' '],
		{ type: 'stage', by: 1 },
		'Space',
		'stage',
		'Space, Backspace in Trace: the next stage, the one before',
		2.1,
	),
	trace(['backspace', 'delete'], { type: 'stage', by: -1 }, 'Space', 'stage', '', 2.1),
	trace(['n'], { type: 'trace', to: 'any' }, 'n', 'next', 'n in Trace: the next request', 2.7),
	trace(
		['f'],
		{ type: 'trace', to: 'silent' },
		'f',
		'silent failure',
		'f in Trace: the next request that fails silently',
		2.3,
	),
	trace(
		['r'],
		{ type: 'trace', to: 'repaired' },
		'r',
		'repaired',
		'r in Trace: the next request that is repaired',
		2.4,
	),
	inModes(
		EDITED,
		lab(
			['y'],
			{ type: 'open', overlay: 'history' },
			'y',
			'history',
			'y: everything that was done; Enter goes back to a point of it',
			16,
		),
	),
	inModes(
		EDITED,
		lab(['S'], { type: 'open', overlay: 'share' }, 'S', 'share', 'S: the command line that reproduces this state', 17),
	),
	lab(['p'], { type: 'predict' }, 'p', 'predict', 'p: predict each edit before you see it; p again stops', 18),
	lab(['P'], { type: 'predict-next' }, 'P', 'other metric', 'P: guess another metric'),
	inModes(['rows'], lab(['n'], { type: 'rows', deed: 'add' }, 'n', 'new row', 'n: add a row to the cost table', 8.7)),
	inModes(['rows'], lab(['c'], { type: 'rows', deed: 'copy' }, 'c', 'copy row', 'c: copy the row', 8.71)),
	inModes(
		['rows'],
		lab(['d'], { type: 'rows', deed: 'remove' }, 'd', 'remove row', 'd: remove the row (u brings it back)', 8.72),
	),
	inModes(COMMANDS, lab(['?'], { type: 'open', overlay: 'help' }, '?', 'help', '?: this help', 2.5)),
	inModes(
		COMMANDS,
		lab(['q'], { type: 'quit' }, 'q', 'quit', 'q, Ctrl-C: quit; the terminal is given back as it was', 2.6),
	),
	inModes(EVERYWHERE, lab(['ctrl+c'], { type: 'quit' }, 'Ctrl-C', 'quit', '')),
	inModes(EVERYWHERE, lab(['ctrl+z'], { type: 'suspend' }, 'Ctrl-Z', 'suspend', 'Ctrl-Z: suspend; fg comes back')),
	inModes(
		EVERYWHERE,
		lab(
			['ctrl+l'],
			{ type: 'redraw' },
			'Ctrl-L',
			'redraw',
			'Ctrl-L: draw the screen again, if something wrote over it',
		),
	),

	inModes(['typing'], lab(['enter'], { type: 'enter' }, 'Enter', 'take it', '', 1)),
	inModes(['typing'], lab(['backspace', 'delete'], { type: 'erase' }, 'Backspace', 'erase', '', 3)),
	inModes(
		['typing'],
		lab(['escape'], { type: 'back' }, 'Esc', 'leave it', 'Esc: discard what was typed; close the overlay', 2),
	),
	inModes(['typing'], lab(['tab'], { type: 'next', by: 1 }, 'Tab', 'leave it', '')),
	inModes(['typing'], lab(['shift+tab'], { type: 'next', by: -1 }, 'Shift-Tab', 'leave it', '')),

	inModes(OVER, lab(['escape'], { type: 'back' }, 'Esc', 'back', '', 2)),
	inModes(LISTED, lab(['down'], { type: 'scroll', by: 1 }, '↑↓', 'move', '', 3)),
	inModes(LISTED, lab(['up'], { type: 'scroll', by: -1 }, '↑↓', 'move', '', 3)),
	inModes(OVER, lab(['j'], { type: 'scroll', by: 1 }, '↑↓', 'move', '', 3)),
	inModes(OVER, lab(['k'], { type: 'scroll', by: -1 }, '↑↓', 'move', '', 3)),
	inModes(LISTED, lab(['pagedown'], { type: 'scroll', by: 10 }, 'PgUp/PgDn', 'ten', '', 4)),
	inModes(OVER, lab([' '], { type: 'scroll', by: 10 }, 'PgUp/PgDn', 'ten', '', 4)),
	inModes(LISTED, lab(['pageup'], { type: 'scroll', by: -10 }, 'PgUp/PgDn', 'ten', '', 4)),
	inModes(OVER, lab(['g', 'home'], { type: 'scroll', by: -1_000_000 }, 'g/G', 'ends', '')),
	inModes(OVER, lab(['G', 'end'], { type: 'scroll', by: 1_000_000 }, 'g/G', 'ends', '')),
	inModes(['overlay'], lab(['s'], { type: 'open', overlay: 'story' }, 's', 'story', '', 5)),
	inModes(['overlay'], lab(['a'], { type: 'open', overlay: 'artifact' }, 'a', 'artifact', '', 6)),
	inModes(['list'], lab(['enter'], { type: 'choose' }, 'Enter', 'go there', '', 1)),
	inModes(['catalogue', 'finding'], lab(['enter'], { type: 'choose' }, 'Enter', 'open it', '', 1)),
	inModes(
		['catalogue', 'glossary'],
		lab(
			['/'],
			{ type: 'find' },
			'/',
			'find',
			'/ in the list of scenarios: find one by its words or by what it teaches',
			2.4,
		),
	),
	inModes(['finding'], lab(['escape'], { type: 'back' }, 'Esc', 'show all', '', 2)),
	inModes(['finding'], lab(['backspace', 'delete'], { type: 'erase' }, 'Backspace', 'erase', '', 5)),

	inModes(['guessing'], lab(['enter'], { type: 'enter' }, 'Enter', 'look', '', 1)),
	inModes(['guessing'], lab(['backspace', 'delete'], { type: 'erase' }, 'Backspace', 'erase', '', 3)),
	inModes(['guessing'], lab(['escape'], { type: 'back' }, 'Esc', 'drop the edit', '', 2)),

	inModes(
		['lesson'],
		lab(
			[' ', 'pagedown'],
			{ type: 'page', by: 1 },
			'Space',
			'read on',
			'Space, PgDn in a lesson: read on; Backspace, PgUp: back',
			0.5,
		),
	),
	inModes(['lesson'], lab(['backspace', 'delete', 'pageup'], { type: 'page', by: -1 }, 'Space', 'read on', '', 0.5)),
	inModes(['lesson'], lab(['G', 'end'], { type: 'page', by: 1_000_000 }, 'g/G', 'ends', '')),
	inModes(['lesson'], lab(['g', 'home'], { type: 'page', by: -1_000_000 }, 'g/G', 'ends', '')),
	inModes(
		['lesson'],
		lab(['i'], { type: 'hint' }, 'i', 'hint', 'i in a lesson: a hint for the challenge, each more exact', 2.2),
	),
	inModes(
		['lesson'],
		lab(['s'], { type: 'skip' }, 's', 'skip', 's in a lesson: enter a solution of the challenge; u takes it back', 6),
	),
	inModes(
		['lesson'],
		lab(
			['n', ']'],
			{ type: 'turn', by: 1 },
			'n',
			'next lesson',
			'n or ], [ in a lesson: the next lesson, the one before',
			2.3,
		),
	),
	inModes(['lesson'], lab(['['], { type: 'turn', by: -1 }, 'n', 'next lesson', '', 2.3)),
	inModes(
		['lesson'],
		lab(['v'], { type: 'go', screen: 'lab' }, 'v', 'lab', 'v in a lesson: the whole lab of its scenario', 8),
	),
	inModes(
		['lesson'],
		lab(
			['escape', 'c'],
			{ type: 'back' },
			'Esc',
			'contents',
			'Esc: back one level: from the lab to the lesson, from a lesson to the contents',
			7,
		),
	),
	lab(['escape'], { type: 'back' }, 'Esc', 'back', '', 19),
	lab(
		['ctrl+o'],
		{ type: 'go', screen: 'lesson' },
		'Ctrl-O',
		'lesson',
		'Ctrl-O in the lab: the lesson behind what is on screen',
		20,
	),
	inModes(
		COMMANDS,
		lab(
			['ctrl+g'],
			{ type: 'open', overlay: 'glossary' },
			'Ctrl-G',
			'glossary',
			'Ctrl-G: the glossary; / finds a term in it',
			21,
		),
	),

	inModes(['contents'], lab(['enter', ' '], { type: 'choose' }, 'Enter', 'open', '', 1)),
	inModes(['contents', 'searching'], lab(['down'], { type: 'scroll', by: 1 }, '↑↓', 'move', '', 2)),
	inModes(['contents', 'searching'], lab(['up'], { type: 'scroll', by: -1 }, '↑↓', 'move', '', 2)),
	inModes(['contents'], lab(['j'], { type: 'scroll', by: 1 }, '↑↓', 'move', '', 2)),
	inModes(['contents'], lab(['k'], { type: 'scroll', by: -1 }, '↑↓', 'move', '', 2)),
	inModes(['contents', 'searching'], lab(['pagedown'], { type: 'scroll', by: 10 }, 'PgUp/PgDn', 'ten', '')),
	inModes(['contents', 'searching'], lab(['pageup'], { type: 'scroll', by: -10 }, 'PgUp/PgDn', 'ten', '')),
	inModes(['contents'], lab(['G', 'end'], { type: 'scroll', by: 1_000_000 }, 'g/G', 'ends', '')),
	inModes(['contents'], lab(['g', 'home'], { type: 'scroll', by: -1_000_000 }, 'g/G', 'ends', '')),
	inModes(
		['contents'],
		lab(['/'], { type: 'find' }, '/', 'find', '/ in the contents: find a lesson, a scenario or a term', 2.4),
	),
	inModes(['contents'], lab(['o'], { type: 'open', overlay: 'scenarios' }, 'o', 'scenarios', '', 3)),
	inModes(
		['contents'],
		lab(
			['x'],
			{ type: 'ask-restart', all: false },
			'x',
			'start afresh',
			'x in the contents: start the chosen lesson afresh (asks); X: all of them',
			4,
		),
	),
	inModes(['contents'], lab(['X'], { type: 'ask-restart', all: true }, 'X', 'all afresh', '', 5)),
	inModes(
		['contents'],
		lab(
			['p'],
			{ type: 'open', overlay: 'progress' },
			'p',
			'progress',
			'p in the contents: how far you are, and how your guesses went',
			2.5,
		),
	),
	inModes(['searching'], lab(['enter'], { type: 'choose' }, 'Enter', 'open', '', 1)),
	inModes(['searching'], lab(['escape'], { type: 'back' }, 'Esc', 'show all', '', 2.1)),
	inModes(['searching'], lab(['backspace', 'delete'], { type: 'erase' }, 'Backspace', 'erase', '', 3)),

	inModes(
		['contents'],
		lab(
			['d'],
			{ type: 'drill', start: null },
			'd',
			'drills',
			'd in the contents or a lesson: practise what was learned',
			2.05,
		),
	),
	inModes(['lesson'], lab(['d'], { type: 'drill', start: null }, 'd', 'drills', '', 3.5)),
	inModes(
		['drills'],
		lab(['enter'], { type: 'choose' }, 'Enter', 'start', 'Enter in the drills: start the chosen ones', 1),
	),
	inModes(
		['drills'],
		lab(
			['v'],
			{ type: 'peek' },
			'v',
			'when to look',
			'v in the drills: show answers after each question of a run, or only at the end',
			5,
		),
	),
	inModes(DRILLED, lab(['down', 'j'], { type: 'scroll', by: 1 }, '↑↓', 'move', '', 3)),
	inModes(DRILLED, lab(['up', 'k'], { type: 'scroll', by: -1 }, '↑↓', 'move', '', 3)),
	inModes(
		PRACTISED,
		lab(
			['pagedown'],
			{ type: 'page', by: 1 },
			'PgUp/PgDn',
			'scroll',
			'PgUp PgDn in a drill: scroll what does not fit',
			6,
		),
	),
	inModes(PRACTISED, lab(['pageup'], { type: 'page', by: -1 }, 'PgUp/PgDn', 'scroll', '', 6)),
	inModes(
		PRACTISED,
		lab(['escape'], { type: 'back' }, 'Esc', 'leave', 'Esc in a drill: back to its menu; a run ends in its debrief', 4),
	),
	inModes(PRACTISED, {
		...lab(['ctrl+p'], { type: 'pause' }, 'Ctrl-P', 'pause', 'Ctrl-P in a run: stop the clock, let it go on', 8),
		when: ({ drill }) => drill.run !== null,
	}),
	inModes(['writing'], lab(['enter'], { type: 'enter' }, 'Enter', 'new line', '', 2)),
	inModes(
		['writing'],
		lab(['tab'], { type: 'submit' }, 'Tab', 'done: look', 'Tab in an answer: finish it and see the key points', 1),
	),
	inModes(['counting'], lab(['enter', 'tab'], { type: 'enter' }, 'Enter', 'check it', '', 1)),
	inModes(['filling'], lab(['enter'], { type: 'enter' }, 'Enter', 'next box', '', 1)),
	inModes(['filling'], lab(['tab'], { type: 'submit' }, 'Tab', 'done', '', 2)),
	inModes(['writing'], lab(['up'], { type: 'edit-text', move: 'up' }, '↑↓', 'line', '', 5)),
	inModes(['writing'], lab(['down'], { type: 'edit-text', move: 'down' }, '↑↓', 'line', '', 5)),
	inModes(['filling'], lab(['up'], { type: 'edit-text', move: 'up' }, '↑↓', 'box', '', 5)),
	inModes(['filling'], lab(['down'], { type: 'edit-text', move: 'down' }, '↑↓', 'box', '', 5)),
	inModes(ANSWERED, lab(['backspace'], { type: 'edit-text', move: 'erase' }, 'Backspace', 'erase', '', 7)),
	inModes(
		['filling'],
		lab(
			['ctrl+t'],
			{ type: 'labels' },
			'Ctrl-T',
			'labels',
			'Ctrl-T in a diagram: place labels by their numbers, the easier way',
			3,
		),
	),
	inModes(['debrief'], lab(['enter'], { type: 'choose' }, 'Enter', 'open the lesson', '', 1)),
	inModes(['choosing'], lab(['enter'], { type: 'choose' }, 'Enter', 'that one', '', 1)),
	...[...'1234567'].map((digit) =>
		inModes(['choosing'], lab([digit], { type: 'type', text: digit }, '1-7', 'shape', '', 2)),
	),
	inModes(
		['ticking'],
		lab([' '], { type: 'tick' }, 'Space', 'tick', 'Space beside key points: your answer holds it, or not', 2),
	),
	inModes(
		['ticking'],
		lab(['1'], { type: 'grade', grade: 1 }, '1-4', 'grade', '1 2 3 4 beside key points: again, hard, good, easy', 1),
	),
	inModes(['ticking'], lab(['2'], { type: 'grade', grade: 2 }, '1-4', 'grade', '', 1)),
	inModes(['ticking'], lab(['3'], { type: 'grade', grade: 3 }, '1-4', 'grade', '', 1)),
	inModes(['ticking'], lab(['4'], { type: 'grade', grade: 4 }, '1-4', 'grade', '', 1)),
	inModes(JUDGED, lab(['enter', ' '], { type: 'go-on', to: 'next' }, 'Enter', 'next', '', 1)),
	inModes(
		['judged'],
		lab(
			['n'],
			{ type: 'go-on', to: 'same' },
			'n',
			'more like this',
			'n after an answer: another question of its kind; h: a harder one; e: an easier one',
			2,
		),
	),
	inModes(['judged'], lab(['h'], { type: 'go-on', to: 'harder' }, 'h', 'harder', '', 2.1)),
	inModes(['judged'], lab(['e'], { type: 'go-on', to: 'easier' }, 'e', 'easier', '', 2.2)),
	inModes(
		['diagnosed'],
		lab(['m'], { type: 'mend' }, 'm', 'mend it', 'm after a diagnosis: mend the case in the lab', 1.5),
	),
	inModes(
		['drills', 'ticking', ...JUDGED],
		lab(['u'], { type: 'ungrade' }, 'u', 'undo grade', 'u in a drill: take the last grade back', 7),
	),
	inModes(
		ANSWERED,
		lab(
			['ctrl+u'],
			{ type: 'ungrade' },
			'Ctrl-U',
			'undo grade',
			'Ctrl-U in an answer: erase to the start of the line; in an empty one, take the last grade back',
			9,
		),
	),
	inModes(
		['ticking', ...JUDGED, 'debrief'],
		lab(
			['ctrl+o'],
			{ type: 'go', screen: 'lesson' },
			'Ctrl-O',
			'lesson',
			'Ctrl-O after an answer: the lesson that teaches it; Esc comes back',
			5,
		),
	),

	...SHEET_BINDINGS,
	...EDITOR_BINDINGS,

	inModes(['asking'], lab(['y'], { type: 'answer', yes: true }, 'y', 'yes', '', 1)),
	inModes(['asking'], lab(['n', 'escape', 'q'], { type: 'answer', yes: false }, 'n', 'no', '', 2)),
];
