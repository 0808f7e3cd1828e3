/** Part of `process` that the screen uses; tests pass a fake. */
export type Host = Pick<NodeJS.Process, 'on' | 'off' | 'removeAllListeners' | 'pid' | 'exit' | 'kill'>;

/** Group of listeners that are removed together. */
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

/** Whether a full-screen program can run: input and output are a terminal that can move its cursor. */
export function isInteractive(
	stdin: { readonly isTTY?: boolean },
	stdout: { readonly isTTY?: boolean },
	env: Readonly<Record<string, string | undefined>>,
): boolean {
	return stdin.isTTY === true && stdout.isTTY === true && env['TERM'] !== 'dumb';
}
