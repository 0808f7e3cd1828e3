import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Measuring any text is slow, and a frame measures hundreds: these characters take one column each. */
const NARROW = /^[ -~─-╿▲▼→›−–]*$/;

/** Whether every character of a text is known to take one column. */
export const isNarrow = (text: string): boolean => NARROW.test(text);

/** Of short texts: a frame measures the same cells and labels as the one before it, and to split one into clusters is slow. */
const known = new Map<string, number>();
const LONGEST_KNOWN = 40;
const MOST_KNOWN = 2000;

/** Columns that a text takes on a terminal; wide characters take two. */
export function width(text: string): number {
	if (isNarrow(text)) return text.length;
	if (text.length > LONGEST_KNOWN) return stringWidth(text);
	const before = known.get(text);
	if (before !== undefined) return before;
	if (known.size >= MOST_KNOWN) known.clear();
	const columns = stringWidth(text);
	known.set(text, columns);
	return columns;
}

/** Fills a text with spaces to a width; a longer text is returned as it is. */
export function pad(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
	const space = ' '.repeat(Math.max(0, columns - width(text)));
	return align === 'left' ? text + space : space + text;
}

/** Shortens a name to a width with an ellipsis. Never for numbers: columns are as wide as theirs. */
export function shorten(text: string, columns: number): string {
	if (width(text) <= columns) return text;
	let out = '';
	for (const character of text) {
		if (width(out + character) > columns - 1) break;
		out += character;
	}
	return `${out.trimEnd()}…`;
}

/**
 * Breaks a sentence into lines of at most this many columns, at spaces where there are any.
 *
 * @param trim leaves out the spaces at both ends of every line
 */
export const wrap = (text: string, columns: number, trim = true): string[] =>
	wrapAnsi(text, columns, { hard: true, trim }).split('\n');
