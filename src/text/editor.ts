import type { Line } from './line.js';
import { cut } from './visible.js';
import { shorten, width, wrap } from './width.js';

/** A text that is being written, and where the cursor is in it: an index between its characters (UTF-16 units). */
export interface Editor {
	readonly text: string;
	readonly cursor: number;
}

/** Returns an editor of a text, its cursor at the end. */
export const editorOf = (text = ''): Editor => ({ text, cursor: text.length });

/** What can be written: how many characters (UTF-16 units), and whether in several lines. */
export interface EditorKind {
	readonly most: number;
	readonly lines: boolean;
}

/** An answer: room for a long one, and an end for a paste that was not meant. */
export const ANSWER: EditorKind = { most: 20_000, lines: true };
/** A line that is asked for: a name, a file. */
export const LINE: EditorKind = { most: 20_000, lines: false };
/** A value: room for several people's guesses. */
export const VALUE: EditorKind = { most: 120, lines: false };
/** What narrows a list: each key looks through everything for each word of it. */
export const FILTER: EditorKind = { most: 80, lines: false };

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

/**
 * Puts a text in at the cursor. Control characters are left out; a blank stands for a tab, and in a single line for line
 * ends with all blanks around them. What does not fit is counted.
 */
export function insert(
	{ text, cursor }: Editor,
	more: string,
	{ most, lines }: EditorKind = ANSWER,
): { readonly editor: Editor; readonly over: number } {
	const broken = lines
		? more.replace(/\r\n?/g, '\n').replaceAll('\t', ' ')
		: more.replace(/\s+/g, (blanks) => (/[^ ]/.test(blanks) ? ' ' : blanks));
	const clean = broken.replace(CONTROLS, '');
	const fits = cut(clean, Math.max(0, most - text.length));
	const editor = { text: text.slice(0, cursor) + fits + text.slice(cursor), cursor: cursor + fits.length };
	return { editor, over: clean.length - fits.length };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no key types one into a text
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

/** Does what a key does to a text. */
export function edit(editor: Editor, move: EditorMove): Editor {
	const { text, cursor } = editor;
	switch (move) {
		case 'newline':
			return insert(editor, '\n').editor;
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

const CURSOR = '▏';

/** Draws the cursor in a text, at its end unless it stands elsewhere. */
export const withCursor = (text: string, cursor = text.length): string =>
	text.slice(0, cursor) + CURSOR + text.slice(cursor);

/** Draws a text on one line of at most so many columns: what stands before the cursor, then what fits after it. */
export function editorLine({ text, cursor }: Editor, columns: number): string {
	let room = columns - width(CURSOR);
	const fitting = (characters: readonly string[]): readonly string[] => {
		const over = characters.findIndex((character) => {
			room -= width(character);
			return room < 0;
		});
		return over < 0 ? characters : characters.slice(0, over);
	};
	const before = fitting([...text.slice(0, cursor)].reverse())
		.toReversed()
		.join('');
	const after = room > 0 ? fitting([...text.slice(cursor)]).join('') : '';
	return before + CURSOR + after;
}

/** Draws a text on as many lines as it takes, and says which of them has the cursor. */
export function editorLines(
	{ text, cursor }: Editor,
	columns: number,
): { readonly lines: readonly string[]; readonly at: number } {
	const lines = withCursor(text, cursor)
		.split('\n')
		.flatMap((line) => wrap(line, Math.max(10, columns)));
	return {
		lines,
		at: Math.max(
			0,
			lines.findIndex((line) => line.includes(CURSOR)),
		),
	};
}

/**
 * Draws what narrows a list; the cursor shows while it is typed.
 *
 * @param says what it finds
 */
export const filterLine = (filter: string, typed: boolean, says: string, columns: number): Line => {
	const room = Math.max(10, columns - 40);
	return [
		{ text: ` find: ${typed ? editorLine(editorOf(filter), room + 1) : shorten(filter, room)}`, tone: 'title' },
		{ text: says, tone: 'dim' },
	];
};
