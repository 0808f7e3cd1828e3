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

/** SIGKILL once the screen acknowledged something, and then the disk is compared with the screen. */
export const KILL: Trial = {
	name: 'kill',
	shows: 'what the screen acknowledged is kept, though the program is killed',
	cases: (random, most) =>
		Array.from({ length: most }, (_, round) => {
			const seed = Math.floor(random.uniform() * 2 ** 31);
			const [what, kill] = ROUNDS[round % ROUNDS.length] as (typeof ROUNDS)[number];
			return { name: `round ${round + 1}, ${what}`, run: () => kill(seeded(seed)) };
		}),
};
