import lessons from 'virtual:lessons';
import documents from 'virtual:scenarios';
import { beforeAll, describe, expect, it } from 'vitest';
import { actionFor } from '../../src/app/keys.js';
import { topLayer, topScreen } from '../../src/app/layers.js';
import { parseProse } from '../../src/app/markdown.js';
import { type BoardStore, createBoardStore } from '../../src/app/store.js';
import { PANES } from '../../src/present/pane/pane.js';
import type { Action, Effect } from '../../src/screens/action.js';
import { OVERLAYS } from '../../src/screens/overlays/index.js';
import type { Command, DrillTools, SheetTools } from '../../src/screens/screen.js';
import type { OverlayKind, ScreenId, State } from '../../src/screens/state.js';
import { loadDrillTools } from '../../src/session/drill-tools.js';
import { createEnv } from '../../src/session/env.js';
import { loadSheetTools } from '../../src/session/worksheet-tools.js';
import { textOf } from '../../src/text/line.js';
import { LAYERS, layerOf } from '../support/layers.js';
import { newSheet } from '../worksheet/sheets.js';

let drills: DrillTools;
let sheets: SheetTools;
beforeAll(async () => {
	[drills, sheets] = await Promise.all([loadDrillTools(), loadSheetTools(documents)]);
});

interface Opened {
	readonly store: BoardStore;
	readonly effects: Effect[];
	readonly state: () => State;
	readonly press: (...keys: string[]) => void;
	/** Types in the palette, and returns what it lists. */
	readonly find: (text: string) => readonly Command[];
	readonly lines: () => readonly string[];
}

function open(id: string, actions: readonly Action[] = [], size = { columns: 80, rows: 24 }): Opened {
	const scenario = documents.find((one) => one.scenario.id === id)?.scenario;
	if (!scenario) throw new Error(`no scenario ${id}`);
	const tools = { drills: () => drills, sheets: () => sheets, markdown: parseProse };
	const env = createEnv(documents, lessons, tools);
	const effects: Effect[] = [];
	const store = createBoardStore({ env, size, scenario, screen: 'lab', run: (effect) => effects.push(effect) });
	for (const action of actions) store.dispatch(action);
	return {
		store,
		effects,
		state: store.getState,
		press(...keys) {
			for (const key of keys) {
				const isText = topLayer(store.getState(), env).text && key.length === 1;
				const action: Action | null = isText ? { type: 'type', text: key } : actionFor(key, store.getState(), env);
				if (!action) throw new Error(`${key} does nothing`);
				store.dispatch(action);
			}
		},
		find(text) {
			store.dispatch({ type: 'open-palette' });
			store.dispatch({ type: 'type', text });
			return env.findCommands(store.getState(), text, env);
		},
		lines() {
			const { head, body, status } = topScreen(store.getState(), env).view(store.getState(), env);
			return [...head, ...body.flatMap(({ lines }) => lines), ...status].map(textOf);
		},
	};
}

const go = (screen: ScreenId): Action => ({ type: 'go', screen });
const WAYS: Readonly<Record<ScreenId, readonly Action[]>> = {
	contents: [go('contents')],
	lesson: [go('contents'), { type: 'choose' }],
	lab: [],
	drill: [{ type: 'drill', start: null }],
	worksheet: [{ type: 'sheet-opened', path: '/w/mine.yaml', sheet: newSheet(), notice: null }],
};

/** Returns the ways to a state in whose palette the rows of a layer are. */
function wayTo(id: string): readonly Action[] {
	const [kind = ''] = id.split('-');
	if (kind in OVERLAYS) return [{ type: 'open', overlay: kind as OverlayKind }];
	if (kind in WAYS) return WAYS[kind as ScreenId];
	return WAYS[id === 'prompt' ? 'worksheet' : 'lab'];
}

describe('the palette', () => {
	it.each(LAYERS.filter(({ id }) => id !== 'palette').map((layer) => ({ layer: layer.id, rows: layer.keys })))(
		'lists every key of $layer on its screen',
		({ layer, rows }) => {
			const listed = open('week-31', wayTo(layer)).find('');
			const missing = rows.filter(
				({ keys }) => !listed.some((command) => keys.every((key) => command.keys.includes(key))),
			);
			expect(missing.map(({ keys }) => keys)).toEqual([]);
		},
	);

	it.each(Object.keys(WAYS))('gives every command of the screen %s a name of its own', (screen) => {
		const listed = open('week-31', WAYS[screen as ScreenId]).find('');
		const able = listed.filter(({ reason, keys }) => reason === null && keys.length > 0).map(({ name }) => name);
		expect(able.filter((name, i) => able.indexOf(name) !== i)).toEqual([]);
		expect(
			listed.filter(({ name, keys }) => keys.length > 0 && !/^\p{L}.{2,49}$/u.test(name)).map(({ name }) => name),
		).toEqual([]);
	});

	it('does what the key of the chosen command does, and closes', () => {
		const it = open('week-31', [{ type: 'step', by: 1 }]);
		const edited = it.state().labs['week-31']?.position;
		it.press(':', ...'undo', 'enter');
		expect(it.state().palette).toBeNull();
		expect(it.state().labs['week-31']?.position).toBe((edited ?? 0) - 1);
		expect(it.state().notice?.text).toMatch(/^took back/);
	});

	it('quits by :q, as its key does', () => {
		const it = open('week-31');
		it.press(':', 'q', 'enter');
		expect(it.effects).toEqual([{ type: 'quit' }]);
	});

	it('is closed by Esc without a trace', () => {
		const it = open('week-31');
		const before = it.state();
		it.press(':', ...'undo', 'escape');
		expect(it.state()).toEqual(before);
	});

	it('stays open on Enter if nothing is found', () => {
		const it = open('week-31');
		it.press(':', ...'xyzzy', 'enter');
		expect(it.lines().join('\n')).toContain('nothing has that name');
		expect(layerOf(it.store)).toBe('palette');
	});

	it('puts the command of a key first, upper and lower case apart', () => {
		const { find } = open('week-31');
		expect(find('u')[0]).toMatchObject({ name: 'undo' });
		expect(find('U')[0]).toMatchObject({ name: 'redo' });
		expect(find('ctrl-g')[0]).toMatchObject({ name: 'open the glossary' });
		expect(find(':')[0]).toMatchObject({ keys: [':'] });
	});

	it('puts starts of words before the insides of words, and what cannot act last', () => {
		const names = open('week-31')
			.find('pin')
			.map(({ name }) => name);
		expect(names[0]).toBe('pin this state as the baseline');
		const listed = open('week-31').find('request');
		const firstUnable = listed.findIndex(({ reason }) => reason !== null);
		expect(firstUnable).toBeGreaterThan(-1);
		expect(listed.slice(firstUnable).every(({ reason }) => reason !== null)).toBe(true);
	});

	it('finds a command by its word in the footer', () => {
		const { find } = open('week-31');
		expect(find('why')[0]).toMatchObject({ keys: ['='] });
		expect(find('reset')[0]).toMatchObject({ keys: ['x'] });
		expect(find('more')[0]).toMatchObject({ keys: ['m'] });
	});

	it('lists first what the footer shows first, and nothing that leaves the program', () => {
		const names = open('week-31')
			.find('')
			.map(({ name }) => name);
		expect(names[0]).toBe('raise the number by one step');
		expect(names.indexOf('quit at once')).toBeGreaterThan(names.indexOf('open the glossary'));
	});

	it('says why a command cannot act', () => {
		const it = open('week-31', [{ type: 'pane', by: 3 }]);
		it.press(':', ...'filter the seg', 'enter');
		expect(it.state().notice).toEqual({
			tone: 'refused',
			text: 'filter the segments: this pane lists no segments: Board, Cost and Confusion do',
		});
	});

	it('leads from an overlay to a command of the screen below it', () => {
		const it = open('week-31', [{ type: 'open', overlay: 'help' }]);
		it.press(':', ...'next pane', 'enter');
		expect(it.state()).toMatchObject({ overlay: null, palette: null, pane: 'cost' });
	});

	it('closes under a question that it would hide', () => {
		const it = open('week-31');
		it.press(':');
		it.store.dispatch({ type: 'confirm-overwrite', file: '/tmp/review.md' });
		expect(it.state()).toMatchObject({ palette: null, questionId: 'confirm-overwrite' });
	});

	it.each([
		{ typed: 'contents', reached: { screen: 'contents' } },
		{ typed: 'curve', reached: { screen: 'lab', pane: 'curve' } },
		{ typed: 'your progress', reached: { overlay: { kind: 'progress' } } },
		{ typed: 'diagnosis drill', reached: { screen: 'drill', drill: { question: { kind: 'case' } } } },
		{ typed: 'worksheets', reached: { screen: 'worksheet' } },
		{ typed: 'lesson 12', reached: { screen: 'lesson', lesson: lessons.find(({ number }) => number === 12)?.id } },
		{ typed: 'one setting, two endpoints lesson', reached: { screen: 'lesson', lesson: 'one-lever-two-endpoints' } },
		{ typed: 'mmlu scenario', reached: { screen: 'lab', scenario: 'mmlu-mixtral-gpt4' } },
	])('goes to “$typed” from every screen', ({ typed, reached }) => {
		for (const [screen, way] of Object.entries(WAYS)) {
			const it = open('week-31', way);
			it.press(':', ...typed, 'enter');
			if (it.state().questionId) it.press('y');
			expect(it.state(), screen).toMatchObject(reached);
		}
	});

	it('names every lesson and scenario once', () => {
		const places = open('week-31')
			.find('')
			.filter(({ keys }) => keys.length === 0);
		const lessonPlaces = places.filter(({ aside }) => aside.startsWith('lesson '));
		expect(lessonPlaces.map(({ name }) => name)).toEqual(lessons.map(({ title }) => title));
		expect(places.filter(({ aside }) => aside === 'scenario')).toHaveLength(documents.length);
	});

	it('asks before it shows figures that a guess asks for', () => {
		const it = open('week-31', [go('contents')]);
		it.press(':', ...'lesson 1 ', 'enter');
		it.press(':', ...'curve', 'enter');
		expect(it.state()).toMatchObject({ screen: 'lesson', questionId: 'lab' });
	});
});

describe('a number in the palette', () => {
	const chosenAfter = (it: Opened, row: string): void => it.press(':', ...row, 'enter');

	it('goes to that row of a long board, and says its name first', () => {
		const it = open('mmlu-mixtral-gpt4');
		const segments = it.state().labs['mmlu-mixtral-gpt4']?.loaded.segments ?? [];
		expect(it.find('12')[0]).toMatchObject({ name: 'go to row 12', aside: `${segments[11]?.name} · routed small` });
		it.press('enter');
		expect(it.state().focus.board).toBe(`segments.${segments[11]?.id}.routedSmall`);
	});

	it('goes to the last row if there are fewer', () => {
		const it = open('week-31');
		chosenAfter(it, '99999');
		const last = it.state().focus.board;
		it.press('G');
		expect(last).toBe(it.state().focus.board);
	});

	it('chooses the lesson of that number in the contents, and opens it in a lesson', () => {
		const it = open('week-31', [go('contents')]);
		const numbered = (number: number) => lessons.findIndex((lesson) => lesson.number === number);
		chosenAfter(it, '12');
		expect(it.state()).toMatchObject({ screen: 'contents', contents: { at: numbered(12) } });
		it.press('enter');
		expect(it.state().lesson).toBe(lessons[numbered(12)]?.id);
		chosenAfter(it, '3');
		expect(it.state()).toMatchObject({ screen: 'lesson', lesson: 'root-cause' });
		chosenAfter(it, '999');
		expect(it.state()).toMatchObject({ screen: 'lesson', lesson: lessons.at(-1)?.id });
	});

	it('goes to the lesson before lesson 1 by a zero, and to no row elsewhere', () => {
		const it = open('week-31', [go('contents')]);
		chosenAfter(it, '12');
		expect(it.find('0')[0]).toMatchObject({ name: 'go to lesson 0', aside: 'Before you start' });
		it.press('enter');
		expect(it.state()).toMatchObject({ screen: 'contents', contents: { at: 0 } });
		it.press('enter');
		expect(it.state()).toMatchObject({ screen: 'lesson', lesson: 'before-you-start' });
		expect(it.lines()[0]).toMatch(/^ Before you start /);
		expect(
			open('week-31')
				.find('0')
				.map(({ name }) => name),
		).not.toContainEqual(expect.stringMatching(/^go to row/));
	});

	it('goes to that row of a list and of a page', () => {
		const it = open('week-31', [{ type: 'open', overlay: 'scenarios' }]);
		chosenAfter(it, '7');
		expect(it.state().overlay).toMatchObject({ kind: 'scenarios', offset: 6 });
		const page = open('week-31', [{ type: 'open', overlay: 'glossary' }]);
		chosenAfter(page, '20');
		expect(page.state().overlay).toMatchObject({ kind: 'glossary', offset: 19 });
	});

	it('goes to that field of a worksheet', () => {
		const it = open('week-31', WAYS.worksheet);
		it.press('g', 'down', 'down');
		const third = it.state().sheets.focus;
		it.press('g');
		expect(it.state().sheets.focus).not.toEqual(third);
		chosenAfter(it, '3');
		expect(it.state().sheets.focus).toEqual(third);
	});
});

describe('the help', () => {
	const panes = Array.from({ length: PANES.length }, (_, by): Action => ({ type: 'pane', by }));
	const PLACES: readonly (readonly [string, string, readonly Action[]])[] = [
		...Object.entries(WAYS).map(([screen, way]) => [screen, 'week-31', way] as const),
		...panes.map((pane, i) => [`${PANES[i]} of a scenario with rows`, 'cost-table', [pane]] as const),
		['the list of worksheets', 'week-31', [go('worksheet')]],
		['a question of recall', 'week-31', [{ type: 'drill', start: 'recall' }, { type: 'submit' }]],
		['a diagnosis', 'week-31', [{ type: 'drill', start: 'diagnose' }, { type: 'choose' }]],
	];

	it.each(PLACES)('of %s takes no more than two screens at 80×24', (_, id, way) => {
		const it = open(id, [...way, { type: 'open', overlay: 'help' }]);
		const first = it.lines();
		it.press('G');
		const last = it.lines();
		const inner = (lines: readonly string[]): readonly string[] =>
			lines.slice(2).filter((line) => !/^ [↑↓] \d/.test(line));
		const { groups } = it.store.env.keyHelp(it.state(), it.store.env);
		const text = [...inner(first), ...inner(last)].join(' ').replace(/\s+/g, ' ');
		const lines = groups.flatMap(({ heading, lines }) => [heading, ...lines]);
		expect(lines.filter((line) => !text.includes(line.replace(/\s+/g, ' ')))).toEqual([]);
	});

	it('leads on to the words and marks, which fit one screen at 80×24', () => {
		const it = open('week-31', [{ type: 'open', overlay: 'help' }]);
		it.press('?');
		expect(it.state().overlay).toMatchObject({ kind: 'legend' });
		expect(it.lines().filter((line) => /^ [↑↓] \d/.test(line))).toEqual([]);
		expect(it.lines().join('\n')).toContain('n/m is “not measured”');
	});

	it.each(PLACES)('or the palette has every command of %s in whole words at 60×18', (_, id, way) => {
		const it = open(id, way, { columns: 60, rows: 18 });
		const able = it.find('').filter(({ reason, keys }) => reason === null && keys.length > 0);
		const seen = new Set<string>();
		for (const _command of able) {
			for (const line of it.lines()) seen.add(line);
			it.press('down');
		}
		const text = [...seen].join('\n');
		expect(able.filter(({ name }) => !text.includes(name)).map(({ name }) => name)).toEqual([]);
	});
});

describe('the list of commands', () => {
	it.each([
		[60, 18],
		[80, 24],
		[200, 60],
	])('fits %i×%i, the chosen command always in sight', (columns, rows) => {
		const it = open('week-31', [], { columns, rows });
		it.press(':');
		const { length } = it.find('');
		for (const _ of Array.from({ length: Math.ceil(length / 10) })) {
			const lines = it.lines();
			expect(lines.length).toBeLessThanOrEqual(rows - 1);
			expect(lines.filter((line) => [...line].length > columns)).toEqual([]);
			expect(lines.filter((line) => line.startsWith(' › '))).toHaveLength(1);
			it.press('pagedown');
		}
	});

	it('is spoken with its keys by name', () => {
		const it = open('week-31');
		it.press(':', ...'redo');
		const spoken = topScreen(it.state(), it.store.env).speak(it.state(), it.store.env);
		expect(spoken.slice(0, 4)).toEqual([
			'Commands and places.',
			'Typed: redo.',
			'2 found.',
			'redo, chosen: capital U.',
		]);
	});
});
