import { type Emitter, type Host, type Listeners, listen } from './host.js';

/** Ends that come from outside, with their numbers: a shell reports 128 + number. */
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGTERM: 15 } as const;

export interface Endings {
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
	// The terminal was closed, or its other end is gone: nobody is left to tell.
	const gone = () => leave(128 + SIGNALS.SIGHUP);
	const all = [
		listen(host as unknown as Emitter, {
			exit: close,
			uncaughtException: fail,
			unhandledRejection: fail,
			...Object.fromEntries(Object.entries(SIGNALS).map(([name, number]) => [name, () => leave(128 + number)])),
		}),
		listen(stdin as unknown as Emitter, { end: gone, error: gone }),
		listen(stdout as unknown as Emitter, { error: gone }),
	];
	return {
		remove() {
			for (const listeners of all) listeners.remove();
		},
	};
}
