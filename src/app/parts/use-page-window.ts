import { useEffect } from 'react';
import { type ListWindow, lastStart, windowFrom, windowShowing } from '../../text/list-window.js';

export interface ScrollState {
	/** First line that shows; null: as what is kept in sight needs it. */
	readonly offset: number | null;
	/** How the page was drawn last: the first line that showed, and the last that could have been the first. */
	readonly drawn: { readonly top: number; readonly most: number };
}

export interface PageToShow {
	/** How many lines it has. */
	readonly length: number;
	/** How many of them fit. */
	readonly height: number;
	/** A line to keep in sight, and how many after it. */
	readonly keep: number;
	readonly after: number;
}

/** The window over a page that follows its focus until the reader scrolls; `onDrawn` is told how it came out. */
export function usePageWindow(
	{ length, height, keep, after }: PageToShow,
	{ offset, drawn }: ScrollState,
	onDrawn: (top: number, most: number) => void,
): ListWindow {
	const window =
		offset === null ? windowShowing(length, height, 0, keep, keep + after) : windowFrom(length, height, offset);
	const most = lastStart(length, height);
	useEffect(() => {
		if (drawn.top !== window.from || drawn.most !== most) onDrawn(window.from, most);
	});
	return window;
}
