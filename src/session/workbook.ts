import { dirname } from 'node:path';
import { render } from 'ink';
import { createElement } from 'react';
import { App } from '../app/App.js';
import { createBoardStore } from '../app/store.js';
import { shareCommand } from '../board/share.js';
import type { DeckDocument, ScenarioDocument } from '../content/index.js';
import type { Effect, SheetEffect } from '../screens/action.js';
import type { DrillSet } from '../screens/drill/state.js';
import type { DrillTools, SheetTools } from '../screens/screen.js';
import { sizeOf } from '../screens/size.js';
import { currentLab, type ScreenId } from '../screens/state.js';
import { Stop } from '../stop.js';
import { LESSONS, SHIPPED } from '../storage/index.js';
import { openScreen } from '../terminal/index.js';
import { dispatchInput } from './dispatch-input.js';
import { debriefOf, loadDrillTools } from './drill-tools.js';
import { createEnv } from './env.js';
import { lateArtifact } from './late-artifact.js';
import { lateMarkdown } from './late-markdown.js';
import type { Memory } from './memory.js';
import { beginSheets, type SheetBeginning, sheetIn } from './worksheet-beginning.js';
import type { SheetFiles } from './worksheet-files.js';
import { loadSheetTools } from './worksheet-tools.js';

/** The screen that is shown first. */
export interface Beginning {
	readonly screen: ScreenId;
	readonly lesson: string | null;
	/** Drills to start with. */
	readonly drill?: DrillBeginning;
	/** The file of the scenario that is opened; missing or null: it came with the program. */
	readonly sheetPath?: string | null;
	/** Worksheets to start with. */
	readonly worksheet?: SheetBeginning;
	/** What the reader should know first; missing or null: nothing. */
	readonly notice?: string | null;
}

export interface DrillBeginning {
	/** null: their menu. */
	readonly start: DrillSet | null;
	/** Of a run; null: as from the menu. */
	readonly minutes: number | null;
	readonly decks: readonly DeckDocument[];
	/** File that the debrief of a run is written to; null: it is printed. */
	readonly exportTo: string | null;
	/** null: another one each time. */
	readonly seed: number | null;
}

/** Long enough for the first keys to be answered first. */
const LOAD_LATER_MS = 300;

/**
 * Opens the workbook on a scenario and keeps the screen until the reader quits.
 *
 * @param opened shown first; the shipped scenarios can be opened from there
 * @param name what the command line calls it
 * @returns what to print once the terminal is given back; null: nothing
 */
export async function workbook(
	opened: ScenarioDocument,
	name: string,
	memory: Memory,
	begin: Beginning = { screen: 'lab', lesson: null },
): Promise<string | null> {
	// A file of the reader's own stands before the shipped ones, and in place of the one whose id it has.
	const isShipped = SHIPPED.includes(opened);
	const others = SHIPPED.filter(({ scenario }) => scenario.id !== opened.scenario.id);
	const documents = isShipped ? SHIPPED : [opened, ...others];
	// A worksheet in its folder is found by its name, one elsewhere by its file.
	const nameOf = (id: string): string => {
		const path = store.getState().sheets.known[id]?.path;
		if (path !== undefined) return dirname(path) === folder ? id : path;
		return id === opened.scenario.id ? name : id;
	};
	const screen = openScreen({ stdin: process.stdin, stdout: process.stdout });
	const run = (effect: Effect): void => {
		if (effect.type === 'quit') {
			// What was typed after it was meant for whatever comes next.
			keyboard.close();
			app.unmount();
		} else if (effect.type === 'suspend') screen.suspend();
		else if (effect.type === 'redraw') screen.repaint();
		else if (effect.type === 'predicted') memory.predicted(effect);
		else if (effect.type === 'export') exported(effect);
		else if (isSheetEffect(effect)) files?.run(effect);
		else memory.drilled(effect);
	};
	const exported = ({ file, over }: Extract<Effect, { type: 'export' }>): void => {
		const state = store.getState();
		void import('./review-file.js').then(({ writeReviewFile }) =>
			store.dispatch(writeReviewFile(state, { file, over, documents, nameOf })),
		);
	};
	let sheetTools: SheetTools | null = null;
	let files: SheetFiles | null = null;
	let folder: string | null = null;
	const loadSheets = async (): Promise<void> => {
		const [tools, { sheetFiles }, { worksheetFolder }] = await Promise.all([
			loadSheetTools(documents),
			import('./worksheet-files.js'),
			import('../storage/worksheets/place.js'),
		]);
		folder = await worksheetFolder(process.env);
		files ??= await sheetFiles({ env: process.env, dispatch: (action) => store.dispatch(action) });
		sheetTools ??= tools;
	};
	if (begin.worksheet) await loadSheets();
	const redraw = (): void => store.dispatch({ type: 'clock' });
	const env = createEnv(documents, LESSONS, {
		reopen: memory.reopen,
		nameOf,
		drills: () => tools,
		sheets: () => sheetTools,
		markdown: lateMarkdown(redraw),
		artifact: lateArtifact(redraw),
		now: () => Date.now(),
	});
	let tools: DrillTools | null = begin.drill ? await loadDrillTools(begin.drill.decks) : null;
	const store = createBoardStore({
		env,
		size: sizeOf(screen.stdout),
		scenario: opened.scenario,
		screen: begin.screen,
		lesson: begin.lesson,
		sheet: sheetIn(opened, begin.worksheet?.open?.path ?? begin.sheetPath ?? null),
		reviews: memory.progress.reviews,
		seed: begin.drill?.seed ?? Date.now() % 2 ** 31,
		readings: memory.readings,
		misses: memory.progress.misses,
		run,
	});
	const app = render(createElement(App, { store }), {
		stdout: screen.stdout,
		// Ink hands over whole frames; the screen writes only the rows that changed.
		debug: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	if (begin.drill) {
		const { start, minutes } = begin.drill;
		store.dispatch({ type: 'drill', start: null });
		if (start) store.dispatch({ type: 'drill', start, ...(minutes !== null && { minutes }) });
	}
	if (begin.worksheet) beginSheets(store, opened, begin.worksheet, files);
	screen.stdout.on('resize', () => store.dispatch({ type: 'resize', size: sizeOf(screen.stdout) }));
	memory.watch(store, begin.notice ?? null);
	const keyboard = screen.listen((inputs, at) => dispatchInput(store, inputs, at));
	// After the first frame, which needs nothing of it.
	const loading = setTimeout(() => {
		if (!sheetTools) void loadSheets();
		if (tools) return;
		void loadDrillTools().then((loaded) => {
			tools = loaded;
			redraw();
		});
	}, LOAD_LATER_MS);
	const ticking = setInterval(() => {
		const { drill, screen, sheets } = store.getState();
		const runs = screen === 'drill' && drill.run && !drill.debriefed;
		if (runs || (screen === 'worksheet' && sheets.clock)) store.dispatch({ type: 'clock' });
	}, 1000);
	let shared = false;
	store.subscribe(({ overlay }) => {
		shared ||= overlay?.kind === 'share';
	});
	try {
		await app.waitUntilExit();
	} catch (error) {
		screen.fail(error); // a screen that cannot be drawn is a bug of ours
	}
	clearTimeout(loading);
	clearInterval(ticking);
	// Assigned while the screen was open.
	const unsaved = (files as SheetFiles | null)?.finish() ?? null;
	const lost = memory.close();
	screen.close();
	const { scenario } = store.getState();
	const debriefed = tools && (await debriefOf(store.getState(), tools, begin.drill?.exportTo ?? null));
	const said = [
		...(shared ? [shareCommand(currentLab(store.getState()), nameOf(scenario))] : []),
		...(debriefed ? [debriefed] : []),
	];
	const unkept = [unsaved, lost].filter((text) => text !== null);
	if (unkept.length > 0) throw new Stop([...said, ...unkept].join('\n\n'), 1);
	return said.length > 0 ? `${said.join('\n\n')}\n` : null;
}

const isSheetEffect = (effect: Effect): effect is SheetEffect => effect.type.startsWith('sheet-');
