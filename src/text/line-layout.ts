import type { Line, Span } from './line.js';
import { shorten, width } from './width.js';

/** Returns the width of a line in terminal columns. */
export const lineWidth = (line: Line): number => line.reduce((sum, { text }) => sum + width(text), 0);

/** Puts two texts at the ends of a line of `columns` columns, with at least one space between them. */
export const justify = (left: Line, right: Line, columns: number): Line => [
	...left,
	{ text: ' '.repeat(Math.max(1, columns - lineWidth(left) - lineWidth(right))) },
	...right,
];

/** Appends empty lines up to `height`, so that nothing below moves. */
export const padLines = (lines: readonly Line[], height: number): readonly Line[] => [
	...lines,
	...Array.from({ length: Math.max(0, height - lines.length) }, (): Line => []),
];

/** Shortens a line to `columns` columns, with an ellipsis where it cuts a text. */
export function clipLine(line: Line, columns: number): Line {
	if (lineWidth(line) <= columns) return line;
	let room = columns;
	const clipped: Span[] = [];
	for (const span of line) {
		const text = shorten(span.text, room);
		clipped.push({ ...span, text });
		room -= width(text);
		if (text !== span.text || room <= 0) break;
	}
	return clipped;
}
