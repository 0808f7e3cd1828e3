import type { Plugin } from 'rolldown';
import { sourceEdits } from '../source-edits.js';
import { fastPath } from './paths.js';

/** Splits plain text into graphemes without `Intl.Segmenter`, and creates a segmenter only when one is needed. */
export function lazySegmenters(): Plugin {
	const importSegments = `import { segments } from ${JSON.stringify(fastPath('segments.ts'))};\n`;
	return sourceEdits('lazy-segmenters', [
		{
			file: '/ansi-tokenize/build/tokenize.js',
			swaps: [
				['const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });', importSegments],
				['segmenter.segment(str)', 'segments(str)'],
			],
		},
		{
			file: '/slice-ansi/tokenize-ansi.js',
			swaps: [
				[
					"const GRAPHEME_SEGMENTER = new Intl.Segmenter(undefined, {granularity: 'grapheme'});",
					`${importSegments}const GRAPHEME_SEGMENTER = { segment: segments };`,
				],
			],
		},
	]);
}
