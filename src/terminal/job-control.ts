import type { Host } from './host.js';

/** A stop takes effect at once or never; this long after it, running code was not stopped. */
const NEVER_STOPPED_MS = 200;

export interface JobControl {
	/** Stops the program as Ctrl-Z does; returns when it goes on (or, where nothing can stop it, soon after). */
	suspend(): void;
	remove(): void;
}

/**
 * Ctrl-Z and `fg`. The whole foreground group is stopped, so that the npm or npx that started us stops too.
 *
 * @param leave gives the terminal back
 * @param enter takes it again and repaints; also called after a stop that came without warning (SIGSTOP)
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
			// No such signal on this system: the program goes on, as below.
		}
		// Without a shell that does job control (a container, an orphaned process group) the kernel drops the signal,
		// and no SIGCONT ever comes.
		timer = setTimeout(goOn, NEVER_STOPPED_MS);
	}

	function goOn(): void {
		if (timer) host.on('SIGTSTP', suspend);
		clearTimeout(timer);
		timer = undefined;
		enter();
	}

	host.on('SIGTSTP', suspend);
	host.on('SIGCONT', goOn);
	return {
		suspend,
		remove() {
			clearTimeout(timer);
			timer = undefined;
			host.off('SIGTSTP', suspend);
			host.off('SIGCONT', goOn);
		},
	};
}
