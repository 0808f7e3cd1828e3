import type { KeyPoint } from '../content/deck/document.js';

/**
 * Suggests which key points an answer in the reader's own words covers. These are proposed ticks, not a grade: the
 * reader decides what the answer means, including negations.
 *
 * A point is suggested when every entry of its `match` has an alternative in the answer. A word in an alternative
 * matches any word that starts with it (escalat: escalation), a number matches only its own value (3: 3.0, not 30), and
 * % also matches percent. Several words must appear in order in one sentence, with any words between them. Case,
 * accents, hyphens and signs are ignored. Adding words to an answer never removes a suggestion.
 */
export function suggestPoints(answer: string, points: readonly KeyPoint[]): readonly boolean[] {
	const sentences = answer.split(SENTENCE_END).map(wordsOf);
	const isMentioned = (alternative: string): boolean =>
		spellings(alternative).some((words) => sentences.some((sentence) => isInOrder(words, sentence)));
	return points.map(({ match }) => match.length > 0 && match.every((entry) => entry.split('|').some(isMentioned)));
}

/** A full stop inside a number does not end a sentence, nor does a single line break, which may be a wrapped line. */
const SENTENCE_END = /[.!?]+(?=\s|$)|\n\s*\n/;

/** Numbers (with a comma before thousands), words, and the percent sign. */
const WORD = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\p{L}\p{N}])\.\d+|[\p{L}\p{N}]+|%/gu;

/** Compatibility forms first, so that ﬁ becomes fi; marks last, because lower-casing can add some. */
const wordsOf = (text: string): readonly string[] =>
	text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').match(WORD) ?? [];

/** Returns the words of an alternative once for each way to write a percent sign. */
function spellings(alternative: string): readonly (readonly string[])[] {
	const words = wordsOf(alternative);
	if (words.length === 0) return [];
	return [['%'], ['percent'], ['per', 'cent']].map((percent) =>
		words.flatMap((word) => (word === '%' ? percent : [word])),
	);
}

function isInOrder(wanted: readonly string[], sentence: readonly string[]): boolean {
	let next = 0;
	for (const word of sentence) {
		const expected = wanted[next];
		if (expected !== undefined && matchesWord(expected, word)) next += 1;
	}
	return next === wanted.length;
}

function matchesWord(wanted: string, word: string): boolean {
	const number = numberOf(wanted);
	return number === null ? word.startsWith(wanted) : number === numberOf(word);
}

const numberOf = (word: string): number | null => (/^[\d.,]+$/.test(word) ? Number(word.replaceAll(',', '')) : null);
