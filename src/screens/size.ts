/** Size of the terminal in characters. */
export interface Size {
	readonly columns: number;
	readonly rows: number;
}

/** Smallest terminal that the screens fit. */
export const MIN_SIZE: Size = { columns: 60, rows: 18 };

/** Whether a terminal is smaller than the screens need. */
export const isTooSmall = ({ columns, rows }: Size): boolean => columns < MIN_SIZE.columns || rows < MIN_SIZE.rows;

/** Returns half of a window, in lines or items: at least one. */
export const halfOf = (height: number): number => Math.max(1, Math.floor(height / 2));

/** Returns the size of a stream's terminal; 80×24 if it has none. */
export const sizeOf = (stream: { readonly columns?: number; readonly rows?: number }): Size => ({
	columns: stream.columns || 80,
	rows: stream.rows || 24,
});
