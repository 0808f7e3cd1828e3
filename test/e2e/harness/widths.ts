import type { IUnicodeVersionProvider, Terminal } from '@xterm/headless';
import stringWidth from 'string-width';

const EMOJI_SELECTOR = 0xfe0f;

const widths = new Map<number, 0 | 1 | 2>();

function wcwidth(codePoint: number): 0 | 1 | 2 {
	let width = widths.get(codePoint);
	if (width === undefined) {
		width = Math.min(2, stringWidth(String.fromCodePoint(codePoint))) as 0 | 1 | 2;
		widths.set(codePoint, width);
	}
	return width;
}

// The emulator packs the width, and whether a character joins the previous one, into one number.
const pack = (width: number, joins: boolean): number => (width << 1) | (joins ? 1 : 0);
const widthOf = (packed: number): number => (packed >> 1) & 3;

const PROVIDER: IUnicodeVersionProvider = {
	version: 'as-laid-out',
	wcwidth,
	charProperties(codePoint, preceding) {
		const width = wcwidth(codePoint);
		const before = widthOf(preceding);
		if (width > 0 || before === 0) return pack(width, false);
		return pack(codePoint === EMOJI_SELECTOR ? 2 : before, true);
	},
};

/**
 * Gives the emulator the character widths of present-day terminals and of our layout. Its own table is Unicode 6, in
 * which emoji take one column; its addon with newer tables is not installed.
 */
export function modernWidths(terminal: Terminal): void {
	terminal.unicode.register(PROVIDER);
	terminal.unicode.activeVersion = PROVIDER.version;
}
