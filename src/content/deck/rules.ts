import type { z } from 'zod';
import { nearestNames } from '../../engine/inputs/index.js';
import { quote } from '../explain/describe.js';
import type { RuleViolation } from '../scenario/rules/rule.js';
import type { Path } from '../yaml/locate.js';
import type { rawDeck } from './raw.js';

type Deck = z.output<typeof rawDeck>;
type Card = Deck['cards'][number];
type Point = Card['points'][number];

/** Returns whether a lesson with this id exists. */
export type LessonExists = (id: string) => boolean;

/** Number of follow-up questions of an interview card. */
const FOLLOW_UPS = 2;

/**
 * Checks the constraints between a deck's fields, and the lessons that it refers to.
 *
 * @param names ids of lessons to suggest for an unknown one, besides those that the deck itself uses correctly
 */
export function checkDeck(deck: Deck, lessons: LessonExists, names: readonly string[]): readonly RuleViolation[] {
	const ids = deck.cards.map(({ id }) => id);
	const used = deck.cards.flatMap(({ points }) => points.map(({ lesson }) => lesson));
	const known = [...new Set([...names, ...used.filter(lessons)])];
	return deck.cards.flatMap((card, i) => {
		const path = ['cards', i];
		return [
			...duplicateId(ids, i, path),
			...(card.points.length < 2 ? [tooFewPoints(path)] : []),
			...(deck.kind === 'interview' ? interviewBreaches(card, path) : recallBreaches(card, path)),
			...card.points.flatMap((point, j) => {
				const pointPath = [...path, 'points', j];
				return [
					...(lessons(point.lesson) ? [] : [unknownLesson(point, pointPath, known)]),
					...matchBreaches(point, pointPath),
				];
			}),
		];
	});
}

function duplicateId(ids: readonly string[], i: number, path: Path): readonly RuleViolation[] {
	const id = ids[i] ?? '';
	const first = ids.indexOf(id);
	if (first === i) return [];
	const message = `the id ${quote(id)} is that of card ${first + 1} too; expected each once`;
	return [{ path: [...path, 'id'], message, help: 'Give one of them another id.' }];
}

const tooFewPoints = (path: Path): RuleViolation => ({
	path: [...path, 'points'],
	message: 'there is one key point; expected 2 to 6',
	help: 'Part it in two, or add what else a good answer holds.',
});

function interviewBreaches({ wrong, followUps }: Card, path: Path): readonly RuleViolation[] {
	const breaches: RuleViolation[] = [];
	if (!wrong)
		breaches.push({
			path: [...path, 'wrong'],
			message: 'a card of an interview has no wrong answer',
			help: 'Add wrong: with answer, the one that tempts, and because, why it fails.',
		});
	if (followUps.length !== FOLLOW_UPS)
		breaches.push({
			path: [...path, 'followUps'],
			message: `expected ${FOLLOW_UPS} follow-up questions; found ${followUps.length}`,
			help: `Write followUps: and a list of ${FOLLOW_UPS} questions.`,
		});
	return breaches;
}

function recallBreaches({ wrong, followUps }: Card, path: Path): readonly RuleViolation[] {
	const misplaced = [...(wrong ? ['wrong'] : []), ...(followUps.length > 0 ? ['followUps'] : [])];
	return misplaced.map((field) => ({
		path: [...path, field],
		name: true,
		message: `${field} does not go with a card of recall`,
		help: 'Delete it, or move the card to a deck of the kind interview.',
	}));
}

function unknownLesson({ lesson }: Point, path: Path, known: readonly string[]): RuleViolation {
	const near = nearestNames(lesson, known);
	return {
		path: [...path, 'lesson'],
		message: `there is no lesson ${quote(lesson)}`,
		help: near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Write the id that stands in the head of a lesson.',
	};
}

/** Characters that an answer can be searched for. */
const SEARCHABLE = /[\p{L}\p{N}%]/u;

const matchBreaches = ({ match }: Point, path: Path): readonly RuleViolation[] =>
	match.flatMap((alternatives, i) =>
		alternatives.split('|').every((one) => SEARCHABLE.test(one))
			? []
			: [
					{
						path: [...path, 'match', i],
						message: `${quote(alternatives)} has an alternative without a letter, a number or %`,
						help: 'Take the extra | out, or write a word there.',
					},
				],
	);
