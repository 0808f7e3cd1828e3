import { render } from 'ink';
import { createElement } from 'react';
import { App } from '../app/App.js';
import { sizeOf } from '../screens/size.js';
import { openScreen } from '../terminal/index.js';
import { dispatchInput } from './dispatch-input.js';
import { createLazyArtifacts } from './lazy-artifact.js';
import { createLazyMarkdown } from './lazy-markdown.js';
import { openSession, type RunWorkbook } from './open-session.js';

/** Delay of loading after the first frame, so that it does not hold up the first keys. */
const LOAD_DELAY_MS = 300;

/** Runs the workbook on the whole screen. */
export const runWorkbook: RunWorkbook = async (...opened) => {
	const screen = openScreen({ stdin: process.stdin, stdout: process.stdout });
	const session = await openSession(...opened, {
		size: sizeOf(screen.stdout),
		run(effect) {
			if (effect.type === 'quit') {
				// Keys typed after the quit key are meant for the shell.
				keyboard.close();
				app.unmount();
			} else if (effect.type === 'suspend') screen.suspend();
			else screen.repaint();
		},
		createMarkdown: createLazyMarkdown,
		createArtifact: createLazyArtifacts,
	});
	const { store } = session;
	const app = render(createElement(App, { store }), {
		stdout: screen.stdout,
		// Makes Ink write whole frames; the screen then writes only the rows that changed.
		debug: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	session.start();
	screen.stdout.on('resize', () => store.dispatch({ type: 'resize', size: sizeOf(screen.stdout) }));
	const keyboard = screen.listen((inputs, at) => dispatchInput(store, inputs, at));
	// The first frame needs neither drills nor worksheets.
	const loadTimer = setTimeout(() => void session.loadRest(), LOAD_DELAY_MS);
	const clockTimer = setInterval(() => {
		const { drill, screen, sheets } = store.getState();
		const hasRun = screen === 'drill' && drill.run && !drill.debriefed;
		if (hasRun || (screen === 'worksheet' && sheets.clock)) store.dispatch({ type: 'clock' });
	}, 1000);
	try {
		await app.waitUntilExit();
	} catch (error) {
		screen.fail(error); // only a bug of ours makes rendering fail
	}
	clearTimeout(loadTimer);
	clearInterval(clockTimer);
	const unsaved = session.save();
	screen.close();
	return session.output(unsaved);
};
