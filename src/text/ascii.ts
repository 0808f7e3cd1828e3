import { BRAILLE_DOTS, EMPTY_BRAILLE } from './braille.js';

/** ASCII characters for the glyphs that the program draws with; each takes one column, like its glyph. */
const GLYPHS: ReadonlyMap<string, string> = new Map(
	Object.entries({
		// Marks. Those that can stand in the same place are told apart.
		'✓': '+',
		'✗': 'x',
		'○': 'o',
		'◐': '%',
		'↷': '~',
		'▲': '^',
		'▼': 'v',
		'•': '*',
		'›': '>',
		'▶': '>',
		'●': '@',
		'■': '#',
		'□': '&',
		'◆': '*',
		Δ: 'd',
		// Arrows.
		'←': '<',
		'→': '>',
		'↑': '^',
		'↓': 'v',
		// Signs.
		'−': '-',
		'±': '~',
		'×': 'x',
		'÷': '/',
		'≈': '~',
		'≤': '<',
		'≥': '>',
		// Punctuation.
		'·': '-',
		'–': '-',
		'—': '-',
		'‐': '-',
		'‑': '-',
		'…': '~',
		'‘': "'",
		'’': "'",
		'“': '"',
		'”': '"',
		// Rules, frames and shades.
		'─': '-',
		'╌': '-',
		'│': '|',
		'┃': '|',
		'▏': '|',
		'┌': '+',
		'┐': '+',
		'└': '+',
		'┘': '+',
		'├': '+',
		'┤': '+',
		'┬': '+',
		'┴': '+',
		'┼': '+',
		'░': '.',
		'▒': ':',
		'▓': '=',
		'█': '#',
	}),
);

/** Signs of two characters in ASCII. They take the blank beside the glyph, if there is one, so that the width is kept. */
const PAIRS: readonly (readonly [pattern: RegExp, pair: string])[] = [
	[/≤ /g, '<='],
	[/≥ /g, '>='],
	// A style may begin between the blank and the sign.
	// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern is for escape sequences
	[/ ((?:\u001b\[[\d;:]*m)*)±/g, '$1+-'],
	// Between two values, not after the name of another key.
	[/(?<![←→↑↓]) → /g, ' ->'],
];

const BARS = '▁▂▃▄▅▆▇█';
/** Bars next to each other, with the marks and gaps of a sparkline between them. */
const BAR_RUN = /[▁-█·](?:[ !]?[▁-█·])*/g;

/** Draws a sparkline with digits from 1, lowest, to 8; a full block without lower bars is a shade. */
const barsInDigits = (run: string): string =>
	/[▁-▇]/.test(run) ? run.replace(/[▁-█]/g, (bar) => String(BARS.indexOf(bar) + 1)) : run;

/** Returns a character like the piece of a line that braille dots draw: its slope, or its height if it is level. */
function strokeOf(character: string): string {
	const bits = character.charCodeAt(0) - EMPTY_BRAILLE;
	const rowsOf = (column: 0 | 1): readonly number[] =>
		BRAILLE_DOTS.flatMap((row, y) => (bits & row[column] ? [y] : []));
	const [left, right] = [rowsOf(0), rowsOf(1)];
	const rows = [...left, ...right];
	if (rows.length === 0) return ' ';
	const meanOf = (values: readonly number[]): number => values.reduce((sum, y) => sum + y, 0) / values.length;
	const rise = left.length > 0 && right.length > 0 ? meanOf(left) - meanOf(right) : 0;
	if (rise >= 1.5) return '/';
	if (rise <= -1.5) return '\\';
	if (Math.max(...rows) - Math.min(...rows) >= 2) return '|';
	const height = meanOf(rows);
	if (height < 0.75) return left.length > 0 && right.length > 0 ? '"' : "'";
	if (height > 2.25) return left.length > 0 && right.length > 0 ? '_' : '.';
	return '-';
}

const BRAILLE_CHARACTER = /[⠀-⣿]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are ASCII too
const NON_ASCII = /[^\u0000-\u007f]/g;

/**
 * Replaces the glyphs that the program draws with by ASCII. Every line keeps its width. Letters and everything else
 * that the program does not draw by itself stay as they are. Escape sequences of styles may stand in the text.
 */
export function toAscii(text: string): string {
	if (text.search(NON_ASCII) < 0) return text;
	const paired = PAIRS.reduce(
		(sofar, [pattern, pair]) => sofar.replace(pattern, pair),
		text.replace(BAR_RUN, barsInDigits),
	);
	return paired
		.replace(BRAILLE_CHARACTER, strokeOf)
		.replace(NON_ASCII, (character) => GLYPHS.get(character) ?? character);
}
