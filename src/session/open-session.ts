import { dirname } from 'node:path';
import { type BoardStore, createBoardStore } from '../app/store.js';
import { shareCommand } from '../board/share-command.js';
import type { DeckDocument, ScenarioDocument } from '../content/index.js';
import type { Effect, SheetEffect } from '../screens/action.js';
import type { DrillSet } from '../screens/drill/state.js';
import type { DrillTools, Env, SheetTools } from '../screens/screen.js';
import type { Size } from '../screens/size.js';
import { currentLab, type ScreenId } from '../screens/state.js';
import { Stop } from '../stop.js';
import { LESSONS, SHIPPED } from '../storage/index.js';
import { exportDebrief, loadDrillTools } from './drill-tools.js';
import { createEnv } from './env.js';
import type { Memory } from './memory.js';
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

/**
 * Runs the workbook until the reader quits.
 *
 * @param opened the scenario shown first; the shipped ones can be opened from there
 * @param name name of that scenario on the command line
 * @returns what to print once the workbook is closed; null: nothing
 * @throws Stop with 1 if changes could not be saved
 */
export type RunWorkbook = (
	opened: ScenarioDocument,
	name: string,
	memory: Memory,
	options: StartOptions,
) => Promise<string | null>;

/** Effects about the terminal, which the way the workbook is shown decides. */
type TerminalEffect = Extract<Effect, { type: 'quit' | 'suspend' | 'redraw' }>;

/** How the workbook is shown to its reader. */
export interface Presentation {
	readonly size: Size;
	readonly run: (effect: TerminalEffect) => void;
	/** Creates the parser of Markdown. `onLoaded`: called when a text that was returned as null can be parsed. */
	readonly createMarkdown: (onLoaded: () => void) => Env['markdown'];
	/** Creates the drawing of artifacts in the same way. */
	readonly createArtifact: (onDrawn: () => void) => Env['artifact'];
}

/** The open workbook, however it is shown. */
export interface Session {
	readonly store: BoardStore;
	/** Goes to the drills or the worksheets that were asked for, and records what the reader does from now on. */
	readonly start: () => void;
	/** Loads the drills and the worksheets, unless they are loaded. */
	readonly loadRest: () => Promise<void>;
	/** Waits until every file operation that the reader started has ended. */
	readonly settle: () => Promise<void>;
	/** Saves everything and closes the journal; returns what could not be saved. */
	readonly save: () => readonly string[];
	/**
	 * Returns what to print after the workbook; null: nothing.
	 *
	 * @param unsaved what could not be saved
	 * @throws Stop with 1 if there is any
	 */
	readonly output: (unsaved: readonly string[]) => Promise<string | null>;
}

/** Opens the workbook: its store, its files and its journal. */
export async function openSession(
	...[opened, name, memory, options, presentation]: [...Parameters<RunWorkbook>, Presentation]
): Promise<Session> {
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
	const run = (effect: Effect): void => {
		if (isTerminalEffect(effect)) presentation.run(effect);
		else if (effect.type === 'predicted') memory.recordGuess(effect);
		else if (effect.type === 'export') exporting = exportReview(effect);
		else if (isSheetEffect(effect)) files?.run(effect);
		else memory.recordDrill(effect);
	};
	let exporting: Promise<void> | null = null;
	const exportReview = async ({ file, over }: Extract<Effect, { type: 'export' }>): Promise<void> => {
		const state = store.getState();
		const { writeReviewFile } = await import('./review-file.js');
		store.dispatch(writeReviewFile(state, { file, overwrite: over, documents, nameOf }));
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
		markdown: presentation.createMarkdown(redraw),
		artifact: presentation.createArtifact(redraw),
		now: () => Date.now(),
	});
	let tools: DrillTools | null = options.drill ? await loadDrillTools(options.drill.decks) : null;
	const store = createBoardStore({
		env,
		size: presentation.size,
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
	let wasShared = false;
	store.subscribe(({ overlay }) => {
		wasShared ||= overlay?.kind === 'share';
	});
	return {
		store,
		start() {
			if (options.drill) {
				const { start, minutes } = options.drill;
				store.dispatch({ type: 'drill', start: null });
				if (start) store.dispatch({ type: 'drill', start, ...(minutes !== null && { minutes }) });
			}
			if (options.worksheet) startSheets(store, opened, options.worksheet, files);
			memory.watch(store, options.notice ?? settingsNotice(options.settings));
		},
		async loadRest() {
			const loading = [sheetTools ? null : loadSheets(), tools ? null : loadDrillTools()] as const;
			const [, loaded] = await Promise.all(loading);
			if (!loaded) return;
			tools = loaded;
			redraw();
		},
		async settle() {
			await exporting;
			await files?.settle();
		},
		save: () => [files?.finish() ?? null, memory.close()].filter((text) => text !== null),
		async output(unsaved) {
			const { scenario } = store.getState();
			const debrief = tools && (await exportDebrief(store.getState(), tools, options.drill?.exportTo ?? null));
			const texts = [
				...(wasShared ? [shareCommand(currentLab(store.getState()), nameOf(scenario))] : []),
				...(debrief ? [debrief] : []),
			];
			if (unsaved.length > 0) throw new Stop([...texts, ...unsaved].join('\n\n'), 1);
			return texts.length > 0 ? `${texts.join('\n\n')}\n` : null;
		},
	};
}

/** Returns the notice about settings that cannot be used; null if all can. */
const settingsNotice = ({ problems }: LoadedSettings): string | null =>
	problems.length === 0 ? null : 'Some settings cannot be used: dispatch-board settings says why.';

const isTerminalEffect = (effect: Effect): effect is TerminalEffect =>
	effect.type === 'quit' || effect.type === 'suspend' || effect.type === 'redraw';

const isSheetEffect = (effect: Effect): effect is SheetEffect => effect.type.startsWith('sheet-');
