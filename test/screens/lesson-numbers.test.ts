import lessons from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { topScreen } from '../../src/app/layers.js';
import { createBoardStore } from '../../src/app/store.js';
import type { LessonDocument } from '../../src/content/index.js';
import { countedLessons, type LessonReading, lessonName, tallyLessons, UNREAD } from '../../src/course/index.js';
import { lessonOutline } from '../../src/course/lesson-scenario.js';
import { contentsEntries, contentsLines, progressLine } from '../../src/screens/contents/lines.js';
import { progressLines } from '../../src/screens/overlays/progress-lines.js';
import { lessonOnScenario } from '../../src/screens/places.js';
import { createEnv } from '../../src/session/env.js';
import { textOf } from '../../src/text/line.js';
import { shippedScenario } from '../support/shipped.js';
import { shippedLesson } from '../support/shipped-lesson.js';

const preface = shippedLesson('before-you-start');
const [first, second] = [shippedLesson('the-bill-fell'), shippedLesson('the-slice')];
const documents = ['toy-request', 'week-31'].map(shippedScenario);

/** The reading of a lesson with every challenge solved. */
const done = ({ blocks }: LessonDocument): LessonReading => ({
	...UNREAD,
	ended: true,
	solved: Object.fromEntries(blocks.flatMap((block) => (block.kind === 'challenge' ? [[block.id, 'solved']] : []))),
});
const contents = (filter: string) =>
	contentsLines({ lessons, documents, readings: {}, filter, at: 0, room: 80 }).lines.map(textOf);

/** Opens a lesson; returns the text of its screen. */
function openText(lesson: LessonDocument, book: readonly LessonDocument[] = lessons): string {
	const store = createBoardStore({
		env: createEnv(documents, book),
		scenario: shippedScenario('week-31').scenario,
		screen: 'lesson',
		lesson: lesson.id,
		run: () => undefined,
	});
	store.dispatch({ type: 'page', by: 1_000_000 });
	const { head, body } = topScreen(store.getState(), store.env).view(store.getState(), store.env);
	return [...head, ...body.flatMap(({ lines }) => lines)].map(textOf).join('\n');
}

describe('the lesson on a scenario', () => {
	it('is the numbered one where a page before the book is played on it too', () => {
		expect(lessons.filter(({ scenario }) => scenario === 'toy-request').at(0)).toBe(preface);
		expect(lessonOnScenario(lessons, 'toy-request')?.id).toBe('a-tiny-request');
		expect(lessonOnScenario([preface], 'toy-request')).toBe(preface);
		expect(lessonOnScenario(lessons, 'no-such')).toBeNull();
	});
});

describe('the number of a lesson', () => {
	it('is that of its file, whatever stands before it in the book', () => {
		expect(lessonName(second)).toBe(`lesson 2: ${second.title}`);
		expect(openText(second)).toMatch(/^ 2 of 43 · /);
		expect(openText(second, [second, preface])).toMatch(/^ 2 of 1 · /);
		expect(contents('').find((line) => line.includes(second.title))).toMatch(/^ {2}○ {2}2 {2}/);
	});

	it('is not on screen for lesson 0: neither in its head, nor in the contents, nor where a lesson leads to it', () => {
		expect(lessonName(preface)).toBe('Before you start');
		expect(openText(preface)).toMatch(/^ Before you start /);
		expect(contents('')[1]).toMatch(/^ ›○ {5}Before you start +4 min$/);
		expect(openText(second, [second, preface])).toMatch(/NEXT {2}n Before you start *$/m);
		expect(openText(preface)).toContain(`NEXT  n lesson 1: ${first.title}`);
	});

	it('finds the lesson in the contents, and no other one', () => {
		const found = (filter: string) =>
			contentsEntries(lessons, documents, filter).flatMap(({ kind, id }) => (kind === 'lesson' ? [id] : []));
		expect(found('0')).toContain('before-you-start');
		expect(found('12')).toEqual([lessons.find(({ number }) => number === 12)?.id]);
		expect(found('null')).toEqual([]);
	});
});

describe('progress', () => {
	const counted = countedLessons(lessons);
	const minutes = counted.reduce((sum, lesson) => sum + lesson.minutes, 0);

	it('counts the lessons from 1 on: done, left, and in minutes', () => {
		const readings = { [preface.id]: done(preface) };
		expect(counted).toHaveLength(lessons.length - 1);
		expect(textOf(progressLine(lessons, readings, 120))).toBe(
			`0 of ${counted.length} lessons done · about ${minutes} minutes left · next: ${first.title}`,
		);
		const readings1 = { ...readings, [first.id]: done(first) };
		expect(textOf(progressLine(lessons, readings1, 120))).toBe(
			`1 of ${counted.length} lessons done · about ${minutes - first.minutes} minutes left · next: ${second.title}`,
		);
	});

	it('is complete without lesson 0', () => {
		const readings = Object.fromEntries(counted.map((lesson) => [lesson.id, done(lesson)]));
		expect(textOf(progressLine(lessons, readings, 120))).toBe(
			`${counted.length} of ${counted.length} lessons done · all of it`,
		);
	});

	it('lists no part that has nothing to count, and counts no challenge of lesson 0', () => {
		const input = {
			lessons,
			readings: { [preface.id]: done(preface) },
			misses: [],
			practice: null,
			reviews: [],
			now: 0,
		};
		const lines = progressLines(input, 80).map(textOf);
		expect(lines[0]).toBe(`0 of ${counted.length} lessons done, about ${minutes} minutes left`);
		expect(lines.filter((line) => line.startsWith(preface.part))).toEqual([]);
		expect(lines.some((line) => line.startsWith(first.part))).toBe(true);
		expect(tallyLessons([lessonOutline(preface)], input.readings)).toMatchObject({
			lessons: 0,
			done: 0,
			solvedAlone: 0,
		});
	});
});
