import { describe, expect, it } from 'vitest';
import { createBoardStore } from '../../src/app/store.js';
import { currentEntry } from '../../src/board/lab.js';
import type { LessonDocument } from '../../src/content/index.js';
import { UNREAD } from '../../src/course/index.js';
import type { Action, Effect } from '../../src/screens/action.js';
import { lessonLayout } from '../../src/screens/lesson/layout.js';
import { meetsChallenge } from '../../src/screens/lesson/reading.js';
import { isInWindow, windowTop } from '../../src/screens/lesson/window.js';
import { currentLab, type State } from '../../src/screens/state.js';
import { createEnv } from '../../src/session/env.js';
import { layerOf } from '../support/layers.js';
import { shippedScenario } from '../support/shipped.js';
import { withEdits } from '../support/with-edits.js';

/** Builds prose with this number of lines. */
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
const documents = ['week-31', 'toy-request'].map(shippedScenario);

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
		scenario: shippedScenario('week-31').scenario,
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
	const entry = () => currentEntry(currentLab(store.getState()));
	/** Returns the first line and the height of the window, and whether the focused item is visible. */
	const window = () => {
		const layout = lessonLayout(store.getState(), store.env);
		if (!layout) throw new Error('no lesson is laid out');
		const top = windowTop(layout, reading() ?? UNREAD, false);
		return { top, height: layout.height, isShown: isInWindow(layout, top, layout.focusLine ?? -1) };
	};
	return { act, typed, reading, window, entry, effects, state: store.getState, layer: () => layerOf(store) };
}

describe('a lesson', () => {
	it('sets its scenario to its start when first opened, and undo stops there', () => {
		const { layer, entry, act, state } = open();
		expect(entry().edits.map(({ path }) => path)).toEqual(['segments.policy.override', 'segments.billing.override']);
		expect(entry().description).toBe('began “First”');
		act({ type: 'undo', by: -1 });
		expect(state().notice?.text).toMatch(/the lesson put it so/);
		expect(entry().description).toBe('began “First”');
		expect(layer()).toBe('lesson');
		// In the lab, undo reverts the edit of the lesson too.
		act({ type: 'go', screen: 'lab' }, { type: 'undo', by: -1 });
		expect(entry().edits).toEqual([]);
	});

	it('is not solved by a state entered in the lab, nor by an edit that misses the goal', () => {
		const { act, typed, reading, entry } = open();
		act(...Array.from({ length: 3 }, (): Action => ({ type: 'focus-next', by: 1 })));
		act({ type: 'go', screen: 'lab' });
		act({ type: 'open', overlay: 'states' }, { type: 'choose' });
		act({ type: 'go', screen: 'lesson' }, ...typed('0.9'), { type: 'enter' });
		expect(entry().scenario.segments[0]?.routedSmall).toBe(0.9);
		expect(reading()?.solved).toEqual({});
	});

	it('restores its scenario after another lesson changed it', () => {
		const other: LessonDocument = { ...lesson, id: 'other', title: 'Other', start: null };
		const { act, entry, reading } = open({ lessons: [lesson, other] });
		act({ type: 'skip' }, { type: 'answer', yes: true }, { type: 'change-lesson', by: 1 });
		expect(reading()?.edits).toContain('segments.faq.routedSmall=0.2');
		expect([entry().edits, entry().description]).toEqual([[], 'began “Other”']);
		act({ type: 'change-lesson', by: -1 });
		expect(entry().scenario.segments[0]?.routedSmall).toBe(0.2);
		expect(entry().description).toBe('came back to “First”');
		expect(reading('other')?.edits).toEqual([]);
	});

	it('keeps the scenario as it is when opened again', () => {
		const { act, entry } = open();
		act(
			{ type: 'go', screen: 'lab' },
			{ type: 'undo', by: -1 },
			{ type: 'back' },
			{ type: 'back' },
			{ type: 'choose' },
		);
		expect(entry().edits).toEqual([]);
	});

	it('stores the reader’s line, and that its end was reached', () => {
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

	it('stops at a question when reading on, focuses it, and goes past it the second time', () => {
		const { act, reading, state, window } = open();
		act({ type: 'page', by: 1 }, { type: 'page', by: 1 });
		expect(reading()?.focus).toBe('1|?how-many');
		expect(window().isShown).toBe(true);
		expect(state().notice?.text).toMatch(/your guess first/);
		const { top, height } = window();
		act({ type: 'page', by: 1 });
		expect(window().top).toBe(top + height - 2);
	});

	it('counts as read if all of it fits the window', () => {
		const { act, reading } = open();
		act({ type: 'change-lesson', by: 1 });
		expect(reading('second')?.ended).toBe(true);
		expect(reading('first')?.ended).toBe(false);
	});

	it('keeps the reader’s place when the window is resized', () => {
		const { act, reading, window } = open();
		act({ type: 'page', by: 1 });
		const { block, line } = reading() ?? UNREAD;
		act({ type: 'resize', size: { columns: 120, rows: 30 } });
		expect(reading()).toMatchObject({ block, line });
		expect(window().height).toBe(26);
		act({ type: 'page', by: 1_000_000 }, { type: 'resize', size: { columns: 80, rows: 60 } });
		expect(window()).toMatchObject({ height: 56 });
	});

	it('moves by Tab through questions and numbers, from the top of the window on', () => {
		const { act, reading, window } = open();
		act({ type: 'focus-next', by: 1 });
		// Nothing in the window can have the focus, so Tab goes to the first item below it.
		expect(reading()?.focus).toBe('1|?how-many');
		expect(window().isShown).toBe(true);
		act({ type: 'focus-next', by: 1 });
		expect(reading()?.focus).toBe('2|?which');
		act({ type: 'focus-next', by: 1 });
		expect(reading()?.focus).toBe('3|segments.faq.routedSmall');
		expect(window().isShown).toBe(true);
		// After scrolling away from the focus, Tab starts from the window again.
		act({ type: 'page', by: -1_000_000 });
		expect(window()).toMatchObject({ top: 0, isShown: false });
		act({ type: 'focus-next', by: 1 });
		expect(reading()?.focus).toBe('1|?how-many');
	});

	it('moves by keys that arrive before the next frame', () => {
		const { act, reading } = open();
		act(
			{ type: 'focus-next', by: 1 },
			{ type: 'focus-next', by: 1 },
			{ type: 'focus-next', by: 1 },
			{ type: 'move', rows: 1 },
		);
		expect(reading()?.focus).toBe('3|segments.refund.routedSmall');
	});

	it('moves through the rows of a table, and scrolls beyond its ends', () => {
		const { act, reading, window } = open();
		act(
			{ type: 'focus-next', by: 1 },
			{ type: 'focus-next', by: 1 },
			{ type: 'focus-next', by: 1 },
			{ type: 'move', rows: 1 },
		);
		expect(reading()?.focus).toBe('3|segments.refund.routedSmall');
		act({ type: 'move', rows: -1 });
		const { top } = window();
		act({ type: 'move', rows: -1 });
		expect(reading()?.focus).toBe('3|segments.faq.routedSmall');
		expect(window().top).toBe(top - 1);
	});

	it('scrolls a focused number into view when it is edited', () => {
		const { act, entry, window } = open();
		act(...Array.from({ length: 3 }, (): Action => ({ type: 'focus-next', by: 1 })));
		const before = entry().edits.length;
		act({ type: 'page', by: 1_000_000 });
		expect(window().isShown).toBe(false);
		act({ type: 'step', by: 1 });
		expect(entry().edits.length).toBe(before + 1);
		expect(window().isShown).toBe(true);
	});

	it('says how to focus a number if none has the focus', () => {
		const { act, state } = open();
		act({ type: 'step', by: 1 });
		expect(state().notice?.text).toMatch(/Tab goes to the next number/);
	});
	it('keeps edits made in its lab, however the lab is left', () => {
		const { act, entry } = open();
		act({ type: 'back' }, { type: 'choose' }, { type: 'go', screen: 'lab' }, { type: 'step', by: 5 });
		const edited = entry().edits;
		act({ type: 'open', overlay: 'scenarios' }, { type: 'scroll', by: 1 }, { type: 'choose' });
		act({ type: 'back' }, { type: 'choose' });
		expect(entry().edits).toEqual(edited);
	});
});

describe('a question', () => {
	it('compares a guess with the state it is about, and enters that state', () => {
		const { act, typed, reading, entry, effects } = open();
		act({ type: 'focus-next', by: 1 }, ...typed('95%'), { type: 'enter' });
		expect(reading()?.answers['how-many']).toEqual({ kind: 'guess', guess: 0.95, truth: expect.closeTo(0.971288, 5) });
		expect(entry().edits.map(({ path }) => path)).toContain('segments.refund.repairRate');
		expect(effects).toMatchObject([
			{ type: 'predicted', metric: 'resolution', guesses: [{ name: 'you', guess: 0.95 }] },
		]);
	});

	it('keeps a text that is not an answer, and says how to write one', () => {
		const { act, typed, reading, state } = open();
		act({ type: 'focus-next', by: 1 }, ...typed('many'));
		expect(state().typing).not.toBeNull();
		act({ type: 'enter' });
		expect(state().notice).toMatchObject({ tone: 'refused', text: expect.stringMatching(/0\.3, \.3, 30%/) });
		expect(reading()?.answers).toEqual({});
		act({ type: 'back' });
		expect(state()).toMatchObject({ typing: null, screen: 'lesson' });
	});

	it('can be passed without an answer', () => {
		const { act, reading, effects } = open();
		act({ type: 'focus-next', by: 1 }, { type: 'enter' }, { type: 'enter' });
		expect(reading()?.answers['how-many']).toEqual({ kind: 'passed' });
		expect(effects).toEqual([]);
	});

	it('takes the number of a choice, and rejects any other', () => {
		const { act, typed, reading, state } = open();
		act({ type: 'focus-next', by: 1 }, { type: 'focus-next', by: 1 });
		act(...typed('3'), { type: 'enter' });
		expect(state().notice?.text).toMatch(/from 1 to 2/);
		act({ type: 'erase' }, ...typed('1'), { type: 'enter' });
		expect(reading()?.answers['which']).toEqual({ kind: 'choice', choice: 1, right: false });
	});

	it('leaves no marks of the state it enters, and is skipped by Tab once answered', () => {
		const { act, typed, reading, state } = open();
		act({ type: 'focus-next', by: 1 }, ...typed('95%'), { type: 'enter' });
		expect(currentLab(state()).before).toBeNull();
		act({ type: 'focus-next', by: -1 }, { type: 'focus-next', by: 1 }, { type: 'focus-next', by: 1 });
		expect(reading()?.focus).not.toBe('1|?how-many');
	});

	it('takes only one answer', () => {
		const { act, typed, reading } = open();
		act({ type: 'focus-next', by: 1 }, ...typed('95'), { type: 'enter' }, ...typed('90'), { type: 'enter' });
		expect(reading()?.answers['how-many']).toMatchObject({ guess: 0.95 });
	});
});

describe('a challenge', () => {
	const toNumber: Action[] = Array.from({ length: 3 }, () => ({ type: 'focus-next', by: 1 }) as const);

	it('is solved by any edit that meets its conditions, and stays solved', () => {
		const { act, typed, reading, state } = open();
		act(...toNumber, ...typed('0.3'), { type: 'enter' });
		expect(reading()?.solved).toEqual({ mend: 'solved' });
		expect(state().notice?.text).toMatch(/^challenge solved/);
		act({ type: 'undo', by: -1 });
		expect(reading()?.solved).toEqual({ mend: 'solved' });
	});

	it('is not met while a limit is changed', () => {
		const challenge = lesson.blocks.find((block) => block.kind === 'challenge');
		if (challenge?.kind !== 'challenge') throw new Error('no challenge');
		const loaded = shippedScenario('week-31').scenario;
		const [mended, moved] = [
			['segments.faq.routedSmall=0.2'],
			['segments.faq.routedSmall=0.2', 'guardrails.silent.limit=0.9'],
		].map((texts) => withEdits(loaded, ...texts));
		expect(meetsChallenge(challenge, loaded, mended as typeof loaded)).toBe(true);
		expect(meetsChallenge(challenge, loaded, moved as typeof loaded)).toBe(false);
	});

	it('gives one hint after the other, and says when there are no more', () => {
		const { act, reading, state } = open();
		act({ type: 'hint' }, { type: 'hint' });
		expect(reading()?.hints).toEqual({ mend: 2 });
		act({ type: 'hint' });
		expect(reading()?.hints).toEqual({ mend: 2 });
		expect(state().notice?.text).toMatch(/last hint; s shows a solution/);
	});

	it('enters a solution after a yes, as an edit that can be undone', () => {
		const { act, reading, entry, state } = open();
		act({ type: 'skip' }, { type: 'answer', yes: false });
		expect(reading()?.solved).toEqual({});
		act({ type: 'skip' }, { type: 'answer', yes: true });
		expect(reading()?.solved).toEqual({ mend: 'skipped' });
		expect(entry().scenario.segments[0]?.routedSmall).toBe(0.2);
		act({ type: 'undo', by: -1 });
		expect(entry().scenario.segments[0]?.routedSmall).toBe(0.84);
		act({ type: 'skip' });
		expect(state().notice?.text).toMatch(/no challenge is open/);
	});
});

describe('screens', () => {
	it('lead from a lesson to the lab with the same edits, and back by Esc or Ctrl-O', () => {
		const { layer, act, state, entry } = open();
		act({ type: 'go', screen: 'lab' });
		expect(layer()).toBe('lab');
		expect(entry().description).toBe('began “First”');
		act({ type: 'back' });
		expect(state().screen).toBe('lesson');
		act({ type: 'go', screen: 'lab' }, { type: 'go', screen: 'lesson' });
		expect(state()).toMatchObject({ screen: 'lesson', lesson: 'first' });
	});

	it('lead from a scenario opened in the lab to its lesson', () => {
		const { act, state } = open({ lesson: null, screen: 'lab' });
		act({ type: 'go', screen: 'lesson' });
		expect(state()).toMatchObject({ screen: 'lesson', lesson: 'first' });
	});

	it('turn to the next and the previous lesson, and stop at the ends', () => {
		const { act, state } = open();
		act({ type: 'change-lesson', by: 1 });
		expect(state()).toMatchObject({ lesson: 'second', scenario: 'toy-request' });
		act({ type: 'change-lesson', by: 1 });
		expect(state().notice?.text).toMatch(/last lesson/);
		act({ type: 'change-lesson', by: -1 }, { type: 'change-lesson', by: -1 });
		expect(state()).toMatchObject({ lesson: 'first', notice: { text: 'this is the first lesson' } });
	});

	it('reset the numbers of a lesson to its start, not to the scenario as loaded', () => {
		const { act, typed, entry } = open();
		act(...Array.from({ length: 3 }, (): Action => ({ type: 'focus-next', by: 1 })), ...typed('0.7'), {
			type: 'enter',
		});
		act({ type: 'ask-reset' }, { type: 'answer', yes: true });
		expect(entry().edits.map(({ path }) => path)).toEqual(['segments.policy.override', 'segments.billing.override']);
	});
});

describe('the contents', () => {
	it('open at the open lesson', () => {
		const { act, state } = open();
		act({ type: 'change-lesson', by: 1 }, { type: 'back' });
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

	it('restart one lesson or all of them, after a yes', () => {
		const { act, state, reading } = open();
		act(
			{ type: 'skip' },
			{ type: 'answer', yes: true },
			{ type: 'change-lesson', by: 1 },
			{ type: 'change-lesson', by: -1 },
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
