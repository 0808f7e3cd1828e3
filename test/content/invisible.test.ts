import { describe, expect, it } from 'vitest';
import { cutExcerpt } from '../../src/content/problems/excerpt.js';
import { replaceInBase } from './base.js';
import { loadDocument, problemsOf } from './load-helpers.js';

describe('invisible characters', () => {
	it('are kept in names and stories', () => {
		const name = 'Très\u00a0bien\u202f! می\u200cخواهم 👩‍👧';
		expect(loadDocument(replaceInBase('name: FAQ answer', `name: ${name}`)).scenario.segments[0]?.name).toBe(name);
	});

	it('cause no second problem on a line that has another one', () => {
		const [problem, ...more] = problemsOf(replaceInBase('name: FAQ answer', 'name: "Très\u00a0bien'));
		expect(problem?.message).toBe('this quote is never closed');
		expect(more).toEqual([]);
	});

	it('do not hide that a text is too long', () => {
		const [problem] = problemsOf(replaceInBase('name: FAQ answer', `name: a\u00a0${'b'.repeat(200)}`));
		expect(problem?.message).toMatch(/holds 202 characters/);
	});

	it.each([
		['a\u00a0b', 'a\\u00a0b'],
		['a\u200bb', 'a\\u200bb'],
		['a\u200db', 'a\\u200db'],
		['👩‍👧 می\u200cخواهم', '👩‍👧 می\u200cخواهم'],
	])('are escaped in an excerpt, unless letters or emoji need them: %j', (line, text) => {
		expect(cutExcerpt(line, 0, 1).text).toBe(text);
	});
});
