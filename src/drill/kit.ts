import type { CardDocument, DeckDocument } from '../content/index.js';
import type { Scenario } from '../engine/scenario.js';
import { type DiagnosisCase, diagnosisCase, SHAPES, type Shape, shapeOf } from './diagnosis/index.js';
import { DIAGRAMS, type Diagram } from './diagrams/index.js';
import { type Level, NUMBER_KINDS, type NumberKind, type NumberQuestion, numberQuestion } from './numbers/index.js';
import { seeded } from './seeded.js';

/** What drills are made from. */
export interface DrillKit {
	readonly decks: readonly DeckDocument[];
	/** Numbers are asked of these. */
	readonly scenarios: readonly Scenario[];
	/** Cases are diagnosed in these. */
	readonly contexts: readonly Scenario[];
}

export const DRILL_KINDS = ['recall', 'interview', 'numbers', 'diagnose', 'diagrams'] as const;
export type DrillKind = (typeof DRILL_KINDS)[number];

/** Something to answer. `card` is what its reviews are kept under, whatever its figures. */
export type Question =
	| { readonly kind: 'card'; readonly card: string; readonly document: CardDocument }
	| { readonly kind: 'number'; readonly card: string; readonly asked: NumberQuestion }
	| { readonly kind: 'case'; readonly card: string; readonly found: DiagnosisCase }
	| { readonly kind: 'diagram'; readonly card: string; readonly diagram: Diagram };

/** The cards of a kind, in their order. A card of a deck is named by the deck and its own id, so that its text may change. */
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

/** Cards in the order in which they are asked. Cases are shuffled: an order that stays the same would name them. */
export const inOrder = (cards: readonly string[], seed: number): readonly string[] => {
	const isCase = (card: string): boolean => card.startsWith('diagnose/');
	const cases = seeded(seed, ORDER_STREAM).shuffled(cards.filter(isCase));
	return cards.map((card) => (isCase(card) ? (cases.pop() ?? card) : card));
};

const ORDER_STREAM = 0x0d1e0000;

/** The kind of a card; null: it is of none that is known. */
export const kindOf = (kit: DrillKit, card: string): DrillKind | null =>
	DRILL_KINDS.find((kind) => cardsOf(kit, kind).includes(card)) ?? null;

/**
 * A card as a question; null: there is no such card.
 *
 * @param seed decides the figures of a number or a case: the same seed, the same question
 */
export function questionOf(kit: DrillKit, card: string, seed: number, level: Level): Question | null {
	const at = card.indexOf('/');
	const [group, id] = [card.slice(0, at), card.slice(at + 1)];
	switch (group) {
		case 'numbers':
			if (!(NUMBER_KINDS as readonly string[]).includes(id)) return null;
			return { kind: 'number', card, asked: numberQuestion(id as NumberKind, level, seed, kit.scenarios) };
		case 'diagnose':
			return Object.hasOwn(SHAPES, id) ? { kind: 'case', card, found: caseOf(id as Shape, seed, kit.contexts) } : null;
		case 'diagrams': {
			const diagram = DIAGRAMS.find((one) => one.id === id);
			return diagram ? { kind: 'diagram', card, diagram } : null;
		}
		default: {
			const document = kit.decks.find((deck) => deck.id === group)?.cards.find((one) => one.id === id);
			return document ? { kind: 'card', card, document } : null;
		}
	}
}

/** The case of a shape in a block of seven of its own for each seed: of seven in a row each shape has one. */
function caseOf(shape: Shape, seed: number, contexts: readonly Scenario[]): DiagnosisCase {
	let at = seed * Object.keys(SHAPES).length;
	while (shapeOf(at) !== shape) at++;
	return diagnosisCase(at, contexts);
}
