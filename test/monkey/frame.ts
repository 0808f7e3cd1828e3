import { stripVTControlCharacters } from 'node:util';
import type { Size } from '../../src/screens/size.js';
import { sanitizeRow } from '../../src/terminal/sanitize.js';
import { toAscii } from '../../src/text/ascii.js';
import { width } from '../../src/text/width.js';
import { isSafeToPrint } from '../content/safe-to-print.js';

// Links are sequences too, and stripVTControlCharacters leaves some of them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern is for escape sequences
const STYLES = /\u001b\[[\d;:]*m|\u001b\]8;[^\u0007\u001b]*(?:\u0007|\u001b\\)/g;

const isControlled = (line: string): boolean => /\p{Cc}/u.test(line);

/** Returns what is wrong with a frame in a terminal of the given size; null if nothing is. */
export function frameFault(frame: string, { columns, rows }: Size): string | null {
	const lines = frame.replace(STYLES, '').replace(/\n$/, '').split('\n');
	if (lines.length > rows) return `${lines.length} lines in ${rows} rows: ${lines.slice(0, 3).join('/')}`;
	for (const line of lines) {
		// Painting a row removes marks that reorder text.
		if (!isSafeToPrint(sanitizeRow(line)) || isControlled(line))
			return `a character that is not for print in ${JSON.stringify(line)}`;
		const text = stripVTControlCharacters(line);
		if (width(text) > columns) return `${width(text)} columns in ${columns}: ${text}`;
		if (width(toAscii(text)) !== width(text)) return `another width in ASCII: ${text}`;
	}
	return null;
}
