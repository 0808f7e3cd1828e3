import { type Line, textOf } from '../../text/line.js';
import { DRAWN, inWords } from './symbols.js';

/** Returns words as a sentence that begins with a capital; empty for none. */
export function toSentence(words: string): string {
	const text = words.replace(/[\s,;]+$/, '');
	if (text === '') return '';
	// A letter by itself is a key.
	const begun = /^[b-z] /.test(text) ? text : text[0]?.toUpperCase() + text.slice(1);
	return /[.!?:]["”’)]?$/.test(begun) ? begun : `${begun}.`;
}

/** Returns a text of a screen as a sentence; empty for none. */
export const speakText = (text: string): string => toSentence(inWords(text));

/** Returns a line of a screen as a sentence. A run of blanks ends a label, or separates what stands beside each other. */
export function speakLine(line: Line): string {
	const drawn = textOf(line).trim();
	const text = drawn
		.replace(DRAWN, ' ')
		.trim()
		// The verdict and the head of a question stand in capitals.
		.replace(/^[A-Z]{2,}(?: [A-Z]+)*(?= {2}|$)/, (head) => head[0] + head.slice(1).toLowerCase());
	// A bar stands before what the reader writes.
	if (drawn.startsWith('┃')) return speakText(`written: ${text || 'nothing yet'}`);
	const [label = '', ...rest] = text.split(/ {2,}/);
	const parts = [drawn.startsWith('›') ? label.replace(/\.?$/, ', chosen') : label, ...rest];
	return speakText(parts.reduce((said, part) => said + separator(said, part) + part));
}

function separator(said: string, part: string): string {
	if (part.startsWith('(') || /[.:;,!?]$/.test(said)) return ' ';
	return part.startsWith('now ') || /[\d:;]|, (?!chosen$)/.test(said) ? ', ' : ': ';
}

/** Returns the sentences of some lines; empty lines say nothing. */
export const speakLines = (lines: readonly Line[]): readonly string[] => lines.map(speakLine).filter(Boolean);

/**
 * Returns what is spoken of a whole screen, without what says nothing.
 *
 * @param status what is asked, was said, or is to be said of what has the focus: it comes last
 */
export const speakScreen = (sentences: readonly string[], status: string): readonly string[] =>
	[...sentences, speakText(status)].filter(Boolean);

/** Returns names as a list: `a, b and c`. */
export const listed = (names: readonly string[]): string =>
	names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Returns a count with its noun: `1 row`, `4 rows`. */
export const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
