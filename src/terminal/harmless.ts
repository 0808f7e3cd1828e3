/** Marks that reorder what stands around them. They take no column, in the layout either. */
const REORDERING = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

// Colours and styles (SGR), links (OSC 8), then every other control character, C1 included.
const CONTROL =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
	/\u001B\[[\d;:]*m|\u001B\]8;[^\u0000-\u001F\u007F-\u009F]*(?:\u0007|\u001B\\)|[\u0000-\u001F\u007F-\u009F]/g;

/**
 * The last gate before the terminal: only colours, styles and links pass as control sequences. Any other control
 * character becomes U+FFFD, which takes one column as the layout counted it, and what reorders text is left out.
 */
export function harmlessRow(row: string): string {
	return row.replace(REORDERING, '').replace(CONTROL, (found) => (found.length > 1 ? found : '\uFFFD'));
}

/** The same for a message of many lines: line ends and tabs stay, everything else that controls goes. */
export function harmlessText(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
	return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '\uFFFD');
}
