import { render } from 'ink';
import { createElement } from 'react';
import type { ScenarioDocument } from '../content/index.js';
import { LESSONS, SHIPPED } from '../storage/index.js';
import { createBoardStore, currentLab, type Effect, type Screen, shareCommand } from '../store/index.js';
import { openScreen } from '../terminal/index.js';
import { App } from '../views/App.js';
import { loadPainters } from '../views/parts/use-painters.js';
import type { Memory } from './memory.js';
import { surroundings } from './surroundings.js';

/** The screen that is shown first. */
export interface Beginning {
	readonly screen: Screen;
	readonly lesson: string | null;
}

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
		else memory.predicted(effect);
	};
	const around = surroundings(documents, LESSONS, { reopen: memory.reopen, nameOf });
	const store = createBoardStore({
		around,
		scenario: opened.scenario,
		...begin,
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
	memory.watch(store);
	let shared = false;
	store.subscribe(({ overlay }) => {
		shared ||= overlay?.kind === 'share';
	});
	try {
		await app.waitUntilExit();
	} catch (error) {
		screen.fail(error); // a screen that cannot be drawn is a bug of ours
	}
	memory.close();
	screen.close();
	const { scenario } = store.getState();
	return shared ? `${shareCommand(currentLab(store.getState()), nameOf(scenario))}\n` : null;
}
