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

/**
 * What must never reach a terminal from a text that somebody else wrote: control characters (an escape sequence
 * starts with one), line separators that are not line feeds, marks that reorder text, characters that cannot be seen,
 * and halves of surrogate pairs. Tab and line feed are left to the caller.
 */
export const UNSAFE =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
	/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as one line without anything unsafe: blanks for line ends and tabs, a replacement character for the rest. */
export const oneSafeLine = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(UNSAFE, '\ufffd');

/** At most so many UTF-16 units of a text, never half of a character. */
export const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
