import { KEYS } from '../../e2e/harness/keys.js';
import type { Random } from '../../support/random.js';
import { ensureKept } from '../acknowledged.js';
import { inTerminal, withHome } from '../in-terminal.js';
import { keptChange, makeWorksheet } from '../kept.js';
import { ensure } from '../trial.js';
import { killIn } from './moment.js';

/**
 * Writes what changes a few times, and kills the program when the screen shows the last of them and says that it is saved;
 * or before it says so: then the file holds that or the one before.
 */
export async function killInWorksheet(random: Random): Promise<void> {
	await withHome(async (home) => {
		await makeWorksheet(home, 'mine');
		let saved = '';
		let shown = '';
		await inTerminal(['worksheet', 'mine'], { home }, async (tty) => {
			await tty.waitFor(/› what changes/);
			const count = 1 + Math.floor(random.uniform() * 3);
			for (let change = 1; change <= count; change++) {
				const words = `words ${change}`;
				tty.type('\r');
				await tty.waitFor(/┃/);
				tty.type(`${KEYS.ctrlU}${words}\r`);
				await tty.waitFor(new RegExp(`what changes +${words}`));
				shown = words;
				if (change === count && random.chance(0.3)) break;
				await tty.waitFor(/ · saved *$/m);
				saved = words;
				if (change === count) break;
				// The next field is open already.
				tty.type(KEYS.escape);
				await tty.waitForGone(/┃/);
				tty.type(KEYS.shiftTab);
				await tty.waitFor(/› what changes/);
			}
			await killIn(tty, random);
		});
		const kept = await keptChange(home, 'mine');
		if (saved === shown) ensureKept([saved], [kept]);
		else ensure([saved, shown].includes(kept), `between ${saved} and ${shown}, the file has ${kept}`);
	});
}
