import type { Tty } from '../../e2e/harness/tty.js';
import type { Random } from '../../support/random.js';

/** Longest delay before the kill; the program writes to disk in the milliseconds after a frame. */
const MAX_DELAY_MS = 12;

/** Kills the program's process group, at once or a few milliseconds later. */
export async function killSoon(tty: Tty, random: Random): Promise<void> {
	if (random.chance(0.5)) await new Promise((resolve) => setTimeout(resolve, random.uniform() * MAX_DELAY_MS));
	tty.kill('SIGKILL');
	await tty.exited;
}
