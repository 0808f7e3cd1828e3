import { render } from 'ink';
import { createElement } from 'react';
import type { ScenarioDocument } from '../content/index.js';
import { SHIPPED } from '../storage/index.js';
import { createBoardStore, type Effect, openLab } from '../store/index.js';
import { openScreen } from '../terminal/index.js';
import { App } from '../views/App.js';
import { surroundings } from './surroundings.js';

/**
 * Opens the workbook on a scenario and keeps the screen until the reader quits.
 *
 * @param opened shown first; the shipped scenarios can be opened from there
 */
export async function workbook(opened: ScenarioDocument): Promise<void> {
	const documents = [opened, ...SHIPPED.filter(({ scenario }) => scenario.id !== opened.scenario.id)];
	const screen = openScreen({ stdin: process.stdin, stdout: process.stdout });
	const run = (effect: Effect): void => {
		if (effect.type === 'quit') app.unmount();
		else if (effect.type === 'suspend') screen.suspend();
	};
	const store = createBoardStore({ around: surroundings(documents), lab: openLab(opened.scenario), run });
	const app = render(createElement(App, { store, documents }), {
		stdin: process.stdin,
		stdout: screen.stdout,
		// Ink hands over whole frames; the screen writes only the rows that changed.
		debug: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	try {
		await app.waitUntilExit();
	} catch (error) {
		screen.fail(error); // a screen that cannot be drawn is a bug of ours
	}
	screen.close();
}
