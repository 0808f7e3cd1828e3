import { type Line, textOf } from '../../text/line.js';
import { speakLines } from './sentences.js';

/** Columns in which no sentence of a page is broken. */
export const UNBROKEN = 10_000;

/** Some lines of a page, and what is spoken in their place: a table, say, whose rows are no sentences as they are drawn. */
export interface Replaced {
	readonly drawn: readonly Line[];
	readonly spoken: readonly string[];
}

/**
 * Speaks a page that was laid out unbroken, a sentence for each line; what is replaced stands in the page's order. What
 * is not found there is spoken before the rest, so that nothing is lost.
 */
export function speakDrawn(lines: readonly Line[], replaced: readonly Replaced[]): readonly string[] {
	const [next, ...later] = replaced;
	if (!next) return speakLines(lines);
	const texts = lines.map(textOf);
	const drawn = next.drawn.map(textOf);
	const at = drawn.length === 0 ? -1 : texts.findIndex((_, i) => drawn.every((text, j) => texts[i + j] === text));
	if (at < 0) return [...next.spoken, ...speakDrawn(lines, later)];
	return [...speakLines(lines.slice(0, at)), ...next.spoken, ...speakDrawn(lines.slice(at + drawn.length), later)];
}
