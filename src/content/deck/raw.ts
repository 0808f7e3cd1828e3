import { z } from 'zod';
import { id, line, markdown, name, optional, sentence } from '../scenario/raw/shared.js';

const point = z
	.strictObject({
		text: sentence('What a good answer holds, in a sentence.'),
		lesson: id('Id of the lesson that teaches it.'),
		match: z
			.array(line(200))
			.min(1)
			.max(10)
			.describe(
				'Words that suggest the point when all are in an answer; alternatives are parted by |, as in fell|drop.',
			),
	})
	.describe('A key point.');

const wrong = z
	.strictObject({
		answer: sentence('The answer that tempts.'),
		because: sentence('Why it fails.'),
	})
	.describe('The tempting wrong answer, in an interview only.');

const card = z
	.strictObject({
		id: id('Unique in the deck.'),
		question: sentence('The question, as a person would ask it.'),
		points: z.array(point).min(1).max(6).describe('Two to six key points.'),
		answer: markdown('A model answer, as Markdown.'),
		wrong: optional(wrong),
		followUps: z
			.array(sentence('A question.'))
			.default([])
			.describe('Two questions that come next, in an interview only.'),
	})
	.describe('A question with what to hold an answer against.');

/** The schema of a deck file. Constraints between fields are checked by the rules. */
export const rawDeck = z
	.strictObject({
		id: id('Id of the deck.'),
		title: name('Heading of the deck.'),
		kind: z.enum(['recall', 'interview']).describe('What all of its cards are.'),
		cards: z.array(card).min(1).max(200).describe('The cards, in the order in which they are asked.'),
	})
	.describe('A deck of questions.');
