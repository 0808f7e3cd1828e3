import { modesLeft } from '../e2e/harness/modes-left.js';
import type { Tty } from '../e2e/harness/tty.js';
import { ensure } from './trial.js';

/** Waits for the end of the program in a `ttyThatLooks`, and throws where it left something behind or another exit code. */
export async function ensureModesLeft(tty: Tty, code: number): Promise<void> {
	// Of what was typed after the end, the terminal may have echoed screens.
	await tty.waitUntil(() => LEFT.test(tty.raw), String(LEFT));
	const [, left] = LEFT.exec(tty.raw) ?? [];
	ensure(Number(left) === code, `exit ${left}, not ${code}`);
	ensure(modesLeft(tty).length === 0, modesLeft(tty).join(', '));
	ensure(!/bug in dispatch-board/.test(tty.raw), `it crashed: ${tty.raw.slice(-800)}`);
}

const LEFT = /left with (\d+)/;
