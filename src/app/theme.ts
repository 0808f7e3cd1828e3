import type { Theme } from '../settings/settings.js';
import type { Line, Span, Tone } from '../text/line.js';
import {
	COLORLESS,
	DARK,
	DARK_16,
	HIGH_DARK,
	HIGH_LIGHT,
	LIGHT,
	LIGHT_16,
	type Look,
	NEUTRAL,
	type Palette,
} from './palettes.js';

/** How many colours the output shows; 0: neither colours nor styles. */
export type ColorLevel = 0 | 16 | 256;

/** The background of the terminal; null: unknown. */
export type Background = 'dark' | 'light' | null;

/** Turns lines into text with the escape sequences of a theme. */
export interface Paint {
	span(span: Span): string;
	line(line: Line): string;
	/** Returns lines as one text, each styled by itself. */
	lines(lines: readonly Line[]): string;
}

const paints = new Map<string, Paint>();

/** Returns the paint of a theme; the same one for the same arguments. */
export function getPaint(theme: Theme, background: Background, level: ColorLevel): Paint {
	const key = `${theme} ${background} ${level}`;
	const known = paints.get(key);
	if (known) return known;
	const paint = level === 0 ? PLAIN : createPaint(choosePalette(theme, background, level));
	paints.set(key, paint);
	return paint;
}

/** Whether a theme looks different on dark and on light, so that the terminal has to be asked. */
export const dependsOnBackground = (theme: Theme): boolean => theme === 'auto' || theme === 'high-contrast';

function choosePalette(theme: Theme, background: Background, level: 16 | 256): Palette {
	switch (theme) {
		case 'none':
			return COLORLESS;
		case 'high-contrast':
			if (background === null || level === 16) return COLORLESS;
			return background === 'light' ? HIGH_LIGHT : HIGH_DARK;
		case 'auto':
			// Only few of 16 colours are readable on dark and on light: words keep the terminal's own, and marks are for dark.
			if (background === null) return level === 16 ? DARK_16 : NEUTRAL;
			return choosePalette(background, background, level);
		case 'dark':
			return level === 16 ? DARK_16 : DARK;
		case 'light':
			return level === 16 ? LIGHT_16 : LIGHT;
	}
}

const text = ({ text }: Span): string => text;
const plainLine = (line: Line): string => line.map(text).join('');

/** Paint without any escape sequence. */
export const PLAIN: Paint = {
	span: text,
	line: plainLine,
	lines: (lines) => lines.map(plainLine).join('\n'),
};

/** Sequences around a text: each on its own, because Ink looks for the end of every single one. */
type Wrap = readonly [open: string, close: string];

const sgr = (open: string, close: number): Wrap => [`\u001B[${open}m`, `\u001B[${close}m`];
const BOLD = sgr('1', 22);
const ITALIC = sgr('3', 23);
const UNDERLINED = sgr('4', 24);
const INVERSE = sgr('7', 27);
const STRUCK = sgr('9', 29);

const join = (wraps: readonly (Wrap | false | undefined)[]): Wrap => {
	const used = wraps.filter((wrap) => wrap !== false && wrap !== undefined);
	return [
		used.map(([open]) => open).join(''),
		used
			.map(([, close]) => close)
			.reverse()
			.join(''),
	];
};

/** A mark at the start of a text, such as the one of `✓ held`: no letter and no digit, up to a blank or the end. */
const MARK = /^(\s*)([^\p{L}\p{N}\s]+)(?=\s|$)/u;

function createPaint(palette: Palette): Paint {
	/** Sequences by tone and by attributes of the span. */
	const wraps = new Map<Tone, (Wrap | undefined)[]>();

	function findWrap(tone: Tone, look: Look, attributes: number): Wrap {
		const known = wraps.get(tone)?.[attributes];
		if (known) return known;
		const wrap = join([
			(look.bold || (attributes & 1) > 0) && BOLD,
			(attributes & 2) > 0 && ITALIC,
			(look.underlined || (attributes & 4) > 0) && UNDERLINED,
			(attributes & 8) > 0 && STRUCK,
			look.inverse && INVERSE,
			look.color !== undefined && !look.marksOnly && sgr(look.color, 39),
		]);
		const ofTone = wraps.get(tone) ?? [];
		ofTone[attributes] = wrap;
		wraps.set(tone, ofTone);
		return wrap;
	}

	function span({ text, tone = 'plain', bold, italic, underlined, struck }: Span): string {
		const look = palette[tone];
		// Most blanks are columns without a mark.
		if (!look.inverse && !underlined && !struck && text.trim() === '') return text;
		const attributes = (bold ? 1 : 0) + (italic ? 2 : 0) + (underlined ? 4 : 0) + (struck ? 8 : 0);
		const [open, close] = findWrap(tone, look, attributes);
		const content = look.marksOnly ? paintMark(text, look.color ?? '') : text;
		return open === '' ? content : `${open}${content}${close}`;
	}

	const line = (spans: Line): string => {
		let out = '';
		for (const one of spans) out += span(one);
		return out;
	};
	return { span, line, lines: (lines) => lines.map(line).join('\n') };
}

function paintMark(text: string, color: string): string {
	const [found, blanks = '', mark = ''] = MARK.exec(text) ?? [];
	if (found === undefined) return text;
	return `${blanks}\u001B[${color}m${mark}\u001B[39m${text.slice(found.length)}`;
}
