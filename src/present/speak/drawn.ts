import { type Line, textOf } from '../../text/line.js';
import { speakLine } from './sentences.js';

/** Columns in which no sentence of a page is broken. */
export const UNBROKEN = 10_000;

/** Some lines of a page, and what is spoken in their place: a table, say, whose rows are no sentences as they are drawn. */
export interface Replaced {
	readonly drawn: readonly Line[];
	readonly spoken: readonly string[];
}

/** Speaks a page that was laid out unbroken, a sentence for each line; what is replaced stands in the page's order. */
export function speakDrawn(lines: readonly Line[], replaced: readonly Replaced[]): readonly string[] {
	const [next, ...later] = replaced;
	if (!next) return lines.map(speakLine).filter(Boolean);
	const texts = lines.map(textOf);
	const drawn = next.drawn.map(textOf);
	const at = texts.findIndex((_, i) => drawn.every((text, j) => texts[i + j] === text));
	if (at < 0) throw new Error(`nothing on the page is drawn as “${drawn[0]}”`);
	return [
		...lines.slice(0, at).map(speakLine).filter(Boolean),
		...next.spoken,
		...speakDrawn(lines.slice(at + drawn.length), later),
	];
}
