import { readPiece, toFindings } from '../lesson/piece.js';
import { decode } from '../problems/decode.js';
import { fileProblem, type Problem, toProblems } from '../problems/problem.js';
import { createSourceText } from '../problems/source-text.js';
import { unsafeFindings } from '../problems/unsafe-findings.js';
import type { DeckDocument } from './document.js';
import { rawDeck } from './raw.js';
import { checkDeck, type LessonExists } from './rules.js';

/** A valid deck, or every problem of the file. */
export type LoadedDeck =
	| { readonly ok: true; readonly document: DeckDocument }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Loads a deck from an untrusted file. Never throws; no text in the problems contains a control character.
 *
 * @param input the file's bytes, or its text
 * @param fileName name of the file in the problems
 * @param lessons returns whether a lesson with an id exists
 * @param names ids of lessons to suggest for an unknown one, besides those that the deck itself uses correctly
 */
export function loadDeck(
	input: Uint8Array | string,
	fileName: string,
	lessons: LessonExists,
	names: readonly string[] = [],
): LoadedDeck {
	const decoded = decode(input);
	if (!decoded.ok) return { ok: false, problems: [fileProblem(fileName, decoded.message, decoded.help)] };
	const source = createSourceText(fileName, decoded.text);
	const unsafe = unsafeFindings(source);
	const read = readPiece(source, { start: 0, end: source.text.length }, rawDeck, 'a deck');
	if (!read.ok) return { ok: false, problems: toProblems(source, [...unsafe, ...read.findings]) };
	const { id, title, kind, cards } = read.value;
	const findings = [...unsafe, ...toFindings(read.tree, checkDeck(read.value, lessons, names))];
	if (findings.length > 0) return { ok: false, problems: toProblems(source, findings) };
	return {
		ok: true,
		document: { id, title, cards: cards.map((card) => ({ ...card, kind, wrong: card.wrong ?? null })) },
	};
}
