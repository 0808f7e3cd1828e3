/** More than this is cut: it is a stray message, not data. */
const MOST = 64_000;

export interface HeldOutput {
	/** Lets the streams write again, and returns what was written meanwhile. */
	release(): string;
}

/**
 * Keeps what anybody else writes to these streams (a forgotten `console.log`, a library's warning) off the screen
 * until the terminal has been given back.
 */
export function holdOutput(streams: readonly NodeJS.WriteStream[]): HeldOutput {
	let text = '';
	function write(chunk: Uint8Array | string, ...rest: unknown[]): boolean {
		if (text.length < MOST) text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
		const done = rest.at(-1);
		if (typeof done === 'function') done();
		return true;
	}
	const originals = streams.map((stream) => Object.getOwnPropertyDescriptor(stream, 'write'));
	for (const stream of streams)
		Object.defineProperty(stream, 'write', { value: write, configurable: true, writable: true });
	return {
		release() {
			streams.forEach((stream, i) => {
				const original = originals[i];
				if (original) Object.defineProperty(stream, 'write', original);
				else Reflect.deleteProperty(stream, 'write');
			});
			return text.slice(0, MOST);
		},
	};
}
