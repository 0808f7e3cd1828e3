import { describe, expect, it } from 'vitest';
import { type Course, lessonState, minutesLeft, nextLesson, type Reading, UNREAD } from '../../src/course/index.js';

const lesson = (id: string, challenges: readonly string[] = ['mend']): Course => ({ id, minutes: 5, challenges });
const reading = (changes: Partial<Reading>): Reading => ({ ...UNREAD, ...changes });

describe('how far a lesson is', () => {
	it.each<[string, Course, Reading | undefined, string]>([
		['never opened', lesson('a'), undefined, 'unread'],
		['opened, at its first line', lesson('a'), UNREAD, 'unread'],
		['scrolled', lesson('a'), reading({ line: 3 }), 'begun'],
		['a question answered', lesson('a'), reading({ answers: { q: { kind: 'passed' } } }), 'begun'],
		['read to its end, with an open challenge', lesson('a'), reading({ block: 4, ended: true }), 'begun'],
		['its challenge solved', lesson('a'), reading({ solved: { mend: 'solved' } }), 'done'],
		['its solution shown', lesson('a'), reading({ solved: { mend: 'skipped' } }), 'done'],
		['one of two challenges solved', lesson('a', ['one', 'two']), reading({ solved: { one: 'solved' } }), 'begun'],
		['another lesson’s challenge', lesson('a', ['one']), reading({ solved: { two: 'solved' } }), 'begun'],
		['without a challenge, read to its end', lesson('a', []), reading({ ended: true }), 'done'],
	])('%s', (_, course, read, state) => {
		expect(lessonState(course, read)).toBe(state);
	});

	it('knows the first that is not done, and the minutes of all that are not', () => {
		const book = [lesson('a'), lesson('b'), lesson('c')];
		const done = reading({ solved: { mend: 'solved' } });
		expect(nextLesson(book, {})?.id).toBe('a');
		expect(nextLesson(book, { a: done, c: done })?.id).toBe('b');
		expect(nextLesson(book, { a: done, b: done, c: done })).toBeNull();
		expect([minutesLeft(book, {}), minutesLeft(book, { b: done })]).toEqual([15, 10]);
	});
});
