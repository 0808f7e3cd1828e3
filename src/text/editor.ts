import type { Line } from './line.js';
import { truncate } from './safe-text.js';
import { shorten, width, wrap } from './width.js';

/** Text being edited, and the cursor as an offset into it (in UTF-16 units). */
export interface Editor {
	readonly text: string;
	readonly cursor: number;
}

/** Returns an editor for a text, with the cursor at the end. */
export const createEditor = (text = ''): Editor => ({ text, cursor: text.length });

/** Limits of an editor: its maximum length in UTF-16 units, and whether it accepts several lines. */
export interface EditorLimits {
	readonly maxLength: number;
	readonly multiline: boolean;
}

/** Free-text answers; bounded in case of an accidental paste. */
export const ANSWER_LIMITS: EditorLimits = { maxLength: 20_000, multiline: true };
/** One-line prompts, for a name or a file. */
export const LINE_LIMITS: EditorLimits = { maxLength: 20_000, multiline: false };
/** Values and guesses. */
export const VALUE_LIMITS: EditorLimits = { maxLength: 120, multiline: false };
/** List filters; short, because each key press searches the whole list for each word. */
export const FILTER_LIMITS: EditorLimits = { maxLength: 80, multiline: false };

/** An editing command bound to a key. */
export type EditCommand =
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
 * Inserts text at the cursor. Drops control characters and turns tabs into spaces; a one-line editor also turns each
 * line break, with the blanks around it, into one space. `over` is the number of UTF-16 units that did not fit.
 */
export function insertText(
	{ text, cursor }: Editor,
	inserted: string,
	{ maxLength, multiline }: EditorLimits = ANSWER_LIMITS,
): { readonly editor: Editor; readonly over: number } {
	const normalized = multiline
		? inserted.replace(/\r\n?/g, '\n').replaceAll('\t', ' ')
		: inserted.replace(/\s+/g, (blanks) => (/[^ ]/.test(blanks) ? ' ' : blanks));
	const clean = normalized.replace(CONTROLS, '');
	const fitting = truncate(clean, Math.max(0, maxLength - text.length));
	const editor = { text: text.slice(0, cursor) + fitting + text.slice(cursor), cursor: cursor + fitting.length };
	return { editor, over: clean.length - fitting.length };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose of this pattern
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

/** Applies an editing command. */
export function applyEditCommand(editor: Editor, command: EditCommand): Editor {
	const { text, cursor } = editor;
	switch (command) {
		case 'newline':
			return insertText(editor, '\n').editor;
		case 'left':
			return { text, cursor: cursor - lengthBefore(text, cursor) };
		case 'right':
			return { text, cursor: cursor + lengthAfter(text, cursor) };
		case 'word-left':
			return { text, cursor: wordStart(text, cursor) };
		case 'word-right':
			return { text, cursor: wordEnd(text, cursor) };
		case 'home':
			return { text, cursor: lineStart(text, cursor) };
		case 'end':
			return { text, cursor: lineEnd(text, cursor) };
		case 'erase':
			return removeRange(editor, cursor - lengthBefore(text, cursor));
		case 'erase-right':
			return removeRange(editor, cursor, cursor + lengthAfter(text, cursor));
		case 'erase-word-right':
			return removeRange(editor, cursor, wordEnd(text, cursor));
		case 'erase-word':
			return removeRange(editor, wordStart(text, cursor, lineStart(text, cursor)));
		case 'erase-before':
			return removeRange(editor, lineStart(text, cursor));
		case 'erase-after':
			return removeRange(editor, cursor, lineEnd(text, cursor));
		case 'up': {
			const start = lineStart(text, cursor);
			if (start === 0) return { text, cursor: 0 };
			const previousLine = lineStart(text, start - 1);
			return { text, cursor: clusterStart(text, Math.min(start - 1, previousLine + cursor - start)) };
		}
		case 'down': {
			const end = lineEnd(text, cursor);
			if (end === text.length) return { text, cursor: end };
			const below = Math.min(lineEnd(text, end + 1), end + 1 + cursor - lineStart(text, cursor));
			return { text, cursor: clusterStart(text, below) };
		}
	}
}

/** Removes the text between two offsets and puts the cursor there. */
const removeRange = ({ text, cursor }: Editor, from: number, to = cursor): Editor => ({
	text: text.slice(0, from) + text.slice(to),
	cursor: from,
});

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

function lineEnd(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	return end < 0 ? text.length : end;
}

const isBlank = (text: string, offset: number): boolean => /\s/.test(text[offset] ?? '');

/** Returns the start of the word before the cursor, which may be in an earlier line; never less than `first`. */
function wordStart(text: string, cursor: number, first = 0): number {
	let offset = cursor;
	while (offset > first && isBlank(text, offset - 1)) offset--;
	while (offset > first && !isBlank(text, offset - 1)) offset--;
	return offset;
}

/** Returns the end of the word after the cursor. */
function wordEnd(text: string, cursor: number): number {
	let offset = cursor;
	while (offset < text.length && isBlank(text, offset)) offset++;
	while (offset < text.length && !isBlank(text, offset)) offset++;
	return offset;
}

/** Returns the start of the grapheme cluster at an offset, so that the cursor is never inside one. */
function clusterStart(text: string, offset: number): number {
	const start = lineStart(text, offset);
	const cluster = createSegmenter()
		.segment(text.slice(start, lineEnd(text, offset)))
		.containing(offset - start);
	return cluster ? start + cluster.index : offset;
}

/** Returns a segmenter for grapheme clusters: the cursor moves by what a reader sees as one character. */
const createSegmenter = (): Intl.Segmenter => new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function lengthBefore(text: string, cursor: number): number {
	const line = text.slice(lineStart(text, cursor), cursor);
	if (line === '') return cursor > 0 ? 1 : 0;
	return (
		createSegmenter()
			.segment(line)
			.containing(line.length - 1)?.segment.length ?? 0
	);
}

function lengthAfter(text: string, cursor: number): number {
	const rest = text.slice(cursor, lineEnd(text, cursor));
	if (rest === '') return cursor < text.length ? 1 : 0;
	return createSegmenter().segment(rest).containing(0)?.segment.length ?? 0;
}

const CURSOR = '▏';

/** Returns a text with the cursor drawn in it, by default at its end. */
export const drawCursor = (text: string, cursor = text.length): string =>
	text.slice(0, cursor) + CURSOR + text.slice(cursor);

/** Draws a text on one line of at most `columns` columns: the part before the cursor first, then what fits after it. */
export function editorLine({ text, cursor }: Editor, columns: number): string {
	let room = columns - width(CURSOR);
	const takeFitting = (characters: readonly string[]): readonly string[] => {
		const firstOverflow = characters.findIndex((character) => {
			room -= width(character);
			return room < 0;
		});
		return firstOverflow < 0 ? characters : characters.slice(0, firstOverflow);
	};
	const before = takeFitting([...text.slice(0, cursor)].reverse())
		.toReversed()
		.join('');
	const after = room > 0 ? takeFitting([...text.slice(cursor)]).join('') : '';
	return before + CURSOR + after;
}

/** Wraps a text to `columns` columns; `at` is the index of the line with the cursor. */
export function editorLines(
	{ text, cursor }: Editor,
	columns: number,
): { readonly lines: readonly string[]; readonly at: number } {
	const lines = drawCursor(text, cursor)
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
 * Draws the filter of a list, with the cursor while it is being typed.
 *
 * @param result what the filter finds, in words
 */
export const filterLine = (filter: string, isTyping: boolean, result: string, columns: number): Line => {
	const room = Math.max(10, columns - 40);
	return [
		{ text: ` find: ${isTyping ? editorLine(createEditor(filter), room + 1) : shorten(filter, room)}`, tone: 'title' },
		{ text: result, tone: 'dim' },
	];
};
