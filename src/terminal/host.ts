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
