import { describe, expect, it } from 'vitest';
import { actionFor, fittingEntries, footerEntries, isCharacter, keyHelp } from '../../src/app/keys.js';
import { openLayers, topLayer } from '../../src/app/layers.js';
import { createBoardStore } from '../../src/app/store.js';
import { PANES } from '../../src/present/pane/pane.js';
import type { Action } from '../../src/screens/action.js';
import { DRILL_LAYERS } from '../../src/screens/drill/update.js';
import type { Layer } from '../../src/screens/screen.js';
import type { State } from '../../src/screens/state.js';
import { WORKSHEET_LIST } from '../../src/screens/worksheet/list.js';
import { createEnv } from '../../src/session/env.js';
import { LAYERS, layerOf, ROWS } from '../support/layers.js';
import { shippedScenario } from '../support/shipped.js';

const env = createEnv(['week-31', 'cost-table'].map(shippedScenario));

function open(id: string, ...actions: Action[]) {
	const store = createBoardStore({ env, scenario: shippedScenario(id).scenario, run: () => undefined });
	for (const action of actions) store.dispatch(action);
	return {
		store,
		state: store.getState,
		press: (key: string): Action | null => actionFor(key, store.getState(), env),
		labels: (): readonly string[] =>
			footerEntries(topLayer(store.getState(), env), store.getState(), env).map(({ label }) => label),
	};
}

const LAYER_CASES = LAYERS.map((layer): [string, Layer] => [layer.id, layer]);

describe('the rows', () => {
	it.each(LAYER_CASES)('of %s bind each key once, except under a condition', (_, { keys }) => {
		const rowsOf = new Map<string, number>();
		for (const row of keys) for (const key of row.keys) if (!row.when) rowsOf.set(key, (rowsOf.get(key) ?? 0) + 1);
		expect([...rowsOf].filter(([, count]) => count > 1)).toEqual([]);
	});

	it.each(PANES)('of the lab bind each key once in the pane %s', (pane) => {
		for (const id of ['week-31', 'cost-table']) {
			const { store } = open(id);
			const state: State = { ...store.getState(), pane };
			const keys = topLayer(state, env)
				.keys.filter((row) => row.when?.(state, env) ?? true)
				.flatMap((row) => row.keys);
			expect(new Set(keys).size, id).toBe(keys.length);
		}
	});

	it.each(LAYER_CASES)('of %s give the footer at least one entry', (_, layer) => {
		expect(footerEntries(layer, open('week-31').state(), env).length).toBeGreaterThan(0);
	});

	it.each(LAYER_CASES.filter(([, { text }]) => text))(
		'of %s bind no character, because characters are text',
		(_, { keys }) => {
			expect(keys.flatMap((row) => row.keys).filter(isCharacter)).toEqual([]);
		},
	);

	it.each(LAYER_CASES)('of %s bind no key with Alt, except those that move and erase by word', (_, { keys }) => {
		const alt = keys.flatMap((row) => row.keys).filter((key) => /^alt\+([a-z]|[A-Z]|\d)$/.test(key));
		expect(alt.toSorted()).toEqual(alt.length > 0 ? ['alt+b', 'alt+d', 'alt+f'] : []);
	});

	it.each(
		LAYER_CASES.filter(
			([, { text, keys }]) => !text && keys.some(({ action }) => ['scroll', 'move', 'page'].includes(action.type)),
		),
	)('of %s, which scroll, scroll half a page by Ctrl-D and Ctrl-U', (_, { keys }) => {
		const byKey = (key: string): Action | undefined => keys.find((row) => row.keys.includes(key))?.action;
		expect(byKey('ctrl+d')).toEqual({ type: 'half-page', by: 1 });
		expect(byKey('ctrl+u')).toEqual({ type: 'half-page', by: -1 });
	});

	it.each(LAYER_CASES.filter(([, { text }]) => !text))(
		'of %s explain each action in the help or the footer',
		(_, { keys }) => {
			const explained = new Set(keys.filter(({ help, footer }) => help ?? footer).map(({ action }) => action.type));
			const scrolling = ['scroll', 'move', 'page']; // PgUp, Home and the like: the arrow keys explain them
			const unexplained = keys.filter(({ action }) => !explained.has(action.type) && !scrolling.includes(action.type));
			expect(unexplained).toEqual([]);
		},
	);

	it('are those of bindings.txt (to accept a change: `npx vitest run test/app/keys.test.ts -u`)', async () => {
		const lines = LAYERS.flatMap(({ id, keys }) =>
			keys.map(
				(row) =>
					`${id}  ${row.keys.map((key) => (key === ' ' ? 'space' : key)).join(' ')}  ${JSON.stringify(row.action)}${row.when ? '  sometimes' : ''}`,
			),
		);
		await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('bindings.txt');
	});
});

describe('a key', () => {
	it('of the program layer acts under every other layer', () => {
		const { store, press } = open('week-31');
		const layers = new Set<string>();
		const actions: Action[] = [
			{ type: 'open', overlay: 'help' },
			{ type: 'back' },
			{ type: 'enter' },
			{ type: 'back' },
			{ type: 'step', by: 1 },
			{ type: 'ask-reset' },
		];
		for (const action of actions) {
			store.dispatch(action);
			layers.add(layerOf(store));
			expect(press('ctrl+c')).toEqual({ type: 'quit' });
			expect(press('ctrl+l')).toEqual({ type: 'redraw' });
			expect(press('ctrl+z')).toEqual({ type: 'suspend' });
		}
		expect([...layers]).toEqual(['help', 'lab', 'lab-value', 'question']);
	});

	it('does not reach a layer below the top one, even if the top one has no row for it', () => {
		const { press } = open('week-31', { type: 'open', overlay: 'help' });
		expect(press(']')).toBeNull();
		const asked = open('week-31', { type: 'step', by: 1 }, { type: 'ask-reset' });
		expect(openLayers(asked.state(), env).map(({ id }) => id)).toEqual(['program', 'lab', 'question']);
		expect(asked.press('right')).toBeNull();
		expect(asked.press('q')).toEqual({ type: 'answer', yes: false });
	});

	it('that is a character is not a command while a value is typed', () => {
		const { press } = open('week-31', { type: 'enter' });
		expect(press('q')).toBeNull();
		expect(press('enter')).toEqual({ type: 'enter' });
		expect(press('up')).toBeNull();
	});

	it('does nothing if no row has it', () => {
		const { press } = open('week-31');
		for (const key of ['Z', 'f1', 'shift+f3', 'insert', 'begin', 'ctrl+shift+c']) expect(press(key)).toBeNull();
	});

	it('acts only if the condition of its row is met', () => {
		expect(open('week-31').press('n')).toBeNull();
		expect(open('cost-table').press('n')).toEqual({ type: 'rows', command: 'add' });
		const trace = open('week-31', ...Array.from({ length: 4 }, (): Action => ({ type: 'pane', by: 1 })));
		expect(trace.press('n')).toEqual({ type: 'trace', to: 'any' });
	});

	it('that is disabled says why, and is not in the footer', () => {
		const { state } = open('week-31');
		const [rename] = WORKSHEET_LIST.keys.filter(({ keys }) => keys.includes('r'));
		expect(rename?.disabled?.(state(), env)).toBe('there is no worksheet yet: n makes one');
		expect(footerEntries(WORKSHEET_LIST, state(), env).map(({ label }) => label)).not.toContain('rename');
	});
});

describe('the footer', () => {
	it('puts the most useful keys first', () => {
		expect(open('week-31').labels().slice(0, 3)).toEqual(['change', 'move', 'help']);
		expect(open('week-31', { type: 'enter' }).labels()[0]).toBe('take it');
	});

	it.each(LAYER_CASES.filter(([, { text, id }]) => !text && id !== 'question'))(
		'of %s shows help, quit and one more key at 60 columns',
		(_, layer) => {
			const shown = fittingEntries(footerEntries(layer, open('week-31').state(), env), 60);
			const labels = shown.map(({ label }) => label);
			const isFindAlone = layer.id === 'find' && layer.keys.length <= 3; // over the keys of what is searched
			if (!isFindAlone) expect(labels).toEqual(expect.arrayContaining(['help', 'quit']));
			expect(shown.length).toBeGreaterThan(isFindAlone ? 0 : 2);
			const columns = shown.reduce((sum, { keys, label }) => sum + keys.length + label.length + 3, 1);
			expect(columns).toBeLessThanOrEqual(60);
		},
	);

	it('omits disabled rows, such as pause without a run', () => {
		const { state } = open('week-31');
		const labels = (run: unknown): readonly string[] =>
			footerEntries(DRILL_LAYERS.number, { ...state(), drill: { ...state().drill, run } } as State, env).map(
				({ label }) => label,
			);
		expect(labels(null)).not.toContain('pause');
		expect(labels({})).toContain('pause');
	});

	it('of a page offers story and artifact only on lab and lesson', () => {
		const over = (screen: State['screen']): readonly string[] => {
			const { store, labels } = open('week-31', { type: 'open', overlay: 'help' });
			store.setState({ ...store.getState(), screen });
			return labels();
		};
		expect(over('lab')).toContain('story');
		expect(over('contents')).not.toContain('story');
	});
});

describe('the help', () => {
	const linesOf = (id: string, ...actions: Action[]): readonly string[] =>
		keyHelp(open(id, ...actions).state(), env).groups.flatMap(({ lines }) => lines);

	it('has the keys of the open screen by what they are for, each once', () => {
		const { place, groups } = keyHelp(open('week-31', { type: 'open', overlay: 'help' }).state(), env);
		expect(place).toBe('In the lab');
		expect(groups.map(({ heading }) => heading)).toEqual([
			'Change the numbers',
			'Find your way',
			'See why',
			'Keep and share',
			'The program',
		]);
		const lines = groups.flatMap(({ lines }) => lines);
		expect(lines.join('\n')).toMatch(/s: what happened here(.|\n)*q, Ctrl-C: quit/);
		expect(lines.join('\n')).not.toMatch(/key points/);
		expect(new Set(lines).size).toBe(lines.length);
	});

	it('has the keys of another pane with its name, and no others that are not in force', () => {
		expect(linesOf('week-31').filter((line) => line.includes('n in Trace'))).toEqual([
			'f, r, n in Trace: the next silent failure, repaired request, any request',
		]);
		expect(linesOf('week-31', { type: 'go', screen: 'contents' }).filter((line) => line.startsWith('/'))).toEqual([
			'/: find a lesson, a scenario or a term',
		]);
	});

	it('gives each line of it a group', () => {
		expect(ROWS.filter(({ help, group }) => help !== undefined && !group).map(({ help }) => help)).toEqual([]);
	});
});
