/** What a number question can ask for. The place in the list is part of what a seed means: new kinds go last. */
export const NUMBER_KINDS = [
	'blended-cost',
	'repair-break-even',
	'cost-per-resolved',
	'silent-per-1000',
	'false-easy-count',
	'saving-after-repair',
	'veto-value',
	'handoff-break-even',
	'labels-needed',
] as const;

export type NumberKind = (typeof NUMBER_KINDS)[number];

/** 1: one segment, no repairs. 2: repairs, or two segments. 3: two or three segments, with more to pay for. */
export type Level = 1 | 2 | 3;

/** A question with one number as its answer, which follows from what `ask` and `given` say and from nothing else. */
export interface NumberQuestion {
	readonly kind: NumberKind;
	readonly level: Level;
	/** Whole number ≥ 0; with the kind, the level and the scenarios it makes this question again. */
	readonly seed: number;
	/** What is wanted, under which assumptions, in which unit and to how many decimals. */
	readonly ask: string;
	/** The reader's table: every figure is printed in full, so that nothing is hidden in digits not shown. */
	readonly given: GivenTable;
	readonly unit: 'percent' | 'money' | 'number';
	/** In the model's units: a fraction for percent, USD for money, else a plain number. */
	readonly truth: number;
	/** Decimals asked for, in the unit as people write it: percent points, USD, counts. */
	readonly digits: number;
	/** How it is computed, in words and then with the reader's numbers; a step a line, the answer at the end of the last. */
	readonly formula: string;
}

/** A label, then its value for every segment; the headings name the segments. */
export interface GivenTable {
	readonly columns: readonly string[];
	/** 3 to 8, each as long as `columns`. */
	readonly rows: readonly (readonly string[])[];
}
