import { constants } from 'node:os';
import { inspect } from 'node:util';
import { harmlessText } from './harmless.js';
import { type Emitter, type Host, type Listeners, listen } from './host.js';

/**
 * Ends that come from outside; a shell reports 128 + their number. Not among them: what Node uses (SIGUSR1 for its debugger,
 * SIGPROF for its profiler), and what says that memory is no longer to be trusted.
 */
const SIGNALS = [
	...(['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGALRM', 'SIGVTALRM'] as const),
	...(['SIGUSR2', 'SIGXCPU', 'SIGIO', 'SIGPWR', 'SIGSTKFLT', 'SIGSYS', 'SIGTRAP'] as const),
];
/** Numbers of those that this system has. */
const NUMBERS: Partial<Record<string, number>> = constants.signals;

interface Endings {
	/** Gives the terminal back. May be called more than once. */
	close(): void;
	/** Gives the terminal back, says what went wrong, exits 1. */
	fail(error: unknown): void;
}

/**
 * Every way the program can end without having asked for it. A listener of ours also keeps signal-exit (which Ink
 * brings) from re-sending the signal, so each of them ends by exiting.
 */
export function watchEndings(
	host: Host,
	stdin: NodeJS.ReadStream,
	stdout: NodeJS.WriteStream,
	{ close, fail }: Endings,
): Listeners {
	function leave(code: number): void {
		close();
		host.exit(code);
	}
	// The terminal may be gone, and Node 20 aborts, with a core dump, when it cannot reset it on its way out. Dying of
	// the signal goes past that, and is what a terminal that closes expects.
	let hangingUp = false;
	function hangUp(): void {
		// A terminal that is gone answers each step below with another error.
		if (hangingUp) return;
		hangingUp = true;
		close();
		host.removeAllListeners('SIGHUP');
		host.kill(host.pid, 'SIGHUP');
		host.exit(128 + constants.signals.SIGHUP);
	}
	const bySignal = SIGNALS.flatMap((name) => {
		const number = NUMBERS[name];
		return number === undefined ? [] : [[name, () => leave(128 + number)] as const];
	});
	const all = [
		listen(host as unknown as Emitter, {
			exit: close,
			uncaughtException: fail,
			unhandledRejection: fail,
			...Object.fromEntries(bySignal),
			SIGHUP: hangUp,
		}),
		listen(stdin as unknown as Emitter, { end: hangUp, error: hangUp }),
		listen(stdout as unknown as Emitter, { error: hangUp }),
	];
	return {
		remove() {
			for (const listeners of all) listeners.remove();
		},
	};
}

/** What to tell people when the program itself went wrong. Ends with a line end. */
export function crashReport(error: unknown): string {
	return harmlessText(`dispatch-board stopped. This is a bug in dispatch-board, not something you did.
Please report it with the lines below.

${inspect(error)}
`);
}
