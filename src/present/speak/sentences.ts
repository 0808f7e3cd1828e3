import { type Line, textOf } from '../../text/line.js';
import { inWords } from './symbols.js';

/** Returns words as a sentence that begins with a capital; empty for none. */
export function toSentence(words: string): string {
	const text = words.replace(/[\s,;]+$/, '');
	if (text === '') return '';
	const begun = text[0]?.toUpperCase() + text.slice(1);
	return /[.!?:]["”’)]?$/.test(begun) ? begun : `${begun}.`;
}

/** Returns a line of a screen as a sentence. A run of blanks ends a label, or separates what stands beside each other. */
export function speakLine(line: Line): string {
	const text = textOf(line)
		.trim()
		// The verdict and the head of a question stand in capitals.
		.replace(/^[A-Z]{3,}(?: [A-Z]+)*(?= {2}|$)/, (head) => head[0] + head.slice(1).toLowerCase());
	const parts = text.split(/ {2,}/);
	const separated = parts.reduce((said, part) => {
		if (part.startsWith('(')) return `${said} ${part}`;
		if (/[.:;,!?]$/.test(said)) return `${said} ${part}`;
		return `${said}${/[\d:,;]/.test(said) ? ',' : ':'} ${part}`;
	});
	return toSentence(inWords(separated));
}

/** Returns the sentences of some lines; empty lines say nothing. */
export const speakLines = (lines: readonly Line[]): readonly string[] => lines.map(speakLine).filter(Boolean);

/** Returns names as a list: `a, b and c`. */
export const listed = (names: readonly string[]): string =>
	names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Returns a count with its noun: `1 row`, `4 rows`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
