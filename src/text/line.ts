/** Text of a figure that is null because one of its inputs was not measured. */
export const NOT_MEASURED = 'not measured';
/** Short form for narrow columns; to be printed together with `NOT_MEASURED_LEGEND`. */
export const NOT_MEASURED_SHORT = 'n/m';
export const NOT_MEASURED_LEGEND = 'n/m: not measured';

/** Meaning of a piece of text. The theme decides how it looks; words or marks always convey the same. */
export type Tone = 'plain' | 'dim' | 'title' | 'good' | 'bad' | 'unsure' | 'accent' | 'link' | 'focus' | 'edited';

/** A table cell: the value for programs, the text for people. */
export interface Cell {
	/** Unrounded, in the model's units; null: not measured. */
	readonly raw: number | string | boolean | null;
	readonly text: string;
	/** Replaces the text where the column is too narrow. */
	readonly short?: string;
	/** Path of the input that this cell edits. */
	readonly path?: string;
	/** Change made by the last input. */
	readonly delta?: Delta;
	readonly tone?: Tone;
}

export interface Delta {
	/** Unrounded, in the model's units. */
	readonly amount: number;
	readonly text: string;
	readonly isGood: boolean | null;
}

export interface Column {
	readonly id: string;
	readonly label: string;
	readonly align: 'left' | 'right';
	/** Fixed, so that nothing moves sideways when a digit is added; the first column takes the remaining width. */
	readonly width: number;
	/** Reserves one terminal column after the numbers for the mark of the last input. */
	readonly hasMark?: true;
	/** Abbreviated label and its width, used before a column is dropped for lack of room. */
	readonly short?: { readonly label: string; readonly width: number };
	/** If not all columns fit, the one with the highest value is dropped first; 0: never dropped. */
	readonly dropPriority: number;
}

export interface Row {
	readonly id: string;
	readonly cells: readonly Cell[];
	readonly kind: 'body' | 'total' | 'delta';
}

/** A table, as panes and reports print it. */
export interface TableModel {
	readonly id: string;
	readonly title: string;
	readonly columns: readonly Column[];
	readonly rows: readonly Row[];
	/** Footnotes, such as the meaning of a mark; they apply whichever rows are on screen. */
	readonly notes: readonly string[];
}

/** A run of text in one style, without line breaks. */
export interface Span {
	readonly text: string;
	readonly tone?: Tone;
	readonly bold?: boolean;
	readonly italic?: boolean;
	readonly underlined?: boolean;
	readonly struck?: boolean;
}

export type Line = readonly Span[];

/** Returns the text of a line without its style. */
export const textOf = (line: Line): string => line.map(({ text }) => text).join('');
