import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { cleanEnvironment, type Home, temporaryHome } from './home.js';
import { EmulatedScreen } from './screen.js';

/** The built program. */
export const PROGRAM = resolve('dist/dispatch-board.js');

/** Options of a terminal. */
export interface TtyOptions {
	readonly columns?: number;
	readonly rows?: number;
	/** Variables added to the clean environment. */
	readonly env?: Readonly<Record<string, string>>;
	/** JavaScript file to run; missing: the built program. */
	readonly program?: string;
	/** Command that gets the file and the arguments; missing: Node. */
	readonly command?: readonly [file: string, ...args: string[]];
	/** Home that outlives this terminal; missing: a temporary one. */
	readonly home?: Home;
	/** Working directory; missing: that of the test. */
	readonly cwd?: string;
}

/** Timeout of a wait, long enough for a busy machine; a passing test never waits this long. */
const TIMEOUT_MS = 20_000;

/** Milliseconds after the exit in which output can still arrive. */
const DRAIN_MS = 1000;

/** A program in a pseudoterminal with an emulated screen. Tests wait for output, never for time. */
export class Tty {
	readonly screen: EmulatedScreen;
	readonly pid: number;
	/** The exit code; 128 + the number of the signal if a signal ended the program. */
	readonly exited: Promise<number>;
	/** The raw output of the program. */
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
		// The emulator's replies to queries of the program.
		this.screen.terminal.onData((text) => this.#pty.write(text));
		this.exited = new Promise((settle) => {
			this.#pty.onExit(({ exitCode, signal }) => {
				this.#code = signal ? 128 + signal : exitCode;
				settle(this.#code);
				// The last output can arrive after the exit event, so waiting ends only a while later.
				setTimeout(() => {
					this.#drained = true;
					this.#notify();
				}, DRAIN_MS).unref();
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

	/** Returns the text of scrollback and screen. */
	transcript(): string {
		return this.screen.transcript();
	}

	line(y: number): string {
		return this.screen.line(y);
	}

	cell(x: number, y: number): ReturnType<EmulatedScreen['cell']> {
		return this.screen.cell(x, y);
	}

	/** Sends keys, without waiting for their effect. */
	type(keys: string): void {
		this.#pty.write(keys);
	}

	resize(columns: number, rows: number): void {
		this.screen.terminal.resize(columns, rows);
		this.#pty.resize(columns, rows);
	}

	/** Sends a signal to the program's process group, as a terminal does. */
	kill(signal: NodeJS.Signals): void {
		process.kill(-this.pid, signal);
	}

	/** Closes the terminal, as closing its window does. */
	hangUp(): void {
		(this.#pty as IPty & { destroy(): void }).destroy();
	}

	/** Waits until the screen shows the text; rejects with the screen on a timeout or if the program has ended. */
	async waitFor(wanted: RegExp | string, timeout = TIMEOUT_MS): Promise<void> {
		const shows = (): boolean => (typeof wanted === 'string' ? this.text().includes(wanted) : wanted.test(this.text()));
		await this.waitUntil(shows, String(wanted), timeout);
	}

	/** Waits until the screen no longer shows the text. */
	async waitForGone(unwanted: RegExp, timeout = TIMEOUT_MS): Promise<void> {
		await this.waitUntil(() => !unwanted.test(this.text()), `no ${unwanted}`, timeout);
	}

	/** Waits until a condition holds; `what`: its description for the error. */
	async waitUntil(holds: () => boolean, what: string, timeout = TIMEOUT_MS): Promise<void> {
		const ended = (): boolean => this.#drained && this.#unread === 0;
		// A frame can arrive in pieces; a terminal shows it once it is complete.
		const shown = (): boolean => !this.screen.terminal.modes.synchronizedOutputMode && holds();
		if (!shown())
			await new Promise<void>((settle, fail) => {
				const timer = setTimeout(() => stop(`not within ${timeout} ms`), timeout);
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

	/** Kills everything that still runs in the terminal, and cleans up. */
	async stop(): Promise<void> {
		if (this.#code === undefined) for (const pid of this.#running()) kill(pid);
		await this.exited;
		this.screen.terminal.dispose();
		if (this.#ownsHome) this.#home.remove();
	}

	/** Returns the processes of this terminal; with job control they are in several process groups. */
	#running(): readonly number[] {
		const { ptsName } = this.#pty as IPty & { readonly ptsName: string };
		try {
			const found = execFileSync('ps', ['-o', 'pid=', '-t', ptsName.replace('/dev/', '')], { encoding: 'utf8' });
			return [...found.split('\n').map(Number).filter(Boolean), this.pid];
		} catch {
			return [this.pid]; // no ps, or no other process
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
		// Already ended.
	}
}
