import { UNSAFE } from './unsafe.js';

/**
 * What a page shows nothing of, though it is no control character: soft hyphens, blanks without a width, marks of
 * direction, and the tag characters in which a text can hide another one. Joiners stay: scripts and emoji need them.
 */
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2065\u{e0000}-\u{e007f}]/gu;

/**
 * Text that somebody wrote, as one line in which nothing is hidden: line ends and tabs are blanks, control characters
 * are drawn as what they are (␛ for escape), and a replacement character stands for what has no picture.
 */
export const visible = (text: string): string =>
	text
		.replace(/[\t\n\r]+/g, ' ')
		.replace(UNSAFE, picture)
		.replace(UNSEEN, '\ufffd');

function picture(unit: string): string {
	const code = unit.charCodeAt(0);
	if (code < 0x20) return String.fromCharCode(0x2400 + code);
	return code === 0x7f ? '\u2421' : '\ufffd';
}
