import type { Tty } from '../../e2e/harness/tty.js';
import type { Random } from '../../support/random.js';
import { ensureKept } from '../acknowledged.js';
import { inTerminal, withHome } from '../in-terminal.js';
import { keptEvents } from '../kept.js';
import { killIn } from './moment.js';

const FAQ = 'segments.faq.routedSmall=';

/** The share of FAQ answers that is routed small, as the screen shows it, in percent. */
const cell = (tty: Tty): string => /FAQ answer +low +86\.5%›? *([\d.]+)%/.exec(tty.text())?.[1] ?? '';

/** Changes one number a few times, never twice to the same, and kills the program when the screen shows the last of them. */
export async function killEditing(random: Random): Promise<void> {
	await withHome(async (home) => {
		const shown: string[] = [];
		await inTerminal(['lab', 'week-31'], { home }, async (tty) => {
			await tty.waitUntil(() => cell(tty) === '84.0', 'the opening failure');
			const steps = random.chance(0.3);
			const values = random
				.shuffled(Array.from({ length: 80 }, (_, value) => value))
				.slice(0, 1 + random.uniform() * 3);
			for (const value of values) {
				const before = cell(tty);
				// A burst of steps may be killed in the middle: what the screen shows then is what counts.
				tty.type(steps ? 'hhhhh' : `${value}\r`);
				await tty.waitUntil(() => (steps ? cell(tty) !== before : cell(tty) === `${value}.0`), 'the edit');
				shown.push(cell(tty));
			}
			await killIn(tty, random);
		});
		ensureKept(shown, (await keptEvents(home)).flatMap(editOf));
	});
}

function editOf(event: Awaited<ReturnType<typeof keptEvents>>[number]): readonly string[] {
	const edit = event.type === 'edited' && event.edits.find((one) => one.startsWith(FAQ));
	if (!edit) return [];
	const value = edit.slice(FAQ.length);
	return [(value.endsWith('%') ? Number.parseFloat(value) : Number(value) * 100).toFixed(1)];
}
