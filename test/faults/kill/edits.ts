import type { Random } from '../../support/random.js';
import { ensureNothingLost } from '../acknowledged.js';
import { faqShareOfEvent, faqShareOnScreen } from '../faq.js';
import { inTerminal, withHome } from '../in-terminal.js';
import { storedEvents } from '../stored.js';
import { killSoon } from './kill-soon.js';

/** Changes one number a few times to different values, and kills the program once the screen shows the last one. */
export async function killEditing(random: Random): Promise<void> {
	await withHome(async (home) => {
		const shown: string[] = [];
		await inTerminal(['lab', 'week-31'], { home }, async (tty) => {
			await tty.waitUntil(() => faqShareOnScreen(tty) === '84.0', 'the opening failure');
			const steps = random.chance(0.3);
			const values = random
				.shuffled(Array.from({ length: 80 }, (_, value) => value + 2))
				.slice(0, 1 + random.uniform() * 3);
			for (const value of values) {
				const before = faqShareOnScreen(tty);
				// A burst of steps may be killed halfway: the value on screen counts.
				tty.type(steps ? 'hhhhh' : `${value}\r`);
				await tty.waitUntil(
					() => (steps ? faqShareOnScreen(tty) !== before : faqShareOnScreen(tty) === `${value}.0`),
					'the edit',
				);
				shown.push(faqShareOnScreen(tty));
			}
			await killSoon(tty, random);
		});
		ensureNothingLost(shown, (await storedEvents(home)).flatMap(faqShareOfEvent));
	});
}
