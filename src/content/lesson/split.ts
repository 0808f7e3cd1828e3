import type { Span } from '../yaml/tree.js';

/** A piece of a lesson's text, with its span in the file, excluding the fence lines. */
export interface Piece extends Span {
	readonly kind: 'head' | 'prose' | 'fence';
	/** For a fence, the word after the backticks, and its span. */
	readonly info: string;
	readonly openingWord: Span;
	/** Whether a fence or head has its closing line. */
	readonly isClosed: boolean;
}

/** Info words of fenced code, which is shown unchanged as part of the prose. */
export const CODE_INFO_WORDS = ['', 'text', 'sh', 'json', 'yaml', 'console'] as const;

/**
 * Splits a lesson into its head (between two lines ---), prose, and fenced blocks other than code. Fences start at the
 * beginning of a line.
 */
export function splitLesson(text: string): readonly Piece[] {
	const pieces: Piece[] = [];
	const lines = linesOf(text);
	let at = 0;
	if (lines[0]?.text.trimEnd() === '---') {
		const end = lines.findIndex((line, i) => i > 0 && line.text.trimEnd() === '---');
		const to = end < 0 ? lines.length : end;
		pieces.push({
			...spanBetween(lines, 1, to, text),
			kind: 'head',
			info: '',
			openingWord: spanOf(lines[0]),
			isClosed: end >= 0,
		});
		at = to + 1;
	}
	let proseStart = at;
	const pushProse = (to: number): void => {
		const span = spanBetween(lines, proseStart, to, text);
		if (text.slice(span.start, span.end).trim() !== '')
			pieces.push({ ...span, kind: 'prose', info: '', openingWord: span, isClosed: true });
	};
	while (at < lines.length) {
		const line = lines[at];
		const fence = line && FENCE.exec(line.text);
		if (!fence || !line) {
			at++;
			continue;
		}
		const [, ticks = '```', blank = '', info = ''] = fence;
		const isCode = (CODE_INFO_WORDS as readonly string[]).includes(info);
		const { to, closed } = findEnd(lines, at, ticks, isCode);
		if (!isCode || !closed) {
			pushProse(at);
			const start = line.start + ticks.length + blank.length;
			const opens = { start, end: start + Math.max(1, info.length) };
			pieces.push({
				...spanBetween(lines, at + 1, to, text),
				kind: 'fence',
				info,
				openingWord: opens,
				isClosed: closed,
			});
			proseStart = closed ? to + 1 : to;
		}
		at = closed ? to + 1 : to;
	}
	pushProse(lines.length);
	return pieces;
}

const FENCE = /^(`{3,})([ \t]*)([^\s`]*)/;

/** Finds the line that closes a fence; if there is none, the line that opens the next block, or the end. */
function findEnd(
	lines: readonly TextLine[],
	at: number,
	ticks: string,
	isCode: boolean,
): { readonly to: number; readonly closed: boolean } {
	for (let i = at + 1; i < lines.length; i++) {
		const other = FENCE.exec(lines[i]?.text ?? '');
		const [, otherTicks = '', , word = ''] = other ?? [];
		if (otherTicks.length < ticks.length) continue;
		if (word === '') return { to: i, closed: true };
		// Code may contain anything, but a block of fields never contains a fence.
		if (!isCode || !(CODE_INFO_WORDS as readonly string[]).includes(word)) return { to: i, closed: false };
	}
	return { to: lines.length, closed: false };
}

interface TextLine {
	readonly text: string;
	readonly start: number;
}

function linesOf(text: string): readonly TextLine[] {
	let start = 0;
	return text.split('\n').map((line) => {
		const at = start;
		start += line.length + 1;
		return { text: line, start: at };
	});
}

const spanOf = ({ text, start }: TextLine): Span => ({ start, end: start + text.length });

/** Returns the span from the start of line `from` to the end of the line before `to`. */
function spanBetween(lines: readonly TextLine[], from: number, to: number, text: string): Span {
	const start = lines[from]?.start ?? text.length;
	const last = lines[to - 1];
	return { start, end: to > from && last ? last.start + last.text.length : start };
}
