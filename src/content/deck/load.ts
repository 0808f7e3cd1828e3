import { found, readPiece } from '../lesson/piece.js';
import { decode } from '../problems/decode.js';
import { fileProblem, type Problem, toProblems } from '../problems/problem.js';
import { sourceText } from '../problems/source-text.js';
import { unsafeFindings } from '../problems/unsafe-findings.js';
import type { DeckDocument } from './document.js';
import { rawDeck } from './raw.js';
import { deckBreaches, type LessonKnown } from './rules.js';

/** A deck, whole, or everything that keeps it from being one. */
export type LoadedDeck =
	| { readonly ok: true; readonly document: DeckDocument }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a deck file that anybody may have written. Never throws; no text in the problems carries a control character.
 *
 * @param input the file's bytes, or its text
 * @param fileName as the problems should call it
 * @param lessons whether there is a lesson of an id
 * @param names ids of lessons to propose for one that is not there; those that the deck itself has right need not be in it
 */
export function loadDeck(
	input: Uint8Array | string,
	fileName: string,
	lessons: LessonKnown,
	names: readonly string[] = [],
): LoadedDeck {
	const decoded = decode(input);
	if (!decoded.ok) return { ok: false, problems: [fileProblem(fileName, decoded.message, decoded.help)] };
	const source = sourceText(fileName, decoded.text);
	const unsafe = unsafeFindings(source);
	const read = readPiece(source, { start: 0, end: source.text.length }, rawDeck, 'a deck');
	if (!read.ok) return { ok: false, problems: toProblems(source, [...unsafe, ...read.findings]) };
	const { id, title, kind, cards } = read.value;
	const findings = [...unsafe, ...found(read.tree, deckBreaches(read.value, lessons, names))];
	if (findings.length > 0) return { ok: false, problems: toProblems(source, findings) };
	return {
		ok: true,
		document: { id, title, cards: cards.map((card) => ({ ...card, kind, wrong: card.wrong ?? null })) },
	};
}
