import type { Tty } from '../../e2e/harness/tty.js';
import type { Random } from '../../support/random.js';

/** The disk is written to in the milliseconds that follow a frame. */
const LATEST_MS = 12;

/** Kills the program, and all that was started with it, at once or a few milliseconds later. */
export async function killIn(tty: Tty, random: Random): Promise<void> {
	if (random.chance(0.5)) await new Promise((settle) => setTimeout(settle, random.uniform() * LATEST_MS));
	tty.kill('SIGKILL');
	await tty.exited;
}
