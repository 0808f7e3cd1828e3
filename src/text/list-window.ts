/** The visible part of a list or a page: the items or lines from `from` up to, but not including, `to`, of `length`. */
export interface ListWindow {
	readonly from: number;
	readonly to: number;
	readonly length: number;
}

/** Clamps an index to a list of `length` items; 0 for an empty list. */
export const clampIndex = (length: number, index: number): number => Math.max(0, Math.min(length - 1, index));

/** Returns the highest possible start of a window. */
export const maxStart = (length: number, height: number): number => Math.max(0, length - Math.max(1, height));

/** Returns the window that begins at `start`, or earlier where the list ends. A window has at least one line. */
export function windowFrom(length: number, height: number, start: number): ListWindow {
	const from = Math.max(0, Math.min(maxStart(length, height), start));
	return { from, to: Math.min(length, from + Math.max(1, height)), length };
}

/** Returns the window with the chosen item in the middle, as far as the ends of the list allow. */
export const windowAround = (length: number, height: number, chosen: number): ListWindow =>
	windowFrom(length, height, chosen - Math.floor(Math.max(1, height) / 2));

/**
 * Moves the window that begins at `start` just far enough to show the items from `first` to `last`. Where these do not
 * all fit, it starts with `first`.
 */
export function windowShowing(length: number, height: number, start: number, first: number, last = first): ListWindow {
	const { from } = windowFrom(length, height, start);
	return windowFrom(length, height, Math.min(first, Math.max(from, last - Math.max(1, height) + 1)));
}

/** A window on a page that the reader can scroll. */
export interface ScrollWindow extends ListWindow {
	/** Largest offset of the first visible line. */
	readonly maxOffset: number;
}

/** Returns the window at `offset`; while that is null, the window follows the lines from `first` to `last`. */
export function scrollWindow(
	length: number,
	height: number,
	offset: number | null,
	first: number,
	last: number,
): ScrollWindow {
	const window = offset === null ? windowShowing(length, height, 0, first, last) : windowFrom(length, height, offset);
	return { ...window, maxOffset: maxStart(length, height) };
}

/** Describes how many lines are hidden and, with `keys`, which keys show them; empty if all are visible. */
export function hiddenLinesText({ from, to, length }: ListWindow, { keys = false } = {}): string {
	const count = (lines: number, before: string, after: string): string =>
		`${lines}${before} ${lines === 1 ? 'line' : 'lines'}${after}`;
	const below = length - to;
	return [
		...(from > 0 ? [`↑ ${count(from, '', ' above')}${keys ? ' (PgUp)' : ''}`] : []),
		...(below > 0 ? [`↓ ${count(below, ' more', '')}${keys ? ' (PgDn)' : ''}`] : []),
	].join('   ');
}
