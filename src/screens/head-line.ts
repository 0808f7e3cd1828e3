import type { Line } from '../text/line.js';
import { justify, lineWidth } from '../text/line-layout.js';
import { shorten, width } from '../text/width.js';

/** Columns that the title keeps, however long the text at the right is. */
const MIN_TITLE = 8;

/**
 * Draws the first line of a screen.
 *
 * @param titles the title in wordings from long to short; the first that fits is drawn
 * @param aside text at the right
 */
export function headLine(titles: readonly string[], aside: Line, columns: number): Line {
	const room = Math.max(MIN_TITLE, columns - lineWidth(aside) - 3);
	const title = titles.find((wording) => width(wording) <= room) ?? titles.at(-1) ?? '';
	return justify([{ text: ` ${shorten(title, room)}`, bold: true }], aside, columns - 1);
}
