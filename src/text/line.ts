/** Said wherever a figure is null because something behind it was not measured. */
export const NOT_MEASURED = 'not measured';
/** The same in a narrow column; whoever prints it prints `NOT_MEASURED_LEGEND` too. */
export const NOT_MEASURED_SHORT = 'n/m';
export const NOT_MEASURED_LEGEND = 'n/m: not measured';

/** What a piece of text means; the theme decides how that looks, and words or marks always say it too. */
export type Tone = 'plain' | 'dim' | 'title' | 'good' | 'bad' | 'unsure' | 'accent' | 'link' | 'focus' | 'edited';

/** One cell: the value for programs, the text for people. */
export interface Cell {
	/** Unrounded, in the model's units; null: not measured. */
	readonly raw: number | string | boolean | null;
	readonly text: string;
	/** Stands in for the text where the column is too narrow for it. */
	readonly short?: string;
	/** The input that this cell edits. */
	readonly path?: string;
	/** How the last edit moved it. */
	readonly delta?: Delta;
	readonly tone?: Tone;
}

export interface Delta {
	/** Unrounded, in the model's units. */
	readonly by: number;
	readonly text: string;
	readonly good: boolean | null;
}

export interface Column {
	readonly id: string;
	readonly label: string;
	readonly align: 'left' | 'right';
	/** Fixed, so that nothing moves sideways when a digit is added; the first column takes what is left. */
	readonly width: number;
	/** Leaves one column to the right of its numbers for the mark of the last edit. */
	readonly marks?: true;
	/** The columns with the lowest figure stay longest when there is no room for all. */
	readonly keep: number;
}

export interface Row {
	readonly id: string;
	readonly cells: readonly Cell[];
	readonly kind: 'body' | 'total' | 'delta';
}

/** A table as every pane and report prints it. */
export interface TableModel {
	readonly id: string;
	readonly title: string;
	readonly columns: readonly Column[];
	readonly rows: readonly Row[];
	/** Footnotes that hold whatever is on screen, such as a mark's meaning. */
	readonly notes: readonly string[];
}

/** Styled text on one line. */
export interface Span {
	readonly text: string;
	readonly tone?: Tone;
	readonly bold?: boolean;
	readonly italic?: boolean;
	readonly underlined?: boolean;
	readonly struck?: boolean;
}

export type Line = readonly Span[];

/** The text of a line without its style. */
export const textOf = (line: Line): string => line.map(({ text }) => text).join('');
