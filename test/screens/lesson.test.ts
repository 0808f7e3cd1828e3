import { describe, expect, it } from 'vitest';
import { createBoardStore } from '../../src/app/store.js';
import { present } from '../../src/board/lab.js';
import type { LessonDocument } from '../../src/content/index.js';
import type { Action, Effect } from '../../src/screens/action.js';
import type { PageLayout } from '../../src/screens/lesson/place.js';
import { meets } from '../../src/screens/lesson/reading.js';
import { currentLab, modeOf, type State } from '../../src/screens/state.js';
import { surroundings } from '../../src/session/surroundings.js';
import { edited } from '../support/edited.js';
import { shipped } from '../support/shipped.js';

const lesson: LessonDocument = {
	id: 'first',
	title: 'First',
	part: 'One',
	minutes: 5,
	scenario: 'week-31',
	start: 'overridden',
	teaches: ['O1'],
	revisits: [],
	blocks: [
		{ kind: 'prose', blocks: [], markdown: 'Read.' },
		{
			kind: 'predict',
			id: 'how-many',
			ask: 'How many?',
			about: { kind: 'metric', metric: 'resolution', segment: null },
			state: 'repaired',
			change: {},
		},
		{
			kind: 'predict',
			id: 'which',
			ask: 'Which?',
			about: { kind: 'choice', choices: ['this', 'that'], answer: 2 },
			state: null,
			change: {},
		},
		{ kind: 'live', after: null, artifact: false, parts: ['segments'], inputs: [], figures: [] },
		{
			kind: 'challenge',
			id: 'mend',
			goal: 'Mend it.',
			conditions: [{ kind: 'bound', figure: 'saving', segment: null, atLeast: null, atMost: 0.5 }],
			hints: ['vague', 'exact'],
			solution: { 'segments.faq.routedSmall': 0.2 },
			after: 'Mended.',
		},
	],
};
const second: LessonDocument = {
	...lesson,
	id: 'second',
	title: 'Second',
	start: null,
	scenario: 'toy-request',
	blocks: [{ kind: 'prose', blocks: [], markdown: 'More.' }],
};
const documents = ['week-31', 'toy-request'].map(shipped);

function open({
	lessons = [lesson, second],
	...options
}: {
	lessons?: readonly LessonDocument[];
	lesson?: string | null;
	screen?: State['screen'];
	readings?: State['readings'];
} = {}) {
	const effects: Effect[] = [];
	const store = createBoardStore({
		around: surroundings(documents, lessons),
		scenario: shipped('week-31').scenario,
		screen: 'lesson',
		lesson: 'first',
		...options,
		run: (effect) => effects.push(effect),
	});
	const act = (...actions: Action[]) => {
		for (const action of actions) store.dispatch(action);
	};
	const layout = (changes: Partial<PageLayout> = {}): Action => ({
		type: 'laid-out',
		layout: { lesson: 'first', total: 60, height: 20, starts: [0, 5, 10, 15, 30], focusLine: null, ...changes },
	});
	const typed = (text: string): Action[] => [...text].map((character) => ({ type: 'type', text: character }));
	const reading = (id = 'first') => store.getState().readings[id];
	const now = () => present(currentLab(store.getState()));
	return { act, layout, typed, reading, now, effects, state: store.getState };
}

describe('a lesson', () => {
	it('takes its scenario to its start when it is first opened, and undo stops there', () => {
		const { now, act, state } = open();
		expect(now().edits.map(({ path }) => path)).toEqual(['segments.policy.override', 'segments.billing.override']);
		expect(now().did).toBe('began “First”');
		act({ type: 'undo', by: -1 });
		expect(state().notice?.text).toMatch(/the lesson put it so/);
		expect(now().did).toBe('began “First”');
		expect(modeOf(state())).toBe('lesson');
		// The lab knows no lessons.
		act({ type: 'go', screen: 'lab' }, { type: 'undo', by: -1 });
		expect(now().edits).toEqual([]);
	});

	it('is not solved by taking something back', () => {
		const { act, layout, typed, reading, now } = open();
		act(layout(), ...Array.from({ length: 3 }, (): Action => ({ type: 'next', by: 1 })), layout({ focusLine: 17 }));
		act({ type: 'go', screen: 'lab' });
		act({ type: 'open', overlay: 'states' }, { type: 'choose' });
		act({ type: 'go', screen: 'lesson' }, layout({ focusLine: 17 }), ...typed('0.9'), { type: 'enter' });
		expect(now().scenario.segments[0]?.routedSmall).toBe(0.9);
		expect(reading()?.solved).toEqual({});
	});

	it('comes back to how it left its scenario, whatever another lesson did with it', () => {
		const other: LessonDocument = { ...lesson, id: 'other', title: 'Other', start: null };
		const { act, now, reading } = open({ lessons: [lesson, other] });
		act({ type: 'skip' }, { type: 'answer', yes: true }, { type: 'turn', by: 1 });
		expect(reading()?.edits).toContain('segments.faq.routedSmall=0.2');
		expect(now()).toMatchObject({ edits: [], did: 'began “Other”' });
		act({ type: 'turn', by: -1 });
		expect(now().scenario.segments[0]?.routedSmall).toBe(0.2);
		expect(now().did).toBe('came back to “First”');
		expect(reading('other')?.edits).toEqual([]);
	});

	it('leaves the scenario as it is when it is opened again', () => {
		const { act, now } = open();
		act(
			{ type: 'go', screen: 'lab' },
			{ type: 'undo', by: -1 },
			{ type: 'back' },
			{ type: 'back' },
			{ type: 'choose' },
		);
		expect(now().edits).toEqual([]);
	});

	it('keeps the line, and knows when its end was seen', () => {
		const { act, layout, reading } = open();
		act(layout());
		expect(reading()).toMatchObject({ block: 0, line: 0, ended: false });
		act({ type: 'page', by: 1 }, { type: 'page', by: 1 });
		expect(reading()).toMatchObject({ block: 3, line: 7, ended: false });
		act({ type: 'move', rows: 1 }, { type: 'move', rows: 1 });
		expect(reading()).toMatchObject({ block: 3, line: 9 });
		act({ type: 'page', by: 1_000_000 });
		expect(reading()).toMatchObject({ block: 4, line: 10, ended: true });
		act({ type: 'page', by: -1_000_000 });
		expect(reading()).toMatchObject({ block: 0, line: 0, ended: true });
	});

	it('stops reading on at a question, with the focus on it, and goes past when asked again', () => {
		const { act, layout, reading, state } = open();
		act(layout(), { type: 'page', by: 1 });
		expect(reading()).toMatchObject({ block: 0, line: 4, focus: '1|?how-many' });
		expect(state().notice?.text).toMatch(/your guess first/);
		act(layout({ focusLine: 7 }), { type: 'page', by: 1 });
		expect(reading()?.block).toBe(3);
	});

	it('counts as read where all of it fits the window', () => {
		const { act, layout, reading } = open();
		act(layout({ total: 12 }));
		expect(reading()?.ended).toBe(true);
	});

	it('walks its questions and numbers with Tab, from what is in the window', () => {
		const { act, layout, reading, state } = open();
		act(layout(), { type: 'next', by: 1 });
		expect(reading()?.focus).toBe('1|?how-many');
		expect(state().following).toBe(true);
		act(layout({ focusLine: 7 }), { type: 'next', by: 1 });
		expect(reading()?.focus).toBe('2|?which');
		act(layout({ focusLine: 12 }), { type: 'next', by: 1 });
		expect(reading()?.focus).toBe('3|segments.faq.routedSmall');
		// Scrolled away, it goes on from the window.
		act(layout({ focusLine: 18 }), { type: 'page', by: -1_000_000 }, { type: 'next', by: 1 });
		expect(reading()?.focus).toBe('3|segments.faq.repairRate');
	});

	it('walks on with keys that arrive before the next frame', () => {
		const { act, layout, reading } = open();
		act(layout(), { type: 'next', by: 1 }, { type: 'next', by: 1 }, { type: 'next', by: 1 }, { type: 'move', rows: 1 });
		expect(reading()?.focus).toBe('3|segments.refund.routedSmall');
	});

	it('moves through the rows of a table, and scrolls past its end', () => {
		const { act, layout, reading } = open();
		act(
			layout(),
			{ type: 'next', by: 1 },
			layout({ focusLine: 7 }),
			{ type: 'next', by: 1 },
			layout({ focusLine: 12 }),
		);
		act({ type: 'next', by: 1 }, layout({ focusLine: 17 }), { type: 'move', rows: 1 });
		expect(reading()?.focus).toBe('3|segments.refund.routedSmall');
		act(layout({ focusLine: 18 }), { type: 'move', rows: -1 }, layout({ focusLine: 17 }), { type: 'move', rows: -1 });
		expect(reading()).toMatchObject({ focus: '3|segments.faq.routedSmall', block: 1, line: 4 });
	});

	it('brings a number that is out of sight back with the key that edits it', () => {
		const { act, layout, now, state } = open();
		act(layout(), ...Array.from({ length: 3 }, (): Action => ({ type: 'next', by: 1 })), layout({ focusLine: 17 }));
		const before = now().edits.length;
		act({ type: 'page', by: 1_000_000 }, { type: 'step', by: 1 });
		expect(now().edits.length).toBe(before + 1);
		expect(state().following).toBe(true);
	});

	it('says what to do where nothing has the focus', () => {
		const { act, layout, state } = open();
		act(layout(), { type: 'step', by: 1 });
		expect(state().notice?.text).toMatch(/Tab goes to the next number/);
	});
});

describe('a question', () => {
	it('takes a guess, compares it with the state that it is about, and enters that state', () => {
		const { act, layout, typed, reading, now, effects } = open();
		act(layout(), { type: 'next', by: 1 }, layout({ focusLine: 7 }), ...typed('95%'), { type: 'enter' });
		expect(reading()?.answers['how-many']).toEqual({ kind: 'guess', guess: 0.95, truth: expect.closeTo(0.971288, 5) });
		expect(now().edits.map(({ path }) => path)).toContain('segments.refund.repairRate');
		expect(effects).toMatchObject([
			{ type: 'predicted', metric: 'resolution', guesses: [{ name: 'you', guess: 0.95 }] },
		]);
	});

	it('keeps a text that is no answer, and says what would be one', () => {
		const { act, layout, typed, reading, state } = open();
		act(layout(), { type: 'next', by: 1 }, layout({ focusLine: 7 }), ...typed('many'));
		// Letters are commands until a digit or Enter starts the answer.
		expect(state().typing).not.toBeNull();
		act({ type: 'enter' });
		expect(state().notice).toMatchObject({ tone: 'refused', text: expect.stringMatching(/0\.3, \.3, 30%/) });
		expect(reading()?.answers).toEqual({});
		act({ type: 'back' });
		expect(state()).toMatchObject({ typing: null, screen: 'lesson' });
	});

	it('may be looked at without an answer', () => {
		const { act, layout, reading, effects } = open();
		act(layout(), { type: 'next', by: 1 }, layout({ focusLine: 7 }), { type: 'enter' }, { type: 'enter' });
		expect(reading()?.answers['how-many']).toEqual({ kind: 'passed' });
		expect(effects).toEqual([]);
	});

	it('offers choices by number', () => {
		const { act, layout, typed, reading, state } = open();
		act(
			layout(),
			{ type: 'next', by: 1 },
			layout({ focusLine: 7 }),
			{ type: 'next', by: 1 },
			layout({ focusLine: 12 }),
		);
		act(...typed('3'), { type: 'enter' });
		expect(state().notice?.text).toMatch(/from 1 to 2/);
		act({ type: 'erase' }, ...typed('1'), { type: 'enter' });
		expect(reading()?.answers['which']).toEqual({ kind: 'choice', choice: 1, right: false });
	});

	it('marks nothing as changed by what it enters, and is no stop of Tab once it is answered', () => {
		const { act, layout, typed, reading, state } = open();
		act(layout(), { type: 'next', by: 1 }, layout({ focusLine: 7 }), ...typed('95%'), { type: 'enter' });
		expect(currentLab(state()).before).toBeNull();
		act(layout({ focusLine: 7 }), { type: 'next', by: -1 }, { type: 'next', by: 1 }, { type: 'next', by: 1 });
		expect(reading()?.focus).not.toBe('1|?how-many');
	});

	it('is answered once', () => {
		const { act, layout, typed, reading } = open();
		act(
			layout(),
			{ type: 'next', by: 1 },
			layout({ focusLine: 7 }),
			...typed('95'),
			{ type: 'enter' },
			...typed('90'),
			{ type: 'enter' },
		);
		expect(reading()?.answers['how-many']).toMatchObject({ guess: 0.95 });
	});
});

describe('a challenge', () => {
	const toNumber: Action[] = Array.from({ length: 3 }, () => ({ type: 'next', by: 1 }) as const);

	it('is solved by any edit that meets it, and stays solved', () => {
		const { act, layout, typed, reading, state } = open();
		act(layout(), ...toNumber, layout({ focusLine: 17 }), ...typed('0.3'), { type: 'enter' });
		expect(reading()?.solved).toEqual({ mend: 'solved' });
		expect(state().notice?.text).toMatch(/^challenge solved/);
		act({ type: 'undo', by: -1 });
		expect(reading()?.solved).toEqual({ mend: 'solved' });
	});

	it('is not solved while a limit is moved', () => {
		const challenge = lesson.blocks.find((block) => block.kind === 'challenge');
		if (challenge?.kind !== 'challenge') throw new Error('no challenge');
		const loaded = shipped('week-31').scenario;
		const [mended, moved] = [
			['segments.faq.routedSmall=0.2'],
			['segments.faq.routedSmall=0.2', 'guardrails.silent.limit=0.9'],
		].map((texts) => edited(loaded, ...texts));
		expect(meets(challenge, loaded, mended as typeof loaded)).toBe(true);
		expect(meets(challenge, loaded, moved as typeof loaded)).toBe(false);
	});

	it('gives hints from vague to exact, and says when there are no more', () => {
		const { act, reading, state } = open();
		act({ type: 'hint' }, { type: 'hint' });
		expect(reading()?.hints).toEqual({ mend: 2 });
		act({ type: 'hint' });
		expect(reading()?.hints).toEqual({ mend: 2 });
		expect(state().notice?.text).toMatch(/last hint; s shows a solution/);
	});

	it('shows a solution by entering it, as an edit that can be taken back', () => {
		const { act, reading, now, state } = open();
		act({ type: 'skip' }, { type: 'answer', yes: false });
		expect(reading()?.solved).toEqual({});
		act({ type: 'skip' }, { type: 'answer', yes: true });
		expect(reading()?.solved).toEqual({ mend: 'skipped' });
		expect(now().scenario.segments[0]?.routedSmall).toBe(0.2);
		act({ type: 'undo', by: -1 });
		expect(now().scenario.segments[0]?.routedSmall).toBe(0.84);
		act({ type: 'skip' });
		expect(state().notice?.text).toMatch(/no challenge is open/);
	});
});

describe('screens', () => {
	it('go from the lesson to the lab of its scenario with the same edits, and back by Esc and Ctrl-O', () => {
		const { act, state, now } = open();
		act({ type: 'go', screen: 'lab' });
		expect(modeOf(state())).toBe('lab');
		expect(now().did).toBe('began “First”');
		act({ type: 'back' });
		expect(state().screen).toBe('lesson');
		act({ type: 'go', screen: 'lab' }, { type: 'go', screen: 'lesson' });
		expect(state()).toMatchObject({ screen: 'lesson', lesson: 'first' });
	});

	it('find the lesson behind a scenario that was opened from the list', () => {
		const { act, state } = open({ lesson: null, screen: 'lab' });
		act({ type: 'go', screen: 'lesson' });
		expect(state()).toMatchObject({ screen: 'lesson', lesson: 'first' });
	});

	it('turn to the next lesson with its scenario, and stop at the ends', () => {
		const { act, state } = open();
		act({ type: 'turn', by: 1 });
		expect(state()).toMatchObject({ lesson: 'second', scenario: 'toy-request' });
		act({ type: 'turn', by: 1 });
		expect(state().notice?.text).toMatch(/last lesson/);
		act({ type: 'turn', by: -1 }, { type: 'turn', by: -1 });
		expect(state()).toMatchObject({ lesson: 'first', notice: { text: 'this is the first lesson' } });
	});

	it('put a lesson’s numbers back to its start, not to the scenario’s own', () => {
		const { act, layout, typed, now } = open();
		act(
			layout(),
			...Array.from({ length: 3 }, (): Action => ({ type: 'next', by: 1 })),
			layout({ focusLine: 17 }),
			...typed('0.7'),
			{ type: 'enter' },
		);
		act({ type: 'ask-reset' }, { type: 'answer', yes: true });
		expect(now().edits.map(({ path }) => path)).toEqual(['segments.policy.override', 'segments.billing.override']);
	});
});

describe('the contents', () => {
	it('open on the open lesson, or on the next one to do', () => {
		const { act, state } = open();
		act({ type: 'turn', by: 1 }, { type: 'back' });
		expect(state()).toMatchObject({ screen: 'contents', contents: { at: 1 } });
		act({ type: 'scroll', by: -5 }, { type: 'choose' });
		expect(state()).toMatchObject({ screen: 'lesson', lesson: 'first' });
	});

	it('find lessons, scenarios and terms', () => {
		const { act, typed, state } = open({ screen: 'contents', lesson: null });
		act({ type: 'find' }, ...typed('two lanes'));
		expect(modeOf(state())).toBe('searching');
		act({ type: 'choose' });
		expect(state()).toMatchObject({ screen: 'lab', scenario: 'toy-request' });
		const again = open({ screen: 'contents', lesson: null });
		again.act({ type: 'find' }, ...again.typed('false-hard'), { type: 'choose' });
		expect(again.state().overlay).toMatchObject({ kind: 'glossary', filter: 'false-hard' });
		again.act({ type: 'back' });
		expect(again.state().overlay).toMatchObject({ filter: '' });
		again.act({ type: 'back' });
		expect(again.state()).toMatchObject({ overlay: null, screen: 'contents', contents: { filter: 'false-hard' } });
		again.act({ type: 'back' });
		expect(again.state().contents).toMatchObject({ filter: '', finding: false });
	});

	it('start one lesson afresh, or all, after a question', () => {
		const { act, state, reading } = open();
		act(
			{ type: 'skip' },
			{ type: 'answer', yes: true },
			{ type: 'turn', by: 1 },
			{ type: 'turn', by: -1 },
			{ type: 'back' },
		);
		act({ type: 'ask-restart', all: false }, { type: 'answer', yes: false });
		expect(reading()?.solved).toEqual({ mend: 'skipped' });
		act({ type: 'ask-restart', all: false }, { type: 'answer', yes: true });
		expect(Object.keys(state().readings)).toEqual(['second']);
		act({ type: 'ask-restart', all: true }, { type: 'answer', yes: true });
		expect(state().readings).toEqual({});
	});
});
