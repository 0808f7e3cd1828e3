/** Something that a good answer holds. */
export interface KeyPoint {
	readonly text: string;
	/** Id of the lesson that teaches it. */
	readonly lesson: string;
	/** Each a list of alternatives parted by |; all of them in an answer suggest the point. */
	readonly match: readonly string[];
}

/** A question that is answered in one's own words, and what to hold the answer against. */
export interface CardDocument {
	/** Unique in the deck. */
	readonly id: string;
	readonly kind: 'recall' | 'interview';
	readonly question: string;
	/** Two to six, to be ticked off against what was written. */
	readonly points: readonly KeyPoint[];
	/** A model answer, as Markdown. */
	readonly answer: string;
	/** The tempting wrong answer, and why it fails; null in recall. */
	readonly wrong: { readonly answer: string; readonly because: string } | null;
	/** Two questions that an interviewer would ask next; none in recall. */
	readonly followUps: readonly string[];
}

/** A deck file. */
export interface DeckDocument {
	readonly id: string;
	readonly title: string;
	/** In the order of the file. */
	readonly cards: readonly CardDocument[];
}
