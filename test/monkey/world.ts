import {
	appendFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from 'ink';
import { createElement } from 'react';
import { App } from '../../src/app/App.js';
import { type BoardStore, createBoardStore } from '../../src/app/store.js';
import { PLAIN } from '../../src/app/theme.js';
import { decodeEvent } from '../../src/course/index.js';
import type { Action, Effect, SheetEffect } from '../../src/screens/action.js';
import type { DrillTools, SheetTools } from '../../src/screens/screen.js';
import { sizeOf } from '../../src/screens/size.js';
import { dispatchInput } from '../../src/session/dispatch-input.js';
import { loadDrillTools } from '../../src/session/drill-tools.js';
import { createEnv } from '../../src/session/env.js';
import { createLazyArtifacts } from '../../src/session/lazy-artifact.js';
import { type Memory, openMemory } from '../../src/session/memory.js';
import { writeReviewFile } from '../../src/session/review-file.js';
import { createSheetFiles, type SheetFiles } from '../../src/session/worksheet-files.js';
import { loadSheetTools } from '../../src/session/worksheet-tools.js';
import { LESSONS, OPENING, readJournal, SHIPPED } from '../../src/storage/index.js';
import { listWorksheets } from '../../src/storage/worksheets/list.js';
import { saveWorksheet } from '../../src/storage/worksheets/save.js';
import { createInputDecoder, type Input } from '../../src/terminal/input-decoder.js';
import { LEAVE_SCREEN } from '../../src/terminal/modes.js';
import { openScreen } from '../../src/terminal/screen.js';
import { sheetFromTemplate } from '../../src/worksheet/index.js';
import { shippedScenario } from '../support/shipped.js';
import { FakeHost, FakeInput, FakeOutput } from '../terminal/fakes.js';
import { placesOf } from './coverage.js';
import { frameFault } from './frame.js';
import { STARTS } from './starts.js';
import { bytesOf, type Step } from './step.js';

/** Throws an error with the reason unless the condition holds. */
function ensure(condition: boolean, reason: string): asserts condition {
	if (!condition) throw new Error(reason);
}

/** Time of the first step, in milliseconds since 1970, UTC. */
const START_TIME = Date.UTC(2026, 0, 1);

/**
 * The program without its process: screen, store, memory and files combined as in the workbook, on a fake terminal.
 * Steps control time, and when an open key sequence is decoded.
 */
export class World {
	/** Places that were reached. */
	readonly seen = new Set<string>();
	readonly #home = mkdtempSync(join(tmpdir(), 'dispatch-board-monkey-'));
	readonly #env = { DISPATCH_BOARD_HOME: this.#home };
	#size = { columns: 80, rows: 24 };
	#now = START_TIME;
	#running: Running | null = null;

	static async make(): Promise<World> {
		const world = new World();
		await world.#makeWorksheet();
		return world;
	}

	/** The store of the running program; null if it does not run. */
	get store(): BoardStore | null {
		return this.#running?.store ?? null;
	}

	/**
	 * Plays a step and checks the frame after it.
	 *
	 * @throws with a reason if a check fails
	 */
	async take(step: Step): Promise<void> {
		if ('start' in step) {
			await this.#end();
			this.#running = await this.#start(step.start);
		} else if ('seconds' in step) this.#now += step.seconds * 1000;
		else if ('files' in step) this.#changeFiles(step.files);
		else if ('size' in step) [this.#size.columns, this.#size.rows] = step.size;
		const running = this.#running ?? (await this.#start(0));
		this.#running = running;
		if ('seconds' in step) running.store.dispatch({ type: 'clock' });
		else if ('size' in step) running.resize();
		else if ('bytes' in step) running.type(bytesOf(step), step.more === true);
		await running.settle();
		running.ensureValid();
		for (const place of placesOf(running.store)) this.seen.add(place);
		if (running.hasQuit) await this.#close();
		const { keys = '' } = ('start' in step && STARTS[step.start % STARTS.length]) || {};
		for (const key of keys) await this.take({ bytes: key });
	}

	/** Ends the program by Ctrl-C, and checks that its files are readable. */
	async finish(): Promise<void> {
		await this.#end();
	}

	remove(): void {
		rmSync(this.#home, { recursive: true, force: true });
	}

	async #end(): Promise<void> {
		if (!this.#running) return;
		this.#running.type(Buffer.from([3]), false);
		await this.#running.settle();
		ensure(this.#running.hasQuit, 'Ctrl-C does not end it');
		await this.#close();
	}

	async #close(): Promise<void> {
		await this.#running?.close();
		this.#running = null;
		const { fault, notice, skipped } = await readJournal({ env: this.#env, decode: decodeEvent });
		const skippedLines = skipped.malformed + skipped.unknown + skipped.newer;
		ensure(
			fault === null && notice === null && skippedLines === 0,
			`the journal: ${fault ?? notice}, ${skippedLines} skipped`,
		);
		if (this.#isBlocked()) return;
		for (const { name, problem } of (await listWorksheets(this.#env)).entries)
			ensure(problem === null, `the worksheet ${name}: ${problem}`);
	}

	async #start(which: number): Promise<Running> {
		const running = new Running(this.#env, this.#home, this.#size, () => this.#now);
		await running.start(which);
		return running;
	}

	async #makeWorksheet(): Promise<void> {
		const document = sheetFromTemplate(shippedScenario('support-bot'), { id: 'mine', title: 'Mine' });
		const path = join(this.#home, 'worksheets', 'mine.yaml');
		await saveWorksheet({ path, document, previous: null, env: this.#env, now: new Date() });
	}

	readonly #folder = join(this.#home, 'worksheets');
	readonly #away = join(this.#home, 'away');
	#isBlocked = (): boolean => existsSync(this.#away);

	#changeFiles(what: 'change' | 'block' | 'free'): void {
		if (what === 'block' && !this.#isBlocked() && existsSync(this.#folder)) {
			renameSync(this.#folder, this.#away);
			writeFileSync(this.#folder, '');
		} else if (what === 'free' && this.#isBlocked()) {
			rmSync(this.#folder, { recursive: true, force: true });
			renameSync(this.#away, this.#folder);
		} else if (what === 'change' && !this.#isBlocked() && existsSync(this.#folder))
			for (const name of readdirSync(this.#folder))
				if (name.endsWith('.yaml')) appendFileSync(join(this.#folder, name), '# a note of a colleague\n');
	}
}

/** Turns of the event loop within which every frame caused by an input is drawn. */
const TURNS = 3;
/** Largest number of turns to wait for a file to be read or written. */
const MAX_TURNS = 2000;
const turn = (): Promise<void> => new Promise((settle) => setImmediate(settle));

/** One run of the program. */
class Running {
	store!: BoardStore;
	hasQuit = false;
	#crash: unknown = null;
	#frame = '';
	/** File effects that have not dispatched their outcome yet. */
	#awaited = 0;
	readonly #stdout = new FakeOutput();
	readonly #stderr = new FakeOutput();
	readonly #decoder = createInputDecoder();
	#sent = '';
	#memory!: Memory;
	#files!: SheetFiles;
	#app!: ReturnType<typeof render>;
	readonly #screen;

	constructor(
		private readonly env: { readonly DISPATCH_BOARD_HOME: string },
		private readonly home: string,
		private readonly size: { readonly columns: number; readonly rows: number },
		private readonly now: () => number,
	) {
		Object.assign(this.#stdout, this.size);
		this.#screen = openScreen({
			stdin: new FakeInput().stream,
			stdout: this.#stdout.stream,
			stderr: this.#stderr.stream,
			host: new FakeHost().process,
		});
	}

	async start(which: number): Promise<void> {
		const { screen, scenario = OPENING, drill, worksheet } = STARTS[which % STARTS.length] ?? { screen: 'contents' };
		const opened = shippedScenario(scenario);
		this.#memory = await openMemory(this.env, () => null);
		const tools: DrillTools = await loadDrillTools();
		const sheetTools: SheetTools = await loadSheetTools(SHIPPED);
		this.#files = await createSheetFiles({
			env: this.env,
			dispatch: (action: Action) => {
				this.#awaited = Math.max(0, this.#awaited - 1);
				this.store.dispatch(action);
			},
		});
		const { readings, progress, reopen } = this.#memory;
		this.store = createBoardStore({
			env: createEnv(SHIPPED, LESSONS, {
				reopen,
				nameOf: (id) => id,
				drills: () => tools,
				sheets: () => sheetTools,
				now: this.now,
				artifact: createLazyArtifacts(() => this.store.dispatch({ type: 'clock' })),
			}),
			size: { ...this.size },
			scenario: opened.scenario,
			screen,
			lesson: screen === 'lesson' ? (LESSONS[0]?.id ?? null) : null,
			reviews: progress.reviews,
			readings,
			misses: progress.misses,
			seed: which,
			run: (effect) => this.#run(effect),
		});
		const keepFrame = (text: string): void => {
			if (text !== '' && text !== '\n') this.#frame = text;
		};
		const stdout = new Proxy(this.#screen.stdout, {
			get(target, key) {
				const value: unknown = Reflect.get(target, key, target);
				if (key !== 'write') return value;
				return (text: string, ...rest: unknown[]) => {
					keepFrame(text);
					return (value as (...all: unknown[]) => boolean)(text, ...rest);
				};
			},
		});
		stdout.on('resize', () => this.store.dispatch({ type: 'resize', size: sizeOf(this.#stdout) }));
		this.#app = render(createElement(App, { store: this.store, paint: PLAIN }), {
			stdout,
			debug: true,
			exitOnCtrlC: false,
			patchConsole: false,
		});
		this.#app.waitUntilExit().catch((error: unknown) => {
			this.#crash = error;
		});
		if (drill !== undefined) this.store.dispatch({ type: 'drill', start: null });
		if (drill) this.store.dispatch({ type: 'drill', start: drill, ...(drill === 'run' && { minutes: 5 }) });
		if (worksheet) this.store.dispatch({ type: 'go', screen: 'worksheet' });
		await this.settle();
		if (worksheet === 'open') this.store.dispatch({ type: 'choose' });
		this.#memory.watch(this.store, null);
	}

	type(bytes: Buffer, more: boolean): void {
		const inputs = [...this.#decoder.push(bytes), ...(more ? [] : this.#flushDecoder())];
		for (let at = 0; at < inputs.length && !this.hasQuit; ) at += dispatchInput(this.store, inputs, at);
	}

	/** Decodes what is still open, as the keyboard does when no more bytes follow. */
	#flushDecoder(): readonly Input[] {
		const inputs: Input[] = [];
		while (this.#decoder.waitMs !== null) inputs.push(...this.#decoder.flush());
		return inputs;
	}

	resize(): void {
		Object.assign(this.#stdout, this.size);
		this.#stdout.emit('resize');
	}

	/** Waits until frames are drawn and file effects are done. */
	async settle(): Promise<void> {
		for (let turns = 0; turns < TURNS; turns++) await turn();
		for (let turns = 0; this.#awaited > 0 && turns < MAX_TURNS; turns++) await turn();
		this.#awaited = 0;
		for (let turns = 0; turns < TURNS; turns++) await turn();
	}

	/** Throws if the program crashed, printed something, or drew an invalid frame. */
	ensureValid(): void {
		if (this.#crash !== null) throw this.#crash;
		this.#sent = (this.#sent + this.#stdout.take()).slice(-LEAVE_SCREEN.length);
		ensure(this.#stderr.sent === '', `it prints ${this.#stderr.sent}`);
		const fault = frameFault(this.#frame, this.size);
		ensure(fault === null || this.hasQuit, `a frame of ${this.size.columns}×${this.size.rows} has ${fault}`);
	}

	async close(): Promise<void> {
		this.#files.finish();
		this.#memory.close();
		this.#screen.close();
		await turn();
		this.ensureValid();
		ensure(this.#sent.endsWith(LEAVE_SCREEN), 'the terminal is not given back');
	}

	#run(effect: Effect): void {
		if (effect.type === 'quit') {
			this.hasQuit = true;
			this.#app.unmount();
		} else if (effect.type === 'suspend') return;
		else if (effect.type === 'redraw') this.#screen.repaint();
		else if (effect.type === 'predicted') this.#memory.recordGuess(effect);
		else if (effect.type === 'export') this.#export(effect);
		else if (isSheetEffect(effect)) {
			if (effect.type !== 'sheet-save') this.#awaited++;
			this.#files.run(effect);
		} else this.#memory.recordDrill(effect);
	}

	/** Exports into a folder of this home, whatever path was typed. */
	#export({ file, over }: Extract<Effect, { type: 'export' }>): void {
		const folder = join(this.home, 'exports');
		mkdirSync(folder, { recursive: true });
		const inside = join(folder, file.replace(/[/\\\0]/g, '_').slice(-80));
		const state = this.store.getState();
		this.store.dispatch(
			writeReviewFile(state, { file: inside, overwrite: over, documents: SHIPPED, nameOf: (id) => id }),
		);
	}
}

const isSheetEffect = (effect: Effect): effect is SheetEffect => effect.type.startsWith('sheet-');
