/** Steps of the form, in order, each with the facts of the chapter it covers. */
export const STEPS = [
	{ id: 'feature', title: 'Feature', facts: ['A2'] },
	{ id: 'prices', title: 'Prices', facts: ['A1'] },
	{ id: 'slices', title: 'Segments', facts: ['A1'] },
	{ id: 'rows', title: 'Cost table', facts: ['A1', 'M9'] },
	{ id: 'predict', title: 'Predict', facts: ['A1'] },
	{ id: 'pressure', title: 'Pressure', facts: ['A2'] },
	{ id: 'review', title: 'Review', facts: ['D1', 'D2', 'D3', 'D4'] },
	{ id: 'memory', title: 'From memory', facts: ['A3'] },
] as const;

export type StepId = (typeof STEPS)[number]['id'];

/** Drill cards of the last step (A3): both diagrams, the rule, and what degrades first. */
export const MEMORY_CARDS = ['diagrams/trace', 'diagrams/pressure', 'recall/R3', 'recall/R5'] as const;

/** Last result of a card. */
export interface CardResult {
	readonly card: string;
	readonly grade: 1 | 2 | 3 | 4;
}

/** Returns the last result of each card in the last step; cards never reviewed are left out. */
export const memoryResults = (reviews: readonly CardResult[]): readonly CardResult[] =>
	MEMORY_CARDS.flatMap((card) => {
		const last = reviews.findLast((review) => review.card === card);
		return last ? [{ card, grade: last.grade }] : [];
	});
