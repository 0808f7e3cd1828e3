import type { KeyPoint } from '../content/deck/document.js';

/**
 * Which key points an answer in the reader's own words seems to hold. It proposes ticks and grades nothing: what an
 * answer means, a negation included, is left to the reader.
 *
 * A point is suggested when each entry of its `match` has an alternative in the answer. A word of an alternative stands
 * for every word that starts with it (escalat: escalation), a number for itself alone (3: 3.0, not 30), % for percent
 * too. Several words stand in their order in one sentence, perhaps with others between them. Case, accents, hyphens and
 * signs do not count. Words that are added inside or around the sentences of an answer never take a suggestion away.
 */
export function suggestedPoints(answer: string, points: readonly KeyPoint[]): readonly boolean[] {
	const sentences = answer.split(SENTENCE_END).map(wordsOf);
	const holds = (alternative: string): boolean =>
		spellings(alternative).some((wanted) => sentences.some((sentence) => isInOrder(wanted, sentence)));
	return points.map(({ match }) => match.length > 0 && match.every((entry) => entry.split('|').some(holds)));
}

/** A full stop inside a number ends nothing; a line break alone may be where a line was full. */
const SENTENCE_END = /[.!?]+(?=\s|$)|\n\s*\n/;

/** Numbers (with a comma before thousands), words, and the percent sign. */
const WORD = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\p{L}\p{N}])\.\d+|[\p{L}\p{N}]+|%/gu;

/** Compatibility forms first, so that ﬁ is f and i; marks last, because lower case can bring some of its own. */
const wordsOf = (text: string): readonly string[] =>
	text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').match(WORD) ?? [];

/** The words of an alternative, once for each way to write a percent sign. */
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
		const want = wanted[next];
		if (want !== undefined && isMeant(want, word)) next += 1;
	}
	return next === wanted.length;
}

function isMeant(wanted: string, word: string): boolean {
	const number = numberOf(wanted);
	return number === null ? word.startsWith(wanted) : number === numberOf(word);
}

const numberOf = (word: string): number | null => (/^[\d.,]+$/.test(word) ? Number(word.replaceAll(',', '')) : null);
