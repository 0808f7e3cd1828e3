import { type Line, type Span, textOf } from './line.js';
import { width, wrap } from './width.js';

/** Sentences stay while numbers around them change, and breaking them is the dearest part of a frame. */
const wrappedBefore = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 200;

function wrapOften(text: string, columns: number): readonly string[] {
	const key = `${columns} ${text}`;
	const known = wrappedBefore.get(key);
	if (known) return known;
	if (wrappedBefore.size >= MOST_REMEMBERED) wrappedBefore.clear();
	const lines = wrap(text, columns);
	wrappedBefore.set(key, lines);
	return lines;
}

/**
 * Wraps styled text at spaces; each word keeps its span's style, later lines hang under the first, as far in as its text
 * begins.
 */
export function wrapLine(line: Line, columns: number): Line[] {
	const room = Math.max(10, columns - 2);
	const whole = textOf(line);
	if (width(whole) <= room) return [[{ text: ' ' }, ...line]];
	const [indent = '', bullet = ''] = /^ +(• )?/.exec(whole) ?? [];
	const wrapped = wrapOften(whole.slice(indent.length - bullet.length), Math.max(10, room - indent.length));
	const set = ' '.repeat(indent.length);
	return restyle(line, wrapped).map((text, i) => [{ text: ` ${i === 0 ? set.slice(bullet.length) : set}` }, ...text]);
}

const BLANK = /^\s$/;

/** Gives each character of a line's wrapped text the style that it has in the line. Wrapping changes blanks only. */
export function restyle(line: Line, rows: readonly string[]): Line[] {
	// In the form in which wrapping returns its text.
	const characters = line.flatMap((span) =>
		[...span.text.normalize()].map((text) => ({ span, blank: BLANK.test(text) })),
	);
	let at = 0;
	return rows.map((row) => {
		const spans: Span[] = [];
		let from: Span | undefined;
		for (const text of row) {
			const blank = BLANK.test(text);
			while (!blank && characters[at]?.blank) at++;
			const character = characters[at];
			if (!blank || character?.blank) at++;
			const last = spans.at(-1);
			if (last && character?.span === from) spans[spans.length - 1] = { ...last, text: last.text + text };
			else spans.push({ ...character?.span, text });
			from = character?.span;
		}
		return spans;
	});
}
