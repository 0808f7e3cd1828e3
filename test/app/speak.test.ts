import lessons from 'virtual:lessons';
import documents from 'virtual:scenarios';
import { beforeAll, expect, it } from 'vitest';
import { topScreen } from '../../src/app/layers.js';
import { parseProse } from '../../src/app/markdown.js';
import { type BoardStore, createBoardStore } from '../../src/app/store.js';
import type { Action } from '../../src/screens/action.js';
import type { DrillTools, SheetTools } from '../../src/screens/screen.js';
import { loadDrillTools } from '../../src/session/drill-tools.js';
import { createEnv } from '../../src/session/env.js';
import { loadSheetTools } from '../../src/session/worksheet-tools.js';
import { textOf } from '../../src/text/line.js';
import { unspeakable, unspokenFigures, withoutScale } from '../support/spoken.js';
import { newSheet } from '../worksheet/sheets.js';

let drills: DrillTools;
let sheets: SheetTools;
beforeAll(async () => {
	[drills, sheets] = await Promise.all([loadDrillTools(), loadSheetTools(documents)]);
});

function open(): BoardStore {
	const [first] = documents;
	if (!first) throw new Error('no scenario');
	const env = createEnv(documents, lessons, {
		drills: () => drills,
		sheets: () => sheets,
		markdown: parseProse,
		artifact: ({ columns, rows }) => [columns, ...rows].map((row) => [{ text: row.join('  ') }]),
	});
	return createBoardStore({
		env,
		size: { columns: 200, rows: 60 },
		scenario: first.scenario,
		screen: 'contents',
		run: () => {},
	});
}

const NEXT: Action = { type: 'focus-next', by: 1 };
const type = (text: string): Action => ({ type: 'type', text });
const opened: Action = { type: 'sheet-opened', path: '/w/mine.yaml', sheet: newSheet(), notice: null };
const panes = Array.from({ length: 6 }, (): Action => ({ type: 'pane', by: 1 }));
const steps = Array.from({ length: 7 }, (): Action => ({ type: 'pane', by: 1 }));
const lab: readonly Action[] = [
	{ type: 'go', screen: 'lab' },
	{ type: 'step', by: -10 },
];
const overLab = (
	[
		'help',
		'legend',
		'story',
		'artifact',
		'scenarios',
		'states',
		'history',
		'share',
		'glossary',
		'progress',
		'sources',
	] as const
).flatMap((overlay): Action[] => [{ type: 'open', overlay }, { type: 'back' }]);

/** Finds a word, and closes the find. */
const FIND: readonly Action[] = [{ type: 'open-find' }, type('small'), { type: 'enter' }, { type: 'close-find' }];

/** Actions of one journey per screen; after each of them the window is compared with what is spoken. */
const JOURNEYS: Readonly<Record<string, readonly Action[]>> = {
	contents: [
		{ type: 'scroll', by: 1 },
		{ type: 'find' },
		type('latency'),
		{ type: 'back' },
		{ type: 'ask-restart', all: true },
	],
	lesson: [
		{ type: 'choose' },
		...FIND,
		{ type: 'page', by: 1 },
		NEXT,
		type('90'),
		{ type: 'enter' },
		{ type: 'page', by: 1 },
		NEXT,
		NEXT,
		{ type: 'step', by: -5 },
		{ type: 'hint' },
		{ type: 'skip' },
	],
	lab: [
		...lab,
		...panes,
		{ type: 'enter' },
		type('0.4'),
		{ type: 'enter' },
		{ type: 'pin', on: true },
		{ type: 'predict' },
		{ type: 'step', by: 1 },
		type('90'),
	],
	overlays: [
		...lab,
		...overLab,
		{ type: 'open', overlay: 'help' },
		...FIND,
		{ type: 'back' },
		...FIND,
		{ type: 'open-palette' },
		{ type: 'scroll', by: 30 },
		type('lesson 4'),
		{ type: 'back' },
		{ type: 'open', overlay: 'scenarios' },
		{ type: 'find' },
		type('voice'),
	],
	drills: [
		{ type: 'drill', start: null },
		{ type: 'drill', start: 'recall' },
		type('8 of 10'),
		{ type: 'submit' },
		{ type: 'tick' },
		{ type: 'back' },
		{ type: 'drill', start: 'numbers' },
		type('12'),
		{ type: 'enter' },
		{ type: 'drill', start: 'diagnose' },
		{ type: 'choose' },
		{ type: 'drill', start: 'diagrams' },
		{ type: 'labels' },
		{ type: 'submit' },
	],
	worksheet: [
		{ type: 'go', screen: 'worksheet' },
		{ type: 'sheet', command: 'new' },
		type('voice'),
		{ type: 'back' },
		{ type: 'back' },
		opened,
		{ type: 'step', by: 1 },
		...steps,
		{ type: 'export' },
	],
};

it.each(Object.entries(JOURNEYS))(
	'every figure of the window is spoken after each action of the journey %s',
	(_, journey) => {
		const store = open();
		const faults: string[] = [];
		const seen = new Set<string>();
		for (const action of [null, ...journey]) {
			if (action) store.dispatch(action);
			const state = store.getState();
			const screen = topScreen(state, store.env);
			const { head, body, status } = screen.view(state, store.env);
			// Only the active pane of a wide lab is spoken. Counts of hidden lines and the list of steps are not figures.
			const regions = state.screen === 'lab' && !state.overlay ? body.filter(({ id }) => id === state.pane) : body;
			const lines = [...head.slice(1), ...regions.flatMap((region) => region.lines), ...status]
				.map(textOf)
				.filter((line) => !/^ [↑↓] \d+ |1 Feature/.test(line));
			const spoken = screen.speak(state, store.env);
			seen.add(screen.layer(state).id);
			const at = `after ${JSON.stringify(action)?.slice(0, 60)}: `;
			faults.push(
				...[...unspokenFigures(withoutScale(lines), spoken), ...unspeakable(spoken)].map((fault) => at + fault),
			);
			if (spoken.length === 0) faults.push(`${at}nothing is spoken`);
		}
		expect(faults).toEqual([]);
		expect(seen.size).toBeGreaterThan(1);
	},
);
