/** The part of a match that is on one line. */
export interface MatchPart {
	/** Index of the line. */
	readonly line: number;
	/** Offsets into the text of the line, in UTF-16 units. */
	readonly from: number;
	readonly to: number;
}

/** A found text by its parts; it has more than one where a line break separates its words. */
export type Match = readonly [first: MatchPart, ...rest: MatchPart[]];

/** Characters that are printed in other ways than a keyboard has them, so that `-76` finds `−76`. */
const VARIANTS: Readonly<Record<string, string>> = { '-': '[-‐‑–−]', "'": "['’]", '"': '["“”]' };

/**
 * Returns the source of a pattern (flags `iu`) that finds a text whatever the blanks between its words, one line break
 * included; empty for a text without words. An empty line ends a paragraph, and no match goes beyond it.
 */
export const textPattern = (text: string): string =>
	text
		.trim()
		.split(/\s+/)
		.map((word) => word.replace(/[-'"\\^$.*+?()[\]{}|/]/g, (character) => VARIANTS[character] ?? `\\${character}`))
		.join('(?:[^\\S\\n]+|[^\\S\\n]*\\n[^\\S\\n]*)');

/** Returns where a text stands in the lines of a page, top to bottom. Upper and lower case are the same. */
export function findText(lines: readonly string[], text: string): readonly Match[] {
	const source = textPattern(text);
	if (source === '') return [];
	const matches: Match[] = [];
	let line = 0;
	let start = 0;
	for (const { 0: found, index } of lines.join('\n').matchAll(new RegExp(source, 'giu'))) {
		// Matches come in order, so the line of each is at or below that of the one before.
		while (index > start + (lines[line]?.length ?? 0)) start += (lines[line++]?.length ?? 0) + 1;
		const [head = '', ...rest] = found.split('\n');
		const from = index - start;
		matches.push([
			{ line, from, to: from + head.trimEnd().length },
			...rest.map((part, i): MatchPart => {
				const indent = part.length - part.trimStart().length;
				return { line: line + i + 1, from: indent, to: part.length };
			}),
		]);
	}
	return matches;
}
