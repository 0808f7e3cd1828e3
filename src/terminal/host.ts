/** What the screen needs of `process`; tests hand in their own. */
export type Host = Pick<NodeJS.Process, 'on' | 'off' | 'removeAllListeners' | 'pid' | 'exit' | 'kill'>;

/** Listeners that come and go together. */
export interface Listeners {
	remove(): void;
}

export interface Emitter {
	on(event: string, listener: (...args: never[]) => void): unknown;
	off(event: string, listener: (...args: never[]) => void): unknown;
}

export function listen(emitter: Emitter, listeners: Readonly<Record<string, (...args: never[]) => void>>): Listeners {
	const entries = Object.entries(listeners);
	for (const [event, listener] of entries) emitter.on(event, listener);
	return {
		remove() {
			for (const [event, listener] of entries) emitter.off(event, listener);
		},
	};
}

/** Whether a full-screen program makes sense here: keys come from a terminal, and it can move its cursor. */
export function isInteractive(
	stdin: { readonly isTTY?: boolean },
	stdout: { readonly isTTY?: boolean },
	env: Readonly<Record<string, string | undefined>>,
): boolean {
	return stdin.isTTY === true && stdout.isTTY === true && env['TERM'] !== 'dumb';
}
