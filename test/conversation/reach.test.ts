import { expect, it } from 'vitest';
import { actionFor, isCharacter } from '../../src/app/keys.js';
import { topLayer } from '../../src/app/layers.js';
import { Conversation } from '../../src/conversation/conversation.js';
import { keyOfWord, wordOfKey } from '../../src/conversation/key-words.js';
import type { Action } from '../../src/screens/action.js';
import type { KeyRow } from '../../src/screens/screen.js';
import type { State } from '../../src/screens/state.js';
import { LAYERS, layerOf, ROWS } from '../support/layers.js';
import { newSheet } from '../worksheet/sheets.js';
import { openWorld, type World } from './world.js';

/** Actions from a fresh store to every layer, one state each. */
const open = (overlay: Extract<Action, { type: 'open' }>['overlay']): Action => ({ type: 'open', overlay });
const type = (text: string): Action => ({ type: 'type', text });
const FIND: Action = { type: 'find' };
const LAB: Action = { type: 'go', screen: 'lab' };
const SHEETS: Action = { type: 'go', screen: 'worksheet' };
const opened: Action = { type: 'sheet-opened', path: '/w/mine.yaml', sheet: newSheet(), notice: null };
const drill = (start: Extract<Action, { type: 'drill' }>['start']): Action => ({ type: 'drill', start });

/** Actions to states that together have every layer. */
const WAYS: Readonly<Record<string, readonly Action[]>> = {
	contents: [],
	'a filter of the contents': [FIND],
	question: [{ type: 'ask-restart', all: true }],
	lesson: [{ type: 'choose' }],
	'a value in a lesson': [{ type: 'choose' }, { type: 'jump' }, type('9')],
	'the line of a find': [{ type: 'choose' }, { type: 'open-find' }],
	'an open find': [{ type: 'choose' }, { type: 'open-find' }, type('small'), { type: 'enter' }],
	lab: [LAB],
	'a value in the lab': [LAB, type('4')],
	'a filter of segments': [LAB, { type: 'filter-segments' }],
	palette: [LAB, { type: 'open-palette' }],
	legend: [LAB, open('help'), open('legend')],
	'a guess in the lab': [LAB, { type: 'predict' }, { type: 'step', by: 1 }],
	'the trace': [LAB, ...Array.from({ length: 4 }, (): Action => ({ type: 'pane', by: 1 }))],
	help: [LAB, open('help')],
	story: [LAB, open('story')],
	artifact: [LAB, open('artifact')],
	scenarios: [LAB, open('scenarios')],
	'a filter of scenarios': [LAB, open('scenarios'), FIND],
	states: [LAB, open('states')],
	history: [LAB, { type: 'step', by: 1 }, open('history')],
	share: [LAB, open('share')],
	sources: [LAB, open('sources')],
	glossary: [LAB, open('glossary')],
	'a filter of the glossary': [LAB, open('glossary'), FIND],
	progress: [open('progress')],
	drills: [drill(null)],
	card: [drill(null), drill('recall')],
	'a card with a text': [drill(null), drill('recall'), type('spend fell')],
	points: [drill(null), drill('recall'), type('spend fell'), { type: 'submit' }],
	number: [drill(null), drill('numbers')],
	'a judged number': [drill(null), drill('numbers'), type('12'), { type: 'enter' }],
	case: [drill(null), drill('diagnose')],
	'a judged case': [drill(null), drill('diagnose'), { type: 'choose' }],
	diagram: [drill(null), drill('diagrams')],
	debrief: [
		drill(null),
		drill('run'),
		{ type: 'submit' },
		{ type: 'grade', grade: 3 },
		{ type: 'back' },
		{ type: 'back' },
	],
	worksheets: [SHEETS],
	picker: [SHEETS, { type: 'sheet', command: 'new' }],
	form: [SHEETS, opened],
	words: [SHEETS, opened, { type: 'enter' }],
	'a value in a worksheet': [
		SHEETS,
		opened,
		{ type: 'pane', by: 1 },
		{ type: 'focus-next', by: 1 },
		{ type: 'focus-next', by: 1 },
		type('4'),
	],
	prompt: [SHEETS, opened, { type: 'export' }],
};

/** Returns the state at the end of a way. */
async function worldAt(way: string): Promise<World> {
	const world = await openWorld('contents');
	for (const action of WAYS[way] ?? []) world.store.dispatch(action);
	return world;
}

/** A conversation that stays in one state, and what it dispatches. */
function conversationAt({ store }: World): { tell(line: string): Promise<readonly Action[]> } {
	const state: State = store.getState();
	let dispatched: Action[] = [];
	const fixed = { env: store.env, getState: () => state, dispatch: (action: Action) => void dispatched.push(action) };
	const conversation = new Conversation({ store: fixed, settle: async () => {} });
	return {
		async tell(line) {
			dispatched = [];
			await conversation.answer(line);
			return dispatched;
		},
	};
}

const isInForce = (row: KeyRow, { store }: World): boolean => row.when?.(store.getState(), store.env) ?? true;

it('a state is reached for every layer', async () => {
	const reached = new Set<string>();
	for (const way of Object.keys(WAYS)) reached.add(layerOf((await worldAt(way)).store));
	expect([...new Set(LAYERS.map(({ id }) => id))].filter((id) => !reached.has(id))).toEqual([]);
});

it('every key of every row has a word of its own', () => {
	const keys = [...new Set(ROWS.flatMap((row) => row.keys))];
	expect(keys.filter((key) => keyOfWord(wordOfKey(key)) !== key)).toEqual([]);
	expect(new Set(keys.map(wordOfKey)).size).toBe(keys.length);
});

it.each(Object.keys(WAYS))('every action of %s is reached by its key and by its name', async (way) => {
	const world = await worldAt(way);
	const { store } = world;
	const layer = topLayer(store.getState(), store.env);
	const { tell } = conversationAt(world);
	const prefix = layer.text ? ':' : '';
	const missed: string[] = [];
	const names = new Set<string>();
	for (const row of layer.keys) {
		if (!isInForce(row, world)) continue;
		for (const key of row.keys) {
			const expected = actionFor(key, store.getState(), store.env);
			// A question mark lists the commands; `keys` opens the help.
			const word = key === '?' ? 'keys' : wordOfKey(key);
			const [action] = await tell(prefix + word);
			if (JSON.stringify(action) !== JSON.stringify(expected)) missed.push(`${word}: ${JSON.stringify(action)}`);
		}
		const name = row.footer?.label;
		if (name === undefined || name === 'help' || names.has(name)) continue;
		names.add(name);
		const expected = actionFor(row.keys[0] ?? '', store.getState(), store.env);
		const [action] = await tell(prefix + name);
		if (JSON.stringify(action) !== JSON.stringify(expected)) missed.push(`${name}: ${JSON.stringify(action)}`);
	}
	expect(missed).toEqual([]);
	for (const key of ['ctrl+c', 'ctrl+z', 'ctrl+l'])
		expect(await tell(prefix + wordOfKey(key))).toEqual([actionFor(key, store.getState(), store.env)]);
});

it('a character of a text layer is text, also if it is a word', async () => {
	const world = await worldAt('card');
	expect(isCharacter('q')).toBe(true);
	await world.say('q');
	expect(world.store.getState().drill.editor.text).toBe('q');
	await world.say(' help');
	expect(world.store.getState().drill.editor.text).toBe('q\nhelp');
});
