import { describe, expect, it } from 'vitest';
import { createBoardStore } from '../../src/app/store.js';
import { currentEntry } from '../../src/board/lab.js';
import type { LessonDocument } from '../../src/content/index.js';
import { UNREAD } from '../../src/course/index.js';
import type { Action, Effect } from '../../src/screens/action.js';
import { lessonLayout } from '../../src/screens/lesson/layout.js';
import { meetsChallenge } from '../../src/screens/lesson/reading.js';
import { LESSON_SCREEN } from '../../src/screens/lesson/screen.js';
import { isInWindow, windowTop } from '../../src/screens/lesson/window.js';
import { currentLab, type State } from '../../src/screens/state.js';
import { createEnv } from '../../src/session/env.js';
import { textOf } from '../../src/text/line.js';
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
	number: 1,
	title: 'First',
	part: 'One',
	minutes: 5,
	scenario: 'week-31',
	start: 'overridden',
	own: 'week 31',
	teaches: ['O1'],
	revisits: [],
	blocks: [
		text(30),
		{
			kind: 'predict',
			id: 'how-many',
			after: null,
			ask: 'How many?',
			about: { kind: 'metric', metric: 'resolution', segment: null },
			state: 'repaired',
			change: {},
			hides: [{ figure: 'resolution', segment: null }],
			checks: [],
		},
		{
			kind: 'predict',
			id: 'which',
			after: null,
			ask: 'Which?',
			about: { kind: 'choice', choices: ['this', 'that'], answer: 2 },
			state: null,
			change: {},
			hides: [],
			checks: [],
		},
		{ kind: 'workbench', after: null, parts: ['segments'], inputs: [], figures: [] },
		{
			kind: 'challenge',
			id: 'mend',
			goal: 'Mend it.',
			conditions: [{ kind: 'bound', figure: 'saving', segment: null, atLeast: null, atMost: 0.5 }],
			hints: ['vague', 'exact'],
			solution: { 'segments.faq.routedSmall': 0.2 },
			after: 'Mended.',
			checks: ['O1'],
		},
		text(30),
	],
};
const second: LessonDocument = {
	...lesson,
	id: 'second',
	number: 2,
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
	size?: State['size'];
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
	/** Types a value for the focused number, which Enter begins even while a question is in the window. */
	const entered = (text: string): Action[] => [{ type: 'enter' }, ...typed(text), { type: 'enter' }];
	/** Goes to the lab, although it shows what the open question asks for. */
	const toLab: Action[] = [
		{ type: 'go', screen: 'lab' },
		{ type: 'answer', yes: true },
	];
	/** Goes to the first number, past the two questions. */
	const toNumber: Action[] = Array.from({ length: 3 }, () => ({ type: 'focus-next', by: 1 }));
	const reading = (id = 'first') => store.getState().readings[id];
	const entry = () => currentEntry(currentLab(store.getState()));
	/** Returns the first line and the height of the window, and whether the focused item is visible. */
	const window = () => {
		const layout = lessonLayout(store.getState(), store.env);
		if (!layout) throw new Error('no lesson is laid out');
		const top = windowTop(layout, reading() ?? UNREAD, false);
		return { top, height: layout.height, isShown: isInWindow(layout, top, layout.focusLine ?? -1) };
	};
	/** Returns the page as text, with what is out of the window. */
	const page = () => (lessonLayout(store.getState(), store.env)?.lines ?? []).map(textOf).join('\n');
	return {
		act,
		typed,
		entered,
		page,
		toNumber,
		toLab,
		env: store.env,
		reading,
		window,
		entry,
		effects,
		state: store.getState,
		layer: () => layerOf(store),
	};
}

describe('a lesson', () => {
	it('sets its scenario to its start when first opened, and undo stops there', () => {
		const { layer, entry, act, state, toLab } = open();
		expect(entry().edits.map(({ path }) => path)).toEqual(['segments.policy.override', 'segments.billing.override']);
		expect(entry().description).toBe('began “First”');
		act({ type: 'undo', by: -1 });
		expect(state().notice?.text).toMatch(/nothing more to undo: the lesson starts here/);
		expect(entry().description).toBe('began “First”');
		expect(layer()).toBe('lesson');
		// In the lab, undo reverts the edit of the lesson too.
		act(...toLab, { type: 'undo', by: -1 });
		expect(entry().edits).toEqual([]);
	});

	it('is not solved by a state entered in the lab, nor by an edit that misses the goal', () => {
		const { act, entered, toLab, toNumber, reading, entry } = open();
		act(...toNumber, ...toLab);
		act({ type: 'open', overlay: 'states' }, { type: 'choose' });
		act({ type: 'go', screen: 'lesson' }, ...entered('0.9'));
		expect(entry().scenario.segments[0]?.routedSmall).toBe(0.9);
		expect(reading()?.solved).toEqual({});
	});

	it('restores its scenario after another lesson changed it', () => {
		const other: LessonDocument = { ...lesson, id: 'other', number: 2, title: 'Other', start: null };
		const { act, entry, reading } = open({ lessons: [lesson, other] });
		act({ type: 'skip' }, { type: 'answer', yes: true }, { type: 'change-lesson', by: 1 });
		expect(reading()?.edits).toContain('segments.faq.routedSmall=0.2');
		expect([entry().edits, entry().description]).toEqual([[], 'began “Other”']);
		act({ type: 'change-lesson', by: -1 });
		expect(entry().scenario.segments[0]?.routedSmall).toBe(0.2);
		expect(entry().description).toBe('came back to “First”');
		expect(reading('other')?.edits).toEqual([]);
	});

	it('says nothing of edits that it made itself when it is opened again', () => {
		const other: LessonDocument = {
			...lesson,
			id: 'other',
			number: 2,
			title: 'Other',
			scenario: 'toy-request',
			start: null,
		};
		const { act, state } = open({ lessons: [lesson, other] });
		act({ type: 'change-lesson', by: 1 }, { type: 'change-lesson', by: -1 });
		expect(state().scenario).toBe('week-31');
		expect(state().notice).toBeNull();
	});

	it('keeps the scenario as it is when opened again', () => {
		const { act, entry, toLab } = open();
		act(...toLab, { type: 'undo', by: -1 }, { type: 'back' }, { type: 'back' }, { type: 'choose' });
		expect(entry().edits).toEqual([]);
	});

	it('stores the reader’s line, and that its end was reached', () => {
		const { act, reading, window } = open();
		act({ type: 'move', rows: 1 }, { type: 'move', rows: 1 });
		expect(reading()).toMatchObject({ block: 0, line: 2, ended: false });
		act({ type: 'page', by: 2 });
		expect(window().top).toBe(2 + 2 * (window().height - 2));
		act({ type: 'page', by: 1_000_000 });
		expect(reading()).toMatchObject({ ended: true, focus: null });
		act({ type: 'page', by: -1_000_000 });
		expect(reading()).toMatchObject({ block: 0, line: 0, ended: true });
	});

	it('stops at a question when reading on, focuses it, and goes past it the second time', () => {
		const { act, reading, state, window } = open();
		act({ type: 'page', by: 1 }, { type: 'page', by: 1 });
		expect(state().notice?.text).toMatch(/^your guess first/);
		expect(reading()?.focus).toBe('1|?how-many');
		expect(window().isShown).toBe(true);
		act({ type: 'page', by: 1 });
		expect(reading()?.focus).toBe('2|?which');
		const { top, height } = window();
		act({ type: 'page', by: 1 });
		expect(window().top).toBe(top + height - 2);
		expect(reading()?.focus).toBeNull();
	});

	it('keeps the cursor at a question that reading on stopped at for the first Tab, and leaves it with the second', () => {
		const { act, reading, state } = open();
		act({ type: 'page', by: 1 }, { type: 'page', by: 1 }, { type: 'focus-next', by: 1 });
		expect(reading()?.focus).toBe('1|?how-many');
		expect(state().notice?.text).toMatch(/^the cursor is at the guess/);
		act({ type: 'focus-next', by: 1 });
		expect(reading()?.focus).toBe('2|?which');
		act({ type: 'focus-next', by: -1 }, { type: 'focus-next', by: 1 });
		expect(reading()?.focus).toBe('2|?which');
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

	it('goes back to an open question above the window before any number, by Tab and Shift-Tab', () => {
		for (const by of [1, -1]) {
			const { act, reading, state } = open();
			act({ type: 'page', by: 1_000_000 }, { type: 'page', by: 1_000_000 }, { type: 'page', by: 1_000_000 });
			expect(reading()?.focus).toBeNull();
			act({ type: 'focus-next', by });
			expect(reading()?.focus).toMatch(/\?/);
			expect(state().notice?.text).toMatch(/an open guess/);
		}
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
		// Scrolling away drops the focus, and Tab starts from the window again.
		act({ type: 'page', by: -1_000_000 });
		expect(window().top).toBe(0);
		expect(reading()?.focus).toBeNull();
		act({ type: 'focus-next', by: 1 });
		expect(reading()?.focus).toBe('1|?how-many');
	});

	it('stays at the last number and at the first question instead of going round', () => {
		const { act, reading, state } = open();
		act({ type: 'focus-next', by: 1 }, { type: 'focus-next', by: -1 });
		expect([reading()?.focus, state().notice?.text]).toEqual(['1|?how-many', 'this is the first one; Tab goes on']);
		for (let i = 0; i < 40; i++) act({ type: 'focus-next', by: 1 });
		expect(reading()?.focus).toMatch(/^3\|segments\.billing\./);
		expect(state().notice?.text).toMatch(/^this is the last one/);
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

	it('changes no number that is out of the window, and drops its focus', () => {
		const { act, typed, toNumber, entry, reading, state } = open();
		act(...toNumber, { type: 'page', by: -1_000_000 });
		const { edits } = entry();
		expect(reading()?.focus).toBeNull();
		act({ type: 'step', by: 1 }, { type: 'reset-input' });
		expect(state()).toMatchObject({ typing: null, notice: { text: expect.stringMatching(/Tab goes to/) } });
		act(...typed('5'), { type: 'enter' });
		expect(entry().edits).toEqual(edits);
	});

	it('keeps the focused number in the window when the window is resized', () => {
		const { act, toNumber, reading, window } = open();
		act(...toNumber, { type: 'resize', size: { columns: 60, rows: 18 } });
		expect(reading()?.focus).toBe('3|segments.faq.routedSmall');
		expect(window().isShown).toBe(true);
	});

	it('offers the next lesson at its end, and Enter opens it', () => {
		const { act, typed, reading, state, window } = open();
		act({ type: 'page', by: 1_000_000 }, { type: 'page', by: 1 });
		expect(state().lesson).toBe('first');
		expect(reading()?.focus).toBe('6|>next');
		expect(window().isShown).toBe(true);
		// Something is open still, so one Space too many goes nowhere.
		act({ type: 'page', by: 1 });
		expect(state()).toMatchObject({
			lesson: 'first',
			notice: { text: expect.stringMatching(/something is open here/) },
		});
		act(...typed('28'), { type: 'enter' });
		expect(state().lesson).toBe('first');
		act({ type: 'page', by: 1 }, { type: 'enter' });
		expect(state().lesson).toBe('second');
	});

	it('goes on to the next lesson by Space once everything in it is done', () => {
		const done = {
			answers: { 'how-many': { kind: 'passed' }, which: { kind: 'passed' } },
			solved: { mend: 'solved' },
		} as const;
		const { act, state } = open({ readings: { first: { ...UNREAD, ...done } } });
		act({ type: 'page', by: 1_000_000 }, { type: 'page', by: 1 });
		expect(state().lesson).toBe('first');
		act({ type: 'page', by: 1 });
		expect(state().lesson).toBe('second');
	});

	it('marks the first edit after it was opened again', () => {
		const { act, toNumber, state } = open();
		act(...toNumber, { type: 'step', by: -1 }, { type: 'back' }, { type: 'choose' });
		expect(currentLab(state()).before).toBeNull();
		act(...toNumber, { type: 'step', by: -1 });
		expect(currentLab(state()).before).not.toBeNull();
	});

	it('gives the focus to a number that undo changed out of the window', () => {
		const { act, toNumber, reading, window } = open();
		act(...toNumber, { type: 'step', by: -1 }, { type: 'page', by: -1_000_000 });
		expect(reading()?.focus).toBeNull();
		act({ type: 'undo', by: -1 });
		expect(reading()?.focus).toBe('3|segments.faq.routedSmall');
		expect(window().isShown).toBe(true);
	});

	it('shows no challenge below its first lines, before and after the page is laid out', () => {
		const { state, env } = open();
		const bar = (): string => textOf(LESSON_SCREEN.view(state(), env).status[0] ?? []);
		const first = bar();
		expect(first).toMatch(/to do in this lesson: 2 guesses, 1 challenge/);
		lessonLayout(state(), env);
		expect(bar()).toBe(first);
	});

	it('goes on by Space from guess to guess and to its end where all fits the window', () => {
		const { act, reading } = open({ size: { columns: 100, rows: 120 } });
		const focused = Array.from({ length: 4 }, () => {
			act({ type: 'page', by: 1 });
			return reading()?.focus;
		});
		expect(focused).toEqual(['1|?how-many', '2|?which', '6|>next', '6|>next']);
	});

	it('says how to focus a number if none has the focus', () => {
		const { act, state } = open();
		act({ type: 'step', by: 1 });
		expect(state().notice?.text).toMatch(/Tab goes to the next guess or number/);
	});
	it('keeps edits made in its lab, however the lab is left', () => {
		const { act, entry, toLab } = open();
		act({ type: 'back' }, { type: 'choose' }, ...toLab, { type: 'step', by: 5 });
		const edited = entry().edits;
		act({ type: 'open', overlay: 'scenarios' }, { type: 'scroll', by: 1 }, { type: 'choose' });
		act({ type: 'back' }, { type: 'choose' });
		expect(entry().edits).toEqual(edited);
	});
});

describe('a question', () => {
	it('compares a guess with the state it is about, and leaves the reader’s board alone', () => {
		const { act, typed, reading, entry, effects } = open();
		act({ type: 'focus-next', by: 1 }, ...typed('95%'), { type: 'enter' });
		expect(reading()?.answers['how-many']).toEqual({ kind: 'guess', guess: 0.95, truth: expect.closeTo(0.971288, 5) });
		expect(entry().description).toBe('began “First”');
		expect(reading()?.focus).toBeNull();
		expect(effects).toMatchObject([{ type: 'predicted', metric: 'resolution', guess: 0.95 }]);
	});

	it('says how a bare number will be read, and how to mean less than 1%', () => {
		const { act, typed, reading, page } = open();
		act({ type: 'focus-next', by: 1 }, ...typed('0.9'));
		expect(page()).toContain('your guess: 0.9▏  reads as 90.0%, not 0.9%; Enter takes it');
		act(...typed('%'));
		expect(page()).toContain('reads as 0.9%; Enter takes it');
		act({ type: 'erase', all: true }, ...typed('1'), { type: 'enter' });
		expect(reading()?.answers['how-many']).toMatchObject({ guess: 0.01 });
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

	it('that is being answered gives Space back as long as nothing is typed', () => {
		const { act, typed, reading, state } = open();
		act({ type: 'focus-next', by: 1 }, { type: 'enter' }, ...typed(' '));
		expect(state().typing).toBeNull();
		expect(reading()?.answers).toEqual({});
	});

	it('is asked once the one that it waits for is answered', () => {
		const blocks = lesson.blocks.map((block) =>
			block.kind === 'predict' && block.id === 'which' ? { ...block, after: 'how-many' } : block,
		);
		const { act, typed, reading } = open({ lessons: [{ ...lesson, blocks }, second] });
		act({ type: 'focus-next', by: 1 }, { type: 'focus-next', by: 1 });
		expect(reading()?.focus).toBe('3|segments.faq.routedSmall');
		act({ type: 'focus-next', by: -1 }, ...typed('95'), { type: 'enter' }, ...typed('2'), { type: 'enter' });
		expect(reading()?.answers).toMatchObject({ which: { right: true } });
	});

	it('of a check cannot be passed, because each answer counts', () => {
		const blocks = lesson.blocks.map((block) => (block.kind === 'predict' ? { ...block, checks: ['O1'] } : block));
		const { act, reading, state } = open({ lessons: [{ ...lesson, blocks }] });
		act({ type: 'focus-next', by: 1 }, { type: 'enter' }, { type: 'enter' });
		expect(reading()?.answers).toEqual({});
		expect(state().notice?.text).toMatch(/This answer counts and cannot be passed/);
	});

	it('takes the number of a choice, and rejects any other', () => {
		const { act, typed, reading, state } = open();
		act({ type: 'focus-next', by: 1 }, { type: 'focus-next', by: 1 });
		act(...typed('3'), { type: 'enter' });
		expect(state().notice?.text).toMatch(/from 1 to 2/);
		act({ type: 'erase' }, ...typed('1'), { type: 'enter' });
		expect(reading()?.answers['which']).toEqual({ kind: 'choice', choice: 1, right: false });
	});

	it('is skipped by Tab once answered', () => {
		const { act, typed, reading } = open();
		act({ type: 'focus-next', by: 1 }, ...typed('95%'), { type: 'enter' });
		for (let i = 0; i < 12; i++) {
			act({ type: 'focus-next', by: 1 });
			expect(reading()?.focus).not.toBe('1|?how-many');
		}
	});

	it('in the window takes digits first, even if a number has the focus', () => {
		const { act, typed, toNumber, reading, entry, state } = open();
		act(...toNumber);
		const { edits } = entry();
		act(...typed('2'));
		expect([reading()?.focus, state().typing]).toEqual(['2|?which', '2']);
		act({ type: 'enter' });
		expect(reading()?.answers['which']).toMatchObject({ right: true });
		expect(entry().edits).toEqual(edits);
	});

	it('comes into the window with the first digit of its answer', () => {
		const { act, typed, state, reading, window } = open();
		expect(window().top).toBe(0);
		act(...typed('9'));
		expect([state().typing, reading()?.focus, window().isShown]).toEqual(['9', '1|?how-many', true]);
		expect(state().notice?.text).toBe('your answer goes to this guess: Enter gives it, Esc leaves it');
	});

	it('that is far from the window takes no digits, and the reader is told how to get there', () => {
		const { act, typed, state, reading } = open({ lessons: [{ ...lesson, blocks: [text(90), ...lesson.blocks] }] });
		act(...typed('9'));
		expect([state().typing, reading()?.focus]).toEqual([null, null]);
		expect(state().notice?.text).toBe('no guess is in view: ! goes to the next open one');
	});

	it('at which reading stopped takes the digits, wherever the reader looked something up', () => {
		const { act, typed, state, reading, window } = open({
			lessons: [{ ...lesson, blocks: [text(90), ...lesson.blocks] }],
		});
		act(...Array.from({ length: 9 }, (): Action => ({ type: 'page', by: 1 })), { type: 'page', by: -1_000_000 });
		expect([window().top, reading()?.focus]).toEqual([0, null]);
		act(...typed('9'));
		expect([state().typing, window().isShown]).toEqual(['9', true]);
	});

	it('takes no digits once all are answered, and the reader is told what does', () => {
		const answers = { 'how-many': { kind: 'passed' }, which: { kind: 'passed' } } as const;
		const { act, typed, state } = open({ readings: { first: { ...UNREAD, answers } } });
		act(...typed('9'));
		expect(state().typing).toBeNull();
		expect(state().notice?.text).toBe('no number is chosen: Tab goes to the next, then type');
	});

	it('takes only one answer', () => {
		const { act, typed, reading } = open();
		act({ type: 'focus-next', by: 1 }, ...typed('95'), { type: 'enter' }, { type: 'focus-next', by: -1 });
		act({ type: 'focus-next', by: 1 }, ...typed('1'), { type: 'enter' });
		expect(reading()?.answers).toMatchObject({ 'how-many': { guess: 0.95 }, which: { choice: 1 } });
	});
});

describe('a challenge', () => {
	it('is solved by any edit that meets its conditions, and stays solved', () => {
		const { act, entered, toNumber, reading, state } = open();
		act(...toNumber, ...entered('0.3'));
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
		// It can be tried again, with hints and the solution at hand.
		act({ type: 'hint' }, { type: 'skip' });
		expect(reading()?.hints).toEqual({ mend: 1 });
		expect(state().questionId).toBe('skip-open-guess');
	});

	it('asks before its solution gives away a guess above that is open', () => {
		const answers = { 'how-many': { kind: 'passed' }, which: { kind: 'passed' } } as const;
		const asked = (readings: State['readings']) => {
			const { act, state } = open({ readings });
			act({ type: 'skip' });
			return state().questionId;
		};
		expect(asked({})).toBe('skip-open-guess');
		expect(asked({ first: { ...UNREAD, answers: { which: answers.which } } })).toBe('skip-open-guess');
		expect(asked({ first: { ...UNREAD, answers } })).toBe('skip');
	});

	it('keeps its explanation readable after the next edit', () => {
		const { act, entered, toNumber, page } = open();
		act(...toNumber, ...entered('0.3'));
		expect(page()).toMatch(/✓ solved\. +Mended\./);
		act({ type: 'undo', by: -1 });
		expect(page()).toMatch(/✓ solved earlier\. What it taught: +Mended\./);
	});

	it('that was skipped is solved once the reader’s own edit meets it', () => {
		const { act, entered, reading } = open();
		act({ type: 'skip' }, { type: 'answer', yes: true });
		// Neither the solution itself nor going back to it counts.
		act({ type: 'undo', by: -1 }, { type: 'undo', by: 1 });
		expect(reading()?.solved).toEqual({ mend: 'skipped' });
		act({ type: 'ask-reset' }, { type: 'answer', yes: true });
		expect(reading()?.solved).toEqual({ mend: 'skipped' });
		// Undo gave the number that it changed the focus. Back to the shown solution is no solution of one's own.
		expect(reading()?.focus).toBe('3|segments.faq.routedSmall');
		act(...entered('0.2'));
		expect(reading()?.solved).toEqual({ mend: 'skipped' });
		act(...entered('0.84'), ...entered('0.3'));
		expect(reading()?.solved).toEqual({ mend: 'solved' });
	});

	it('is the one in sight for hints and solution, in a lesson with several', () => {
		const [first] = lesson.blocks.filter((block) => block.kind === 'challenge');
		const bench = lesson.blocks.find(({ kind }) => kind === 'workbench');
		if (!first || !bench) throw new Error('no challenge');
		const blocks = [bench, first, text(40), bench, { ...first, id: 'again' }, text(30)];
		const { act, reading } = open({ lessons: [{ ...lesson, blocks }] });
		act({ type: 'move', rows: 45 }, { type: 'hint' });
		expect(reading()?.hints).toEqual({ again: 1 });
		act({ type: 'page', by: -1_000_000 }, { type: 'hint' });
		expect(reading()?.hints).toEqual({ again: 1, mend: 1 });
	});
});

describe('screens', () => {
	it('lead from a lesson to the lab with the same edits, and back by Esc or Ctrl-O', () => {
		const { layer, act, state, entry, toLab } = open();
		// The lab shows what the first question asks for.
		act({ type: 'go', screen: 'lab' });
		expect(state()).toMatchObject({ screen: 'lesson', questionId: 'lab' });
		act({ type: 'answer', yes: false });
		expect(layer()).toBe('lesson');
		act(...toLab);
		expect(layer()).toBe('lab');
		expect(entry().description).toBe('began “First”');
		act({ type: 'back' });
		expect(state().screen).toBe('lesson');
		act(...toLab, { type: 'go', screen: 'lesson' });
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
		expect(state()).toMatchObject({
			lesson: 'first',
			notice: { text: 'this is the first lesson; n goes to the next' },
		});
	});

	it('reset one number of a lesson to its start, not to the scenario as loaded', () => {
		const { act, entered, toNumber, entry } = open({ lessons: [{ ...lesson, start: 'faq-40' }] });
		act(...toNumber, ...entered('0.7'), { type: 'reset-input' });
		expect(entry().edits).toMatchObject([{ path: 'segments.faq.routedSmall', value: 0.4 }]);
	});

	it('reset the numbers of a lesson to its start, not to the scenario as loaded', () => {
		const { act, entered, toNumber, entry } = open();
		act(...toNumber, ...entered('0.7'));
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
