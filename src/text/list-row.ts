import type { Line, Tone } from './line.js';
import { width } from './width.js';

/**
 * Draws the name of a row of a list; the chosen one is marked.
 *
 * @param tone of one that is not chosen
 */
export const rowName = (name: string, chosen: boolean, mark = ' ›', tone: Tone = 'plain'): Line => [
	{ text: chosen ? mark : ' '.repeat(width(mark)), tone: 'title' },
	{ text: name, tone: chosen ? 'focus' : tone, bold: chosen },
];
