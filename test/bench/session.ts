import { readFileSync } from 'node:fs';
import { type IPty, spawn } from '@lydell/node-pty';
import { cleanEnvironment, type Home, temporaryHome } from '../e2e/harness/home.js';

/** Ends every frame that Ink, or our painter, writes to a terminal. */
const END_FRAME = '\u001B[?2026l';

/** Frames that follow the first one (a second render, a blinking thing) belong to the same key. */
const QUIET_MS = 60;

const PATIENCE_MS = 10_000;

export interface Subject {
	readonly name: string;
	/** What Node runs. */
	readonly args: readonly string[];
	/** Text of the first whole frame; null: there is none, and the end of the process counts. */
	readonly shows: string | null;
	/** Pressed in turn, each leading to a new frame. */
	readonly keys: readonly string[];
	/** Columns and rows; missing: 80×24. */
	readonly size?: readonly [columns: number, rows: number];
	/** A program that is not drawn with Ink: its first frame is there with the text. */
	readonly plain?: true;
}

/** A program in a terminal, and a stopwatch. No emulator: only what the program needs of time is measured. */
export class Session {
	/** From the start of the process to the end of its first frame, in ms. */
	readonly started: Promise<number>;
	readonly ended: Promise<number>;
	readonly #pty: IPty;
	readonly #home: Home = temporaryHome();
	readonly #birth = performance.now();
	#bytes = 0;
	#last = performance.now();
	#tail = '';
	#onFrame: (() => void) | undefined;

	constructor(subject: Subject) {
		this.#pty = spawn(process.execPath, [...subject.args], {
			cols: subject.size?.[0] ?? 80,
			rows: subject.size?.[1] ?? 24,
			env: cleanEnvironment(this.#home.folder),
		});
		this.ended = new Promise((settle) => this.#pty.onExit(() => settle(performance.now() - this.#birth)));
		this.started = subject.shows === null ? this.ended : this.#firstFrame(subject.shows, subject.plain === true);
		this.#pty.onData((text) => {
			this.#last = performance.now();
			this.#bytes += Buffer.byteLength(text);
			// The mark may come in two pieces.
			const end = this.#tail + text;
			this.#tail = end.slice(-(END_FRAME.length - 1));
			if (end.includes(END_FRAME) || subject.plain) this.#onFrame?.();
		});
	}

	/** Presses a key: ms until the end of the next frame, and the bytes that were written until all was quiet again. */
	async press(key: string): Promise<{ readonly ms: number; readonly bytes: number }> {
		await this.quiet();
		const before = this.#bytes;
		const start = performance.now();
		this.#pty.write(key);
		const ms = await this.#nextFrame(start);
		await this.quiet();
		return { ms, bytes: this.#bytes - before };
	}

	/** Resident memory in MB; null: this system does not tell. */
	memory(): number | null {
		try {
			const status = readFileSync(`/proc/${this.#pty.pid}/status`, 'utf8');
			return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
		} catch {
			return null;
		}
	}

	async quiet(): Promise<void> {
		for (;;) {
			const left = this.#last + QUIET_MS - performance.now();
			if (left <= 0) return;
			await new Promise((settle) => setTimeout(settle, left));
		}
	}

	async stop(): Promise<void> {
		this.#pty.kill('SIGKILL');
		await this.ended;
		this.#home.remove();
	}

	#firstFrame(shows: string, plain: boolean): Promise<number> {
		let seen = '';
		const reading = this.#pty.onData((text) => {
			seen += text;
		});
		return new Promise((settle, fail) => {
			const timer = setTimeout(() => fail(new Error(`no "${shows}" in: ${seen}`)), PATIENCE_MS);
			this.#onFrame = () => {
				if (!seen.includes(shows) || (!plain && !seen.slice(seen.indexOf(shows)).includes(END_FRAME))) return;
				clearTimeout(timer);
				reading.dispose();
				this.#onFrame = undefined;
				settle(performance.now() - this.#birth);
			};
		});
	}

	#nextFrame(start: number): Promise<number> {
		return new Promise((settle, fail) => {
			const timer = setTimeout(() => fail(new Error('the key led to no frame')), PATIENCE_MS);
			this.#onFrame = () => {
				clearTimeout(timer);
				this.#onFrame = undefined;
				settle(performance.now() - start);
			};
		});
	}
}
