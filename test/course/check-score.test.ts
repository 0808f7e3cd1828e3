import { describe, expect, it } from 'vitest';
import type { Challenge, LessonBlock, Predict } from '../../src/content/index.js';
import { type Answer, type ChallengeResult, type ScoredReading, scoreCheck } from '../../src/course/index.js';

const question = (id: string, checks: readonly string[]): Predict => ({
	kind: 'predict',
	id,
	after: null,
	ask: 'How many?',
	about: { kind: 'metric', metric: 'cost', segment: null },
	state: null,
	change: {},
	hides: [],
	checks,
});
const challenge = (id: string, checks: readonly string[]): Challenge => ({
	kind: 'challenge',
	id,
	goal: 'Mend it.',
	conditions: [],
	hints: [],
	solution: {},
	after: 'Mended.',
	checks,
});

const lesson = (id: string, ...blocks: readonly LessonBlock[]) => ({ id, blocks });
const reading = (
	answers: Readonly<Record<string, Answer>>,
	solved: Readonly<Record<string, ChallengeResult>> = {},
): ScoredReading => ({ answers, solved });
const guess = (value: number, truth: number | null = 0.05): Answer => ({ kind: 'guess', guess: value, truth });
const RIGHT: Answer = { kind: 'choice', choice: 2, right: true };
const WRONG: Answer = { kind: 'choice', choice: 1, right: false };

/** Returns the result of a fact that one question checks. */
const resultOf = (answer: Answer): string | undefined =>
	scoreCheck([lesson('one', question('a', ['S2']))], { one: reading({ a: answer }) }).facts.get('S2');

describe('the score of a check', () => {
	it.each([
		['the right choice', RIGHT, 'held'],
		['a wrong choice', WRONG, 'missed'],
		['a question that was passed', { kind: 'passed' }, 'missed'],
		['the exact number', guess(0.05), 'held'],
		['a number that is a tenth below the truth', guess(0.045), 'held'],
		['a number that is more than a tenth below', guess(0.0449), 'missed'],
		['a number that is a tenth of itself above the truth', guess(0.0555), 'held'],
		['a number that is further above', guess(0.0556), 'missed'],
		['a number whose truth is not measured', guess(0.05, null), 'missed'],
	] as const)('judges %s', (_, answer, result) => {
		expect(resultOf(answer)).toBe(result);
	});

	it('counts questions and challenges of all lessons, and what is open', () => {
		const lessons = [
			lesson('one', question('a', []), question('b', []), challenge('c', [])),
			lesson('two', question('a', []), challenge('c', []), challenge('d', [])),
		];
		const readings = {
			one: reading({ a: RIGHT, b: WRONG }, { c: 'solved' }),
			two: reading({}, { c: 'skipped' }),
			other: reading({ a: RIGHT }),
		};
		const { questions, challenges } = scoreCheck(lessons, readings);
		expect(questions).toEqual({ total: 3, right: 1, open: 1 });
		expect(challenges).toEqual({ total: 3, right: 1, open: 1 });
	});

	it('misses a fact that is checked twice and missed once, whatever is open or held', () => {
		const blocks = [question('a', ['S2']), question('b', ['S2', 'F5']), challenge('c', ['F5', 'W1'])];
		const factsAfter = (answers: Readonly<Record<string, Answer>>, solved = {}) =>
			Object.fromEntries(scoreCheck([lesson('one', ...blocks)], { one: reading(answers, solved) }).facts);
		expect(factsAfter({})).toEqual({ S2: 'open', F5: 'open', W1: 'open' });
		expect(factsAfter({ a: RIGHT })).toEqual({ S2: 'open', F5: 'open', W1: 'open' });
		expect(factsAfter({ a: WRONG })).toEqual({ S2: 'missed', F5: 'open', W1: 'open' });
		expect(factsAfter({ a: WRONG, b: RIGHT }, { c: 'solved' })).toEqual({ S2: 'missed', F5: 'held', W1: 'held' });
	});

	it('misses what a challenge checks if its solution was shown', () => {
		const lessons = [lesson('one', challenge('c', ['W1']))];
		expect(scoreCheck(lessons, { one: reading({}, { c: 'skipped' }) }).facts.get('W1')).toBe('missed');
	});
});
