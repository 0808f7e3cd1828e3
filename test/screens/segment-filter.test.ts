import documents from 'virtual:scenarios';
import { describe, expect, it } from 'vitest';
import { topScreen } from '../../src/app/layers.js';
import { createBoardStore } from '../../src/app/store.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { listsSegments, PANES, type PaneModel, paneGrid, paneModel } from '../../src/present/pane/pane.js';
import { labFocus } from '../../src/screens/lab-focus.js';
import { currentLab } from '../../src/screens/state.js';
import { dispatchInput } from '../../src/session/dispatch-input.js';
import { createEnv } from '../../src/session/env.js';
import { type TableModel, textOf } from '../../src/text/line.js';
import { layerOf } from '../support/layers.js';

const MMLU = 'mmlu-mixtral-gpt4';

function open(id = MMLU, columns = 80, rows = 24) {
	const scenario = documents.find((one) => one.scenario.id === id)?.scenario;
	if (!scenario) throw new Error(`no scenario ${id}`);
	const env = createEnv(documents);
	const store = createBoardStore({ env, size: { columns, rows }, scenario, run: () => undefined });
	return {
		store,
		state: store.getState,
		press: (...names: readonly string[]): void => {
			const inputs = names.map((name) => ({ type: 'key' as const, name }));
			for (let at = 0; at < inputs.length; ) at += dispatchInput(store, inputs, at);
		},
		text: () =>
			topScreen(store.getState(), env)
				.view(store.getState(), env)
				.body.flatMap(({ lines }) => lines.map(textOf))
				.join('\n'),
		layer: () => layerOf(store),
	};
}

const tablesOf = ({ blocks }: PaneModel): readonly TableModel[] =>
	blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));

describe('the filter of segments', () => {
	it('lists only the segments that hold the text, and says so', () => {
		const { press, text, layer } = open();
		press('F', 'l', 'a', 'w');
		expect(layer()).toBe('lab-filter');
		expect(text()).toContain('segments: law▏  2 of 57 segments');
		press('enter');
		expect(text()).toContain('2 of 57 segments: “law” · totals of all 57 · Esc shows all');
		expect(text()).toMatch(/International law|International l…/);
		expect(text()).not.toContain('Anatomy');
		press('escape');
		expect(text()).toContain('Anatomy');
		expect(layer()).toBe('lab');
	});

	it.each(['board', 'cost', 'confusion'] as const)('changes no figure of the pane %s, and no total', (pane) => {
		const { scenario } = documents.find((one) => one.scenario.id === MMLU) ?? {};
		if (!scenario) throw new Error('no scenario');
		const input = computeLab(scenario, null, null);
		const all = tablesOf(paneModel(pane, input));
		const filtered = tablesOf(paneModel(pane, { ...input, segmentFilter: { text: 'history', isTyping: false } }));
		const rowsById = new Map(all.flatMap(({ id, rows }) => rows.map((row) => [`${id}/${row.id}`, row] as const)));
		let hidden = 0;
		for (const [i, { id, rows }] of filtered.entries()) {
			hidden += (all[i]?.rows.length ?? 0) - rows.length;
			for (const row of rows) {
				const { cells } = rowsById.get(`${id}/${row.id}`) ?? { cells: [] };
				if (row.kind !== 'total') expect(row.cells).toEqual(cells);
				else expect([row.cells[0]?.text, ...row.cells.slice(1)]).toEqual(['all 57', ...cells.slice(1)]);
			}
		}
		expect(hidden).toBeGreaterThan(50);
	});

	it('keeps the focus on an input that is visible', () => {
		const { press, state } = open();
		press('G');
		press('F', 'l', 'a', 'w', 'enter');
		for (const key of ['down', 'down', 'tab', 'G', 'g', 'ctrl+d']) {
			press(key);
			expect(labFocus(state())).toMatch(/^(?:segments\.\w*law\.|guardrails|threshold)/);
		}
		press('F', 'backspace', 'backspace', 'backspace', 'z', 'z', 'enter');
		expect(labFocus(state()) ?? '').not.toMatch(/^segments\./);
	});

	it('is no edit, and is dropped with its scenario', () => {
		const { press, state, store } = open();
		const lab = currentLab(state());
		press('F', 'l', 'a', 'w', 'enter');
		expect(currentLab(state())).toBe(lab);
		store.dispatch({ type: 'open', overlay: 'scenarios' });
		store.dispatch({ type: 'scroll', by: -1000 });
		store.dispatch({ type: 'choose' });
		expect(state().scenario).not.toBe(MMLU);
		expect(state().segmentFilter).toBeNull();
	});

	it('is refused where no segments are listed', () => {
		const { press, state } = open();
		press('[', 'F');
		expect(state().notice?.text).toBe('this pane lists no segments: Board, Cost and Confusion do');
		expect(state().segmentFilter).toBeNull();
	});

	it.each([
		[60, 18],
		[80, 24],
		[120, 36],
	])('stays visible while the focus moves, at %i×%i', (columns, rows) => {
		const { press, text } = open(MMLU, columns, rows);
		press(']', ']', 'F', 'h', 'i', 'enter', 'G');
		expect(text()).toContain('of 57 segments: “hi”');
	});

	it('narrows just the panes that list segments', () => {
		for (const { scenario } of documents) {
			const input = computeLab(scenario, null, null);
			const none = { ...input, segmentFilter: { text: 'no such name', isTyping: false } };
			for (const pane of PANES) {
				const hides = scenario.segments.some(({ id }) =>
					paneGrid(pane, input)
						.flat()
						.some((path) => path.startsWith(`segments.${id}.`)),
				);
				const stillThere = paneGrid(pane, none)
					.flat()
					.filter((path) => path.startsWith('segments.'));
				if (hides && listsSegments(pane, scenario)) expect(stillThere, `${scenario.id} ${pane}`).toEqual([]);
				else expect(paneGrid(pane, none)).toEqual(paneGrid(pane, input));
			}
		}
	});
});
