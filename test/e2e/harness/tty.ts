import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { cleanEnvironment, type Home, temporaryHome } from './home.js';
import { EmulatedScreen } from './screen.js';

/** The built program. */
export const PROGRAM = resolve('dist/dispatch-board.js');

export interface TtyOptions {
	readonly columns?: number;
	readonly rows?: number;
	/** Added to the clean environment. */
	readonly env?: Readonly<Record<string, string>>;
	/** The JavaScript file to run, by default the built program. */
	readonly program?: string;
	/** What runs it, by default Node; gets the file and the arguments. */
	readonly command?: readonly [file: string, ...args: string[]];
	/** A home that outlives this terminal, for what should be kept between runs. */
	readonly home?: Home;
	/** The folder that it is started in, by default this one. */
	readonly cwd?: string;
}

/** Slow enough for a busy machine; a journey that is going to pass never waits this long. */
const PATIENCE_MS = 20_000;

const LAST_WORDS_MS = 1000;

/** A program in a terminal: keys in, a screen out. Wait for what should appear, never for time. */
export class Tty {
	readonly screen: EmulatedScreen;
	readonly pid: number;
	/** The exit code; 128 + the signal's number when a signal ended it. */
	readonly exited: Promise<number>;
	/** Everything that the program wrote, as it wrote it. */
	raw = '';

	readonly #pty: IPty;
	readonly #home: Home;
	readonly #ownsHome: boolean;
	readonly #watchers = new Set<() => void>();
	#unread = 0;
	#code: number | undefined;
	#drained = false;

	constructor(args: readonly string[] = [], options: TtyOptions = {}) {
		const { columns = 80, rows = 24, env = {}, program = PROGRAM, command = [process.execPath], home, cwd } = options;
		this.#home = home ?? temporaryHome();
		this.#ownsHome = home === undefined;
		this.screen = new EmulatedScreen(columns, rows);
		const [file, ...before] = command;
		this.#pty = spawn(file, [...before, program, ...args], {
			cols: columns,
			rows,
			cwd: cwd ?? process.cwd(),
			env: cleanEnvironment(this.#home.folder, env),
		});
		this.pid = this.#pty.pid;
		this.#pty.onData((text) => this.#receive(text));
		// Answers to what the program asks the terminal.
		this.screen.terminal.onData((text) => this.#pty.write(text));
		this.exited = new Promise((settle) => {
			this.#pty.onExit(({ exitCode, signal }) => {
				this.#code = signal ? 128 + signal : exitCode;
				settle(this.#code);
				// What was written last can arrive after the news of the end: only a while later is there nothing to wait for.
				setTimeout(() => {
					this.#drained = true;
					this.#notify();
				}, LAST_WORDS_MS).unref();
			});
		});
	}

	get columns(): number {
		return this.screen.columns;
	}

	get rows(): number {
		return this.screen.rows;
	}

	text(): string {
		return this.screen.text();
	}

	/** The screen with everything that scrolled away above it. */
	transcript(): string {
		return this.screen.transcript();
	}

	line(y: number): string {
		return this.screen.line(y);
	}

	cell(x: number, y: number): ReturnType<EmulatedScreen['cell']> {
		return this.screen.cell(x, y);
	}

	/** Sends keys. What they lead to has not happened yet when this returns. */
	type(keys: string): void {
		this.#pty.write(keys);
	}

	resize(columns: number, rows: number): void {
		this.screen.terminal.resize(columns, rows);
		this.#pty.resize(columns, rows);
	}

	/** Sends a signal to the program, as a terminal does: to everything that was started with it. */
	kill(signal: NodeJS.Signals): void {
		process.kill(-this.pid, signal);
	}

	/** Closes the terminal, as a window is closed. */
	hangUp(): void {
		(this.#pty as IPty & { destroy(): void }).destroy();
	}

	/** Resolves when the screen shows the text; fails with the screen when it does not in time, or cannot any more. */
	async waitFor(wanted: RegExp | string, patience = PATIENCE_MS): Promise<void> {
		const shows = (): boolean => (typeof wanted === 'string' ? this.text().includes(wanted) : wanted.test(this.text()));
		await this.waitUntil(shows, String(wanted), patience);
	}

	/** Resolves when the screen no longer shows the text. */
	async waitForGone(unwanted: RegExp, patience = PATIENCE_MS): Promise<void> {
		await this.waitUntil(() => !unwanted.test(this.text()), `no ${unwanted}`, patience);
	}

	async waitUntil(holds: () => boolean, what: string, patience = PATIENCE_MS): Promise<void> {
		const ended = (): boolean => this.#drained && this.#unread === 0;
		// A frame comes in pieces; a terminal shows it when it is whole.
		const shown = (): boolean => !this.screen.terminal.modes.synchronizedOutputMode && holds();
		if (!shown())
			await new Promise<void>((settle, fail) => {
				const timer = setTimeout(() => stop(`not within ${patience} ms`), patience);
				const check = (): void => {
					if (shown()) stop();
					else if (ended()) stop(`the program ended with ${this.#code}`);
				};
				const stop = (why?: string): void => {
					clearTimeout(timer);
					this.#watchers.delete(check);
					if (why === undefined) settle();
					else fail(new Error(`Waited for ${what}: ${why}. The screen:\n${this.text()}`));
				};
				this.#watchers.add(check);
				check();
			});
	}

	/** Ends everything that still runs in the terminal, and clears up. */
	async stop(): Promise<void> {
		if (this.#code === undefined) for (const pid of this.#running()) kill(pid);
		await this.exited;
		this.screen.terminal.dispose();
		if (this.#ownsHome) this.#home.remove();
	}

	/** Processes of this terminal: a program under a shell with job control is in no group of the shell's. */
	#running(): readonly number[] {
		const { ptsName } = this.#pty as IPty & { readonly ptsName: string };
		try {
			const found = execFileSync('ps', ['-o', 'pid=', '-t', ptsName.replace('/dev/', '')], { encoding: 'utf8' });
			return [...found.split('\n').map(Number).filter(Boolean), this.pid];
		} catch {
			return [this.pid]; // a system without ps, or nothing to find
		}
	}

	#receive(text: string): void {
		this.raw += text;
		this.#unread++;
		this.screen.terminal.write(text, () => {
			this.#unread--;
			this.#notify();
		});
	}

	#notify(): void {
		for (const watcher of [...this.#watchers]) watcher();
	}
}

function kill(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It has ended by itself.
	}
}
