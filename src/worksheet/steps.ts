/** The steps of the form, in order, each with the facts of the chapter that it is. */
export const STEPS = [
	{ id: 'feature', title: 'Feature', teaches: ['A2'] },
	{ id: 'prices', title: 'Prices', teaches: ['A1'] },
	{ id: 'slices', title: 'Slices', teaches: ['A1'] },
	{ id: 'rows', title: 'Cost table', teaches: ['A1', 'M9'] },
	{ id: 'predict', title: 'Predict', teaches: ['A1'] },
	{ id: 'pressure', title: 'Pressure', teaches: ['A2'] },
	{ id: 'review', title: 'Review', teaches: ['D1', 'D2', 'D3', 'D4'] },
	{ id: 'memory', title: 'From memory', teaches: ['A3'] },
] as const;

export type StepId = (typeof STEPS)[number]['id'];

/** What the last step asks for (A3): both diagrams, the rule, and what degrades first; cards of the drills. */
export const FROM_MEMORY = ['diagrams/trace', 'diagrams/pressure', 'recall/R3', 'recall/R5'] as const;
