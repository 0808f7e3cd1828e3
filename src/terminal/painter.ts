import { BEGIN_FRAME, END_FRAME, rowSequence } from './modes.js';
import { sanitizeRow } from './sanitize.js';

export interface Painter {
	/** Shows a frame (rows joined by line breaks), writing only the rows that differ from the screen. */
	show(frame: string): void;
	/** Marks the screen content as unknown: the next frame is written in full. */
	invalidate(): void;
	/** Writes the last frame again in full. */
	repaint(): void;
	/** Holds frames back; `release` shows the last one. */
	hold(): void;
	release(): void;
}

/**
 * Draws frames row by row at absolute positions. Nothing scrolls or depends on the cursor position, so that a frame as
 * high as the terminal needs no special case, and the scrollback is never touched.
 *
 * @param write writes text to the terminal
 * @param height returns the current rows of the terminal
 * @param encode replaces characters that the terminal cannot show by others of the same width
 */
export function createPainter(
	write: (text: string) => void,
	height: () => number,
	encode: (frame: string) => string = (frame) => frame,
): Painter {
	let shown: readonly string[] = [];
	let frame: string | null = null;
	let isScreenKnown = false;
	let isHeld = false;

	function paint(): void {
		if (frame === null || isHeld) return;
		const rows = frame.split('\n').slice(0, height());
		const count = isScreenKnown ? Math.max(rows.length, shown.length) : height();
		let text = '';
		for (let y = 0; y < count; y++) {
			const row = rows[y] ?? '';
			if (!isScreenKnown || row !== (shown[y] ?? '')) text += rowSequence(y, sanitizeRow(row));
		}
		shown = rows;
		isScreenKnown = true;
		if (text !== '') write(BEGIN_FRAME + text + END_FRAME);
	}

	function invalidate(): void {
		isScreenKnown = false;
	}

	return {
		show(next) {
			frame = encode(next);
			paint();
		},
		invalidate,
		repaint() {
			invalidate();
			paint();
		},
		hold() {
			isHeld = true;
		},
		release() {
			isHeld = false;
			paint();
		},
	};
}

/** Matches cursor and mode switches, which Ink writes besides frames. The screen controls those. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what this is about
const MODE_SWITCHES = /^(?:\u001B\[[?<>=]?[\d;]*[a-ln-zA-Z])+$/;

type Callback = (error?: Error | null) => void;

/**
 * Returns a substitute for stdout to pass to Ink's `render` together with `debug: true`, which makes Ink write every
 * frame in full without moving the cursor. Everything but `write` (size, events, state) is from the real stream.
 *
 * @param stdout the real stream
 * @param flush the real stream's `write`; an empty write with a callback waits for pending output
 * @param show receives each frame
 */
export function frameStream(
	stdout: NodeJS.WriteStream,
	flush: (text: string, done: Callback) => void,
	show: (frame: string) => void,
): NodeJS.WriteStream {
	function write(chunk: Uint8Array | string, ...rest: unknown[]): boolean {
		const text = String(chunk);
		if (text !== '' && !MODE_SWITCHES.test(text)) show(text);
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
