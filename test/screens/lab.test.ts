import { describe, expect, it } from 'vitest';
import { topScreen } from '../../src/app/layers.js';
import { createBoardStore } from '../../src/app/store.js';
import { currentEntry } from '../../src/board/lab.js';
import type { Action, Effect } from '../../src/screens/action.js';
import { currentLab } from '../../src/screens/state.js';
import { createEnv } from '../../src/session/env.js';
import { textOf } from '../../src/text/line.js';
import { layerOf } from '../support/layers.js';
import { aScenario, aSegment } from '../support/scenarios.js';
import { shippedScenario } from '../support/shipped.js';

const scenario = aScenario({
	id: 'first',
	states: [
		{ id: 'low', name: 'Less of a', from: null, set: { 'segments.a.routedSmall': 0.2 } },
		{ id: 'lower', name: 'And a check', from: 'low', set: { check: 'on', 'check.catches': 0.7 } },
	],
	segments: [aSegment({ id: 'a', share: 0.6 }), aSegment({ id: 'b', share: 0.4 })],
});
const other = aScenario({ id: 'second', title: 'Second' });
const documents = [scenario, other].map((one) => ({
	...shippedScenario('week-31'),
	scenario: one,
	summary: '',
	teaches: [],
}));

function open() {
	const effects: Effect[] = [];
	const store = createBoardStore({
		scenario,
		run: (effect) => effects.push(effect),
		env: createEnv(documents),
	});
	const act = (...actions: Action[]) => {
		for (const action of actions) store.dispatch(action);
	};
	const entry = () => currentEntry(currentLab(store.getState()));
	const type = (text: string) =>
		act({ type: 'enter' }, ...[...text].map((character): Action => ({ type: 'type', text: character })));
	return { store, act, entry, type, effects, state: store.getState, layer: () => layerOf(store) };
}
const mix = (entry: { scenario: { segments: readonly { routedSmall: number }[] } }) =>
	entry.scenario.segments.map((s) => s.routedSmall);

describe('editing', () => {
	it('changes the focused input by one step and by ten', () => {
		const { act, entry } = open();
		act({ type: 'step', by: 1 }, { type: 'step', by: -10 });
		expect(mix(entry())).toEqual([0.41, 0.5]);
		expect(entry().edits).toEqual([{ path: 'segments.a.routedSmall', value: 0.41 }]);
	});

	it('moves the focus up, down and in reading order, wrapping around', () => {
		const { act, entry, state } = open();
		act({ type: 'move', rows: 1 }, { type: 'step', by: 1 });
		expect(mix(entry())).toEqual([0.5, 0.51]);
		act({ type: 'focus-next', by: 1 });
		expect(state().focus['board']).toBe('segments.b.repairRate');
		act({ type: 'move', rows: -1 }, { type: 'focus-next', by: -1 }, { type: 'focus-next', by: -1 });
		const last = state().focus['board'];
		act({ type: 'focus-next', by: 1 });
		expect(last).not.toBe('segments.b.repairRate');
		expect(state().focus['board']).toBe('segments.a.routedSmall');
		act({ type: 'move', rows: -5 }, { type: 'move', rows: 50 });
		const lowest = state().focus['board'];
		act({ type: 'move', rows: 1 });
		expect(state().focus['board']).toBe(lowest);
	});

	it('applies a typed value only on Enter', () => {
		const { act, entry, type, state } = open();
		type('30');
		expect(mix(entry())).toEqual([0.5, 0.5]);
		act({ type: 'enter' });
		expect(mix(entry())).toEqual([0.3, 0.5]);
		expect(state().typing).toBeNull();
	});

	it('reads a bare 1 as 1%, and a number below 1 as a fraction', () => {
		const { act, entry, type } = open();
		type('1');
		act({ type: 'enter' });
		expect(mix(entry())).toEqual([0.01, 0.5]);
		type('0.9');
		act({ type: 'enter' });
		expect(mix(entry())).toEqual([0.9, 0.5]);
		type('0.9%');
		act({ type: 'enter' });
		expect(mix(entry())).toEqual([0.009, 0.5]);
	});

	it('keeps a rejected text to be corrected, names the range, and changes nothing', () => {
		const { act, entry, type, state } = open();
		type('150%');
		act({ type: 'enter' });
		expect(state().typing).toBe('150%');
		expect(state().notice).toMatchObject({ tone: 'refused', text: expect.stringContaining('Allowed: 0% to 100%') });
		expect(currentLab(state()).history).toHaveLength(1);
		act({ type: 'erase' }, { type: 'erase' }, { type: 'enter' });
		expect(mix(entry())).toEqual([0.15, 0.5]);
	});

	it('drops the typed text on Esc, and changes nothing for an empty text', () => {
		const { act, type, state } = open();
		type('30');
		act({ type: 'back' });
		expect(state().typing).toBeNull();
		act({ type: 'enter' }, { type: 'enter' });
		expect(currentLab(state()).history).toHaveLength(1);
	});

	it('names the range at its end, and adds nothing to the history', () => {
		const { act, type, state } = open();
		type('100');
		act({ type: 'enter' }, { type: 'step', by: 1 });
		expect(currentLab(state()).history).toHaveLength(2);
		expect(state().notice?.text).toMatch(/end of its range/);
	});
});

describe('history', () => {
	it('undoes and redoes across panes, and drops undone edits after a new one', () => {
		const { act, entry, state } = open();
		act({ type: 'step', by: 1 }, { type: 'pane', by: 1 }, { type: 'focus-next', by: -1 }, { type: 'step', by: 1 });
		expect(entry().edits).toHaveLength(2);
		act({ type: 'undo', by: -1 }, { type: 'undo', by: -1 });
		expect(entry().scenario).toBe(scenario);
		act({ type: 'undo', by: -1 });
		expect(state().notice?.text).toBe('nothing to undo: no earlier change is left');
		act({ type: 'undo', by: 1 });
		expect(mix(entry())).toEqual([0.51, 0.5]);
		act({ type: 'step', by: 5 }, { type: 'undo', by: 1 });
		expect(state().notice?.text).toBe('nothing to redo: this is the latest change');
	});

	it('keeps the scenario before the last change, also after an undo', () => {
		const { act, state } = open();
		expect(currentLab(state()).before).toBeNull();
		act({ type: 'step', by: 1 });
		expect(currentLab(state()).before).toBe(scenario);
		const edited = currentEntry(currentLab(state())).scenario;
		act({ type: 'undo', by: -1 });
		expect(currentLab(state()).before).toBe(edited);
	});

	it('erases at once all that was typed', () => {
		const { act, type, state } = open();
		type('55');
		act({ type: 'erase', all: true }, { type: 'type', text: '6' });
		expect(state().typing).toBe('6');
	});

	it('resets one input at once, and the whole scenario only after a yes', () => {
		const { act, entry, state } = open();
		act({ type: 'step', by: 1 }, { type: 'focus-next', by: 1 }, { type: 'step', by: 1 });
		act({ type: 'reset-input' });
		expect(entry().edits).toEqual([{ path: 'segments.a.routedSmall', value: 0.51 }]);
		act({ type: 'ask-reset' });
		expect(state().questionId).toBe('reset');
		act({ type: 'answer', yes: false });
		expect(entry().edits).toHaveLength(1);
		act({ type: 'ask-reset' }, { type: 'answer', yes: true });
		expect(entry().scenario).toBe(scenario);
		// Nothing is marked as changed on a board that is as its file has it.
		expect(currentLab(state()).before).toBeNull();
		act({ type: 'undo', by: -1 });
		expect(entry().edits).toHaveLength(1);
	});

	it('pins a baseline that survives edits, and unpins it; undo restores it', () => {
		const { act, entry } = open();
		act({ type: 'step', by: 1 }, { type: 'pin', on: true }, { type: 'step', by: 1 });
		expect(entry().baseline?.edits).toEqual([{ path: 'segments.a.routedSmall', value: 0.51 }]);
		act({ type: 'pin', on: false });
		expect(entry().baseline).toBeNull();
		act({ type: 'undo', by: -1 });
		expect(entry().baseline?.edits).toHaveLength(1);
	});
});

describe('screens and overlays', () => {
	it('open another scenario, and return to the first with its edits', () => {
		const { act, entry, state } = open();
		act({ type: 'step', by: 1 }, { type: 'open', overlay: 'scenarios' });
		expect(state().overlay).toMatchObject({ kind: 'scenarios', offset: 0 });
		act({ type: 'scroll', by: 1 }, { type: 'choose' });
		expect(state().scenario).toBe('second');
		act({ type: 'open', overlay: 'scenarios' }, { type: 'scroll', by: -9 }, { type: 'choose' });
		expect(state().scenario).toBe('first');
		expect(mix(entry())).toEqual([0.51, 0.5]);
	});

	it('scroll an overlay up to its last line', () => {
		const { act, state } = open();
		act({ type: 'open', overlay: 'help' }, { type: 'scroll', by: 1_000_000 });
		const last = state().overlay?.offset ?? 0;
		expect(last).toBeGreaterThan(10);
		act({ type: 'scroll', by: 1 });
		expect(state().overlay?.offset).toBe(last);
		act({ type: 'scroll', by: -1 });
		expect(state().overlay?.offset).toBe(last - 1);
		act({ type: 'back' });
		expect(state().overlay).toBeNull();
	});

	it('return quitting and suspending as effects', () => {
		const { act, effects } = open();
		act({ type: 'suspend' }, { type: 'quit' });
		expect(effects).toEqual([{ type: 'suspend' }, { type: 'quit' }]);
	});

	it('clear the notice at the next key', () => {
		const { act, state } = open();
		act({ type: 'undo', by: -1 });
		expect(state().notice).not.toBeNull();
		act({ type: 'move', rows: 1 });
		expect(state().notice).toBeNull();
	});
});

describe('named states', () => {
	const choose = (at: number): Action[] => [
		{ type: 'open', overlay: 'states' },
		{ type: 'scroll', by: at },
		{ type: 'choose' },
	];

	it('stand in a list with room between the longest verdict and the name', () => {
		const document = shippedScenario('cost-table');
		const store = createBoardStore({
			scenario: document.scenario,
			run: () => undefined,
			env: createEnv([document]),
		});
		store.dispatch({ type: 'open', overlay: 'states' });
		const { body } = topScreen(store.getState(), store.env).view(store.getState(), store.env);
		const lines = body.flatMap((region) => region.lines).map(textOf);
		expect(lines.find((line) => line.includes('MEASURE FIRST'))).toMatch(/MEASURE FIRST {2}unedited/);
	});

	it('are entered as one edit, which undo reverts', () => {
		const { act, entry, state } = open();
		act({ type: 'step', by: 1 }, ...choose(2));
		expect(mix(entry())).toEqual([0.2, 0.5]);
		expect(entry().scenario.check).toMatchObject({ catches: 0.7, falseAlarms: 0.05 });
		expect(entry().edits.map(({ path }) => path)).toEqual(['segments.a.routedSmall', 'check', 'check.catches']);
		expect(state().overlay).toBeNull();
		expect(state().notice?.text).toBe('entered “And a check”; u takes it back');
		act({ type: 'undo', by: -1 });
		expect(mix(entry())).toEqual([0.51, 0.5]);
	});

	it('start with the scenario as loaded', () => {
		const { act, entry } = open();
		act({ type: 'step', by: 1 }, ...choose(0));
		expect(entry().scenario).toBe(scenario);
		expect(entry().edits).toEqual([]);
	});

	it('ask for a guess first while predicting, like any edit', () => {
		const { act, entry, state } = open();
		act({ type: 'predict' }, ...choose(1));
		expect(state().pendingEdit).not.toBeNull();
		expect(mix(entry())).toEqual([0.5, 0.5]);
	});
});

describe('a search for a scenario', () => {
	it('narrows the list while it is typed, and opens the chosen scenario', () => {
		const { layer, act, state } = open();
		act({ type: 'open', overlay: 'scenarios' }, { type: 'find' });
		expect(layer()).toBe('scenarios-find');
		act(...[...'sec'].map((text): Action => ({ type: 'type', text })));
		expect(state().overlay).toMatchObject({ filter: 'sec', offset: 0 });
		act({ type: 'choose' });
		expect(state()).toMatchObject({ scenario: 'second', overlay: null });
	});

	it('stays open if nothing is found; Esc clears the filter, then closes the list', () => {
		const { act, state } = open();
		act({ type: 'open', overlay: 'scenarios' }, { type: 'find' }, { type: 'type', text: 'x' }, { type: 'choose' });
		expect(state().overlay).toMatchObject({ filter: 'x', finding: true });
		act({ type: 'erase' });
		expect(state().overlay?.filter).toBe('');
		act({ type: 'type', text: 'x' }, { type: 'back' });
		expect(state().overlay).toMatchObject({ filter: '', finding: false, offset: 0 });
		act({ type: 'back' });
		expect(state().overlay).toBeNull();
	});
});

describe('a text that is too long for a value', () => {
	it('is cut off, with a notice of how many characters were left out', () => {
		const { act, state } = open();
		act({ type: 'type', text: `1${' '.repeat(129)}` });
		expect(state().typing).toHaveLength(120);
		expect(state().notice?.text).toBe('at most 120 characters fit here: the last 10 were left out');
		act({ type: 'erase' });
		expect(state().notice).toBeNull();
	});
});

it('a clock action redraws the frame, with an equal state', () => {
	const { act, state } = open();
	const before = state();
	act({ type: 'clock' });
	expect(state()).toEqual(before);
	expect(state()).not.toBe(before);
});
