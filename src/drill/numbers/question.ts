/** Kinds of number questions. A kind's position is part of what a seed means, so new kinds go last. */
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

/** 1: one segment, no repairs. 2: repairs, or two segments. 3: two or three segments, repairs and further costs. */
export type Level = 1 | 2 | 3;

/** Question with one number as its answer, which follows from `ask` and `given` alone. */
export interface NumberQuestion {
	readonly kind: NumberKind;
	readonly level: Level;
	/** Whole number ≥ 0; with the kind, level and scenarios it reproduces this question. */
	readonly seed: number;
	/** The question, with its assumptions, unit and number of decimals. */
	readonly ask: string;
	/** Table for the reader; figures show all their digits, so that the answer does not depend on hidden ones. */
	readonly given: GivenTable;
	readonly unit: 'percent' | 'money' | 'number';
	/** In the model's units: a fraction for percent, USD for money, else a plain number. */
	readonly truth: number;
	/** Decimals asked for, in the written unit: percent, USD, counts. */
	readonly digits: number;
	/** Derivation in words and then in numbers; one step per line, the answer at the end of the last. */
	readonly formula: string;
}

/** Table of given figures: a label, then a value per segment. */
export interface GivenTable {
	readonly columns: readonly string[];
	/** 3 to 8, each as long as `columns`. */
	readonly rows: readonly (readonly string[])[];
}
