import { type Line, textOf } from '../../text/line.js';
import { trimLineEnd } from '../../text/line-layout.js';
import { cutExcerpt, type Excerpt } from './excerpt.js';
import type { Finding } from './finding.js';
import { drawInvisible } from './invisible.js';
import { placeOf, type SourceText } from './source-text.js';
import { drawUnsafeLine, formatGrouped } from './unsafe-text.js';

/** A problem in a user's file. None of its texts contains a control character. */
export interface Problem {
	readonly file: string;
	/** From 1. */
	readonly line: number;
	/** From 1, in characters. */
	readonly column: number;
	/** The offending line; null if the problem is the whole file's. */
	readonly excerpt: Excerpt | null;
	/** What was found, and what was expected. */
	readonly message: string;
	/** What to do about it. */
	readonly help: string;
	/** Set if it may be intended; the file can still be used. */
	readonly isWarning?: true;
}

/** Maximum number of problems: more than a person fixes at once, but not enough for a hostile file to fill memory. */
export const MAX_PROBLEMS = 100;

/**
 * Turns findings into problems, in file order, without duplicates, and at most `MAX_PROBLEMS` with a note on the rest.
 */
export function toProblems(source: SourceText, findings: readonly Finding[]): readonly Problem[] {
	const seen = new Set<string>();
	const distinct = [...findings]
		.sort((a, b) => a.start - b.start || a.end - b.end)
		.filter((finding) => {
			const key = `${finding.start} ${finding.message}`;
			return !seen.has(key) && seen.add(key);
		});
	const shown = distinct.slice(0, MAX_PROBLEMS).map((finding) => toProblem(source, finding));
	const rest = distinct[MAX_PROBLEMS];
	if (!rest) return shown;
	const count = formatGrouped(distinct.length - MAX_PROBLEMS);
	const note = { message: `${count} more problems from here on`, help: 'Mend the ones above, then check again.' };
	return [...shown, toProblem(source, { ...rest, ...note })];
}

/** Returns a problem of the file as a whole. */
export function fileProblem(file: string, message: string, help: string): Problem {
	return {
		file: drawUnsafeLine(file),
		line: 1,
		column: 1,
		excerpt: null,
		message: drawInvisible(drawUnsafeLine(message)),
		help: drawInvisible(drawUnsafeLine(help)),
	};
}

function toProblem(source: SourceText, { start, end, message, help }: Finding): Problem {
	const place = placeOf(source, start);
	const from = Math.min(start - place.lineStart, place.lineText.length);
	// A span over several lines is marked up to the end of its first one.
	const to = Math.min(Math.max(end - place.lineStart, from + 1), place.lineText.length);
	return {
		...fileProblem(source.file, message, help),
		line: place.line,
		column: place.column,
		excerpt: cutExcerpt(place.lineText, from, to),
	};
}

/** Formats a problem for a terminal or a log, without a final line end. */
export const formatProblem = (problem: Problem): string => problemLines(problem).map(textOf).join('\n');

/**
 * Returns a problem as lines: `file:line:column: message` (`warning: message` for a warning), the line with carets below
 * the span, and the help.
 */
export function problemLines(problem: Problem): readonly Line[] {
	const { file, line, column, message, help, excerpt, isWarning = false } = problem;
	const tone = isWarning ? 'unsure' : 'bad';
	const gutter = ' '.repeat(String(line).length);
	const marked: readonly Line[] = excerpt
		? [
				[{ text: `  ${line} | `, tone: 'dim' }, { text: excerpt.text }],
				[
					{ text: `  ${gutter} | `, tone: 'dim' },
					{ text: ' '.repeat(excerpt.caretAt) },
					{ text: '^'.repeat(excerpt.caretWidth), tone },
				],
			]
		: [];
	return [
		[
			{ text: `${file}:${line}:${column}: `, bold: true },
			...(isWarning ? [{ text: 'warning: ', tone } as const] : []),
			{ text: message },
		],
		...marked.map(trimLineEnd),
		[{ text: '  help: ', tone: 'accent' }, { text: help }],
	];
}
