/** What Ink and its helpers write besides frames: cursor and mode switches. The screen owns those. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what this is about
const ONLY_MODES = /^(?:\u001B\[[?<>=]?[\d;]*[a-ln-zA-Z])+$/;

type Callback = (error?: Error | null) => void;

/**
 * A stand-in for stdout to hand to Ink's `render` together with `debug: true`, which makes Ink write every frame
 * whole and without moving the cursor. Everything but `write` (size, events, state) is the real stream's.
 *
 * @param stdout the real stream
 * @param flush the real stream's own `write`; an empty write with a callback waits for what is on its way
 * @param show takes each frame
 */
export function frameStream(
	stdout: NodeJS.WriteStream,
	flush: (text: string, done: Callback) => void,
	show: (frame: string) => void,
): NodeJS.WriteStream {
	function write(chunk: Uint8Array | string, ...rest: unknown[]): boolean {
		const text = String(chunk);
		if (text !== '' && !ONLY_MODES.test(text)) show(text);
		const done = rest.at(-1);
		if (typeof done === 'function') flush('', done as Callback);
		return true;
	}
	return new Proxy(stdout, {
		get(target, key) {
			if (key === 'write') return write;
			const value: unknown = Reflect.get(target, key, target);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}
