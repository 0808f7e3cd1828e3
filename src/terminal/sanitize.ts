/** Bidirectional marks, which reorder the surrounding text. They take no column, nor does the layout count one. */
const BIDI_MARKS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

// Colours and styles (SGR), links (OSC 8), then every other control character, C1 included.
const CONTROL =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
	/\u001B\[[\d;:]*m|\u001B\]8;[^\u0000-\u001F\u007F-\u009F]*(?:\u0007|\u001B\\)|[\u0000-\u001F\u007F-\u009F]/g;

/**
 * Sanitises a row before it is written: only colours, styles and links pass as control sequences. Other control
 * characters become U+FFFD, which takes one column as in the layout, and bidirectional marks are removed.
 */
export function sanitizeRow(row: string): string {
	return row.replace(BIDI_MARKS, '').replace(CONTROL, (match) => (match.length > 1 ? match : '\uFFFD'));
}

/** Sanitises a message of several lines: line breaks and tabs stay, other control characters become U+FFFD. */
export function sanitizeText(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
	return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '\uFFFD');
}
