import lessons from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { FACTS } from '../../../src/chapter/facts.js';
import { suggestedPoints } from '../../../src/drill/match.js';
import { cards, interview, recall } from './shipped.js';

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;
const sentences = (text: string): number => text.split(/[.?!](?=\s|$)/).filter((part) => part.trim() !== '').length;
const count = (suggested: readonly boolean[]): number => suggested.filter(Boolean).length;

/** Cards whose points the chapter asks for twice: from memory, and at the interview. */
const SAME = new Set(['R2 I2', 'R6 I5', 'I2 R2', 'I5 R6']);

describe('the shipped decks', () => {
	it('ask what the chapter asks, in its order', () => {
		const facts = Object.keys(FACTS);
		expect(recall.cards.map(({ id }) => id)).toEqual(facts.filter((id) => /^R\d$/.test(id)));
		expect(interview.cards.map(({ id }) => id)).toEqual(facts.filter((id) => /^I\d$/.test(id)));
		expect(cards).toHaveLength(16);
	});

	it('are called as their files are', () => {
		expect([recall.id, interview.id]).toEqual(['recall', 'interview']);
		expect(new Set(recall.cards.map(({ kind }) => kind))).toEqual(new Set(['recall']));
		expect(new Set(interview.cards.map(({ kind }) => kind))).toEqual(new Set(['interview']));
	});

	it('lead back to lessons all over the mechanism, and not to one', () => {
		const used = new Set(cards.flatMap(({ points }) => points.map(({ lesson }) => lesson)));
		expect([...used].filter((id) => !lessons.some((lesson) => lesson.id === id))).toEqual([]);
		expect(used.size).toBeGreaterThanOrEqual(12);
	});

	it('say nothing twice', () => {
		const texts = cards.flatMap(({ question, points, answer, wrong, followUps }) => [
			question,
			...points.map(({ text }) => text),
			answer,
			...(wrong ? [wrong.answer, wrong.because] : []),
			...followUps,
		]);
		expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
	});
});

describe.each(cards.map((card) => [card.id, card] as const))('%s', (id, card) => {
	const { question, points, answer } = card;

	it('has three to five points, and the trigger six', () => {
		expect(points.length).toBeGreaterThanOrEqual(3);
		expect(points.length).toBeLessThanOrEqual(id === 'R8' ? 6 : 5);
	});

	it('asks a question, and the question alone suggests one point at most', () => {
		expect(question).toMatch(/\?$|^Say /);
		expect(count(suggestedPoints(question, points))).toBeLessThanOrEqual(1);
	});

	it('has a model answer of 60 to 120 words that holds every point', () => {
		expect(words(answer)).toBeGreaterThanOrEqual(60);
		expect(words(answer)).toBeLessThanOrEqual(120);
		const suggested = suggestedPoints(answer, points);
		expect(points.filter((_, i) => !suggested[i]).map(({ text }) => text)).toEqual([]);
	});

	it('is not answered by the model answer of another card, unless that asks for the same', () => {
		const others = cards.filter((other) => other !== card && !SAME.has(`${id} ${other.id}`));
		const full = others.filter((other) => !suggestedPoints(other.answer, points).includes(false));
		expect(full.map((other) => other.id)).toEqual([]);
	});

	it('names the points apart: no two of them look for the same words', () => {
		const looked = points.map(({ match }) => [...match].sort().join(' & '));
		expect(new Set(looked).size).toBe(points.length);
	});
});

describe.each(interview.cards.map((card) => [card.id, card] as const))('%s at the interview', (_, card) => {
	const { points, wrong, followUps } = card;

	it('has a wrong answer that holds one point at most', () => {
		expect(wrong?.answer).toMatch(/\w/);
		expect(count(suggestedPoints(wrong?.answer ?? '', points))).toBeLessThanOrEqual(1);
	});

	it('says in two sentences why that fails, and asks two things more', () => {
		expect(sentences(wrong?.because ?? '')).toBe(2);
		expect(followUps).toHaveLength(2);
		for (const next of followUps) expect(next).toMatch(/[?.]$/);
	});
});

it('lists the six parts of a rollback trigger, one a point', () => {
	const points = recall.cards.find(({ id }) => id === 'R8')?.points ?? [];
	const parts = [/metric/i, /slice/i, /threshold/i, /window/i, /owner/i, /action/i];
	expect(points.map(({ text }) => parts.map((part) => part.test(text)))).toEqual(
		parts.map((_, i) => parts.map((_, j) => i === j)),
	);
	const trigger = 'Resolution of refunds 2 points below all strong for one week; product owns it and undoes the route.';
	expect(suggestedPoints(trigger, points)).toEqual(parts.map(() => true));
	expect(suggestedPoints('If quality gets noticeably worse, we talk.', points)).not.toContain(true);
});
