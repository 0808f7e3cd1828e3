import { dirname } from 'node:path';
import { type Instance, render } from 'ink';
import { createElement } from 'react';
import { App } from '../app/App.js';
import { createBoardStore } from '../app/store.js';
import { dependsOnBackground, getPaint } from '../app/theme.js';
import { shareCommand } from '../board/share-command.js';
import type { DeckDocument, ScenarioDocument } from '../content/index.js';
import type { Effect, SheetEffect } from '../screens/action.js';
import type { DrillSet } from '../screens/drill/state.js';
import type { DrillTools, SheetTools } from '../screens/screen.js';
import { sizeOf } from '../screens/size.js';
import { currentLab, type ScreenId } from '../screens/state.js';
import { Stop } from '../stop.js';
import { LESSONS, SHIPPED } from '../storage/index.js';
import { backgroundOf, canAskBackground, openScreen } from '../terminal/index.js';
import { createEncoder } from './ascii.js';
import { createInputGate } from './dispatch-input.js';
import { exportDebrief, loadDrillTools } from './drill-tools.js';
import { createEnv } from './env.js';
import { createLazyArtifacts } from './lazy-artifact.js';
import { createLazyMarkdown } from './lazy-markdown.js';
import type { Memory } from './memory.js';
import { colorLevel } from './output-paint.js';
import type { LoadedSettings } from './settings.js';
import type { SheetFiles } from './worksheet-files.js';
import { asOpenedSheet, type SheetStartOptions, startSheets } from './worksheet-start.js';
import { loadSheetTools } from './worksheet-tools.js';

/** First screen of the workbook, and what it shows. */
export interface StartOptions {
	readonly settings: LoadedSettings;
	readonly screen: ScreenId;
	readonly lesson: string | null;
	/** Drills to start with. */
	readonly drill?: DrillStartOptions;
	/** File of the opened scenario; missing or null: shipped with the program. */
	readonly sheetPath?: string | null;
	/** Worksheets to start with. */
	readonly worksheet?: SheetStartOptions;
	/** Whether the scenario continues where the reader left it, in a lesson too; else as it was left in the lab. */
	readonly isResumed?: boolean;
	/** Notice shown at the start; missing or null: none. */
	readonly notice?: string | null;
}

/** The drills to start with. */
export interface DrillStartOptions {
	/** null: the menu of the drills. */
	readonly start: DrillSet | null;
	/** Minutes of an interview run; null: as long as one started from the menu. */
	readonly minutes: number | null;
	/** The reader's own decks; empty: the shipped ones. */
	readonly decks: readonly DeckDocument[];
	/** File that the debrief of a run is written to; null: it is printed. */
	readonly exportTo: string | null;
	/** Seed of the questions; null: a new one at each start. */
	readonly seed: number | null;
}

/** Delay of loading after the first frame, so that it does not hold up the first keys. */
const LOAD_DELAY_MS = 300;

/**
 * Runs the workbook until the reader quits.
 *
 * @param opened the scenario shown first; the shipped ones can be opened from there
 * @param name name of that scenario on the command line
 * @returns what to print once the terminal is restored; null: nothing
 * @throws Stop with 1 if changes could not be saved
 */
export async function runWorkbook(
	opened: ScenarioDocument,
	name: string,
	memory: Memory,
	options: StartOptions,
): Promise<string | null> {
	// The reader's own file comes before the shipped scenarios, and replaces the one with the same id.
	const isShipped = SHIPPED.includes(opened);
	const others = SHIPPED.filter(({ scenario }) => scenario.id !== opened.scenario.id);
	const documents = isShipped ? SHIPPED : [opened, ...others];
	// The command line finds a worksheet in the worksheet folder by its name, and any other by its path.
	const nameOf = (id: string): string => {
		const path = store.getState().sheets.known[id]?.path;
		if (path !== undefined) return dirname(path) === folder ? id : path;
		return id === opened.scenario.id ? name : id;
	};
	const { theme, ascii } = options.settings.values;
	const level = colorLevel('stdout');
	let background = backgroundOf(process.env);
	const asksBackground = level > 0 && dependsOnBackground(theme) && canAskBackground(process.env);
	const screen = openScreen({
		stdin: process.stdin,
		stdout: process.stdout,
		encode: await createEncoder(ascii),
		onBackground: asksBackground
			? (told) => {
					if (told === background) return;
					background = told;
					app?.rerender(draw());
				}
			: undefined,
	});
	const draw = () => createElement(App, { store, paint: getPaint(theme, background, level) });
	const run = (effect: Effect): void => {
		if (effect.type === 'quit') {
			// Keys typed after the quit key are meant for the shell.
			gate.close();
			keyboard.close();
			app?.unmount();
		} else if (effect.type === 'suspend') screen.suspend();
		else if (effect.type === 'redraw') screen.repaint();
		else if (effect.type === 'predicted') memory.recordGuess(effect);
		else if (effect.type === 'export') exportReview(effect);
		else if (isSheetEffect(effect)) files?.run(effect);
		else memory.recordDrill(effect);
	};
	const exportReview = ({ file, over }: Extract<Effect, { type: 'export' }>): void => {
		const state = store.getState();
		void import('./review-file.js').then(({ writeReviewFile }) =>
			store.dispatch(writeReviewFile(state, { file, overwrite: over, documents, nameOf })),
		);
	};
	let sheetTools: SheetTools | null = null;
	let files: SheetFiles | null = null;
	let folder: string | null = null;
	const loadSheets = async (): Promise<void> => {
		const [tools, { createSheetFiles }, { worksheetFolder }] = await Promise.all([
			loadSheetTools(documents),
			import('./worksheet-files.js'),
			import('../storage/worksheets/place.js'),
		]);
		folder = await worksheetFolder(process.env);
		files ??= await createSheetFiles({ env: process.env, dispatch: (action) => store.dispatch(action) });
		sheetTools ??= tools;
	};
	if (options.worksheet) await loadSheets();
	const redraw = (): void => store.dispatch({ type: 'clock' });
	const env = createEnv(documents, LESSONS, {
		reopen: memory.reopen,
		nameOf,
		drills: () => tools,
		sheets: () => sheetTools,
		markdown: createLazyMarkdown(redraw),
		artifact: createLazyArtifacts(redraw),
		now: () => Date.now(),
	});
	let tools: DrillTools | null = options.drill ? await loadDrillTools(options.drill.decks) : null;
	const store = createBoardStore({
		env,
		size: sizeOf(screen.stdout),
		scenario: opened.scenario,
		reopened: options.isResumed ? memory.resume(opened.scenario) : null,
		screen: options.screen,
		lesson: options.lesson,
		sheet: asOpenedSheet(opened, options.worksheet?.open?.path ?? options.sheetPath ?? null),
		reviews: memory.progress.reviews,
		seed: options.drill?.seed ?? Date.now() % 2 ** 31,
		readings: memory.readings,
		misses: memory.progress.misses,
		run,
	});
	screen.stdout.on('resize', () => store.dispatch({ type: 'resize', size: sizeOf(screen.stdout) }));
	const gate = createInputGate(store);
	const keyboard = screen.listen(gate.handle);
	let app: Instance | null = null;
	// Reads what has arrived: a terminal that has told its background gets its first frame in the right colours.
	await new Promise((resolve) => setImmediate(resolve));
	app = render(draw(), {
		stdout: screen.stdout,
		// Makes Ink write whole frames; the screen then writes only the rows that changed.
		debug: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	if (options.drill) {
		const { start, minutes } = options.drill;
		store.dispatch({ type: 'drill', start: null });
		if (start) store.dispatch({ type: 'drill', start, ...(minutes !== null && { minutes }) });
	}
	if (options.worksheet) startSheets(store, opened, options.worksheet, files);
	memory.watch(store, options.notice ?? settingsNotice(options.settings));
	gate.open();
	// The first frame needs neither drills nor worksheets.
	const loadTimer = setTimeout(() => {
		if (!sheetTools) void loadSheets();
		if (tools) return;
		void loadDrillTools().then((loaded) => {
			tools = loaded;
			redraw();
		});
	}, LOAD_DELAY_MS);
	const clockTimer = setInterval(() => {
		const { drill, screen, sheets } = store.getState();
		const hasRun = screen === 'drill' && drill.run && !drill.debriefed;
		if (hasRun || (screen === 'worksheet' && sheets.clock)) store.dispatch({ type: 'clock' });
	}, 1000);
	let wasShared = false;
	store.subscribe(({ overlay }) => {
		wasShared ||= overlay?.kind === 'share';
	});
	try {
		await app.waitUntilExit();
	} catch (error) {
		screen.fail(error); // only a bug of ours makes rendering fail
	}
	clearTimeout(loadTimer);
	clearInterval(clockTimer);
	// TypeScript does not see that `files` was assigned while the screen was open.
	const unsaved = (files as SheetFiles | null)?.finish() ?? null;
	const unrecorded = memory.close();
	screen.close();
	const { scenario } = store.getState();
	const debrief = tools && (await exportDebrief(store.getState(), tools, options.drill?.exportTo ?? null));
	const output = [
		...(wasShared ? [shareCommand(currentLab(store.getState()), nameOf(scenario))] : []),
		...(debrief ? [debrief] : []),
	];
	const failures = [unsaved, unrecorded].filter((text) => text !== null);
	if (failures.length > 0) throw new Stop([...output, ...failures].join('\n\n'), 1);
	return output.length > 0 ? `${output.join('\n\n')}\n` : null;
}

/** Returns the notice about settings that cannot be used; null if all can. */
const settingsNotice = ({ problems }: LoadedSettings): string | null =>
	problems.length === 0 ? null : 'Not all settings can be used: dispatch-board settings says why.';

const isSheetEffect = (effect: Effect): effect is SheetEffect => effect.type.startsWith('sheet-');
