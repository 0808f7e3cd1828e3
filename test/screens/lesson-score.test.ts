import lessons from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { topScreen } from '../../src/app/layers.js';
import { createBoardStore } from '../../src/app/store.js';
import { scoreOf } from '../../src/course/index.js';
import { HANDOUT_FORMATS } from '../../src/export/formats.js';
import { renderHandout } from '../../src/export/handout.js';
import type { Action } from '../../src/screens/action.js';
import { bookOf, lessonLayout } from '../../src/screens/lesson/layout.js';
import { openLesson } from '../../src/screens/lesson/reading.js';
import { createEnv } from '../../src/session/env.js';
import { textOf } from '../../src/text/line.js';
import { shippedScenario } from '../support/shipped.js';
import { shippedLesson } from '../support/shipped-lesson.js';

const check = lessons.slice(-2);

/** Opens the first lesson of the closing check, and plays it by the reader's actions. */
function open() {
	const [{ id, scenario } = { id: '', scenario: '' }] = check;
	const store = createBoardStore({
		env: createEnv(
			check.map((lesson) => shippedScenario(lesson.scenario)),
			lessons,
		),
		scenario: shippedScenario(scenario).scenario,
		screen: 'lesson',
		lesson: id,
		size: { columns: 80, rows: 24 },
		run: () => undefined,
	});
	const act = (...actions: readonly Action[]) => {
		for (const action of actions) store.dispatch(action);
	};
	const toTop: Action = { type: 'page', by: -1_000_000 };
	const toNext: Action = { type: 'focus-next', by: 1 };
	const enter: Action = { type: 'enter' };
	const typed = (text: string): readonly Action[] => [...text].map((one) => ({ type: 'type', text: one }));
	/** Answers the questions of the lesson, in order. */
	const answer = (...texts: readonly string[]) => {
		for (const text of texts) act(toTop, toNext, enter, ...typed(text), enter);
	};
	/** Enters the first numbers of the workbench, once no question is open. */
	const set = (...texts: readonly string[]) => {
		act(toTop, toNext);
		for (const [i, text] of texts.entries()) act(...(i > 0 ? [toNext] : []), enter, ...typed(text), enter);
	};
	const next = () => act({ type: 'change-lesson', by: 1 });
	/** Returns the lines of the result, unwrapped. */
	const result = (): readonly string[] => {
		const lines = (lessonLayout(store.getState(), store.env)?.lines ?? []).map(textOf);
		const from = lines.findIndex((line) => line.includes('RESULT'));
		const drawn = lines.slice(from, lines.indexOf('', from)).map((line) => line.slice(3).trimEnd());
		return drawn
			.join('\n')
			.replace(/\n {2}/g, ' ')
			.split('\n');
	};
	const spoken = (): readonly string[] => topScreen(store.getState(), store.env).speak(store.getState(), store.env);
	return { act, answer, set, next, result, spoken, store };
}

describe('the result of the closing check', () => {
	it('says what is open before anything is answered', () => {
		const { next, result } = open();
		next();
		expect(result()).toEqual([
			'RESULT  0 of 8 questions right, 0 of 2 challenges solved',
			'Still open: 8 questions and 2 challenges.',
		]);
	});

	it('counts both lessons, and lists each missed fact with the lesson that teaches it', () => {
		const { act, answer, set, next, result, spoken } = open();
		answer('5', '1', '3', '4');
		set('50', '15');
		next();
		answer('0.013', '3', '67');
		act({ type: 'skip' }, { type: 'answer', yes: true });
		const repeat = (fact: string, id: string, missed: string): string => {
			const { number, title, minutes } = shippedLesson(id);
			return `✗ ${fact}. ${number === 0 ? title : `Lesson ${number}, ${title}`} (${minutes} min). Missed in ${missed}.`;
		};
		// A line that does not fit is wrapped.
		expect(result()).toEqual([
			'RESULT  4 of 8 questions right, 1 of 2 challenges solved',
			'Still open: 1 question.',
			'To repeat:',
			repeat('Memorized route: prompt cache', 'before-you-start', 'guess 1 of lesson 43'),
			repeat('One request, and the workflow around it', 'a-tiny-request', 'guess 1 of lesson 43'),
			repeat('The rule: the cheapest lane within every budget', 'the-rule', 'the challenge of lesson 43'),
			repeat('The cost table', 'the-cost-table', 'guess 3 of lesson 43'),
			repeat('What degrades first: repair and escalation', 'what-moves-first', 'guess 2 of lesson 42'),
			repeat('Where routing fits: easy and hard can be told apart', 'where-routing-fits', 'the challenge of lesson 43'),
			repeat('A repair loop that uses up the saving', 'shape-repair-loop', 'guess 3 of lesson 43'),
			repeat('Route drift after an update', 'shape-route-drift', 'guess 2 of lesson 42'),
		]);
		expect(spoken()).toEqual(
			expect.arrayContaining([
				'Result: 4 of 8 questions right, 1 of 2 challenges solved.',
				'Still open: 1 question.',
				'To repeat:',
				expect.stringMatching(/The rule: the cheapest lane within every budget\. Lesson 5, /),
			]),
		);
	});

	it('says what comes next once everything is right', () => {
		const { answer, set, next, result } = open();
		answer('4.87', '2', '3', '4');
		set('50', '15');
		next();
		answer('0.0475', '3', '10.6', '2');
		set('100', '0');
		expect(result()).toEqual([
			'RESULT  8 of 8 questions right, 2 of 2 challenges solved',
			'✓ Nothing to repeat. Next, take it to a feature of your own: w opens the worksheet.',
		]);
	});

	it('is made from the same object while the lesson scrolls, and from none in a lesson without a score', () => {
		const { act, next, store } = open();
		const book = () => {
			const lesson = openLesson(store.getState(), store.env);
			return lesson && bookOf(store.getState(), lesson, store.env);
		};
		expect(book()).toBeNull();
		next();
		const before = book();
		act({ type: 'move', rows: 1 });
		expect(book()).toBe(before);
		expect(Object.keys(before?.readings ?? {})).toEqual(
			check.flatMap(({ id, blocks }) => (scoreOf({ blocks }) ? [] : [id])),
		);
	});

	it('is not printed on paper', () => {
		const [, lesson] = check;
		if (!lesson) throw new Error('there is no closing check');
		const input = { lesson, document: shippedScenario(lesson.scenario), isShipped: true, number: null, answers: true };
		for (const format of HANDOUT_FORMATS) expect(renderHandout(input, format)).not.toContain('RESULT');
	});
});
