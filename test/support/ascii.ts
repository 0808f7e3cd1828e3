import { toAscii } from '../../src/text/ascii.js';
import { width } from '../../src/text/width.js';

/**
 * Lists the lines of a text that `toAscii` leaves with other characters, or with another width.
 *
 * @param kept other characters that the text may have, because a reader brought them
 */
export const asciiFaults = (text: string, kept = ''): readonly string[] =>
	text.split('\n').flatMap((line) => {
		const drawn = toAscii(line);
		const strange = [...drawn].filter((one) => one > '\u007f' && !kept.includes(one));
		if (strange.length > 0) return [`${strange.join('')} in “${line}”`];
		return width(drawn) === width(line) ? [] : [`${width(drawn)} columns for ${width(line)} in “${line}”`];
	});
