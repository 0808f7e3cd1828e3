import { readFileSync } from 'node:fs';
import { type IPty, spawn } from '@lydell/node-pty';
import { cleanEnvironment, type Home, temporaryHome } from '../e2e/harness/home.js';

/** Sequence at the end of every frame written by Ink or our painter. */
const END_FRAME = '\u001B[?2026l';

/** Milliseconds of silence that end the output of a key; a second render belongs to the same key. */
const QUIET_MS = 60;

const TIMEOUT_MS = 10_000;

export interface Subject {
	readonly name: string;
	/** Arguments of Node. */
	readonly args: readonly string[];
	/** Text of the first complete frame; null if there is none, so that the end of the process counts. */
	readonly shows: string | null;
	/** Keys pressed in turn, each of which causes a new frame. */
	readonly keys: readonly string[];
	/** Columns and rows; 80×24 if missing. */
	readonly size?: readonly [columns: number, rows: number];
	/** Set for a program without Ink: its first frame ends with the text. */
	readonly plain?: true;
}

/** Program in a terminal, with a stopwatch. Without an emulator, so that only the program's time is measured. */
export class Session {
	/** Milliseconds from the start of the process to the end of its first frame. */
	readonly started: Promise<number>;
	readonly ended: Promise<number>;
	readonly #pty: IPty;
	readonly #home: Home = temporaryHome();
	readonly #startedAt = performance.now();
	#bytes = 0;
	#lastOutputAt = performance.now();
	#tail = '';
	#onFrame: (() => void) | undefined;

	constructor(subject: Subject) {
		this.#pty = spawn(process.execPath, [...subject.args], {
			cols: subject.size?.[0] ?? 80,
			rows: subject.size?.[1] ?? 24,
			env: cleanEnvironment(this.#home.folder),
		});
		this.ended = new Promise((resolve) => this.#pty.onExit(() => resolve(performance.now() - this.#startedAt)));
		this.started = subject.shows === null ? this.ended : this.#firstFrame(subject.shows, subject.plain === true);
		this.#pty.onData((text) => {
			this.#lastOutputAt = performance.now();
			this.#bytes += Buffer.byteLength(text);
			// The sequence may arrive in two pieces.
			const end = this.#tail + text;
			this.#tail = end.slice(-(END_FRAME.length - 1));
			if (end.includes(END_FRAME) || subject.plain) this.#onFrame?.();
		});
	}

	/** Presses a key. Returns the ms until the end of the next frame, and the bytes written until the output is quiet. */
	async press(key: string): Promise<{ readonly ms: number; readonly bytes: number }> {
		await this.quiet();
		const before = this.#bytes;
		const start = performance.now();
		this.#pty.write(key);
		const ms = await this.#nextFrame(start);
		await this.quiet();
		return { ms, bytes: this.#bytes - before };
	}

	/** Returns the resident memory in MB; null if the system does not report it. */
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
			const remaining = this.#lastOutputAt + QUIET_MS - performance.now();
			if (remaining <= 0) return;
			await new Promise((resolve) => setTimeout(resolve, remaining));
		}
	}

	async stop(): Promise<void> {
		this.#pty.kill('SIGKILL');
		await this.ended;
		this.#home.remove();
	}

	#firstFrame(shows: string, plain: boolean): Promise<number> {
		let seen = '';
		const subscription = this.#pty.onData((text) => {
			seen += text;
		});
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => reject(new Error(`no "${shows}" in: ${seen}`)), TIMEOUT_MS);
			this.#onFrame = () => {
				if (!seen.includes(shows) || (!plain && !seen.slice(seen.indexOf(shows)).includes(END_FRAME))) return;
				clearTimeout(timer);
				subscription.dispose();
				this.#onFrame = undefined;
				resolve(performance.now() - this.#startedAt);
			};
		});
	}

	#nextFrame(start: number): Promise<number> {
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => reject(new Error('the key led to no frame')), TIMEOUT_MS);
			this.#onFrame = () => {
				clearTimeout(timer);
				this.#onFrame = undefined;
				resolve(performance.now() - start);
			};
		});
	}
}
