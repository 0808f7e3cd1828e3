import { type Line, type Span, textOf } from './line.js';
import { width, wrap } from './width.js';

/** Wrapped texts. Wrapping is the most expensive part of a frame, and most sentences stay the same between frames. */
const wrapCache = new Map<string, readonly string[]>();
const MAX_CACHED_TEXTS = 200;

function wrapCached(text: string, columns: number): readonly string[] {
	const key = `${columns} ${text}`;
	const cached = wrapCache.get(key);
	if (cached) return cached;
	if (wrapCache.size >= MAX_CACHED_TEXTS) wrapCache.clear();
	const lines = wrap(text, columns);
	wrapCache.set(key, lines);
	return lines;
}

/**
 * Wraps styled text at spaces. Each word keeps the style of its span; later lines are indented to where the text of the
 * first line begins.
 */
export function wrapLine(line: Line, columns: number): Line[] {
	const room = Math.max(10, columns - 2);
	const whole = textOf(line);
	if (width(whole) <= room) return [[{ text: ' ' }, ...line]];
	const [indent = '', bullet = ''] = /^ +(• )?/.exec(whole) ?? [];
	const wrapped = wrapCached(whole.slice(indent.length - bullet.length), Math.max(10, room - indent.length));
	const margin = ' '.repeat(indent.length);
	return restyle(line, wrapped).map((text, i) => [
		{ text: ` ${i === 0 ? margin.slice(bullet.length) : margin}` },
		...text,
	]);
}

const BLANK = /^\s$/;

/** Applies the styles of a line to its wrapped text, character by character. Wrapping changes only blanks. */
export function restyle(line: Line, rows: readonly string[]): Line[] {
	// Normalize as `wrap` does, so that the characters match those of its rows.
	const characters = line.flatMap((span) =>
		[...span.text.normalize()].map((text) => ({ span, blank: BLANK.test(text) })),
	);
	let at = 0;
	return rows.map((row) => {
		const spans: Span[] = [];
		let previousSpan: Span | undefined;
		for (const text of row) {
			const blank = BLANK.test(text);
			while (!blank && characters[at]?.blank) at++;
			const character = characters[at];
			if (!blank || character?.blank) at++;
			const last = spans.at(-1);
			if (last && character?.span === previousSpan) spans[spans.length - 1] = { ...last, text: last.text + text };
			else spans.push({ ...character?.span, text });
			previousSpan = character?.span;
		}
		return spans;
	});
}
