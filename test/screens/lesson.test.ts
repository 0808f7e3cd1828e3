import { describe, expect, it } from 'vitest';
import { createBoardStore } from '../../src/app/store.js';
import { present } from '../../src/board/lab.js';
import type { LessonDocument } from '../../src/content/index.js';
import { UNREAD } from '../../src/course/index.js';
import type { Action, Effect } from '../../src/screens/action.js';
import { lessonLayout } from '../../src/screens/lesson/layout.js';
import { isInWindow, topOf } from '../../src/screens/lesson/place.js';
import { meets } from '../../src/screens/lesson/reading.js';
import { currentLab, type State } from '../../src/screens/state.js';
import { createEnv } from '../../src/session/env.js';
import { edited } from '../support/edited.js';
import { layerOf } from '../support/layers.js';
import { shipped } from '../support/shipped.js';

/** A text of so many lines. */
const text = (lines: number): LessonDocument['blocks'][number] => ({
	kind: 'prose',
	blocks: [{ kind: 'verbatim', lines: Array.from({ length: lines }, (_, i) => `line ${i}`) }],
	markdown: '',
});

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
		text(30),
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
		text(30),
	],
};
const second: LessonDocument = {
	...lesson,
	id: 'second',
	title: 'Second',
	start: null,
	scenario: 'toy-request',
	blocks: [text(3)],
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
		env: createEnv(documents, lessons),
		scenario: shipped('week-31').scenario,
		screen: 'lesson',
		lesson: 'first',
		...options,
		run: (effect) => effects.push(effect),
	});
	const act = (...actions: Action[]) => {
		for (const action of actions) store.dispatch(action);
	};
	const typed = (text: string): Action[] => [...text].map((character) => ({ type: 'type', text: character }));
	const reading = (id = 'first') => store.getState().readings[id];
	const now = () => present(currentLab(store.getState()));
	/** The first line of the window, and whether the focused item is in it. */
	const window = () => {
		const layout = lessonLayout(store.getState(), store.env);
		if (!layout) throw new Error('no lesson is laid out');
		const top = topOf(layout, reading() ?? UNREAD, false);
		return { top, height: layout.height, isShown: isInWindow(layout, top, layout.focusLine ?? -1) };
	};
	return { act, typed, reading, window, now, effects, state: store.getState, layer: () => layerOf(store) };
}

describe('a lesson', () => {
	it('takes its scenario to its start when it is first opened, and undo stops there', () => {
		const { layer, now, act, state } = open();
		expect(now().edits.map(({ path }) => path)).toEqual(['segments.policy.override', 'segments.billing.override']);
		expect(now().did).toBe('began “First”');
		act({ type: 'undo', by: -1 });
		expect(state().notice?.text).toMatch(/the lesson put it so/);
		expect(now().did).toBe('began “First”');
		expect(layer()).toBe('lesson');
		// The lab knows no lessons.
		act({ type: 'go', screen: 'lab' }, { type: 'undo', by: -1 });
		expect(now().edits).toEqual([]);
	});

	it('is not solved by taking something back', () => {
		const { act, typed, reading, now } = open();
		act(...Array.from({ length: 3 }, (): Action => ({ type: 'next', by: 1 })));
		act({ type: 'go', screen: 'lab' });
		act({ type: 'open', overlay: 'states' }, { type: 'choose' });
		act({ type: 'go', screen: 'lesson' }, ...typed('0.9'), { type: 'enter' });
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
		const { act, reading, window } = open();
		act({ type: 'move', rows: 1 }, { type: 'move', rows: 1 });
		expect(reading()).toMatchObject({ block: 0, line: 2, ended: false });
		act({ type: 'page', by: 2 });
		expect(window().top).toBe(2 + 2 * (window().height - 2));
		act({ type: 'page', by: 1_000_000 });
		expect(reading()).toMatchObject({ block: 5, ended: true });
		act({ type: 'page', by: -1_000_000 });
		expect(reading()).toMatchObject({ block: 0, line: 0, ended: true });
	});

	it('stops reading on at a question, with the focus on it, and goes past when asked again', () => {
		const { act, reading, state, window } = open();
		act({ type: 'page', by: 1 }, { type: 'page', by: 1 });
		expect(reading()?.focus).toBe('1|?how-many');
		expect(window().isShown).toBe(true);
		expect(state().notice?.text).toMatch(/your guess first/);
		const { top, height } = window();
		act({ type: 'page', by: 1 });
		expect(window().top).toBe(top + height - 2);
	});

	it('counts as read where all of it fits the window', () => {
		const { act, reading } = open();
		act({ type: 'turn', by: 1 });
		expect(reading('second')?.ended).toBe(true);
		expect(reading('first')?.ended).toBe(false);
	});

	it('keeps the place in a window of another size', () => {
		const { act, reading, window } = open();
		act({ type: 'page', by: 1 });
		const { block, line } = reading() ?? UNREAD;
		act({ type: 'resize', size: { columns: 120, rows: 30 } });
		expect(reading()).toMatchObject({ block, line });
		expect(window().height).toBe(26);
		act({ type: 'page', by: 1_000_000 }, { type: 'resize', size: { columns: 80, rows: 60 } });
		expect(window()).toMatchObject({ height: 56 });
	});

	it('walks its questions and numbers with Tab, from the window on', () => {
		const { act, reading, window } = open();
		act({ type: 'next', by: 1 });
		// Nothing of the window can be changed: the first item below it.
		expect(reading()?.focus).toBe('1|?how-many');
		expect(window().isShown).toBe(true);
		act({ type: 'next', by: 1 });
		expect(reading()?.focus).toBe('2|?which');
		act({ type: 'next', by: 1 });
		expect(reading()?.focus).toBe('3|segments.faq.routedSmall');
		expect(window().isShown).toBe(true);
		// Scrolled away, Tab goes on from the window: past its last item it starts over with the last.
		act({ type: 'page', by: -1_000_000 });
		expect(window()).toMatchObject({ top: 0, isShown: false });
		act({ type: 'next', by: 1 });
		expect(reading()?.focus).toBe('1|?how-many');
	});

	it('walks on with keys that arrive before the next frame', () => {
		const { act, reading } = open();
		act({ type: 'next', by: 1 }, { type: 'next', by: 1 }, { type: 'next', by: 1 }, { type: 'move', rows: 1 });
		expect(reading()?.focus).toBe('3|segments.refund.routedSmall');
	});

	it('moves through the rows of a table, and scrolls past its end', () => {
		const { act, reading, window } = open();
		act({ type: 'next', by: 1 }, { type: 'next', by: 1 }, { type: 'next', by: 1 }, { type: 'move', rows: 1 });
		expect(reading()?.focus).toBe('3|segments.refund.routedSmall');
		act({ type: 'move', rows: -1 });
		const { top } = window();
		act({ type: 'move', rows: -1 });
		expect(reading()?.focus).toBe('3|segments.faq.routedSmall');
		expect(window().top).toBe(top - 1);
	});

	it('brings a number that is out of sight back with the key that edits it', () => {
		const { act, now, window } = open();
		act(...Array.from({ length: 3 }, (): Action => ({ type: 'next', by: 1 })));
		const before = now().edits.length;
		act({ type: 'page', by: 1_000_000 });
		expect(window().isShown).toBe(false);
		act({ type: 'step', by: 1 });
		expect(now().edits.length).toBe(before + 1);
		expect(window().isShown).toBe(true);
	});

	it('says what to do where nothing has the focus', () => {
		const { act, state } = open();
		act({ type: 'step', by: 1 });
		expect(state().notice?.text).toMatch(/Tab goes to the next number/);
	});
});

describe('a question', () => {
	it('takes a guess, compares it with the state that it is about, and enters that state', () => {
		const { act, typed, reading, now, effects } = open();
		act({ type: 'next', by: 1 }, ...typed('95%'), { type: 'enter' });
		expect(reading()?.answers['how-many']).toEqual({ kind: 'guess', guess: 0.95, truth: expect.closeTo(0.971288, 5) });
		expect(now().edits.map(({ path }) => path)).toContain('segments.refund.repairRate');
		expect(effects).toMatchObject([
			{ type: 'predicted', metric: 'resolution', guesses: [{ name: 'you', guess: 0.95 }] },
		]);
	});

	it('keeps a text that is no answer, and says what would be one', () => {
		const { act, typed, reading, state } = open();
		act({ type: 'next', by: 1 }, ...typed('many'));
		// Letters are commands until a digit or Enter starts the answer.
		expect(state().typing).not.toBeNull();
		act({ type: 'enter' });
		expect(state().notice).toMatchObject({ tone: 'refused', text: expect.stringMatching(/0\.3, \.3, 30%/) });
		expect(reading()?.answers).toEqual({});
		act({ type: 'back' });
		expect(state()).toMatchObject({ typing: null, screen: 'lesson' });
	});

	it('may be looked at without an answer', () => {
		const { act, reading, effects } = open();
		act({ type: 'next', by: 1 }, { type: 'enter' }, { type: 'enter' });
		expect(reading()?.answers['how-many']).toEqual({ kind: 'passed' });
		expect(effects).toEqual([]);
	});

	it('offers choices by number', () => {
		const { act, typed, reading, state } = open();
		act(
			{ type: 'next', by: 1 },

			{ type: 'next', by: 1 },
		);
		act(...typed('3'), { type: 'enter' });
		expect(state().notice?.text).toMatch(/from 1 to 2/);
		act({ type: 'erase' }, ...typed('1'), { type: 'enter' });
		expect(reading()?.answers['which']).toEqual({ kind: 'choice', choice: 1, right: false });
	});

	it('marks nothing as changed by what it enters, and is no stop of Tab once it is answered', () => {
		const { act, typed, reading, state } = open();
		act({ type: 'next', by: 1 }, ...typed('95%'), { type: 'enter' });
		expect(currentLab(state()).before).toBeNull();
		act({ type: 'next', by: -1 }, { type: 'next', by: 1 }, { type: 'next', by: 1 });
		expect(reading()?.focus).not.toBe('1|?how-many');
	});

	it('is answered once', () => {
		const { act, typed, reading } = open();
		act(
			{ type: 'next', by: 1 },

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
		const { act, typed, reading, state } = open();
		act(...toNumber, ...typed('0.3'), { type: 'enter' });
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
		const { layer, act, state, now } = open();
		act({ type: 'go', screen: 'lab' });
		expect(layer()).toBe('lab');
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
		const { act, typed, now } = open();
		act(
			...Array.from({ length: 3 }, (): Action => ({ type: 'next', by: 1 })),

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
		const { layer, act, typed, state } = open({ screen: 'contents', lesson: null });
		act({ type: 'find' }, ...typed('two lanes'));
		expect(layer()).toBe('contents-search');
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
