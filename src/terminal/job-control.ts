import type { Host } from './host.js';

/** Milliseconds after which a stop request has certainly failed; it takes effect at once or never. */
const STOP_TIMEOUT_MS = 200;

export interface JobControl {
	/** Stops the program as Ctrl-Z does. Returns when it continues, or soon after if it cannot be stopped. */
	suspend(): void;
	remove(): void;
}

/**
 * Handles Ctrl-Z and `fg`. Stops the whole foreground process group, so that an npm or npx that started us stops too.
 *
 * @param leave restores the terminal
 * @param enter takes the terminal over again and repaints; also called after an unannounced stop (SIGSTOP)
 */
export function jobControl(host: Host, leave: () => void, enter: () => void): JobControl {
	let timer: NodeJS.Timeout | undefined;

	function suspend(): void {
		if (timer) return;
		leave();
		// With a listener, SIGTSTP would only call it again.
		host.off('SIGTSTP', suspend);
		try {
			host.kill(0, 'SIGTSTP');
		} catch {
			// No such signal on this system: the timer below continues the program.
		}
		// Without a job-control shell (in a container, or an orphaned process group) the kernel drops the signal, and
		// SIGCONT never comes.
		timer = setTimeout(resume, STOP_TIMEOUT_MS);
	}

	function resume(): void {
		if (timer) host.on('SIGTSTP', suspend);
		clearTimeout(timer);
		timer = undefined;
		enter();
	}

	host.on('SIGTSTP', suspend);
	host.on('SIGCONT', resume);
	return {
		suspend,
		remove() {
			clearTimeout(timer);
			timer = undefined;
			host.off('SIGTSTP', suspend);
			host.off('SIGCONT', resume);
		},
	};
}
