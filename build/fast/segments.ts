import { isPlain } from './plain.js';

interface Segment {
	readonly segment: string;
	readonly index: number;
}

let segmenter: Intl.Segmenter | undefined;

/** The graphemes of a text. Making a segmenter costs milliseconds, so it is made for the first text that needs one. */
export function segments(text: string): Iterable<Segment> {
	if (isPlain(text)) return Array.from(text, (segment, index) => ({ segment, index }));
	segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
	return segmenter.segment(text);
}
