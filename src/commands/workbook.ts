import { render } from 'ink';
import { createElement } from 'react';
import type { DeckDocument, ScenarioDocument } from '../content/index.js';
import { LESSONS, SHIPPED } from '../storage/index.js';
import {
	createBoardStore,
	currentLab,
	type DrillSet,
	type DrillTools,
	type Effect,
	type Screen,
	shareCommand,
} from '../store/index.js';
import { openScreen } from '../terminal/index.js';
import { App } from '../views/App.js';
import { loadPainters } from '../views/parts/use-painters.js';
import { debriefOf } from './debrief.js';
import { loadDrillTools } from './drill-tools.js';
import type { Memory } from './memory.js';
import { surroundings } from './surroundings.js';

/** The screen that is shown first. */
export interface Beginning {
	readonly screen: Screen;
	readonly lesson: string | null;
	/** Drills to start with. */
	readonly drill?: DrillBeginning;
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
const LOAD_DRILLS_MS = 300;

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
	// The first frame of a lesson is whole.
	if (begin.screen === 'lesson') await loadPainters();
	// A file of the reader's own stands before the shipped ones, and in place of the one whose id it has.
	const isShipped = SHIPPED.includes(opened);
	const others = SHIPPED.filter(({ scenario }) => scenario.id !== opened.scenario.id);
	const documents = isShipped ? SHIPPED : [opened, ...others];
	const nameOf = (id: string): string => (id === opened.scenario.id ? name : id);
	const screen = openScreen({ stdin: process.stdin, stdout: process.stdout });
	const run = (effect: Effect): void => {
		if (effect.type === 'quit') app.unmount();
		else if (effect.type === 'suspend') screen.suspend();
		else if (effect.type === 'predicted') memory.predicted(effect);
		else memory.drilled(effect);
	};
	const around = surroundings(documents, LESSONS, {
		reopen: memory.reopen,
		nameOf,
		drills: () => tools,
		now: () => Date.now(),
	});
	let tools: DrillTools | null = begin.drill ? await loadDrillTools(begin.drill.decks) : null;
	const store = createBoardStore({
		around,
		scenario: opened.scenario,
		screen: begin.screen,
		lesson: begin.lesson,
		reviews: memory.progress.reviews,
		seed: begin.drill?.seed ?? Date.now() % 2 ** 31,
		readings: memory.readings,
		misses: memory.progress.misses,
		run,
	});
	const app = render(createElement(App, { store, documents, lessons: LESSONS }), {
		stdin: process.stdin,
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
	memory.watch(store);
	// After the first frame, which needs nothing of it.
	const loading = setTimeout(() => {
		if (tools) return;
		void loadDrillTools().then((loaded) => {
			tools = loaded;
			if (store.getState().screen === 'drill') store.dispatch({ type: 'clock' });
		});
	}, LOAD_DRILLS_MS);
	const ticking = setInterval(() => {
		const { drill, screen } = store.getState();
		if (screen === 'drill' && drill.run && !drill.debriefed) store.dispatch({ type: 'clock' });
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
	memory.close();
	screen.close();
	const { scenario } = store.getState();
	const debriefed = tools && (await debriefOf(store.getState(), tools, begin.drill?.exportTo ?? null));
	const said = [
		...(shared ? [shareCommand(currentLab(store.getState()), nameOf(scenario))] : []),
		...(debriefed ? [debriefed] : []),
	];
	return said.length > 0 ? `${said.join('\n\n')}\n` : null;
}
