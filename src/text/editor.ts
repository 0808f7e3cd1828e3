import { cut } from './visible.js';
import { wrap } from './width.js';

/** A text that is being written, and where the cursor is in it: an index between its characters (UTF-16 units). */
export interface Editor {
	readonly text: string;
	readonly cursor: number;
}

export const EMPTY_EDITOR: Editor = { text: '', cursor: 0 };

/** Room for a long answer, and an end for a paste that was not meant. */
export const LONGEST = 20_000;

/** What a key does to a text. */
export type EditorMove =
	| 'left'
	| 'right'
	| 'up'
	| 'down'
	| 'home'
	| 'end'
	| 'word-left'
	| 'word-right'
	| 'erase'
	| 'erase-right'
	| 'erase-word'
	| 'erase-word-right'
	| 'erase-before'
	| 'erase-after'
	| 'newline';

/** Puts a text in at the cursor; control characters but line ends are left out, and what does not fit is counted. */
export function fitted({ text, cursor }: Editor, more: string): { readonly editor: Editor; readonly over: number } {
	const clean = more.replace(/\r\n?/g, '\n').replace(CONTROLS, '');
	const fits = cut(clean, Math.max(0, LONGEST - text.length));
	const editor = { text: text.slice(0, cursor) + fits + text.slice(cursor), cursor: cursor + fits.length };
	return { editor, over: clean.length - fits.length };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no key types one into a text
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

export const inserted = (editor: Editor, more: string): Editor => fitted(editor, more).editor;

export function moved(editor: Editor, move: EditorMove): Editor {
	const { text, cursor } = editor;
	switch (move) {
		case 'newline':
			return inserted(editor, '\n');
		case 'left':
			return { text, cursor: cursor - sizeBefore(text, cursor) };
		case 'right':
			return { text, cursor: cursor + sizeAfter(text, cursor) };
		case 'word-left':
			return { text, cursor: wordStart(text, cursor) };
		case 'word-right':
			return { text, cursor: wordEnd(text, cursor) };
		case 'home':
			return { text, cursor: lineStart(text, cursor) };
		case 'end':
			return { text, cursor: lineEnd(text, cursor) };
		case 'erase':
			return without(editor, cursor - sizeBefore(text, cursor));
		case 'erase-right':
			return without(editor, cursor, cursor + sizeAfter(text, cursor));
		case 'erase-word-right':
			return without(editor, cursor, wordEnd(text, cursor));
		case 'erase-word':
			return without(editor, wordStart(text, cursor, lineStart(text, cursor)));
		case 'erase-before':
			return without(editor, lineStart(text, cursor));
		case 'erase-after':
			return without(editor, cursor, lineEnd(text, cursor));
		case 'up': {
			const start = lineStart(text, cursor);
			if (start === 0) return { text, cursor: 0 };
			const above = lineStart(text, start - 1);
			return { text, cursor: Math.min(start - 1, above + cursor - start) };
		}
		case 'down': {
			const end = lineEnd(text, cursor);
			if (end === text.length) return { text, cursor: end };
			return { text, cursor: Math.min(lineEnd(text, end + 1), end + 1 + cursor - lineStart(text, cursor)) };
		}
	}
}

/** Removes the last character of a text, as a person counts characters. */
export const withoutLast = (text: string): string => moved({ text, cursor: text.length }, 'erase').text;

/** Removes what stands between two places; the cursor is where it stood. */
const without = ({ text, cursor }: Editor, from: number, to = cursor): Editor => ({
	text: text.slice(0, from) + text.slice(to),
	cursor: from,
});

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(text: string, at: number): number {
	const end = text.indexOf('\n', at);
	return end < 0 ? text.length : end;
}

const isBlank = (text: string, at: number): boolean => /\s/.test(text[at] ?? '');

/** Finds where the word before the cursor starts, in an earlier line if there is none in this one. */
function wordStart(text: string, cursor: number, first = 0): number {
	let at = cursor;
	while (at > first && isBlank(text, at - 1)) at--;
	while (at > first && !isBlank(text, at - 1)) at--;
	return at;
}

/** Finds where the word after the cursor ends. */
function wordEnd(text: string, cursor: number): number {
	let at = cursor;
	while (at < text.length && isBlank(text, at)) at++;
	while (at < text.length && !isBlank(text, at)) at++;
	return at;
}

/** Characters that a person sees as one are stepped over as one. */
const segmenter = (): Intl.Segmenter => new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function sizeBefore(text: string, cursor: number): number {
	const line = text.slice(lineStart(text, cursor), cursor);
	if (line === '') return cursor > 0 ? 1 : 0;
	return (
		segmenter()
			.segment(line)
			.containing(line.length - 1)?.segment.length ?? 0
	);
}

function sizeAfter(text: string, cursor: number): number {
	const rest = text.slice(cursor, lineEnd(text, cursor));
	if (rest === '') return cursor < text.length ? 1 : 0;
	return segmenter().segment(rest).containing(0)?.segment.length ?? 0;
}

/** A text broken for its room, the cursor drawn in it, and the line that it is on. */
export function editorLines(
	text: string,
	cursor: number,
	columns: number,
): { readonly lines: readonly string[]; readonly at: number } {
	const marked = `${text.slice(0, cursor)}▏${text.slice(cursor)}`;
	const lines = marked.split('\n').flatMap((line) => wrap(line, Math.max(10, columns)));
	return {
		lines,
		at: Math.max(
			0,
			lines.findIndex((line) => line.includes('▏')),
		),
	};
}

/** Room for what anybody looks for; every key looks through everything for each word of it. */
const LONGEST_FILTER = 80;

/** What narrows a list, with more typed after it. */
export const longerFilter = (filter: string, more: string): string =>
	cut(filter + more.slice(0, LONGEST_FILTER).replace(/\s+/g, ' '), LONGEST_FILTER);
