import { describe, expect, it } from 'vitest';
import { formatProblem, lessonsTogether, type Problem } from '../../../src/content/index.js';
import { isHarmless } from '../is-harmless.js';
import { at, marked } from '../loaded.js';
import { broken, LESSON, short } from './base.js';
import { placed } from './loaded.js';

/** What is wrong between lessons, by their files, in reading order. */
const between = (files: Readonly<Record<string, string>>): readonly Problem[] =>
	lessonsTogether(Object.entries(files).map(([file, text]) => placed(text, file)));

const said = (problem: Problem): string => `${problem.file}:${at(problem)} ${marked(problem)}: ${problem.message}`;

const OTHER = short('Back to [two lanes](lesson:two-lanes).\n', 'teaches: [O2]\nrevisits: [O0, O1]\n');

describe('lessons together', () => {
	it('are sound where ids and facts are their own and links lead somewhere, ahead as well as back', () => {
		const ahead = broken('[this lesson](lesson:two-lanes)', '[a short one](lesson:short)');
		expect(between({ '01-two-lanes.md': ahead, '02-short.md': OTHER })).toEqual([]);
		expect(between({})).toEqual([]);
	});

	it('must not share an id', () => {
		const twin = broken('teaches: [O0, O1]', 'teaches: [O2]');
		const problems = between({ '01-two-lanes.md': LESSON, '02-two-lanes.md': twin });
		expect(problems.map(said)).toEqual([
			'02-two-lanes.md:2:5 two-lanes: the id two-lanes is that of 01-two-lanes.md too',
		]);
		expect(problems[0]?.help).toBe('Give one of them another id.');
	});

	it('must not share an id in threes either', () => {
		const files = { 'a.md': short(''), 'b.md': short(''), 'c.md': short('') };
		expect(between(files).map(said)).toEqual([
			'b.md:2:5 short: the id short is that of a.md too',
			expect.stringMatching(/^c\.md:2:5 short: the id short is that of [ab]\.md too$/),
		]);
	});

	it('must not teach a fact twice', () => {
		const again = OTHER.replace('teaches: [O2]', 'teaches: [O2, O1]');
		const problems = between({ '01-two-lanes.md': LESSON, '02-short.md': again });
		expect(problems.map(said)).toEqual(['02-short.md:7:15 O1: O1 is taught by two-lanes already']);
		expect(problems[0]?.help).toBe('Move it to revisits, or take it out of two-lanes.');
	});

	it('are told at every place, each against the first that teaches it', () => {
		const third = OTHER.replace('id: short', 'id: third').replace('[O2]', '[O2, O0]');
		expect(between({ 'a.md': LESSON, 'b.md': OTHER, 'c.md': third }).map(said)).toEqual([
			'c.md:7:11 O2: O2 is taught by short already',
			'c.md:7:15 O0: O0 is taught by two-lanes already',
		]);
	});

	it('must not link to a lesson that is not there, in prose or in a block', () => {
		const dead = broken('(lesson:two-lanes)', '(lesson:too-lanes)').replace(
			'Never the strong one.',
			'See [it](lesson:it).',
		);
		const problems = between({ 'a.md': dead, 'b.md': OTHER });
		expect(problems.map(said)).toEqual([
			'a.md:21:69 lesson:too-lanes: the link lesson:too-lanes leads nowhere',
			'a.md:47:16 lesson:it: the link lesson:it leads nowhere',
		]);
		expect(problems.map(({ help }) => help)).toEqual(['There are two-lanes, short.', 'There are two-lanes, short.']);
	});

	it('are named by a dozen where there are many', () => {
		const many = Array.from({ length: 14 }, (_, i) => [`${i}.md`, short('').replace('id: short', `id: l${i}`)]);
		const problems = between({ ...Object.fromEntries(many), 'z.md': short('[There](lesson:no).') });
		expect(problems[0]?.help).toBe('There are l0, l1, l2, l3, l4, l5, l6, l7, l8, l9, l10, l11 ….');
	});

	it('are told without control characters, whatever their files are called', () => {
		const problems = between({ '\u001b[31ma.md': short(''), 'b\n.md': short('[x](lesson:y)') });
		expect(problems).toHaveLength(2);
		for (const problem of problems) expect(isHarmless(formatProblem(problem).replaceAll('\n', ''))).toBe(true);
		expect(problems[0]?.message).toBe('the id short is that of ␛[31ma.md too');
	});
});
