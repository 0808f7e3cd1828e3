import { LineCounter } from 'yaml';

/** A file's text, with the line starts that turn offsets into places. */
export interface SourceText {
	readonly file: string;
	readonly text: string;
	readonly lines: LineCounter;
}

/** Line and column in a file, from 1. Columns count characters, so that an emoji or 漢 is one. */
export interface Place {
	readonly line: number;
	readonly column: number;
	/** The line without its line end, and its offset in the text. */
	readonly lineText: string;
	readonly lineStart: number;
}

export function createSourceText(file: string, text: string): SourceText {
	const lines = new LineCounter();
	lines.addNewLine(0);
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
	return { file, text, lines };
}

/** Returns the line, from 1, that contains `offset` (UTF-16 units). */
export function lineOf({ text, lines }: SourceText, offset: number): number {
	return lines.linePos(Math.min(Math.max(offset, 0), text.length)).line;
}

/** Returns the place of `offset` (UTF-16 units). Takes time proportional to the line's length, unlike `lineOf`. */
export function placeOf(source: SourceText, offset: number): Place {
	const { text, lines } = source;
	const line = lineOf(source, offset);
	const lineStart = lines.lineStarts[line - 1] ?? 0;
	const next = lines.lineStarts[line] ?? text.length + 1;
	const lineText = text.slice(lineStart, next - 1).replace(/\r$/, '');
	return { line, column: countCharacters(text, lineStart, offset) + 1, lineText, lineStart };
}

function countCharacters(text: string, from: number, to: number): number {
	let count = 0;
	for (let at = from; at < to; at += 1) {
		const unit = text.charCodeAt(at);
		// The second half of a pair belongs to the character before it.
		if (unit < 0xdc00 || unit > 0xdfff) count += 1;
	}
	return count;
}
