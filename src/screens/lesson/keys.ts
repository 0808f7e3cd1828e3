import { BOARD_ROWS, COMMAND_ROWS, HALF_PAGE_ROWS, NUMBER_ROWS, TYPED_VALUE_ROWS } from '../keys.js';
import type { Env, KeyRow } from '../screen.js';
import type { State } from '../state.js';
import { LAST_LESSON } from './enter.js';
import { NO_CHALLENGE, openChallenge, openLesson, readingOf } from './reading.js';

/** Returns why hint and solution are disabled; null: they are not. */
function noChallenge(state: State, env: Env): string | null {
	const lesson = openLesson(state, env);
	return lesson && openChallenge(lesson, readingOf(state, lesson.id)) ? null : NO_CHALLENGE;
}

/** Returns why there is no next lesson; null: there is one. */
const noNextLesson = ({ lesson }: State, { lessons }: Env): string | null =>
	lesson === lessons.at(-1)?.id ? LAST_LESSON : null;

const LESSON = [
	{
		keys: [' ', 'pagedown'],
		action: { type: 'page', by: 1 },
		name: 'read on',
		group: 'move',
		footer: { keys: 'Space', label: 'read on', rank: 0.5 },
		help: 'Space, PgDn: read on; Backspace, PgUp: back',
	},
	{ keys: ['backspace', 'delete', 'pageup'], action: { type: 'page', by: -1 }, name: 'go back a page' },
	...HALF_PAGE_ROWS,
	{ keys: ['G', 'end'], action: { type: 'page', by: 1_000_000 }, name: 'go to the end' },
	{ keys: ['g', 'home'], action: { type: 'page', by: -1_000_000 }, name: 'go to the start' },
	...NUMBER_ROWS,
	{
		keys: ['i'],
		action: { type: 'hint' },
		name: 'show a hint for the challenge',
		group: 'practise',
		disabled: noChallenge,
		footer: { keys: 'i', label: 'hint', rank: 2.2 },
		help: 'i: a hint for the challenge, each more exact',
	},
	{
		keys: ['n', ']'],
		action: { type: 'change-lesson', by: 1 },
		name: 'open the next lesson',
		group: 'move',
		disabled: noNextLesson,
		footer: { keys: 'n', label: 'next lesson', rank: 2.3 },
		help: 'n or ], [: the next lesson, the one before',
	},
	{ keys: ['['], action: { type: 'change-lesson', by: -1 }, name: 'open the lesson before' },
	{
		keys: ['!'],
		action: { type: 'jump' },
		name: 'go to the next open guess or challenge',
		group: 'practise',
		footer: { keys: '!', label: 'next open', rank: 3.4 },
		help: '!: to the next guess or challenge that is open',
	},
	{
		keys: ['d'],
		action: { type: 'drill', start: null },
		name: 'practise in the drills',
		footer: { keys: 'd', label: 'drills', rank: 3.5 },
	},
	{
		keys: ['s'],
		action: { type: 'skip' },
		name: 'show a solution of the challenge',
		group: 'practise',
		disabled: noChallenge,
		footer: { keys: 's', label: 'skip', rank: 6 },
		help: 's: enter a solution of the challenge; u takes it back',
	},
	{
		keys: ['escape', 'c'],
		action: { type: 'back' },
		name: 'go back to the contents',
		group: 'move',
		footer: { keys: 'Esc', label: 'contents', rank: 7 },
		help: 'Esc, c: back to the contents, or to the drill that led here',
	},
	{
		keys: ['v'],
		action: { type: 'go', screen: 'lab' },
		name: 'open the whole lab of its scenario',
		group: 'why',
		footer: { keys: 'v', label: 'lab', rank: 8 },
		help: 'v: the whole lab of its scenario',
	},
	{
		keys: ['w'],
		action: { type: 'go', screen: 'worksheet' },
		name: 'open the worksheets',
		footer: { keys: 'w', label: 'worksheet', rank: 8.05 },
	},
	...BOARD_ROWS,
	...COMMAND_ROWS,
] as const satisfies readonly KeyRow[];

/** The rows of a lesson, by layer. */
export const LESSON_KEYS = { lesson: LESSON, value: TYPED_VALUE_ROWS };
