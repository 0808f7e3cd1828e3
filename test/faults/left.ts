import { modesLeft } from '../e2e/harness/modes-left.js';
import type { Tty } from '../e2e/harness/tty.js';
import { ensure } from './trial.js';

/** Waits for the end of the program in a `ttyThatLooks`, and throws where it left something behind or another exit code. */
export async function ensureModesLeft(tty: Tty, code: number): Promise<void> {
	await tty.waitFor(/left with \d+/);
	const [, left] = /left with (\d+)/.exec(tty.transcript()) ?? [];
	ensure(Number(left) === code, `exit ${left}, not ${code}`);
	ensure(modesLeft(tty).length === 0, modesLeft(tty).join(', '));
	ensure(!/bug in dispatch-board/.test(tty.transcript()), `it crashed: ${tty.transcript().slice(-500)}`);
}
