import { describe, expect, it } from 'vitest';
import { markedText, placeText } from '../load-helpers.js';
import { BAD_DECKS } from './bad-decks.js';
import { replaceInDeck } from './base.js';
import { problemsOf } from './load-helpers.js';

/** Cases that are reported both as text and as a value. */
const REPORTED_TWICE = new Set(['an escape sequence']);

describe.each(BAD_DECKS)('the deck loader, on %s', (_, cases) => {
	it.each(cases)('refuses $what, with its place and help', ({ file, at: place, mark, message, help }) => {
		const found = problemsOf(file).find((problem) => placeText(problem) === place && message.test(problem.message));
		expect(found, JSON.stringify(problemsOf(file), null, 1)).toBeDefined();
		expect(found?.help).toMatch(help);
		expect(found && markedText(found)).toBe(mark);
	});

	it.each(cases.filter(({ what }) => !REPORTED_TWICE.has(what)))('reports one problem only for $what', ({ file }) => {
		expect(problemsOf(file)).toHaveLength(1);
	});
});

it('the deck loader reports several problems at once, in the order of the file', () => {
	const file = replaceInDeck('id: Q2', 'id: Q1')
		.replace('[request|ticket, route]', "['request|', route]")
		.replace('lesson: the-slice\n        match: [each]', 'lesson: the-slic\n        match: [each]')
		.replace('[Why?, How often?]', '[Why?]')
		.replace('wrong: { answer: Nobody., because: Somebody does. }', 'wrong: null');
	expect(problemsOf(file).map((problem) => `${placeText(problem)} ${markedText(problem)}`)).toEqual([
		"10:17 'request|'",
		'12:17 the-slic',
		'21:5 followUps',
		'22:9 Q1',
		'32:12 null',
	]);
});

it('the deck loader suggests lessons that the deck does not use, if their ids are given', () => {
	const file = replaceInDeck('lesson: the-slice\n        match: [each]', 'lesson: root-couse\n        match: [each]');
	expect(problemsOf(file)[0]?.help).not.toMatch(/root-cause/);
	expect(problemsOf(file, ['root-cause', 'the-rule'])[0]?.help).toBe('Did you mean root-cause?');
});
