import { VERDICT_TEXT } from '../present/format/guardrail-text.js';

// Finds what to say about a change, given everything that could be said before and after it.

/** Marks of where the reader is, and what holds for a column anyway: no change of what is said. */
const MARKS = /, (?:chosen(?:, \d+ of \d+)?|in focus|editable)(?=[,.:;)]|$)/g;
/** Says what a delta compares with; here it is what was just heard. */
const FROM_BEFORE = / from before/g;
/** A clock, which is never the change that somebody asked for. */
const CLOCK = /\b\d+:\d\d\b/g;
/** The row that names the last edit: the reader has just made it. */
const LAST_EDIT = /^Last edit: /;

/** Whether a sentence is about the chosen item of a list or a form. */
export const isChosen = (sentence: string): boolean => /, chosen\b/.test(sentence);

/** Returns a sentence without the marks that move with the reader and with time. */
export const withoutMarks = (sentence: string): string =>
	sentence.replace(MARKS, '').replace(FROM_BEFORE, '').replace(CLOCK, '0:00');

/**
 * Returns the sentences to say about a change, in the order of the screen: those that are new; of a changed row, its
 * name and the figures that changed; and the item that is now the chosen one.
 */
export function changedSentences(before: readonly string[], after: readonly string[]): readonly string[] {
	const known = new Set(before.map(withoutMarks));
	const present = new Set(after.map(withoutMarks));
	const gone = before.filter((sentence) => !present.has(withoutMarks(sentence)));
	return after.flatMap((sentence) => {
		if (known.has(withoutMarks(sentence))) return isChosen(sentence) && !before.includes(sentence) ? [sentence] : [];
		if (LAST_EDIT.test(sentence)) return [];
		const name = nameOf(sentence);
		const at = name === null ? -1 : gone.findIndex((one) => nameOf(one) === name);
		const [earlier] = at < 0 ? [] : gone.splice(at, 1);
		return earlier === undefined ? [sentence] : changedParts(earlier, sentence);
	});
}

/** Whether a condition holds, before the name of its row. */
const STATE = /^(?:Not met|Met): /;

/** What begins the sentences of the verdict, which are no rows: their parts depend on each other. */
const VERDICT = new RegExp(
	`^(?:${Object.values(VERDICT_TEXT)
		.map(({ text }) => text)
		.join('|')}|unclear)\\b`,
	'i',
);

/** Returns the name of a row, with whether its condition holds: what comes before its first figure; null: it is no row. */
const headOf = (sentence: string): string | null =>
	VERDICT.test(sentence) ? null : (/^((?:Not met: |Met: )?[^:]+): /.exec(withoutMarks(sentence))?.[1] ?? null);

/** Returns the name of a row, as in the state before; null: the sentence is no row. */
function nameOf(sentence: string): string | null {
	const name = headOf(sentence)?.replace(STATE, '') ?? null;
	return name && name.charAt(0).toLowerCase() + name.slice(1);
}

/** Returns a row with only the parts that changed; none: only its marks changed. */
function changedParts(earlier: string, sentence: string): readonly string[] {
	const before = new Set(['; ', ', '].flatMap((separator) => partsOf(earlier, separator).map(figureOf)));
	const parts = partsOf(sentence, sentence.includes('; ') ? '; ' : ', ');
	const changed = parts.filter((part) => !before.has(figureOf(part)));
	const head = headOf(sentence) ?? '';
	if (changed.length === 0) return STATE.exec(head)?.[0] === STATE.exec(headOf(earlier) ?? '')?.[0] ? [] : [`${head}.`];
	// Where the change itself is said, the other figures of the row only repeat it in other words.
	const isShort = changed.some(hasDelta);
	const said = isShort ? changed.filter((part) => hasDelta(part) || !/\d/.test(part)) : changed;
	return [`${head}: ${said.join('; ')}.`];
}

const partsOf = (sentence: string, separator: string): readonly string[] =>
	withoutMarks(sentence)
		.slice((headOf(sentence)?.length ?? 0) + 2)
		.replace(/\.$/, '')
		.split(separator);

const DELTA = /, (?:up|down) [\d.,]+.*$/;
const hasDelta = (part: string): boolean => DELTA.test(part);

/** Returns a part of a row without its delta. */
const figureOf = (part: string): string => part.replace(DELTA, '');
