import lessons from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { FACTS } from '../../../src/chapter/facts.js';
import { suggestPoints } from '../../../src/drill/match.js';
import { cards, interview, recall } from './shipped.js';

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;
const sentences = (text: string): number => text.split(/[.?!](?=\s|$)/).filter((part) => part.trim() !== '').length;
const count = (suggested: readonly boolean[]): number => suggested.filter(Boolean).length;

/** Pairs of cards with the same points: the chapter asks for them as recall and at the interview. */
const SAME_POINTS = new Set(['R2 I2', 'R6 I5', 'I2 R2', 'I5 R6']);

describe('the shipped decks', () => {
	it('ask every question of the chapter, in its order', () => {
		const facts = Object.keys(FACTS);
		expect(recall.cards.map(({ id }) => id)).toEqual(facts.filter((id) => /^R\d$/.test(id)));
		expect(interview.cards.map(({ id }) => id)).toEqual(facts.filter((id) => /^I\d$/.test(id)));
		expect(cards).toHaveLength(16);
	});

	it('have the ids of their files', () => {
		expect([recall.id, interview.id]).toEqual(['recall', 'interview']);
		expect(new Set(recall.cards.map(({ kind }) => kind))).toEqual(new Set(['recall']));
		expect(new Set(interview.cards.map(({ kind }) => kind))).toEqual(new Set(['interview']));
	});

	it('refer to at least twelve lessons, all of which exist', () => {
		const used = new Set(cards.flatMap(({ points }) => points.map(({ lesson }) => lesson)));
		expect([...used].filter((id) => !lessons.some((lesson) => lesson.id === id))).toEqual([]);
		expect(used.size).toBeGreaterThanOrEqual(12);
	});

	it('have no duplicate texts', () => {
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

describe.each(cards.map((card) => [card.id, card] as const))('the card %s', (id, card) => {
	const { question, points, answer } = card;

	it('has three to five points, or six for the trigger', () => {
		expect(points.length).toBeGreaterThanOrEqual(3);
		expect(points.length).toBeLessThanOrEqual(id === 'R8' ? 6 : 5);
	});

	it('asks a question whose own words suggest at most one point', () => {
		expect(question).toMatch(/\?$|^Say /);
		expect(count(suggestPoints(question, points))).toBeLessThanOrEqual(1);
	});

	it('has a model answer of 60 to 120 words that makes every point', () => {
		expect(words(answer)).toBeGreaterThanOrEqual(60);
		expect(words(answer)).toBeLessThanOrEqual(120);
		const suggested = suggestPoints(answer, points);
		expect(points.filter((_, i) => !suggested[i]).map(({ text }) => text)).toEqual([]);
	});

	it('is not answered by the model answer of another card, unless both ask the same', () => {
		const others = cards.filter((other) => other !== card && !SAME_POINTS.has(`${id} ${other.id}`));
		const full = others.filter((other) => !suggestPoints(other.answer, points).includes(false));
		expect(full.map((other) => other.id)).toEqual([]);
	});

	it('has points with different match words', () => {
		const matchWords = points.map(({ match }) => [...match].sort().join(' & '));
		expect(new Set(matchWords).size).toBe(points.length);
	});
});

describe.each(interview.cards.map((card) => [card.id, card] as const))('the card %s at the interview', (_, card) => {
	const { points, wrong, followUps } = card;

	it('has a wrong answer that makes at most one point', () => {
		expect(wrong?.answer).toMatch(/\w/);
		expect(count(suggestPoints(wrong?.answer ?? '', points))).toBeLessThanOrEqual(1);
	});

	it('says in two sentences why that fails, and has two follow-ups', () => {
		expect(sentences(wrong?.because ?? '')).toBe(2);
		expect(followUps).toHaveLength(2);
		for (const next of followUps) expect(next).toMatch(/[?.]$/);
	});
});

it('R8 has one point for each of the six parts of a rollback trigger', () => {
	const points = recall.cards.find(({ id }) => id === 'R8')?.points ?? [];
	const parts = [/metric/i, /slice/i, /threshold/i, /window/i, /owner/i, /action/i];
	expect(points.map(({ text }) => parts.map((part) => part.test(text)))).toEqual(
		parts.map((_, i) => parts.map((_, j) => i === j)),
	);
	const trigger = 'Resolution of refunds 2 points below all strong for one week; product owns it and undoes the route.';
	expect(suggestPoints(trigger, points)).toEqual(parts.map(() => true));
	expect(suggestPoints('If quality gets noticeably worse, we talk.', points)).not.toContain(true);
});
