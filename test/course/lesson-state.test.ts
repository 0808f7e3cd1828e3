import { describe, expect, it } from 'vitest';
import {
	type LessonOutline,
	type LessonReading,
	lessonState,
	minutesLeft,
	nextLesson,
	UNREAD,
} from '../../src/course/index.js';

const lesson = (id: string, challenges: readonly string[] = ['mend'], number: number | null = 1): LessonOutline => ({
	id,
	number,
	minutes: 5,
	challenges,
});
const reading = (changes: Partial<LessonReading>): LessonReading => ({ ...UNREAD, ...changes });

describe('the state of a lesson', () => {
	it.each<[string, string, LessonOutline, LessonReading | undefined]>([
		['before it was opened', 'unread', lesson('a'), undefined],
		['at its first line', 'unread', lesson('a'), UNREAD],
		['after scrolling', 'begun', lesson('a'), reading({ line: 3 })],
		['after an answer', 'begun', lesson('a'), reading({ answers: { q: { kind: 'passed' } } })],
		['at its end with an open challenge', 'begun', lesson('a'), reading({ block: 4, ended: true })],
		['with its challenge solved', 'done', lesson('a'), reading({ solved: { mend: 'solved' } })],
		['with its solution shown', 'skipped', lesson('a'), reading({ solved: { mend: 'skipped' } })],
		['with one of two challenges solved', 'begun', lesson('a', ['one', 'two']), reading({ solved: { one: 'solved' } })],
		[
			'with a challenge of another lesson solved',
			'begun',
			lesson('a', ['one']),
			reading({ solved: { two: 'solved' } }),
		],
		['at its end without a challenge', 'done', lesson('a', []), reading({ ended: true })],
	])('%s is %s', (_, state, course, progress) => {
		expect(lessonState(course, progress)).toBe(state);
	});

	it('decides the next lesson and the minutes left', () => {
		const book = [lesson('a'), lesson('b'), lesson('c')];
		const done = reading({ solved: { mend: 'solved' } });
		expect(nextLesson(book, {})?.id).toBe('a');
		expect(nextLesson(book, { a: done, c: done })?.id).toBe('b');
		expect(nextLesson(book, { a: done, b: done, c: done })).toBeNull();
		// Skipped lessons come again once all others are done.
		const skipped = reading({ solved: { mend: 'skipped' } });
		expect(nextLesson(book, { a: skipped, b: done })?.id).toBe('c');
		expect(nextLesson(book, { a: skipped, b: done, c: done })?.id).toBe('a');
		expect([minutesLeft(book, {}), minutesLeft(book, { b: done })]).toEqual([15, 10]);
	});

	it.each([0, null])(
		'leaves a lesson with number %s out of the minutes, and offers it only before any other was begun',
		(number) => {
			const book = [lesson('preface', ['mend'], number), lesson('a'), lesson('b')];
			const done = reading({ solved: { mend: 'solved' } });
			expect(nextLesson(book, {})?.id).toBe('preface');
			expect(nextLesson(book, { preface: reading({ line: 3 }) })?.id).toBe('preface');
			expect(nextLesson(book, { preface: done })?.id).toBe('a');
			expect(nextLesson(book, { a: reading({ line: 3 }) })?.id).toBe('a');
			expect(nextLesson(book, { a: done, b: done })).toBeNull();
			expect([minutesLeft(book, {}), minutesLeft(book, { preface: done, b: done })]).toEqual([10, 5]);
		},
	);
});
