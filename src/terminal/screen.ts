import process from 'node:process';
import { crashReport, watchEndings } from './endings.js';
import type { Host } from './host.js';
import { jobControl } from './job-control.js';
import { type Keyboard, type OnInput, readKeyboard } from './keyboard.js';
import { ENTER, LEAVE } from './modes.js';
import { createPainter, frameStream } from './painter.js';

export interface ScreenOptions {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	/** Where stray output and crash reports go, after the terminal has been given back. */
	readonly stderr?: NodeJS.WriteStream;
	/** `process`, unless a test stands in for it. */
	readonly host?: Host;
}

export interface Screen {
	/** Hand this to Ink: `render(<App />, { stdin, stdout: screen.stdout, debug: true, patchConsole: false })`. */
	readonly stdout: NodeJS.WriteStream;
	/** Hands on what is pressed and pasted from now on, until this or the screen is closed. */
	listen(onInput: OnInput): Pick<Keyboard, 'close'>;
	/** Writes the present frame again, whole, in the size that the terminal has now. */
	repaint(): void;
	/** Ctrl-Z: stops the program; the frame is back when it goes on. */
	suspend(): void;
	/** Gives the terminal back. The stream shows nothing from now on. */
	close(): void;
	/** For errors that are our bug: gives the terminal back, reports on stderr, exits 1. */
	fail(error: unknown): never;
}

/** How Node's terminal streams learn a new size, and tell it by `resize`; Node offers nothing else that asks anew. */
interface Measuring {
	_refreshSize(): void;
}

/** After a resize Ink lays the old frame out once more before the new one is ready: that one is not shown. */
const RESIZE_HOLD_MS = 25;

/**
 * Takes the terminal over: alternate screen, no cursor, and stdout for frames alone. It is given back on `close`,
 * on exit, on an error nobody caught, on SIGINT, SIGTERM, SIGHUP and SIGQUIT, and while suspended.
 *
 * Open it before Ink renders, so that a resize reaches the screen first.
 */
export function openScreen({ stdin, stdout, stderr = process.stderr, host = process }: ScreenOptions): Screen {
	const write = stdout.write.bind(stdout) as NodeJS.WriteStream['write'];
	const painter = createPainter(
		(text) => write(text),
		() => stdout.rows || 24,
	);
	let held: HeldOutput | undefined;
	let resizing: NodeJS.Timeout | undefined;
	let keyboard: Keyboard | undefined;
	let closed = false;
	/** The terminal is somebody else's: we are being stopped, or have been. */
	let away = false;

	function enter(): void {
		held ??= holdOutput([stdout, stderr]);
		// Ink asks for keys as they are only after its first frame: one that answers that frame would be echoed, and
		// Ctrl-C be a signal. The driver may also have been changed while we were stopped, and libuv remembers what it
		// asked for: asking for the same again does nothing.
		if (stdin.isRaw) stdin.setRawMode(false);
		stdin.setRawMode(true);
		write(ENTER);
		painter.invalidate();
		// After a resize the frame of before no longer fits; the next one is shown when it is ready.
		if (!resizing) painter.release();
	}

	function measure(): void {
		(stdout as Partial<Measuring>)._refreshSize?.();
	}

	// A window that was resized while we were stopped told whoever had the terminal then.
	function goOn(): void {
		away = false;
		measure();
		enter();
	}

	function leave(): void {
		away = true;
		painter.hold();
		keyboard?.reset();
		clearTimeout(resizing);
		resizing = undefined;
		if (stdin.isRaw) stdin.setRawMode(false);
		write(LEAVE);
		const stray = held?.release();
		held = undefined;
		if (stray) stderr.write(stray);
	}

	// Listens to the signal too: if the window is back at its old size when Node asks, Node emits no `resize`, yet the
	// screen has changed.
	function resized(): void {
		if (away) return;
		painter.invalidate();
		painter.hold();
		resizing ??= setTimeout(() => {
			resizing = undefined;
			painter.release();
		}, RESIZE_HOLD_MS);
	}

	function close(): void {
		if (closed) return;
		closed = true;
		stdout.off('resize', resized);
		host.off('SIGWINCH', resized);
		keyboard?.close();
		jobs.remove();
		leave();
		endings.remove();
	}

	function fail(error: unknown): never {
		close();
		stderr.write(crashReport(error));
		return host.exit(1);
	}

	const jobs = jobControl(host, leave, goOn);
	const endings = watchEndings(host, stdin, stdout, { close, fail });
	stdout.on('resize', resized);
	host.on('SIGWINCH', resized);
	enter();

	return {
		stdout: frameStream(stdout, (text, done) => write(text, done), painter.show),
		listen(onInput) {
			keyboard?.close();
			keyboard = readKeyboard(stdin, onInput);
			return keyboard;
		},
		repaint() {
			if (closed) return;
			measure();
			painter.repaint();
		},
		suspend() {
			if (!closed) jobs.suspend();
		},
		close,
		fail,
	};
}

/** More than this is cut: it is a stray message, not data. */
const MOST = 64_000;

interface HeldOutput {
	/** Lets the streams write again, and returns what was written meanwhile. */
	release(): string;
}

/**
 * Keeps what anybody else writes to these streams (a forgotten `console.log`, a library's warning) off the screen
 * until the terminal has been given back.
 */
function holdOutput(streams: readonly NodeJS.WriteStream[]): HeldOutput {
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
