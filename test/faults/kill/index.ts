import { seeded } from '../../support/random.js';
import type { Trial } from '../trial.js';
import { killDrilling } from './drills.js';
import { killEditing } from './edits.js';
import { killInWorksheet } from './worksheets.js';

const ROUNDS = [
	['edits', killEditing],
	['drills', killDrilling],
	['a worksheet', killInWorksheet],
] as const;

/** Sends SIGKILL after the screen acknowledged something, and compares the disk with the screen. */
export const KILL: Trial = {
	name: 'kill',
	shows: 'acknowledged changes survive a kill of the program',
	cases: (random, most) =>
		Array.from({ length: most }, (_, round) => {
			const seed = Math.floor(random.uniform() * 2 ** 31);
			const [label, kill] = ROUNDS[round % ROUNDS.length] as (typeof ROUNDS)[number];
			return { name: `round ${round + 1}, ${label}`, run: () => kill(seeded(seed)) };
		}),
};
