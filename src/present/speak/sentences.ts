import { type Line, textOf } from '../../text/line.js';
import { DRAWN, inWords } from './symbols.js';

/** Turns words into a sentence, with a capital and a full stop where they lack one; empty if there are no words. */
export function toSentence(words: string): string {
	const text = words.replace(/[\s,;]+$/, '');
	if (text === '') return '';
	// A single letter other than “a” is the name of a key, whose case matters.
	const begun = /^[b-z] /.test(text) ? text : text[0]?.toUpperCase() + text.slice(1);
	return /[.!?:]["”’)]?$/.test(begun) ? begun : `${begun}.`;
}

/** Turns a text on screen into a sentence; empty if it says nothing. */
export const speakText = (text: string): string => toSentence(inWords(text));

/** Turns a line on screen into a sentence. A run of spaces ends a label, or separates texts that are side by side. */
export function speakLine(line: Line): string {
	const drawn = textOf(line).trim();
	const text = drawn
		.replace(DRAWN, ' ')
		.trim()
		// The verdict and the heading of a question are in capitals.
		.replace(/^[A-Z]{2,}(?: [A-Z]+)*(?= {2}|$)/, (head) => head[0] + head.slice(1).toLowerCase());
	// A bar marks the text that the reader writes.
	if (drawn.startsWith('┃')) return speakText(`written: ${text || 'nothing yet'}`);
	const [label = '', ...rest] = text.split(/ {2,}/);
	const parts = [drawn.startsWith('›') ? label.replace(/\.?$/, ', chosen') : label, ...rest];
	return speakText(parts.reduce((said, part) => said + separator(said, part) + part));
}

function separator(said: string, part: string): string {
	if (part.startsWith('(') || /[.:;,!?]$/.test(said)) return ' ';
	// A key and what it does, after which comes another one.
	if (/^[a-z] /.test(said)) return ', ';
	return part.startsWith('now ') || /[\d:;]|, (?!chosen$)/.test(said) ? ', ' : ': ';
}

/** Turns lines into sentences, leaving out empty ones. */
export const speakLines = (lines: readonly Line[]): readonly string[] => lines.map(speakLine).filter(Boolean);

/**
 * Returns the sentences of a whole screen, without empty ones.
 *
 * @param status the question, the notice or the text on the focused item; it comes last, and stays there if it is empty
 */
export const speakScreen = (sentences: readonly string[], status: string): readonly string[] => [
	...sentences.filter(Boolean),
	speakText(status),
];

/** Joins names: `a, b and c`. */
export const listed = (names: readonly string[]): string =>
	names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Returns a count with its noun: `1 row`, `4 rows`. */
export const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
