import { justify, lineWidth } from '../text/justify.js';
import type { Line } from '../text/line.js';
import { shorten, width } from '../text/width.js';

/** Columns that a title keeps however much stands beside it. */
const FEWEST = 8;

/**
 * Draws the first line of a screen.
 *
 * @param titles what is open, in wordings from long to short: the first that fits
 * @param aside how it stands, at the right
 */
export function headLine(titles: readonly string[], aside: Line, columns: number): Line {
	const room = Math.max(FEWEST, columns - lineWidth(aside) - 3);
	const title = titles.find((wording) => width(wording) <= room) ?? titles.at(-1) ?? '';
	return justify([{ text: ` ${shorten(title, room)}`, bold: true }], aside, columns - 1);
}
