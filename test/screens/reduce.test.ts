import { describe, expect, it } from 'vitest';
import { createBoardStore } from '../../src/app/store.js';
import { present } from '../../src/board/lab.js';
import { inputPaths } from '../../src/engine/inputs/index.js';
import type { Action, Effect } from '../../src/screens/action.js';
import { currentLab } from '../../src/screens/state.js';
import { createEnv } from '../../src/session/env.js';
import { layerOf } from '../support/layers.js';
import { aScenario, aSegment } from '../support/scenarios.js';
import { shipped } from '../support/shipped.js';

const scenario = aScenario({
	id: 'first',
	states: [
		{ id: 'low', name: 'Less of a', from: null, set: { 'segments.a.routedSmall': 0.2 } },
		{ id: 'lower', name: 'And a check', from: 'low', set: { check: 'on', 'check.catches': 0.7 } },
	],
	segments: [aSegment({ id: 'a', share: 0.6 }), aSegment({ id: 'b', share: 0.4 })],
});
const other = aScenario({ id: 'second', title: 'Second' });
const documents = [scenario, other].map((one) => ({ ...shipped('week-31'), scenario: one, summary: '', teaches: [] }));

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
	const now = () => present(currentLab(store.getState()));
	const typed = (text: string) =>
		act({ type: 'enter' }, ...[...text].map((character): Action => ({ type: 'type', text: character })));
	return { store, act, now, typed, effects, state: store.getState, layer: () => layerOf(store) };
}
const mix = (of: { scenario: { segments: readonly { routedSmall: number }[] } }) =>
	of.scenario.segments.map((s) => s.routedSmall);

describe('editing', () => {
	it('steps the focused input, and ten steps', () => {
		const { act, now } = open();
		act({ type: 'step', by: 1 }, { type: 'step', by: -10 });
		expect(mix(now())).toEqual([0.41, 0.5]);
		expect(now().edits).toEqual([{ path: 'segments.a.routedSmall', value: 0.41 }]);
	});

	it('chooses inputs up, down and in reading order, around the end', () => {
		const { act, now, state } = open();
		act({ type: 'move', rows: 1 }, { type: 'step', by: 1 });
		expect(mix(now())).toEqual([0.5, 0.51]);
		act({ type: 'next', by: 1 });
		expect(state().focus['board']).toBe('segments.b.repairRate');
		act({ type: 'move', rows: -1 }, { type: 'next', by: -1 }, { type: 'next', by: -1 });
		const last = state().focus['board'];
		act({ type: 'next', by: 1 });
		expect(last).not.toBe('segments.b.repairRate');
		expect(state().focus['board']).toBe('segments.a.routedSmall');
		act({ type: 'move', rows: -5 }, { type: 'move', rows: 50 });
		const lowest = state().focus['board'];
		act({ type: 'move', rows: 1 });
		expect(state().focus['board']).toBe(lowest);
	});

	it('takes a typed value on Enter only', () => {
		const { act, now, typed, state } = open();
		typed('30');
		expect(mix(now())).toEqual([0.5, 0.5]);
		act({ type: 'enter' });
		expect(mix(now())).toEqual([0.3, 0.5]);
		expect(state().typing).toBeNull();
	});

	it('keeps a refused text to be mended, says the range, and changes nothing', () => {
		const { act, now, typed, state } = open();
		typed('150%');
		act({ type: 'enter' });
		expect(state().typing).toBe('150%');
		expect(state().notice).toMatchObject({ tone: 'refused', text: expect.stringContaining('Allowed: 0% to 100%') });
		expect(currentLab(state()).history).toHaveLength(1);
		act({ type: 'erase' }, { type: 'erase' }, { type: 'enter' });
		expect(mix(now())).toEqual([0.15, 0.5]);
	});

	it('leaves what was typed on Esc, and an empty text changes nothing', () => {
		const { act, typed, state } = open();
		typed('30');
		act({ type: 'back' });
		expect(state().typing).toBeNull();
		act({ type: 'enter' }, { type: 'enter' });
		expect(currentLab(state()).history).toHaveLength(1);
	});

	it('names the range at its end instead of adding to the history', () => {
		const { act, typed, state } = open();
		typed('1');
		act({ type: 'enter' }, { type: 'step', by: 1 });
		expect(currentLab(state()).history).toHaveLength(2);
		expect(state().notice?.text).toMatch(/end of its range/);
	});
});

describe('history', () => {
	it('undoes and redoes over panes, and forgets what was undone once something new is done', () => {
		const { act, now, state } = open();
		act({ type: 'step', by: 1 }, { type: 'pane', by: 1 }, { type: 'next', by: -1 }, { type: 'step', by: 1 });
		expect(now().edits).toHaveLength(2);
		act({ type: 'undo', by: -1 }, { type: 'undo', by: -1 });
		expect(now().scenario).toBe(scenario);
		act({ type: 'undo', by: -1 });
		expect(state().notice?.text).toBe('nothing to undo');
		act({ type: 'undo', by: 1 });
		expect(mix(now())).toEqual([0.51, 0.5]);
		act({ type: 'step', by: 5 }, { type: 'undo', by: 1 });
		expect(state().notice?.text).toBe('nothing to redo');
	});

	it('compares with what was on screen before the last change, an undo included', () => {
		const { act, state } = open();
		expect(currentLab(state()).before).toBeNull();
		act({ type: 'step', by: 1 });
		expect(currentLab(state()).before).toBe(scenario);
		const edited = present(currentLab(state())).scenario;
		act({ type: 'undo', by: -1 });
		expect(currentLab(state()).before).toBe(edited);
	});

	it('resets a cell, and the whole scenario only after a yes', () => {
		const { act, now, state } = open();
		act({ type: 'step', by: 1 }, { type: 'next', by: 1 }, { type: 'step', by: 1 });
		act({ type: 'reset-input' });
		expect(now().edits).toEqual([{ path: 'segments.a.routedSmall', value: 0.51 }]);
		act({ type: 'ask-reset' });
		expect(state().asking).toBe('reset');
		act({ type: 'answer', yes: false });
		expect(now().edits).toHaveLength(1);
		act({ type: 'ask-reset' }, { type: 'answer', yes: true });
		expect(now().scenario).toBe(scenario);
		act({ type: 'undo', by: -1 });
		expect(now().edits).toHaveLength(1);
	});

	it('pins a baseline that survives edits, and unpins it', () => {
		const { act, now } = open();
		act({ type: 'step', by: 1 }, { type: 'pin', on: true }, { type: 'step', by: 1 });
		expect(now().baseline?.edits).toEqual([{ path: 'segments.a.routedSmall', value: 0.51 }]);
		act({ type: 'pin', on: false });
		expect(now().baseline).toBeNull();
		act({ type: 'undo', by: -1 });
		expect(now().baseline?.edits).toHaveLength(1);
	});
});

describe('around the lab', () => {
	it('opens another scenario and comes back to the edits of the first', () => {
		const { act, now, state } = open();
		act({ type: 'step', by: 1 }, { type: 'open', overlay: 'scenarios' });
		expect(state().overlay).toMatchObject({ kind: 'scenarios', offset: 0 });
		act({ type: 'scroll', by: 1 }, { type: 'choose' });
		expect(state().scenario).toBe('second');
		act({ type: 'open', overlay: 'scenarios' }, { type: 'scroll', by: -9 }, { type: 'choose' });
		expect(state().scenario).toBe('first');
		expect(mix(now())).toEqual([0.51, 0.5]);
	});

	it('scrolls an overlay no further than its content', () => {
		const { act, state } = open();
		act({ type: 'open', overlay: 'help' }, { type: 'scroll', by: 1_000_000 });
		const most = state().overlay?.offset ?? 0;
		expect(most).toBeGreaterThan(10);
		act({ type: 'scroll', by: 1 });
		expect(state().overlay?.offset).toBe(most);
		act({ type: 'scroll', by: -1 });
		expect(state().overlay?.offset).toBe(most - 1);
		act({ type: 'back' });
		expect(state().overlay).toBeNull();
	});

	it('returns what the world has to do as effects', () => {
		const { act, effects } = open();
		act({ type: 'suspend' }, { type: 'quit' });
		expect(effects).toEqual([{ type: 'suspend' }, { type: 'quit' }]);
	});

	it('takes a notice away at the next key', () => {
		const { act, state } = open();
		act({ type: 'undo', by: -1 });
		expect(state().notice).not.toBeNull();
		act({ type: 'move', rows: 1 });
		expect(state().notice).toBeNull();
	});

	it('knows only inputs that exist', () => {
		expect(inputPaths(scenario)).toContain('segments.a.repairRate');
	});
});

describe('named states', () => {
	const choose = (at: number): Action[] => [
		{ type: 'open', overlay: 'states' },
		{ type: 'scroll', by: at },
		{ type: 'choose' },
	];

	it('are entered as one edit, which undo takes back', () => {
		const { act, now, state } = open();
		act({ type: 'step', by: 1 }, ...choose(2));
		expect(mix(now())).toEqual([0.2, 0.5]);
		expect(now().scenario.check).toMatchObject({ catches: 0.7, falseAlarms: 0.05 });
		expect(now().edits.map(({ path }) => path)).toEqual(['segments.a.routedSmall', 'check', 'check.catches']);
		expect(state().overlay).toBeNull();
		expect(state().notice?.text).toBe('entered “And a check”; u takes it back');
		act({ type: 'undo', by: -1 });
		expect(mix(now())).toEqual([0.51, 0.5]);
	});

	it('start with the scenario’s own', () => {
		const { act, now } = open();
		act({ type: 'step', by: 1 }, ...choose(0));
		expect(now().scenario).toBe(scenario);
		expect(now().edits).toEqual([]);
	});

	it('ask for a guess first in predict mode, like any edit', () => {
		const { act, now, state } = open();
		act({ type: 'predict' }, ...choose(1));
		expect(state().pending).not.toBeNull();
		expect(mix(now())).toEqual([0.5, 0.5]);
	});
});

describe('finding a scenario', () => {
	it('narrows the list as it is typed, and opens what is chosen in it', () => {
		const { layer, act, state } = open();
		act({ type: 'open', overlay: 'scenarios' }, { type: 'find' });
		expect(layer()).toBe('scenarios-find');
		act(...[...'sec'].map((text): Action => ({ type: 'type', text })));
		expect(state().overlay).toMatchObject({ filter: 'sec', offset: 0 });
		act({ type: 'choose' });
		expect(state()).toMatchObject({ scenario: 'second', overlay: null });
	});

	it('stays where nothing is found; Esc shows all again, then closes', () => {
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

describe('more than fits', () => {
	it('is left out of a number or a guess with a word about it', () => {
		const { act, state } = open();
		act({ type: 'type', text: `1${' '.repeat(129)}` });
		expect(state().typing).toHaveLength(120);
		expect(state().notice?.text).toBe('at most 120 characters fit here: the last 10 were left out');
		act({ type: 'erase' });
		expect(state().notice).toBeNull();
	});
});

it('draws the frame again when something was loaded', () => {
	const { act, state } = open();
	const before = state();
	act({ type: 'clock' });
	expect(state()).toEqual(before);
	expect(state()).not.toBe(before);
});
