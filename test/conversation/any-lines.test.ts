import { expect, it } from 'vitest';
import { wordOfKey } from '../../src/conversation/key-words.js';
import type { ScreenId } from '../../src/screens/state.js';
import { byEffort } from '../support/effort.js';
import { ROWS } from '../support/layers.js';
import { seeded } from '../support/random.js';
import { unspeakable } from '../support/spoken.js';
import { openWorld } from './world.js';

const KEYS = [...new Set(ROWS.flatMap(({ keys }) => keys))].filter((key) => key !== 'q').map(wordOfKey);
const NAMES = [...new Set(ROWS.flatMap(({ footer }) => footer?.label ?? []))].filter((name) => name !== 'quit');
const OTHERS = [
	'',
	' ',
	'1',
	'3',
	'12',
	'40%',
	'94',
	'tab tab right',
	'help',
	'all',
	'where',
	'again',
	'keys',
	'words of mine',
	':',
	'::',
	'/small',
	'__proto__',
];

it.each(['contents', 'lesson', 'lab', 'drill', 'worksheet'] as const satisfies readonly ScreenId[])(
	'any lines from the screen %s on are answered in words',
	async (screen) => {
		const random = seeded(7);
		const pick = <T>(items: readonly T[]): T => items[Math.floor(random.uniform() * items.length)] as T;
		const { say } = await openWorld(screen);
		const said: string[] = [];
		for (let i = 0; i < byEffort(400, 120); i++) {
			const line = `${random.chance(0.3) ? ':' : ''}${pick([pick(KEYS), pick(NAMES), pick(OTHERS)])}`;
			said.push(line);
			const answer = await say(line);
			expect(answer.length, said.join('\n')).toBeGreaterThan(0);
			expect(unspeakable(answer), said.join('\n')).toEqual([]);
			expect(
				answer.filter((sentence) => sentence.trim() === ''),
				said.join('\n'),
			).toEqual([]);
		}
	},
);
