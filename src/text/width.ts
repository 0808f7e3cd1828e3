import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Columns that a text takes on a terminal; wide characters take two. */
export const width = (text: string): number => stringWidth(text);

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

/** Breaks a sentence into lines of at most this many columns, at spaces where there are any. */
export const wrap = (text: string, columns: number): string[] => wrapAnsi(text, columns, { hard: true }).split('\n');
