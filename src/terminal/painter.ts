import { harmlessRow } from './harmless.js';
import { BEGIN_FRAME, END_FRAME, rowAt } from './modes.js';

export interface Painter {
	/** Shows a frame (rows joined by line ends), writing only the rows that differ from what is on the screen. */
	show(frame: string): void;
	/** From now on nothing on the screen is trusted: the next frame is written whole. */
	invalidate(): void;
	/** Writes the last frame again, whole. */
	repaint(): void;
	/** Frames are kept back; `release` shows the last one. */
	hold(): void;
	release(): void;
}

/**
 * Draws whole frames by rows at absolute positions. Nothing scrolls and nothing is counted upwards from the cursor,
 * so that a frame as high as the terminal is as good as any other, and the scrollback is never touched.
 *
 * @param write puts text on the terminal
 * @param height rows of the terminal at this moment
 */
export function createPainter(write: (text: string) => void, height: () => number): Painter {
	let shown: readonly string[] = [];
	let frame: string | null = null;
	let trusted = false;
	let held = false;

	function paint(): void {
		if (frame === null || held) return;
		const rows = frame.split('\n').slice(0, height());
		const count = trusted ? Math.max(rows.length, shown.length) : height();
		let text = '';
		for (let y = 0; y < count; y++) {
			const row = rows[y] ?? '';
			if (!trusted || row !== (shown[y] ?? '')) text += rowAt(y, harmlessRow(row));
		}
		shown = rows;
		trusted = true;
		if (text !== '') write(BEGIN_FRAME + text + END_FRAME);
	}

	function invalidate(): void {
		trusted = false;
	}

	return {
		show(next) {
			frame = next;
			paint();
		},
		invalidate,
		repaint() {
			invalidate();
			paint();
		},
		hold() {
			held = true;
		},
		release() {
			held = false;
			paint();
		},
	};
}

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
