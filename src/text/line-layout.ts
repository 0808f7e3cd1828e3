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

/** Removes the blanks at the end of a line. */
export function trimLineEnd(line: Line): Line {
	const trimmed = [...line];
	for (let last = trimmed.pop(); last !== undefined; last = trimmed.pop()) {
		const text = last.text.trimEnd();
		if (text !== '') return [...trimmed, { ...last, text }];
	}
	return [];
}

/** Cuts a line off at so many columns, with an ellipsis in the last one. */
export function clipLine(line: Line, columns: number): Line {
	if (lineWidth(line) <= columns) return line;
	let room = columns - 1;
	const clipped: Span[] = [];
	for (const span of line) {
		if (width(span.text) > room) {
			// A blank more makes the text too long, so that it gets its ellipsis.
			clipped.push({ ...span, text: room === 0 ? '…' : shorten(`${span.text} `, room + 1) });
			break;
		}
		clipped.push(span);
		room -= width(span.text);
	}
	return clipped;
}
