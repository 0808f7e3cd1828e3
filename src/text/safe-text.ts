/**
 * Invisible characters other than control characters: soft hyphens, zero-width spaces, direction marks, and the tag
 * characters, which can hide one text in another. Joiners are not included: scripts and emoji need them.
 */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2065\u{e0000}-\u{e007f}]/gu;

/**
 * Returns a text as one line in which nothing is hidden: line breaks and tabs become spaces, control characters their
 * control pictures (␛ for escape), and other invisible or unsafe characters the replacement character.
 */
export const toVisibleLine = (text: string): string =>
	text
		.replace(/[\t\n\r]+/g, ' ')
		.replace(UNSAFE_CHARACTERS, controlPicture)
		.replace(INVISIBLE, '\ufffd');

function controlPicture(unit: string): string {
	const code = unit.charCodeAt(0);
	if (code < 0x20) return String.fromCharCode(0x2400 + code);
	return code === 0x7f ? '\u2421' : '\ufffd';
}

/**
 * Characters that must never reach a terminal from a text of unknown origin: control characters (which start escape
 * sequences), line separators other than line feeds, marks that reorder text, byte order marks, and lone surrogates.
 * The caller handles tabs and line feeds.
 */
export const UNSAFE_CHARACTERS =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose of this pattern
	/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Returns a text as one line without unsafe characters: spaces for line breaks and tabs, U+FFFD for the others. */
export const toSafeLine = (text: string): string =>
	text.replace(/\s+/g, ' ').trim().replace(UNSAFE_CHARACTERS, '\ufffd');

/** Truncates a text to at most `most` UTF-16 units, never between the halves of a surrogate pair. */
export const truncate = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
