/** Columns and rows of the terminal. */
export interface Size {
	readonly columns: number;
	readonly rows: number;
}

/** Smallest terminal that the lab is drawn in. */
export const SMALLEST: Size = { columns: 60, rows: 18 };
