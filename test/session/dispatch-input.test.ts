import { describe, expect, it } from 'vitest';
import { isCharacter } from '../../src/app/keys.js';
import { type BoardStore, createBoardStore } from '../../src/app/store.js';
import type { Action } from '../../src/screens/action.js';
import type { ScreenId } from '../../src/screens/state.js';
import { createInputGate, dispatchInput } from '../../src/session/dispatch-input.js';
import { createEnv } from '../../src/session/env.js';
import type { Input } from '../../src/terminal/index.js';
import { LAYERS } from '../support/layers.js';
import { shippedScenario } from '../support/shipped.js';

function open(screen: ScreenId) {
	const documents = [shippedScenario('week-31')];
	let searches = 0;
	const env = createEnv(documents);
	const store = createBoardStore({
		env: {
			...env,
			// Counts how often the contents are searched.
			get lessons() {
				searches++;
				return env.lessons;
			},
		},
		scenario: shippedScenario('week-31').scenario,
		screen,
		run: () => undefined,
	});
	const actions: Action[] = [];
	const counted: BoardStore = {
		...store,
		dispatch(action) {
			actions.push(action);
			store.dispatch(action);
		},
	};
	/** Dispatches the inputs of one read, as the keyboard does. */
	const read = (inputs: readonly Input[]): void => {
		for (let at = 0; at < inputs.length; ) at += dispatchInput(counted, inputs, at);
	};
	return { store: counted, read, actions, state: store.getState, searches: () => searches };
}

const keys = (...names: string[]): Input[] => names.map((name) => ({ type: 'key', name }));
const LONG = 'lorem ipsum '.repeat(100_000);
/** The keys of a text whose line breaks are Enter, as a terminal without bracketed paste sends it. */
const unmarked = (text: string): Input[] =>
	Array.from(text, (character): Input => ({ type: 'key', name: character === '\n' ? 'enter' : character }));

it.each<[string, Input[]]>([
	['marked', [{ type: 'paste', text: LONG }]],
	['unmarked', unmarked(LONG)],
])('dispatchInput takes a %s paste of 1.2 MB into a filter as one action, and searches at most once', (_, paste) => {
	const { read, actions, state, searches } = open('contents');
	read(keys('/'));
	const before = searches();
	read(paste);
	expect(actions.map(({ type }) => type)).toEqual(['find', 'type']);
	expect(searches() - before).toBeLessThanOrEqual(1);
	expect(state().contents.filter).toBe(LONG.slice(0, 80));
});

it('dispatchInput dispatches a run of characters as one text, in order with the keys between', () => {
	const { read, actions, state } = open('contents');
	read(keys('/', 'a', ' ', ' ', 'b', 'backspace', 'c', 'enter'));
	expect(actions.map(({ type }) => type)).toEqual(['find', 'type', 'erase', 'type', 'choose']);
	expect(state().contents.filter).toBe('a  c');
});

it('dispatchInput ignores an unmarked paste outside of text, but not Ctrl-C inside it', () => {
	const { read, actions } = open('lab');
	read([...keys(...'x'.repeat(5000)), ...keys('ctrl+c'), ...keys(...'x'.repeat(5000))]);
	expect(actions).toEqual([{ type: 'quit' }]);
});

it('dispatchInput takes the line breaks of an unmarked paste as text, and ignores them outside of text', () => {
	const lines = 'lorem\nipsum\n'.repeat(1000);
	const { read, actions, state } = open('contents');
	read(unmarked(lines));
	expect(actions).toEqual([]);
	read(keys('/'));
	read(unmarked(lines));
	expect(actions.map(({ type }) => type)).toEqual(['find', 'type']);
	expect(state().contents.filter).toMatch(/^lorem ipsum lorem/);
});

it('dispatchInput dispatches each of a few keys of one read outside of text', () => {
	const { read, actions } = open('lab');
	read(keys(...'jjlk'));
	expect(actions.map(({ type }) => type)).toEqual(['move', 'move', 'step', 'move']);
});

it('no command is bound to a character in text layers', () => {
	const commands = LAYERS.filter(({ text }) => text).flatMap(({ keys: rows }) => rows.flatMap((row) => row.keys));
	expect(commands.filter(isCharacter)).toEqual([]);
});

it('dispatchInput takes a marked paste as text in text layers, and ignores it elsewhere', () => {
	const { read, actions, state } = open('contents');
	read([{ type: 'paste', text: '3q' }]);
	expect(actions).toEqual([]);
	read([...keys('/'), { type: 'paste', text: 'easy,\r\n\thard' }]);
	expect(state().contents.filter).toBe('easy, hard');
});

describe('the input gate', () => {
	it('keeps what comes before it opens, and then dispatches it first, in order', () => {
		const { store, actions } = open('contents');
		const gate = createInputGate(store);
		const early = keys('j', 'down');
		expect(gate.handle(early, 0)).toBe(2);
		expect(gate.handle([...keys('q'), ...keys('down')], 1)).toBe(1);
		expect(actions).toEqual([]);
		gate.open();
		expect(actions.filter(({ type }) => type === 'quit')).toEqual([]);
		expect(actions).toHaveLength(3);
		gate.handle(keys('up'), 0);
		expect(actions).toHaveLength(4);
	});

	it('dispatches nothing after closing, not even what it kept', () => {
		const { store, actions } = open('contents');
		const gate = createInputGate(store);
		gate.handle(keys('j'), 0);
		gate.close();
		expect(gate.handle(keys('j', 'j'), 0)).toBe(2);
		expect(actions).toEqual([]);
	});
});
