import { clampIndex } from '../text/list-window.js';

/** Rows of input paths, left to right, as a pane shows them. */
export type FocusGrid = readonly (readonly string[])[];

/** Returns the focused path: the remembered one if the grid still has it, else the first; null: the grid is empty. */
export function resolveFocus(grid: FocusGrid, remembered: string | undefined): string | null {
	const paths = grid.flat();
	return remembered !== undefined && paths.includes(remembered) ? remembered : (paths[0] ?? null);
}

/** Returns the path `rows` up or down in the same column, or the last one of that row if it is shorter. */
export function moveRows(grid: FocusGrid, from: string, rows: number): string {
	const row = grid.findIndex((paths) => paths.includes(from));
	const column = grid[row]?.indexOf(from) ?? 0;
	const target = grid[clampIndex(grid.length, row + rows)] ?? [];
	return target[Math.min(column, target.length - 1)] ?? from;
}

/** Returns the path `by` places on in reading order, wrapping around. */
export function moveNext(grid: FocusGrid, from: string, by: number): string {
	const paths = grid.flat();
	return paths[(paths.indexOf(from) + by + paths.length) % paths.length] ?? from;
}
