import type { Plugin } from 'rolldown';
import { sourceEdits } from '../source-edits.js';
import { fast } from './paths.js';

/** Graphemes of plain text without `Intl.Segmenter`, and no segmenter before one is needed. */
export function lazySegmenters(): Plugin {
	const bring = `import { segments } from ${JSON.stringify(fast('segments.ts'))};\n`;
	return sourceEdits('lazy-segmenters', [
		{
			file: '/ansi-tokenize/build/tokenize.js',
			swaps: [
				['const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });', bring],
				['segmenter.segment(str)', 'segments(str)'],
			],
		},
		{
			file: '/slice-ansi/tokenize-ansi.js',
			swaps: [
				[
					"const GRAPHEME_SEGMENTER = new Intl.Segmenter(undefined, {granularity: 'grapheme'});",
					`${bring}const GRAPHEME_SEGMENTER = { segment: segments };`,
				],
			],
		},
	]);
}
