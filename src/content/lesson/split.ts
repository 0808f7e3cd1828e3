import type { Span } from '../yaml/tree.js';

/** A piece of a lesson's text: where it is in the file, without the lines that fence it. */
export interface Piece extends Span {
	readonly kind: 'head' | 'prose' | 'fence';
	/** Of a fence: the word after the backticks, and where it is. */
	readonly info: string;
	readonly opens: Span;
	/** Whether a fence or head is closed. */
	readonly closed: boolean;
}

/** Fenced code that is shown as it stands, as part of the prose around it. */
export const CODE = ['', 'text', 'sh', 'json', 'yaml', 'console'] as const;

/**
 * Cuts a lesson into its head (between two lines ---), prose, and fenced blocks that are no code. Fences start at the
 * beginning of a line.
 */
export function splitLesson(text: string): readonly Piece[] {
	const pieces: Piece[] = [];
	const lines = linesOf(text);
	let at = 0;
	if (lines[0]?.text.trimEnd() === '---') {
		const end = lines.findIndex((line, i) => i > 0 && line.text.trimEnd() === '---');
		const to = end < 0 ? lines.length : end;
		pieces.push({ ...between(lines, 1, to, text), kind: 'head', info: '', opens: spanOf(lines[0]), closed: end >= 0 });
		at = to + 1;
	}
	let prose = at;
	const flush = (to: number): void => {
		const span = between(lines, prose, to, text);
		if (text.slice(span.start, span.end).trim() !== '')
			pieces.push({ ...span, kind: 'prose', info: '', opens: span, closed: true });
	};
	while (at < lines.length) {
		const line = lines[at];
		const fence = line && FENCE.exec(line.text);
		if (!fence || !line) {
			at++;
			continue;
		}
		const [, ticks = '```', blank = '', info = ''] = fence;
		const isCode = (CODE as readonly string[]).includes(info);
		const { to, closed } = endOf(lines, at, ticks, isCode);
		if (!isCode || !closed) {
			flush(at);
			const start = line.start + ticks.length + blank.length;
			const opens = { start, end: start + Math.max(1, info.length) };
			pieces.push({ ...between(lines, at + 1, to, text), kind: 'fence', info, opens, closed });
			prose = closed ? to + 1 : to;
		}
		at = closed ? to + 1 : to;
	}
	flush(lines.length);
	return pieces;
}

const FENCE = /^(`{3,})([ \t]*)([^\s`]*)/;

/** The line that ends a fence; where there is none, the one that starts the next block, or the end. */
function endOf(
	lines: readonly TextLine[],
	at: number,
	ticks: string,
	isCode: boolean,
): { readonly to: number; readonly closed: boolean } {
	for (let i = at + 1; i < lines.length; i++) {
		const other = FENCE.exec(lines[i]?.text ?? '');
		const [, more = '', , word = ''] = other ?? [];
		if (more.length < ticks.length) continue;
		if (word === '') return { to: i, closed: true };
		// Code may hold anything; a block of fields never holds a fence.
		if (!isCode || !(CODE as readonly string[]).includes(word)) return { to: i, closed: false };
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

/** From the start of one line to the end of the one before another. */
function between(lines: readonly TextLine[], from: number, to: number, text: string): Span {
	const start = lines[from]?.start ?? text.length;
	const last = lines[to - 1];
	return { start, end: to > from && last ? last.start + last.text.length : start };
}
