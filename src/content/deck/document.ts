/** A point that a good answer makes. */
export interface KeyPoint {
	readonly text: string;
	/** Id of the lesson that teaches it. */
	readonly lesson: string;
	/** Lists of alternatives separated by |; an answer that contains one of each list suggests the point. */
	readonly match: readonly string[];
}

/** A question that the reader answers in their own words, with the points and a model answer to compare with. */
export interface CardDocument {
	/** Unique in the deck. */
	readonly id: string;
	readonly kind: 'recall' | 'interview';
	readonly question: string;
	/** Two to six, which the reader ticks off against their answer. */
	readonly points: readonly KeyPoint[];
	/** A model answer, as Markdown. */
	readonly answer: string;
	/** The tempting wrong answer, and why it fails; null in a recall deck. */
	readonly wrong: { readonly answer: string; readonly because: string } | null;
	/** Two questions that an interviewer would ask next; empty in a recall deck. */
	readonly followUps: readonly string[];
}

/** A deck file. */
export interface DeckDocument {
	readonly id: string;
	readonly title: string;
	/** In file order. */
	readonly cards: readonly CardDocument[];
}
