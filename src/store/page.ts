import type { Reading } from '../course/index.js';

/** Where things stand in a lesson that was laid out for a window. All in lines. */
export interface PageLayout {
	/** Id of the lesson. */
	readonly lesson: string;
	readonly total: number;
	/** Lines of the window. */
	readonly height: number;
	/** First line of each block. */
	readonly starts: readonly number[];
	/** The line of what has the focus; null: nothing has. */
	readonly focusLine: number | null;
}

/** The farthest that the top of the window can go. */
export const lastTop = ({ total, height }: PageLayout): number => Math.max(0, total - height);

/**
 * The first line in the window: the reader's place, moved as little as needed so that the focus shows where it is
 * followed.
 */
export function topOf(
	layout: PageLayout,
	{ block, line }: Pick<Reading, 'block' | 'line'>,
	following: boolean,
): number {
	const start = layout.starts[block] ?? 0;
	const end = layout.starts[block + 1] ?? layout.total;
	const top = Math.min(lastTop(layout), start + Math.min(line, Math.max(0, end - start - 1)));
	const { focusLine, height } = layout;
	if (!following || focusLine === null) return top;
	// A line of what stands around it shows as well, where there is room.
	const margin = height > 6 ? 2 : 0;
	if (focusLine < top + margin) return Math.max(0, focusLine - margin);
	if (focusLine > top + height - 1 - margin) return Math.min(lastTop(layout), focusLine - height + 1 + margin);
	return top;
}

/** The place of a line: its block, and which of the block's lines it is. */
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
