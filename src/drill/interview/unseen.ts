/**
 * What must not reach a terminal out of text that somebody else wrote: control characters, separators that are no
 * line feeds, marks that reorder text or cannot be seen, halves of surrogate pairs.
 */
export const UNSEEN =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
	/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
