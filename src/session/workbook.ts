import { type Instance, render } from 'ink';
import { createElement } from 'react';
import { App } from '../app/App.js';
import { dependsOnBackground, getPaint } from '../app/theme.js';
import { sizeOf } from '../screens/size.js';
import { backgroundOf, canAskBackground, openScreen } from '../terminal/index.js';
import { createEncoder } from './ascii.js';
import { createInputGate } from './dispatch-input.js';
import { createLazyArtifacts } from './lazy-artifact.js';
import { createLazyMarkdown } from './lazy-markdown.js';
import { openSession, type RunWorkbook } from './open-session.js';
import { colorLevel } from './output-paint.js';

/** Delay of loading after the first frame, so that it does not hold up the first keys. */
const LOAD_DELAY_MS = 300;

/** Runs the workbook on the whole screen. */
export const runWorkbook: RunWorkbook = async (opened, name, memory, options) => {
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
	const session = await openSession(opened, name, memory, options, {
		size: sizeOf(screen.stdout),
		run(effect) {
			if (effect.type === 'quit') {
				// Keys typed after the quit key are meant for the shell.
				gate.close();
				keyboard.close();
				app?.unmount();
			} else if (effect.type === 'suspend') screen.suspend();
			else screen.repaint();
		},
		createMarkdown: createLazyMarkdown,
		createArtifact: createLazyArtifacts,
	});
	const { store } = session;
	// Without colours, bold and inverse text still shows what has the focus and what can be changed.
	const draw = () =>
		createElement(App, { store, paint: level === 0 ? getPaint('none', null, 16) : getPaint(theme, background, level) });
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
	session.start();
	gate.open();
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
