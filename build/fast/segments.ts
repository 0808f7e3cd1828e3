import { isPlain } from './plain-text.js';

type Segment = Pick<Intl.SegmentData, 'segment' | 'index'>;

/** The part of `Intl.Segments` that the callers use. */
interface Segments extends Iterable<Segment> {
	containing(index: number): Segment | undefined;
}

let segmenter: Intl.Segmenter | undefined;

/**
 * Splits a text into graphemes. Creating a segmenter takes milliseconds, so it is created for the first text that needs
 * it.
 */
export function segments(text: string): Segments {
	if (isPlain(text)) return plainSegments(text);
	segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
	return segmenter.segment(text) as unknown as Segments;
}

function plainSegments(text: string): Segments {
	const at = (index: number): Segment => ({ segment: text[index] ?? '', index });
	return {
		containing: (index) => (index >= 0 && index < text.length ? at(index) : undefined),
		[Symbol.iterator]: () => Array.from(text, (_, index) => at(index))[Symbol.iterator](),
	};
}
