import { describe, expect, it } from 'vitest';
import { DECK, RECALL, replaceInDeck } from './base.js';
import { loadDeckDocument } from './load-helpers.js';

describe('a valid deck', () => {
	it('loads as its cards, in file order', () => {
		expect(loadDeckDocument(DECK)).toEqual({
			id: 'two-questions',
			title: 'Two questions',
			cards: [
				{
					id: 'Q1',
					kind: 'interview',
					question: 'What is routed?',
					points: [
						{ text: 'Requests are.', lesson: 'the-rule', match: ['request|ticket', 'route'] },
						{ text: 'Each by itself.', lesson: 'the-slice', match: ['each'] },
					],
					answer: '*Requests* are, each by itself.\n\nOne by one.',
					wrong: { answer: 'Users are.', because: 'Nobody asked them.' },
					followUps: ['Why?', 'How often?'],
				},
				{
					id: 'Q2',
					kind: 'interview',
					question: 'Who pays?',
					points: [
						{ text: 'Somebody does.', lesson: 'the-rule', match: ['some'] },
						{ text: 'And 10% more.', lesson: 'the-slice', match: ['10%'] },
					],
					answer: 'Somebody, and 10% more.',
					wrong: { answer: 'Nobody.', because: 'Somebody does.' },
					followUps: ['Really?', 'How much?'],
				},
			],
		});
	});

	it('has neither wrong answers nor follow-ups in recall', () => {
		const { cards } = loadDeckDocument(RECALL);
		expect(cards.map(({ kind, wrong, followUps }) => ({ kind, wrong, followUps }))).toEqual([
			{ kind: 'recall', wrong: null, followUps: [] },
			{ kind: 'recall', wrong: null, followUps: [] },
		]);
		expect(loadDeckDocument(`${RECALL}    wrong: null\n    followUps: []\n`)).toEqual(loadDeckDocument(RECALL));
	});

	it('may have up to six points per card, and folded texts', () => {
		const more = '      - { text: So., lesson: the-rule, match: [so] }\n'.repeat(4);
		expect(
			loadDeckDocument(replaceInDeck('        match: [10%]\n', `        match: [10%]\n${more}`)).cards[1]?.points,
		).toHaveLength(6);
		expect(loadDeckDocument(replaceInDeck('question: Who pays?', 'question: >-\n      Who\n      pays?'))).toEqual(
			loadDeckDocument(DECK),
		);
	});

	it('may be bytes with a byte order mark, and have CRLF line ends', () => {
		expect(loadDeckDocument(new TextEncoder().encode(`\ufeff${DECK}`))).toEqual(loadDeckDocument(DECK));
		expect(loadDeckDocument(DECK.replaceAll('\n', '\r\n'))).toEqual(loadDeckDocument(DECK));
	});
});
