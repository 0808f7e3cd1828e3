import { describe, expect, it } from 'vitest';
import { checkBook, formatProblem, type Problem } from '../../../src/content/index.js';
import { markedText, placeText } from '../load-helpers.js';
import { isSafeToPrint } from '../safe-to-print.js';
import { bareLesson, LESSON, replaceInLesson } from './base.js';
import { loadPlacedLesson } from './load-helpers.js';

/** Checks lessons, by file name in reading order, against each other. */
const problemsBetween = (files: Readonly<Record<string, string>>): readonly Problem[] =>
	checkBook(Object.entries(files).map(([file, text]) => loadPlacedLesson(text, file)));

const describeProblem = (problem: Problem): string =>
	`${problem.file}:${placeText(problem)} ${markedText(problem)}: ${problem.message}`;

const OTHER = bareLesson('Back to [two lanes](lesson:two-lanes).\n', 'teaches: [O2]\nrevisits: [O0, O1]\n');

describe('the lessons of a book', () => {
	it('have no problems if ids and facts are unique and links lead forward or back to existing lessons', () => {
		const ahead = replaceInLesson('[this lesson](lesson:two-lanes)', '[a short one](lesson:short)');
		expect(problemsBetween({ '01-two-lanes.md': ahead, '02-short.md': OTHER })).toEqual([]);
		expect(problemsBetween({})).toEqual([]);
	});

	it('must not share an id', () => {
		const twin = replaceInLesson('teaches: [O0, O1]', 'teaches: [O2]');
		const problems = problemsBetween({ '01-two-lanes.md': LESSON, '02-two-lanes.md': twin });
		expect(problems.map(describeProblem)).toEqual([
			'02-two-lanes.md:2:5 two-lanes: the id two-lanes is that of 01-two-lanes.md too',
		]);
		expect(problems[0]?.help).toBe('Give one of them another id.');
	});

	it('must not share an id among three', () => {
		const files = { 'a.md': bareLesson(''), 'b.md': bareLesson(''), 'c.md': bareLesson('') };
		expect(problemsBetween(files).map(describeProblem)).toEqual([
			'b.md:2:5 short: the id short is that of a.md too',
			expect.stringMatching(/^c\.md:2:5 short: the id short is that of [ab]\.md too$/),
		]);
	});

	it('must not share a number in one folder', () => {
		const files = { 'a/01-two-lanes.md': LESSON, 'a/1-short.md': OTHER };
		const problems = problemsBetween(files);
		expect(problems.map(describeProblem)).toEqual([
			'a/1-short.md:2:5 short: the file has the number 1, which a/01-two-lanes.md has too',
		]);
		expect(problems[0]?.help).toBe(
			'Rename one of the files with another number: lessons are ordered and opened by it.',
		);
		expect(problemsBetween({ 'a/01-two-lanes.md': LESSON, 'b/01-short.md': OTHER })).toEqual([]);
		expect(problemsBetween({ 'a/two-lanes.md': LESSON, 'a/short.md': OTHER })).toEqual([]);
	});

	it('must not teach a fact twice', () => {
		const again = OTHER.replace('teaches: [O2]', 'teaches: [O2, O1]');
		const problems = problemsBetween({ '01-two-lanes.md': LESSON, '02-short.md': again });
		expect(problems.map(describeProblem)).toEqual(['02-short.md:7:15 O1: O1 is taught by two-lanes already']);
		expect(problems[0]?.help).toBe('Move it to revisits, or take it out of two-lanes.');
	});

	it('are reported at every repeated fact, with the first lesson that teaches it', () => {
		const third = OTHER.replace('id: short', 'id: third').replace('[O2]', '[O2, O0]');
		expect(problemsBetween({ 'a.md': LESSON, 'b.md': OTHER, 'c.md': third }).map(describeProblem)).toEqual([
			'c.md:7:11 O2: O2 is taught by short already',
			'c.md:7:15 O0: O0 is taught by two-lanes already',
		]);
	});

	it('must not link to a missing lesson, in prose or in a block', () => {
		const dead = replaceInLesson('(lesson:two-lanes)', '(lesson:too-lanes)').replace(
			'Never the strong one.',
			'See [it](lesson:it).',
		);
		const problems = problemsBetween({ 'a.md': dead, 'b.md': OTHER });
		expect(problems.map(describeProblem)).toEqual([
			'a.md:21:69 lesson:too-lanes: the link lesson:too-lanes leads nowhere',
			'a.md:47:16 lesson:it: the link lesson:it leads nowhere',
		]);
		expect(problems.map(({ help }) => help)).toEqual(['There are two-lanes, short.', 'There are two-lanes, short.']);
	});

	it('must not score a missing lesson', () => {
		const scored = bareLesson('```score\nof: [two-lanes, shirt]\n```\n');
		const problems = problemsBetween({ '01-two-lanes.md': LESSON, '02-short.md': scored });
		expect(problems.map(describeProblem)).toEqual(['02-short.md:9:17 shirt: there is no lesson shirt']);
		expect(problems[0]?.help).toBe('There are two-lanes, short.');
	});

	it('are listed up to twelve in the help for a dead link', () => {
		const many = Array.from({ length: 14 }, (_, i) => [`${i}.md`, bareLesson('').replace('id: short', `id: l${i}`)]);
		const problems = problemsBetween({ ...Object.fromEntries(many), 'z.md': bareLesson('[There](lesson:no).') });
		expect(problems[0]?.help).toBe('There are l0, l1, l2, l3, l4, l5, l6, l7, l8, l9, l10, l11 ….');
	});

	it('are reported without control characters, even from file names', () => {
		const problems = problemsBetween({ '\u001b[31ma.md': bareLesson(''), 'b\n.md': bareLesson('[x](lesson:y)') });
		expect(problems).toHaveLength(2);
		for (const problem of problems) expect(isSafeToPrint(formatProblem(problem).replaceAll('\n', ''))).toBe(true);
		expect(problems[0]?.message).toBe('the id short is that of ␛[31ma.md too');
	});
});
