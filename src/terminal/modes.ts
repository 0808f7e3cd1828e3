/** The escape sequences that take the terminal over and give it back. */

const ESC = '\u001B';

/**
 * What a program that was killed may have left on: reports of the mouse and of the focus, keys as Windows sends them,
 * the keypad in application mode. Written before the screen is cleared, as a terminal that does not know one may print it.
 */
const QUIET = `${ESC}[?9;1000;1001;1002;1003;1004;1005;1006;1015;1016;9001l${ESC}>`;

/**
 * Alternate screen (the scrollback stays as it was), no cursor, no automatic wrap: a row that turns out wider
 * than thought is cut at the edge instead of pushing the rows below out of place.
 */
export const ENTER = `${QUIET}${ESC}[?1049h${ESC}[?25l${ESC}[?2004h${ESC}[?7l${ESC}[0m${ESC}[2J`;

/** Undoes ENTER, and ends a frame that was interrupted half-way. Harmless when written twice. */
export const LEAVE = `${ESC}[?2026l${ESC}[0m${ESC}[?2004l${ESC}[?7h${ESC}[?1049l${ESC}[?25h`;

/** Between these two a terminal that knows them shows nothing, so that a frame appears whole. */
export const BEGIN_FRAME = `${ESC}[?2026h`;
export const END_FRAME = `${ESC}[?2026l`;

/** Clears row `y` (from 0) and puts `row` there. Erasing comes first: after a full row it would eat the last column. */
export function rowAt(y: number, row: string): string {
	return `${ESC}[${y + 1}H${ESC}[2K${row}${row === '' ? '' : `${ESC}[0m`}`;
}
