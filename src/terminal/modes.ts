/** Escape sequences that take the terminal over and restore it. */

const ESC = '\u001B';

/**
 * Switches off modes that a killed program may have left on: mouse and focus reports, win32 input mode, application
 * keypad. Written before the screen is cleared, because a terminal may print a sequence that it does not know.
 */
const RESET_MODES = `${ESC}[?9;1000;1001;1002;1003;1004;1005;1006;1015;1016;9001l${ESC}>`;

/**
 * Switches to the alternate screen (which preserves the scrollback), hides the cursor and turns off automatic wrap, so
 * that a row wider than computed is cut at the edge instead of shifting the rows below.
 */
export const ENTER_SCREEN = `${RESET_MODES}${ESC}[?1049h${ESC}[?25l${ESC}[?2004h${ESC}[?7l${ESC}[0m${ESC}[2J`;

/** Undoes `ENTER_SCREEN`, and ends an interrupted frame. May be written twice. */
export const LEAVE_SCREEN = `${ESC}[?2026l${ESC}[0m${ESC}[?2004l${ESC}[?7h${ESC}[?1049l${ESC}[?25h`;

/** Synchronised output: between these two a supporting terminal does not repaint, so that a frame appears at once. */
export const BEGIN_FRAME = `${ESC}[?2026h`;
export const END_FRAME = `${ESC}[?2026l`;

/**
 * Returns the sequence that clears row `y` (from 0) and writes `row`. Erasing after a full row would clear its last
 * column.
 */
export function rowSequence(y: number, row: string): string {
	return `${ESC}[${y + 1}H${ESC}[2K${row}${row === '' ? '' : `${ESC}[0m`}`;
}
