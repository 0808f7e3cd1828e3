import { modesLeft } from '../e2e/harness/modes-left.js';
import type { Tty } from '../e2e/harness/tty.js';
import { ensure } from './trial.js';

/** Waits for the end of the program in a `ttyThatLooks`; throws for leftover terminal modes or a wrong exit code. */
export async function ensureModesLeft(tty: Tty, code: number): Promise<void> {
	// The terminal may have echoed a lot of input typed after the end.
	await tty.waitUntil(() => EXIT_LINE.test(tty.raw), String(EXIT_LINE));
	const [, exitCode] = EXIT_LINE.exec(tty.raw) ?? [];
	ensure(Number(exitCode) === code, `exit ${exitCode}, not ${code}`);
	ensure(modesLeft(tty).length === 0, modesLeft(tty).join(', '));
	ensure(!/bug in dispatch-board/.test(tty.raw), `it crashed: ${tty.raw.slice(-800)}`);
}

const EXIT_LINE = /left with (\d+)/;
