import { describe, expect, it } from 'vitest';
import { at, marked } from '../loaded.js';
import { BAD_DECKS } from './bad-decks.js';
import { broken } from './base.js';
import { problemsOf } from './loaded.js';

/** Files in which one thing is wrong in the text and in what the text says. */
const TOLD_TWICE = new Set(['an escape sequence']);

describe.each(BAD_DECKS)('%s', (_, cases) => {
	it.each(cases)('$what', ({ file, at: place, mark, message, help }) => {
		const found = problemsOf(file).find((problem) => at(problem) === place && message.test(problem.message));
		expect(found, JSON.stringify(problemsOf(file), null, 1)).toBeDefined();
		expect(found?.help).toMatch(help);
		expect(found && marked(found)).toBe(mark);
	});

	it.each(cases.filter(({ what }) => !TOLD_TWICE.has(what)))('$what is the only problem', ({ file }) => {
		expect(problemsOf(file)).toHaveLength(1);
	});
});

it('reports several problems at once, in the order of the file', () => {
	const file = broken('id: Q2', 'id: Q1')
		.replace('[request|ticket, route]', "['request|', route]")
		.replace('lesson: the-slice\n        match: [each]', 'lesson: the-slic\n        match: [each]')
		.replace('[Why?, How often?]', '[Why?]')
		.replace('wrong: { answer: Nobody., because: Somebody does. }', 'wrong: null');
	expect(problemsOf(file).map((problem) => `${at(problem)} ${marked(problem)}`)).toEqual([
		"10:17 'request|'",
		'12:17 the-slic',
		'21:5 followUps',
		'22:9 Q1',
		'32:12 null',
	]);
});

it('proposes lessons that the deck does not use, where it is told of them', () => {
	const file = broken('lesson: the-slice\n        match: [each]', 'lesson: root-couse\n        match: [each]');
	expect(problemsOf(file)[0]?.help).not.toMatch(/root-cause/);
	expect(problemsOf(file, ['root-cause', 'the-rule'])[0]?.help).toBe('Did you mean root-cause?');
});
