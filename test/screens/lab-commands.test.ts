import { describe, expect, it } from 'vitest';
import { createBoardStore } from '../../src/app/store.js';
import { currentEntry } from '../../src/board/lab.js';
import { shareCommand } from '../../src/board/share-command.js';
import { applyEditTexts, formatEdit } from '../../src/engine/inputs/index.js';
import type { Action, Effect } from '../../src/screens/action.js';
import { currentLab } from '../../src/screens/state.js';
import { createEnv } from '../../src/session/env.js';
import { layerOf } from '../support/layers.js';
import { shippedScenario } from '../support/shipped.js';

/** Opens the lab of a scenario; `path`: the focused input. */
function open(id: string, path: string | null = null) {
	const { scenario } = shippedScenario(id);
	const effects: Effect[] = [];
	const store = createBoardStore({
		scenario,
		run: (effect) => effects.push(effect),
		env: createEnv([shippedScenario(id)]),
	});
	const act = (...actions: Action[]) => {
		for (const action of actions) store.dispatch(action);
	};
	const focus = (to: string): void => {
		const state = store.getState();
		store.setState({ ...state, focus: { ...state.focus, [state.pane]: to } });
	};
	if (path !== null) focus(path);
	const type = (text: string) => act(...[...text].map((character): Action => ({ type: 'type', text: character })));
	return {
		act,
		focus,
		type,
		effects,
		state: store.getState,
		layer: () => layerOf(store),
		lab: () => currentLab(store.getState()),
		entry: () => currentEntry(currentLab(store.getState())),
	};
}

/** Expects that the edits of the current state, as texts, reproduce it from the loaded scenario. */
function expectReproduced({ lab, entry }: ReturnType<typeof open>) {
	const reapplied = applyEditTexts(lab().loaded, entry().edits.map(formatEdit));
	expect(reapplied.ok && reapplied.value.scenario).toEqual(entry().scenario);
}

describe('a search in the glossary', () => {
	it('scrolls to the top, where the filter is typed', () => {
		const lab = open('cost-table');
		lab.act({ type: 'open', overlay: 'glossary' }, { type: 'scroll', by: 90 });
		expect(lab.state().overlay?.offset).toBe(90);
		lab.act({ type: 'find' });
		expect(lab.state().overlay).toMatchObject({ kind: 'glossary', finding: true, offset: 0 });
	});
});

describe('rows of the cost table', () => {
	it('are copied with their values, which stay when the original is edited', () => {
		const lab = open('cost-table', 'rows.blend.routedSmall');
		lab.act({ type: 'step', by: -10 }, { type: 'rows', command: 'copy' });
		lab.focus('rows.blend.routedSmall');
		lab.act({ type: 'step', by: -10 });
		const rows = lab.entry().scenario.rows;
		expect(rows.find(({ id }) => id === 'blend')?.routedSmall).toBe(0.6);
		expect(rows.find(({ id }) => id === 'blend-2')).toMatchObject({
			routedSmall: 0.7,
			improved: null,
			mayHaveWorsened: null,
		});
		expectReproduced(lab);
	});

	it('are added and removed, and undo restores them', () => {
		const lab = open('cost-table', 'rows.blend.routedSmall');
		lab.act({ type: 'rows', command: 'add' });
		lab.focus('rows.blend.routedSmall');
		lab.act({ type: 'rows', command: 'remove' });
		expect(lab.entry().scenario.rows.map(({ id }) => id)).toEqual([
			'all-strong',
			'few-repairs',
			'many-repairs',
			'risk-override',
			'row-6',
		]);
		expectReproduced(lab);
		lab.act({ type: 'undo', by: -1 }, { type: 'undo', by: -1 });
		expect(lab.entry().scenario).toBe(lab.lab().loaded);
	});

	it('leave no edit behind when a copied one is removed', () => {
		const lab = open('cost-table', 'rows.blend.routedSmall');
		lab.act({ type: 'rows', command: 'copy' }, { type: 'rows', command: 'remove' });
		expect(lab.entry().edits).toEqual([]);
		expectReproduced(lab);
	});
});

describe('history', () => {
	it('lists every entry, goes to the chosen one, and can be redone from there', () => {
		const lab = open('week-31', 'segments.faq.routedSmall');
		lab.act({ type: 'step', by: 1 }, { type: 'step', by: 1 }, { type: 'step', by: 1 });
		lab.act({ type: 'open', overlay: 'history' });
		expect(lab.state().overlay).toMatchObject({ kind: 'history', offset: 3 });
		expect(lab.layer()).toBe('history');
		lab.act({ type: 'scroll', by: -2 }, { type: 'choose' });
		expect(lab.entry().scenario.segments[0]?.routedSmall).toBe(0.85);
		lab.act({ type: 'undo', by: 1 }, { type: 'undo', by: 1 });
		expect(lab.entry().scenario.segments[0]?.routedSmall).toBe(0.87);
	});
});

describe('the command line of a state', () => {
	it('has the edits and the baseline, quoted for a shell', () => {
		const lab = open('week-31', 'segments.faq.routedSmall');
		expect(shareCommand(lab.lab(), 'week-31')).toBe('dispatch-board report week-31');
		lab.act({ type: 'pin', on: true }, { type: 'step', by: 1 });
		expect(shareCommand(lab.lab(), 'week-31')).toBe(
			'dispatch-board report week-31 --set segments.faq.routedSmall=0.85 --baseline threshold=0',
		);
		lab.act({ type: 'pin', on: true });
		expect(shareCommand(lab.lab(), "my 'file'.yaml")).toBe(
			`dispatch-board report 'my '\\''file'\\''.yaml' --set segments.faq.routedSmall=0.85 --baseline segments.faq.routedSmall=0.85`,
		);
	});
});

describe('prediction', () => {
	it('is off by default', () => {
		const lab = open('week-31', 'segments.faq.routedSmall');
		lab.act({ type: 'step', by: 1 });
		expect(lab.state().pendingEdit).toBeNull();
	});

	it('asks for one guess before an edit, and compares it with the actual value', () => {
		const lab = open('week-31', 'segments.faq.routedSmall');
		lab.act({ type: 'predict' }, { type: 'step', by: 16 });
		expect(lab.layer()).toBe('guess');
		expect(lab.entry().scenario).toBe(lab.lab().loaded);
		lab.type('94');
		lab.act({ type: 'enter' });
		expect(lab.entry().scenario.segments[0]?.routedSmall).toBe(1);
		const [effect] = lab.effects;
		expect(effect).toMatchObject({ type: 'predicted', scenario: 'week-31', metric: 'resolution' });
		expect(effect?.type === 'predicted' && effect.guess).toBe(0.94);
		// By hand: 0.941282 − 0.865·(0.95784 − 0.92).
		expect(effect?.type === 'predicted' && effect.truth).toBeCloseTo(0.9085504, 6);
		expect(lab.state().notice?.text).toMatch(/resolution is 90\.9%; your guess of 94\.0% was 3\.1 pt too high/);
	});

	it.each(['ann 94', '94, 95'])('takes no names and no second number: %s', (text) => {
		const lab = open('week-31', 'segments.faq.routedSmall');
		lab.act({ type: 'predict' }, { type: 'step', by: 16 });
		lab.type(text);
		lab.act({ type: 'enter' });
		expect(lab.state().notice).toMatchObject({ tone: 'refused' });
		expect(lab.effects).toEqual([]);
	});

	it('applies an edit without a guess on Enter, drops it on Esc, and rejects a guess that is not a number', () => {
		const lab = open('week-31', 'segments.faq.routedSmall');
		lab.act({ type: 'predict' }, { type: 'step', by: 1 }, { type: 'back' });
		expect(lab.entry().scenario).toBe(lab.lab().loaded);
		lab.act({ type: 'step', by: 1 }, { type: 'enter' });
		expect(lab.entry().edits).toHaveLength(1);
		expect(lab.effects).toEqual([]);
		lab.act({ type: 'step', by: 1 });
		lab.type('lots');
		lab.act({ type: 'enter' });
		expect(lab.state().notice).toMatchObject({
			tone: 'refused',
			text: expect.stringContaining('“lots” is not a number'),
		});
		expect(lab.state().pendingEdit).not.toBeNull();
	});

	it('switches to the next metric, and off', () => {
		const lab = open('week-31', 'segments.faq.routedSmall');
		lab.act({ type: 'predict' }, { type: 'predict-next' });
		expect(lab.state().guessedMetric).toBe('cost');
		lab.act({ type: 'predict' });
		expect(lab.state().guessedMetric).toBeNull();
	});
});
