import type { Reading } from '../../course/index.js';
import { lastStart, nearestIndex, windowFrom, windowShowing } from '../../text/list-window.js';

/** Where things stand in a lesson that was laid out for a window. All in lines. */
export interface PageLayout {
	readonly total: number;
	/** Lines of the window. */
	readonly height: number;
	/** First line of each block. */
	readonly starts: readonly number[];
	/** The line of the focused item; null: none has the focus. */
	readonly focusLine: number | null;
}

/** Returns the farthest that the top of the window can go. */
export const lastTop = ({ total, height }: PageLayout): number => lastStart(total, height);

/**
 * Returns the first line in the window: the reader's place, or, where the window follows the focus, as near to it as
 * shows the focused item.
 */
export function topOf(layout: PageLayout, place: Pick<Reading, 'block' | 'line'>, following: boolean): number {
	const linesOf = (block: number): readonly [from: number, to: number] => [
		layout.starts[block] ?? 0,
		layout.starts[block + 1] ?? layout.total,
	];
	const [start, end] = linesOf(place.block);
	const { focusLine, height, total } = layout;
	const top = start + nearestIndex(end - start, place.line);
	if (!following || focusLine === null) return windowFrom(total, height, top).from;
	// All of what it stands in shows where there is room, else the lines around it.
	const [from, to] = linesOf(layout.starts.findLastIndex((line) => line <= focusLine));
	const margin = height > 6 ? 2 : 0;
	const [first, last] = to - from <= height ? [from, to - 1] : [focusLine - margin, focusLine + margin];
	return windowShowing(total, height, top, first, last).from;
}

/** Returns the place of a line: its block, and which of the block's lines it is. */
export function placeOf({ starts }: PageLayout, top: number): Pick<Reading, 'block' | 'line'> {
	const block = Math.max(
		0,
		starts.findLastIndex((start) => start <= top),
	);
	return { block, line: top - (starts[block] ?? 0) };
}

/** Whether a line is in the window. */
export const isInWindow = ({ height }: PageLayout, top: number, line: number): boolean =>
	line >= top && line < top + height;
