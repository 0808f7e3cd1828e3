import { KEYS } from '../../e2e/harness/keys.js';
import type { Random } from '../../support/random.js';
import { ensureNothingLost } from '../acknowledged.js';
import { inTerminal, withHome } from '../in-terminal.js';
import { makeWorksheet, storedChange } from '../stored.js';
import { ensure } from '../trial.js';
import { killSoon } from './kill-soon.js';

/**
 * Edits the `change` text a few times, and kills the program once the last text is shown as saved; or before that, in
 * which case the file may have either of the last two texts.
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
				// The next field is already open.
				tty.type(KEYS.escape);
				await tty.waitForGone(/┃/);
				tty.type(KEYS.shiftTab);
				await tty.waitFor(/› what changes/);
			}
			await killSoon(tty, random);
		});
		const kept = await storedChange(home, 'mine');
		if (saved === shown) ensureNothingLost([saved], [kept]);
		else ensure([saved, shown].includes(kept), `between ${saved} and ${shown}, the file has ${kept}`);
	});
}
