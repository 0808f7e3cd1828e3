const ZERO = /^[\p{Mark}\p{Cf}]/u;
const WIDE =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
// Halfwidth katakana and hangul belong to wide scripts, but are drawn in one cell.
const HALF = /^[\uff61-\uffdc]/u;

let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for single characters, in order. */
export function graphemes(text: string): readonly string[] {
	// Made on first use: loading the break rules takes longer than everything else here.
	segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Terminal cells that a text without control characters takes. */
export function cells(text: string): number {
	let sum = 0;
	for (const grapheme of graphemes(text)) sum += graphemeCells(grapheme);
	return sum;
}

function graphemeCells(grapheme: string): number {
	if (EMOJI.test(grapheme)) return 2;
	if (WIDE.test(grapheme) && !HALF.test(grapheme)) return 2;
	return ZERO.test(grapheme) ? 0 : 1;
}
