import { type Line, textOf } from '../../text/line.js';
import { speakLines } from './sentences.js';

/** Width in columns at which no sentence of a page wraps. */
export const UNBROKEN = 10_000;

/** Lines of a page and the sentences spoken instead of them, for example for a table, whose rows are not sentences. */
export interface Replaced {
	readonly drawn: readonly Line[];
	readonly spoken: readonly string[];
}

/**
 * Speaks a page that was laid out without wrapping, a sentence for each line.
 *
 * @param replaced in the order of the page; one that is not on it is spoken before the rest, so that nothing is lost
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
