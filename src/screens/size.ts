/** Columns and rows of the terminal. */
export interface Size {
	readonly columns: number;
	readonly rows: number;
}

/** Smallest terminal that the lab is drawn in. */
export const SMALLEST: Size = { columns: 60, rows: 18 };

export const isTooSmall = ({ columns, rows }: Size): boolean => columns < SMALLEST.columns || rows < SMALLEST.rows;

/** The size that a stream tells. One that has none is taken for 80×24. */
export const sizeOf = (stream: { readonly columns?: number; readonly rows?: number }): Size => ({
	columns: stream.columns || 80,
	rows: stream.rows || 24,
});
