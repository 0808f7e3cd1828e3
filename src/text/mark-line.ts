import type { Line, Span } from './line.js';

/** A part of a line that is marked, by offsets into its text in UTF-16 units. */
export interface Mark {
	readonly from: number;
	readonly to: number;
	/** Whether it is the one that the reader is at. */
	readonly isCurrent: boolean;
}

/** Marks parts of a line, left to right: bold and underlined, so that no mark depends on colour. */
export function markLine(line: Line, marks: readonly Mark[]): Line {
	let end = 0;
	return line.flatMap((span): readonly Span[] => {
		const start = end;
		end += span.text.length;
		const pieces: Span[] = [];
		let at = start;
		const cut = (to: number, change: Partial<Span>): void => {
			if (to > at) pieces.push({ ...span, ...change, text: span.text.slice(at - start, to - start) });
			at = Math.max(at, to);
		};
		for (const { from, to, isCurrent } of marks) {
			if (from >= end || to <= start) continue;
			cut(from, {});
			cut(Math.min(to, end), { bold: true, underlined: true, ...(isCurrent && { tone: 'edited' }) });
		}
		cut(end, {});
		return pieces;
	});
}
