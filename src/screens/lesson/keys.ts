import { BOARD_ROWS, COMMAND_ROWS, NUMBER_ROWS, TYPED_VALUE_ROWS } from '../keys.js';
import type { KeyRow } from '../screen.js';

const LESSON = [
	{
		keys: [' ', 'pagedown'],
		action: { type: 'page', by: 1 },
		shown: 'Space',
		label: 'read on',
		help: 'Space, PgDn in a lesson: read on; Backspace, PgUp: back',
		rank: 0.5,
	},
	{
		keys: ['backspace', 'delete', 'pageup'],
		action: { type: 'page', by: -1 },
		shown: 'Space',
		label: 'read on',
		rank: 0.5,
	},
	{ keys: ['G', 'end'], action: { type: 'page', by: 1_000_000 }, shown: 'g/G', label: 'ends' },
	{ keys: ['g', 'home'], action: { type: 'page', by: -1_000_000 }, shown: 'g/G', label: 'ends' },
	...NUMBER_ROWS,
	{
		keys: ['i'],
		action: { type: 'hint' },
		shown: 'i',
		label: 'hint',
		help: 'i in a lesson: a hint for the challenge, each more exact',
		rank: 2.2,
	},
	{
		keys: ['n', ']'],
		action: { type: 'turn', by: 1 },
		shown: 'n',
		label: 'next lesson',
		help: 'n or ], [ in a lesson: the next lesson, the one before',
		rank: 2.3,
	},
	{ keys: ['['], action: { type: 'turn', by: -1 }, shown: 'n', label: 'next lesson', rank: 2.3 },
	{ keys: ['d'], action: { type: 'drill', start: null }, shown: 'd', label: 'drills', rank: 3.5 },
	{
		keys: ['s'],
		action: { type: 'skip' },
		shown: 's',
		label: 'skip',
		help: 's in a lesson: enter a solution of the challenge; u takes it back',
		rank: 6,
	},
	{
		keys: ['escape', 'c'],
		action: { type: 'back' },
		shown: 'Esc',
		label: 'contents',
		help: 'Esc: back one level: from the lab to the lesson, from a lesson to the contents',
		rank: 7,
	},
	{
		keys: ['v'],
		action: { type: 'go', screen: 'lab' },
		shown: 'v',
		label: 'lab',
		help: 'v in a lesson: the whole lab of its scenario',
		rank: 8,
	},
	{ keys: ['w'], action: { type: 'go', screen: 'worksheet' }, shown: 'w', label: 'worksheet', rank: 8.05 },
	...BOARD_ROWS,
	...COMMAND_ROWS,
] as const satisfies readonly KeyRow[];

/** The rows of a lesson, by layer. */
export const LESSON_KEYS = { lesson: LESSON, value: TYPED_VALUE_ROWS };
