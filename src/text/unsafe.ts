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
