/** The part of a list or a page that shows: from item or line `from` to the one before `to`, of `length`. */
export interface ListWindow {
	readonly from: number;
	readonly to: number;
	readonly length: number;
}

/** Returns the index of a list that is nearest to `at`; 0 where the list is empty. */
export const nearestIndex = (length: number, at: number): number => Math.max(0, Math.min(length - 1, at));

/** Returns the farthest that the start of a window can go. */
export const lastStart = (length: number, height: number): number => Math.max(0, length - Math.max(1, height));

/** Shows what begins at `start`, or as much of the end as fits. A window has at least one line. */
export function windowFrom(length: number, height: number, start: number): ListWindow {
	const from = Math.max(0, Math.min(lastStart(length, height), start));
	return { from, to: Math.min(length, from + Math.max(1, height)), length };
}

/** Shows the chosen item in the middle, as far as the ends of the list allow. */
export const windowAround = (length: number, height: number, chosen: number): ListWindow =>
	windowFrom(length, height, chosen - Math.floor(Math.max(1, height) / 2));

/**
 * Moves the window that begins at `start` by as little as it takes to show `first` to `last`; where there is no room for
 * all of these, it shows the first of them.
 */
export function windowShowing(length: number, height: number, start: number, first: number, last = first): ListWindow {
	const { from } = windowFrom(length, height, start);
	return windowFrom(length, height, Math.min(first, Math.max(from, last - Math.max(1, height) + 1)));
}

/** Says how many lines do not show; `keys`: with the keys that show them. Empty where all do. */
export function hiddenWords({ from, to, length }: ListWindow, { keys = false } = {}): string {
	const count = (lines: number, before: string, after: string): string =>
		`${lines}${before} ${lines === 1 ? 'line' : 'lines'}${after}`;
	const below = length - to;
	return [
		...(from > 0 ? [`↑ ${count(from, '', ' above')}${keys ? ' (PgUp)' : ''}`] : []),
		...(below > 0 ? [`↓ ${count(below, ' more', '')}${keys ? ' (PgDn)' : ''}`] : []),
	].join('   ');
}
