import { type Home, temporaryHome } from '../e2e/harness/home.js';
import { Tty, type TtyOptions } from '../e2e/harness/tty.js';

/** Does something with a home of its own, and removes it. */
export async function withHome<T>(use: (home: Home) => Promise<T>): Promise<T> {
	const home = temporaryHome();
	try {
		return await use(home);
	} finally {
		home.remove();
	}
}

/** Runs the program in a terminal, and stops it whatever happens. */
export async function inTerminal<T>(
	args: readonly string[],
	options: TtyOptions,
	use: (tty: Tty) => Promise<T>,
	open: (args: readonly string[], options: TtyOptions) => Tty = (...given) => new Tty(...given),
): Promise<T> {
	const tty = open(args, options);
	try {
		return await use(tty);
	} finally {
		await tty.stop();
	}
}

/** Presses a key of the lab, again and again while what it needs is being loaded, until the screen shows what it leads to. */
export async function pressUntil(tty: Tty, key: string, shows: RegExp): Promise<void> {
	for (;;) {
		tty.type(key);
		await tty.waitUntil(() => shows.test(tty.text()) || LOADING.test(tty.text()), String(shows));
		if (shows.test(tty.text())) return;
		// A notice goes with the next key.
		tty.type('k');
		await tty.waitForGone(LOADING);
	}
}

const LOADING = /being loaded: a moment/;
