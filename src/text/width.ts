import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/**
 * Characters that take one column each: a shortcut, because a frame measures hundreds of texts and measuring is slow.
 */
const NARROW_TEXT = /^[ -~─-╿▲▼→›−–]*$/;

/** Returns whether every character of a text is known to take one column. */
export const isNarrow = (text: string): boolean => NARROW_TEXT.test(text);

/** Widths of short texts: consecutive frames measure the same cells and labels, and splitting into clusters is slow. */
const widthCache = new Map<string, number>();
const MAX_CACHED_LENGTH = 40;
const MAX_CACHED_TEXTS = 2000;

/** Returns the width of a text in terminal columns; wide characters take two. */
export function width(text: string): number {
	if (isNarrow(text)) return text.length;
	if (text.length > MAX_CACHED_LENGTH) return stringWidth(text);
	const cached = widthCache.get(text);
	if (cached !== undefined) return cached;
	if (widthCache.size >= MAX_CACHED_TEXTS) widthCache.clear();
	const columns = stringWidth(text);
	widthCache.set(text, columns);
	return columns;
}

/** Pads a text with spaces to a width; returns a longer text unchanged. */
export function pad(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
	const space = ' '.repeat(Math.max(0, columns - width(text)));
	return align === 'left' ? text + space : space + text;
}

/** Shortens a name to a width with an ellipsis. Not for numbers, whose columns are always wide enough. */
export function shorten(text: string, columns: number): string {
	if (width(text) <= columns) return text;
	let shortened = '';
	for (const character of text) {
		if (width(shortened + character) > columns - 1) break;
		shortened += character;
	}
	return `${shortened.trimEnd()}…`;
}

/**
 * Wraps a text into lines of at most `columns` columns, at spaces where there are any.
 *
 * @param trim whether to remove the spaces at both ends of every line
 */
export const wrap = (text: string, columns: number, trim = true): string[] =>
	wrapAnsi(text, columns, { hard: true, trim }).split('\n');
