import { constants } from 'node:os';
import { inspect } from 'node:util';
import { type Emitter, type Host, type Listeners, listen } from './host.js';
import { sanitizeText } from './sanitize.js';

/**
 * Signals that end the program; a shell reports 128 + their number. Excludes the signals that Node uses (SIGUSR1 for
 * its debugger, SIGPROF for its profiler) and those that report corrupt memory, such as SIGSEGV.
 */
const SIGNALS = [
	...(['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGALRM', 'SIGVTALRM'] as const),
	...(['SIGUSR2', 'SIGXCPU', 'SIGIO', 'SIGPWR', 'SIGSTKFLT', 'SIGSYS', 'SIGTRAP'] as const),
];
/** Signal numbers on this system, which may not have all of them. */
const NUMBERS: Partial<Record<string, number>> = constants.signals;

interface Endings {
	/** Restores the terminal. May be called more than once. */
	close(): void;
	/** Restores the terminal, reports the error and exits with 1. */
	fail(error: unknown): void;
}

/**
 * Listens for every way the program can end from outside. Our listeners keep signal-exit (a dependency of Ink) from
 * re-sending the signal, so each of them has to exit.
 */
export function listenForExit(
	host: Host,
	stdin: NodeJS.ReadStream,
	stdout: NodeJS.WriteStream,
	{ close, fail }: Endings,
): Listeners {
	function exitWith(code: number): void {
		close();
		host.exit(code);
	}
	// The terminal may be gone, and Node 20 aborts with a core dump if it cannot reset the terminal at exit. Dying from
	// the signal avoids that, and is what a closing terminal expects.
	let isHangingUp = false;
	function handleHangUp(): void {
		// If the terminal is gone, each step below raises another error.
		if (isHangingUp) return;
		isHangingUp = true;
		close();
		host.removeAllListeners('SIGHUP');
		host.kill(host.pid, 'SIGHUP');
		host.exit(128 + constants.signals.SIGHUP);
	}
	const signalListeners = SIGNALS.flatMap((name) => {
		const number = NUMBERS[name];
		return number === undefined ? [] : [[name, () => exitWith(128 + number)] as const];
	});
	const groups = [
		listen(host as unknown as Emitter, {
			exit: close,
			uncaughtException: fail,
			unhandledRejection: fail,
			...Object.fromEntries(signalListeners),
			SIGHUP: handleHangUp,
		}),
		listen(stdin as unknown as Emitter, { end: handleHangUp, error: handleHangUp }),
		listen(stdout as unknown as Emitter, { error: handleHangUp }),
	];
	return {
		remove() {
			for (const listeners of groups) listeners.remove();
		},
	};
}

/** Returns the message for an internal error, ending with a line break. */
export function crashReport(error: unknown): string {
	return sanitizeText(`dispatch-board stopped. This is a bug in dispatch-board, not something you did.
Please report it with the lines below.

${inspect(error)}
`);
}
