import type { Line } from './line.js';
import { width } from './width.js';

/** Returns the columns that a line takes. */
export const lineWidth = (line: Line): number => line.reduce((sum, { text }) => sum + width(text), 0);

/** Puts two texts at the ends of a line of so many columns, at least one blank between them. */
export const justify = (left: Line, right: Line, columns: number): Line => [
	...left,
	{ text: ' '.repeat(Math.max(1, columns - lineWidth(left) - lineWidth(right))) },
	...right,
];

/** Fills up with empty lines, so that nothing below moves. */
export const padLines = (lines: readonly Line[], height: number): readonly Line[] => [
	...lines,
	...Array.from({ length: Math.max(0, height - lines.length) }, (): Line => []),
];
