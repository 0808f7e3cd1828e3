import lessons from 'virtual:lessons';
import documents from 'virtual:scenarios';
import { beforeAll, describe, expect, it } from 'vitest';
import { actionFor } from '../../src/app/keys.js';
import { topScreen } from '../../src/app/layers.js';
import { parseProse } from '../../src/app/markdown.js';
import { type BoardStore, createBoardStore } from '../../src/app/store.js';
import type { Action } from '../../src/screens/action.js';
import type { DrillTools, SheetTools } from '../../src/screens/screen.js';
import { loadDrillTools } from '../../src/session/drill-tools.js';
import { createEnv } from '../../src/session/env.js';
import { loadSheetTools } from '../../src/session/worksheet-tools.js';
import { textOf } from '../../src/text/line.js';
import { newSheet } from '../worksheet/sheets.js';

let drills: DrillTools;
let sheets: SheetTools;
beforeAll(async () => {
	[drills, sheets] = await Promise.all([loadDrillTools(), loadSheetTools(documents)]);
});

function open(rows: number, actions: readonly Action[]): BoardStore {
	const scenario = documents.find((one) => one.scenario.id === 'mmlu-mixtral-gpt4')?.scenario;
	if (!scenario) throw new Error('no scenario');
	const tools = { drills: () => drills, sheets: () => sheets, markdown: parseProse };
	const env = createEnv(documents, lessons, tools);
	const store = createBoardStore({ env, size: { columns: 80, rows }, scenario, screen: 'contents', run: () => {} });
	for (const action of actions) store.dispatch(action);
	return store;
}

const frame = ({ getState, env }: BoardStore): string =>
	topScreen(getState(), env)
		.view(getState(), env)
		.body.flatMap(({ lines }) => lines.map((line) => line.map(({ text, tone }) => `${tone ?? ''}:${text}`).join('')))
		.join('\n');

function press(store: BoardStore, key: string): void {
	const action = actionFor(key, store.getState(), store.env);
	if (!action) throw new Error(`${key} does nothing`);
	store.dispatch(action);
}

const lab: Action = { type: 'go', screen: 'lab' };
const PLACES: Readonly<Record<string, readonly Action[]>> = {
	contents: [{ type: 'scroll', by: -1000 }],
	'a lesson': [{ type: 'choose' }],
	'a long board': [lab],
	'a long matrix': [lab, { type: 'pane', by: 1 }, { type: 'pane', by: 1 }],
	help: [lab, { type: 'open', overlay: 'help' }],
	story: [lab, { type: 'open', overlay: 'story' }],
	scenarios: [lab, { type: 'open', overlay: 'scenarios' }, { type: 'scroll', by: -1000 }],
	glossary: [{ type: 'open', overlay: 'glossary' }],
	'the contents while a find is open': [{ type: 'scroll', by: -1000 }, { type: 'find' }],
	'the menu of the drills': [
		{ type: 'drill', start: null },
		{ type: 'scroll', by: -1000 },
	],
	'a worksheet': [
		{ type: 'go', screen: 'worksheet' },
		{ type: 'sheet-opened', path: '/w/mine.yaml', sheet: newSheet(), notice: null },
		{ type: 'pane', by: 2 },
	],
	'a list of templates to pick from': [
		{ type: 'go', screen: 'worksheet' },
		{ type: 'sheet', command: 'new' },
	],
};

describe.each(Object.entries(PLACES))('half a page of %s', (name, actions) => {
	it('goes down by Ctrl-D and back up by Ctrl-U', () => {
		const store = open(18, actions);
		const before = frame(store);
		press(store, 'ctrl+d');
		const after = frame(store);
		expect(after, name).not.toBe(before);
		press(store, 'ctrl+u');
		expect(frame(store), name).toBe(before);
	});
});

it.each<[string, readonly Action[], (store: BoardStore) => string | undefined]>([
	['the contents', [{ type: 'find' }], ({ getState }) => getState().contents.filter],
	[
		'a list of templates',
		[
			{ type: 'go', screen: 'worksheet' },
			{ type: 'sheet', command: 'new' },
		],
		({ getState }) => getState().sheets.picker?.filter,
	],
])('Ctrl-U erases what was typed to narrow %s', (_, actions, filter) => {
	const store = open(24, [...actions, { type: 'type', text: 'la' }]);
	expect(filter(store)).toBe('la');
	press(store, 'ctrl+u');
	expect(filter(store)).toBe('');
});

it('half a page of a lesson is half of its window', () => {
	const store = open(24, [{ type: 'choose' }]);
	const lines = (): readonly string[] =>
		topScreen(store.getState(), store.env).view(store.getState(), store.env).body[0]?.lines.map(textOf) ?? [];
	const before = lines();
	press(store, 'ctrl+d');
	const half = Math.floor(before.length / 2);
	expect(lines().slice(0, before.length - half)).toEqual(before.slice(half));
});
