import { drawInvisible } from './invisible.js';
import { drawUnsafe } from './unsafe-text.js';

/** An offending line, cut to fit above a caret. */
export interface Excerpt {
	/** Safe to print as it is; at most `EXCERPT_CELLS` wide. */
	readonly text: string;
	/** Terminal cells before the caret. */
	readonly caretAt: number;
	/** Terminal cells under the caret, at least 1. */
	readonly caretWidth: number;
}

const EXCERPT_CELLS = 100;
/** Cells before the caret if the start of a long line is cut off. */
const LEAD_CELLS = 40;
// UTF-16 units around the caret that surely cover the excerpt, so that a line of a megabyte costs nothing.
const WINDOW = 600;

interface Cell {
	readonly text: string;
	readonly width: number;
	/** Start and end in the line, in UTF-16 units. */
	readonly offset: number;
	readonly end: number;
}

/**
 * Cuts a window out of `line` around the span `start`..`end` (UTF-16 units within the line), so that the
 * caret's first cell is always inside it.
 */
export function cutExcerpt(line: string, start: number, end: number): Excerpt {
	const from = Math.max(0, start - WINDOW);
	const drawn = draw(line.slice(from, start + WINDOW), from);
	const first = firstCell(drawn, start, from > 0);
	const head = first > 0 || from > 0 ? '…' : '';
	let text = head;
	let width = head.length;
	let caretAt = -1;
	let caretEnd = -1;
	for (const cell of drawn.slice(first)) {
		const isCutAfter = cell.end < line.length;
		if (width + cell.width > EXCERPT_CELLS - (isCutAfter ? 1 : 0)) {
			text += '…';
			break;
		}
		if (caretAt < 0 && cell.end > start) caretAt = width;
		text += cell.text;
		width += cell.width;
		if (cell.offset < end) caretEnd = width;
	}
	if (caretAt < 0) caretAt = width;
	return { text, caretAt, caretWidth: Math.max(1, caretEnd - caretAt) };
}

function draw(slice: string, from: number): readonly Cell[] {
	let offset = from;
	return graphemes(slice).map((grapheme) => {
		const text = drawGrapheme(grapheme);
		const end = offset + grapheme.length;
		const cell = { text, width: cellWidth(text), offset, end };
		offset = end;
		return cell;
	});
}

/** UTF-16 units of a grapheme above which it is not shown: longer than any real emoji or accented letter. */
const MAX_GRAPHEME = 40;

function drawGrapheme(grapheme: string): string {
	// A tab is drawn, because it is often the problem itself.
	if (grapheme === '\t') return '→   ';
	return grapheme.length > MAX_GRAPHEME ? '…' : drawInvisible(drawUnsafe(grapheme));
}

// Returns the first cell to show: 0 if the caret fits with the line's start, or else the one LEAD_CELLS before the
// caret.
function firstCell(drawn: readonly Cell[], start: number, cutBefore: boolean): number {
	const total = drawn.reduce((sum, cell) => sum + cell.width, 0);
	const caret = drawn.findIndex((cell) => cell.end > start);
	const at = caret < 0 ? drawn.length : caret;
	const before = drawn.slice(0, at).reduce((sum, cell) => sum + cell.width, 0);
	if (!cutBefore && (total <= EXCERPT_CELLS || before <= EXCERPT_CELLS - LEAD_CELLS)) return 0;
	let lead = 0;
	let index = at;
	while (index > 0 && lead < LEAD_CELLS) {
		index -= 1;
		lead += drawn[index]?.width ?? 0;
	}
	return index;
}

const ZERO_WIDTH = /^[\p{Mark}\p{Cf}]/u;
const WIDE =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
// Halfwidth katakana and hangul belong to wide scripts, but are drawn in one cell.
const HALFWIDTH = /^[\uff61-\uffdc]/u;

let segmenter: Intl.Segmenter | undefined;

/** Splits a text into the characters that a reader sees. */
function graphemes(text: string): readonly string[] {
	// Created on first use: loading the break rules takes longer than everything else here.
	segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Returns the number of terminal cells of a text without control characters. */
export function cellWidth(text: string): number {
	let sum = 0;
	for (const grapheme of graphemes(text)) sum += graphemeCells(grapheme);
	return sum;
}

function graphemeCells(grapheme: string): number {
	if (EMOJI.test(grapheme)) return 2;
	if (WIDE.test(grapheme) && !HALFWIDTH.test(grapheme)) return 2;
	return ZERO_WIDTH.test(grapheme) ? 0 : 1;
}
