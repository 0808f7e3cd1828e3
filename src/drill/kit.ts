import type { CardDocument, DeckDocument } from '../content/index.js';
import type { Scenario } from '../engine/scenario.js';
import { type DiagnosisCase, diagnosisCase, SHAPES, type Shape, shapeOf } from './diagnosis/index.js';
import { DIAGRAMS, type Diagram } from './diagrams/index.js';
import { type Level, NUMBER_KINDS, type NumberKind, type NumberQuestion, numberQuestion } from './numbers/index.js';
import { seededRandom } from './seeded-random.js';

/** Content that drills are generated from. */
export interface DrillKit {
	readonly decks: readonly DeckDocument[];
	/** Sources of number questions. */
	readonly scenarios: readonly Scenario[];
	/** Sources of diagnosis cases. */
	readonly contexts: readonly Scenario[];
}

export const DRILL_KINDS = ['recall', 'interview', 'numbers', 'diagnose', 'diagrams'] as const;
export type DrillKind = (typeof DRILL_KINDS)[number];

/** A question to answer. Reviews are stored under `card`, whatever figures the seed gave it. */
export type Question =
	| { readonly kind: 'card'; readonly card: string; readonly document: CardDocument }
	| { readonly kind: 'number'; readonly card: string; readonly question: NumberQuestion }
	| { readonly kind: 'case'; readonly card: string; readonly diagnosisCase: DiagnosisCase }
	| { readonly kind: 'diagram'; readonly card: string; readonly diagram: Diagram };

/** Returns the card ids of a kind, in order. A deck card's id is the deck's id and its own, so its text may change. */
export function cardsOf({ decks }: DrillKit, kind: DrillKind): readonly string[] {
	switch (kind) {
		case 'recall':
		case 'interview':
			return decks.flatMap(({ id, cards }) =>
				cards.filter((card) => card.kind === kind).map((card) => `${id}/${card.id}`),
			);
		case 'numbers':
			return NUMBER_KINDS.map((number) => `numbers/${number}`);
		case 'diagnose':
			return Object.keys(SHAPES).map((shape) => `diagnose/${shape}`);
		case 'diagrams':
			return DIAGRAMS.map(({ id }) => `diagrams/${id}`);
	}
}

/** Returns the cards in the order they are asked. Cases are shuffled: a fixed order would reveal their shapes. */
export const orderCards = (cards: readonly string[], seed: number): readonly string[] => {
	const isCase = (card: string): boolean => card.startsWith('diagnose/');
	const cases = seededRandom(seed, ORDER_STREAM).shuffle(cards.filter(isCase));
	return cards.map((card) => (isCase(card) ? (cases.pop() ?? card) : card));
};

const ORDER_STREAM = 0x0d1e0000;

/** Returns the kind of a card, or null if no kind has it. */
export const kindOfCard = (kit: DrillKit, card: string): DrillKind | null =>
	DRILL_KINDS.find((kind) => cardsOf(kit, kind).includes(card)) ?? null;

/** Returns what a card asks for, in a few words; it does not tell the answer. An unknown card is its own title. */
export function cardTitle({ decks }: DrillKit, card: string): string {
	const [group, id = ''] = card.split('/');
	switch (group) {
		// The id of a case names its shape, which is the answer.
		case 'diagnose':
			return 'a case to diagnose';
		case 'numbers':
			return id.replaceAll('-', ' ');
		case 'diagrams':
			return DIAGRAMS.find((diagram) => diagram.id === id)?.title ?? card;
		default:
			return decks.find((deck) => deck.id === group)?.cards.find((one) => one.id === id)?.question ?? card;
	}
}

/**
 * Turns a card into a question; null if there is no such card.
 *
 * @param seed sets the figures of a number or a case: the same seed gives the same question
 */
export function createQuestion(kit: DrillKit, card: string, seed: number, level: Level): Question | null {
	const slash = card.indexOf('/');
	const [group, id] = [card.slice(0, slash), card.slice(slash + 1)];
	switch (group) {
		case 'numbers':
			if (!(NUMBER_KINDS as readonly string[]).includes(id)) return null;
			return { kind: 'number', card, question: numberQuestion(id as NumberKind, level, seed, kit.scenarios) };
		case 'diagnose':
			return Object.hasOwn(SHAPES, id)
				? { kind: 'case', card, diagnosisCase: caseOf(id as Shape, seed, kit.contexts) }
				: null;
		case 'diagrams': {
			const diagram = DIAGRAMS.find((candidate) => candidate.id === id);
			return diagram ? { kind: 'diagram', card, diagram } : null;
		}
		default: {
			const document = kit.decks.find((deck) => deck.id === group)?.cards.find((candidate) => candidate.id === id);
			return document ? { kind: 'card', card, document } : null;
		}
	}
}

/** Returns the case of a shape among the seven case seeds of `seed`, which cover each shape once. */
function caseOf(shape: Shape, seed: number, contexts: readonly Scenario[]): DiagnosisCase {
	let caseSeed = seed * Object.keys(SHAPES).length;
	while (shapeOf(caseSeed) !== shape) caseSeed++;
	return diagnosisCase(caseSeed, contexts);
}
