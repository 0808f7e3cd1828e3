import type { Line, Tone } from './line.js';
import { width } from './width.js';

/**
 * Draws the name of a list row, with a mark if the row is chosen.
 *
 * @param tone tone of a row that is not chosen
 */
export const drawRowName = (name: string, isChosen: boolean, mark = ' ›', tone: Tone = 'plain'): Line => [
	{ text: isChosen ? mark : ' '.repeat(width(mark)), tone: 'title' },
	{ text: name, tone: isChosen ? 'focus' : tone, bold: isChosen },
];
