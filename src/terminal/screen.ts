import process from 'node:process';
import { ASK_BACKGROUND, type Background } from './background.js';
import { crashReport, listenForExit } from './exit-listeners.js';
import type { Host } from './host.js';
import { jobControl } from './job-control.js';
import { type InputHandler, type Keyboard, readKeyboard } from './keyboard.js';
import { ENTER_SCREEN, LEAVE_SCREEN } from './modes.js';
import { createPainter, frameStream } from './painter.js';

export interface ScreenOptions {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	/** Receives stray output and crash reports, after the terminal was restored. */
	readonly stderr?: NodeJS.WriteStream;
	/** `process`, or a fake in tests. */
	readonly host?: Host;
	/** Replaces characters of a frame by others of the same width; undefined: frames are shown as they are. */
	readonly encode?: ((frame: string) => string) | undefined;
	/**
	 * Receives the terminal's background, if it tells; missing: it is not asked. It is asked again after a stop, because
	 * its colours may have been changed meanwhile.
	 */
	readonly onBackground?: ((background: Background) => void) | undefined;
}

export interface Screen {
	/** Stream for Ink, which has to render whole frames (`debug`) and leave the console alone. */
	readonly stdout: NodeJS.WriteStream;
	/** Passes keys and pastes to a handler, until the listener or the screen is closed. */
	listen(onInput: InputHandler): Pick<Keyboard, 'close'>;
	/** Writes the current frame again in full, in the terminal's current size. */
	repaint(): void;
	/** Stops the program as Ctrl-Z does; the frame is redrawn when it continues. */
	suspend(): void;
	/** Restores the terminal. The stream shows nothing after that. */
	close(): void;
	/** Handles an internal error: restores the terminal, reports on stderr and exits with 1. */
	fail(error: unknown): never;
}

/** Internal method of Node's terminal streams that reads the size and emits `resize`; there is no public one. */
interface ResizableStream {
	_refreshSize(): void;
}

/** Milliseconds to hold frames after a resize, because Ink first writes the old frame once more. */
const RESIZE_HOLD_MS = 25;

/**
 * Takes the terminal over: alternate screen, no cursor, stdout for frames only. Restores it on `close`, on exit, on an
 * uncaught error, on SIGINT, SIGTERM, SIGHUP, SIGQUIT and other signals, and while suspended.
 *
 * Open it before Ink renders, so that a resize reaches the screen first.
 */
export function openScreen(options: ScreenOptions): Screen {
	const { stdin, stdout, stderr = process.stderr, host = process, encode, onBackground } = options;
	const write = stdout.write.bind(stdout) as NodeJS.WriteStream['write'];
	const painter = createPainter(
		(text) => write(text),
		() => stdout.rows || 24,
		encode,
	);
	let heldOutput: HeldOutput | undefined;
	let resizeTimer: NodeJS.Timeout | undefined;
	let keyboard: Keyboard | undefined;
	let isClosed = false;
	/** Whether another program has the terminal, because this one is or was stopped. */
	let isSuspended = false;

	function enter(): void {
		heldOutput ??= holdOutput([stdout, stderr]);
		// Without raw mode keys would be echoed and Ctrl-C would be a signal. It is switched off first because the terminal
		// driver may have been changed while we were stopped, and libuv ignores a request for the mode that it last set.
		if (stdin.isRaw) stdin.setRawMode(false);
		stdin.setRawMode(true);
		write(onBackground ? ENTER_SCREEN + ASK_BACKGROUND : ENTER_SCREEN);
		painter.invalidate();
		// After a resize the old frame no longer fits; the timer shows the next one.
		if (!resizeTimer) painter.release();
	}

	function refreshSize(): void {
		(stdout as Partial<ResizableStream>)._refreshSize?.();
	}

	// While we were stopped, a resize was signalled only to the program that had the terminal.
	function resume(): void {
		isSuspended = false;
		refreshSize();
		enter();
	}

	function leave(): void {
		isSuspended = true;
		painter.hold();
		keyboard?.reset();
		clearTimeout(resizeTimer);
		resizeTimer = undefined;
		if (stdin.isRaw) stdin.setRawMode(false);
		write(LEAVE_SCREEN);
		const stray = heldOutput?.release();
		heldOutput = undefined;
		if (stray) stderr.write(stray);
	}

	// Also handles the signal: if the window has its old size again when Node reads it, Node emits no `resize`, although
	// the screen has changed.
	function handleResize(): void {
		if (isSuspended) return;
		painter.invalidate();
		painter.hold();
		resizeTimer ??= setTimeout(() => {
			resizeTimer = undefined;
			painter.release();
		}, RESIZE_HOLD_MS);
	}

	function close(): void {
		if (isClosed) return;
		isClosed = true;
		stdout.off('resize', handleResize);
		host.off('SIGWINCH', handleResize);
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

	const jobs = jobControl(host, leave, resume);
	const endings = listenForExit(host, stdin, stdout, { close, fail });
	stdout.on('resize', handleResize);
	host.on('SIGWINCH', handleResize);
	enter();

	return {
		stdout: frameStream(stdout, (text, callback) => write(text, callback), painter.show),
		listen(onInput) {
			keyboard?.close();
			keyboard = readKeyboard(stdin, onInput, onBackground);
			return keyboard;
		},
		repaint() {
			if (isClosed) return;
			refreshSize();
			painter.repaint();
		},
		suspend() {
			if (!isClosed) jobs.suspend();
		},
		close,
		fail,
	};
}

/** Maximum length of stray output that is kept; it is messages, not data. */
const MAX_STRAY = 64_000;

interface HeldOutput {
	/** Restores the streams, and returns the text written meanwhile. */
	release(): string;
}

/**
 * Holds back other output to these streams (a forgotten `console.log`, a library's warning) until the terminal is
 * restored.
 */
function holdOutput(streams: readonly NodeJS.WriteStream[]): HeldOutput {
	let text = '';
	function write(chunk: Uint8Array | string, ...rest: unknown[]): boolean {
		if (text.length < MAX_STRAY) text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
		const callback = rest.at(-1);
		if (typeof callback === 'function') callback();
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
			return text.slice(0, MAX_STRAY);
		},
	};
}
