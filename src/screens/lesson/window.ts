import type { LessonReading } from '../../course/index.js';
import { clampIndex, maxStart, windowFrom, windowShowing } from '../../text/list-window.js';

/** Positions in a lesson that was laid out for a window, in lines. */
export interface PageLayout {
	readonly total: number;
	/** Lines of the window. */
	readonly height: number;
	/** First line of each block. */
	readonly starts: readonly number[];
	/** Line of the focused item; null: none has the focus. */
	readonly focusLine: number | null;
}

/** Returns the largest top of the window. */
export const maxTop = ({ total, height }: PageLayout): number => maxStart(total, height);

/**
 * Returns the first visible line: the reader's place, or, if the window follows the focus, the nearest line to it that
 * shows the focused item.
 *
 * @param group lines that belong to the focused item, shown with it if they fit: first, and after the last
 */
export function windowTop(
	layout: PageLayout,
	place: Pick<LessonReading, 'block' | 'line'>,
	following: boolean,
	group?: readonly [from: number, to: number],
): number {
	const linesOf = (block: number): readonly [from: number, to: number] => [
		layout.starts[block] ?? 0,
		layout.starts[block + 1] ?? layout.total,
	];
	const [start, end] = linesOf(place.block);
	const { focusLine, height, total } = layout;
	const top = start + clampIndex(end - start, place.line);
	if (!following || focusLine === null) return windowFrom(total, height, top).from;
	const [from, to] = linesOf(layout.starts.findLastIndex((line) => line <= focusLine));
	const margin = height > 6 ? 2 : 0;
	const candidates = [
		// The empty line after a group may stay out.
		...(group ? [[group[0], group[1] - 2] as const] : []),
		[from, to - 1] as const,
	];
	const fitting = candidates.find(([first, last]) => last - first < height && first <= focusLine && focusLine <= last);
	const [first, last] = fitting ?? [focusLine - margin, focusLine + margin];
	return windowShowing(total, height, top, first, last).from;
}

/** Returns the place of a line: the index of its block, and of the line in the block. */
export function placeOfLine({ starts }: PageLayout, top: number): Pick<LessonReading, 'block' | 'line'> {
	const block = Math.max(
		0,
		starts.findLastIndex((start) => start <= top),
	);
	return { block, line: top - (starts[block] ?? 0) };
}

/** Whether a line is in the window. */
export const isInWindow = ({ height }: PageLayout, top: number, line: number): boolean =>
	line >= top && line < top + height;

/** Whether a line of a block is in the window, besides the empty line after it. */
export function isBlockInWindow(layout: PageLayout, top: number, block: number): boolean {
	const first = layout.starts[block];
	const last = (layout.starts[block + 1] ?? layout.total) - 2;
	return first !== undefined && first < top + layout.height && last >= top;
}
