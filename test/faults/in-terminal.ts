import { type Home, temporaryHome } from '../e2e/harness/home.js';
import { Tty, type TtyOptions } from '../e2e/harness/tty.js';

/** Calls `use` with a temporary home, and removes it afterwards. */
export async function withHome<T>(use: (home: Home) => Promise<T>): Promise<T> {
	const home = temporaryHome();
	try {
		return await use(home);
	} finally {
		home.remove();
	}
}

/** Runs the program in a terminal, and stops it in any case. */
export async function inTerminal<T>(
	args: readonly string[],
	options: TtyOptions,
	use: (tty: Tty) => Promise<T>,
	open: (args: readonly string[], options: TtyOptions) => Tty = (...parameters) => new Tty(...parameters),
): Promise<T> {
	const tty = open(args, options);
	try {
		return await use(tty);
	} finally {
		await tty.stop();
	}
}

/** Presses a key of the lab until the screen shows its effect, repeating it while a late-loaded part is loading. */
export async function pressUntil(tty: Tty, key: string, shows: RegExp): Promise<void> {
	for (;;) {
		tty.type(key);
		await tty.waitUntil(() => shows.test(tty.text()) || LOADING.test(tty.text()), String(shows));
		if (shows.test(tty.text())) return;
		// The next key removes the notice.
		tty.type('k');
		await tty.waitForGone(LOADING);
	}
}

const LOADING = /are still loading: try again/;
