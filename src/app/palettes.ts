import type { Tone } from '../text/line.js';

/** How a tone looks. */
export interface Look {
	/** SGR parameters of the colour; missing: the terminal's own. */
	readonly color?: string;
	/** Whether only a mark in front (`✓`, `▲`, a bar) has the colour, and words keep the terminal's own. */
	readonly marksOnly?: true;
	readonly bold?: true;
	readonly underlined?: true;
	readonly inverse?: true;
}

export type Palette = Readonly<Record<Tone, Look>>;

/** Returns a colour of the 256-colour cube, whose shades do not depend on the terminal's own colour scheme. */
const cube = (index: number): Look => ({ color: `38;5;${index}` });
const cubeMark = (index: number): Look => ({ ...cube(index), marksOnly: true });
/** Returns one of the terminal's sixteen colours, which every colour scheme changes; so it is for marks only. */
const basicMark = (code: number): Look => ({ color: String(code), marksOnly: true });

// Good and bad are blue and orange everywhere, which colour-blind readers can tell apart. Focus is inverse: it has the
// contrast of the terminal's own text.

/** Without colours, tones that would be lost are bold or underlined. */
export const COLORLESS: Palette = {
	...{ plain: {}, dim: {}, good: {}, bad: {}, unsure: {} },
	title: { bold: true },
	accent: { bold: true },
	edited: { bold: true },
	link: { underlined: true },
	focus: { inverse: true },
};

/** For backgrounds up to about #2e3440. */
export const DARK: Palette = {
	plain: {},
	dim: cube(247),
	title: { ...cube(80), bold: true },
	good: cube(75),
	bad: cube(214),
	unsure: cube(183),
	accent: cube(80),
	link: cube(111),
	focus: { inverse: true },
	edited: cube(229),
};

/** For backgrounds from about #eee8d5. */
export const LIGHT: Palette = {
	plain: {},
	dim: cube(241),
	title: { ...cube(24), bold: true },
	good: cube(25),
	bad: cube(94),
	unsure: cube(55),
	accent: cube(23),
	link: cube(26),
	focus: { inverse: true },
	edited: cube(89),
};

/** For an unknown background: marks have shades of medium brightness, words the terminal's own colour. */
export const NEUTRAL: Palette = {
	...COLORLESS,
	dim: cubeMark(244),
	good: cubeMark(32),
	bad: cubeMark(166),
	unsure: cubeMark(134),
	edited: { ...cubeMark(134), bold: true },
};

/** High contrast on dark: 7:1 and more, and a second sign beside each colour. */
export const HIGH_DARK: Palette = {
	...COLORLESS,
	title: { ...cube(123), bold: true },
	good: { ...cube(117), bold: true },
	bad: { ...cube(221), bold: true },
	unsure: { ...cube(225), bold: true },
	accent: { ...cube(123), bold: true },
	link: { ...cube(153), underlined: true },
	edited: { ...cube(230), bold: true },
};

/** High contrast on light. */
export const HIGH_LIGHT: Palette = {
	...COLORLESS,
	title: { ...cube(17), bold: true },
	good: { ...cube(18), bold: true },
	bad: { ...cube(88), bold: true },
	unsure: { ...cube(54), bold: true },
	accent: { ...cube(17), bold: true },
	link: { ...cube(18), underlined: true },
	edited: { ...cube(53), bold: true },
};

/** Sixteen colours on dark: bright ones, which are readable on black in every common scheme. */
export const DARK_16: Palette = {
	...COLORLESS,
	good: basicMark(96),
	bad: basicMark(93),
	unsure: basicMark(95),
	edited: { ...basicMark(95), bold: true },
};

/** Sixteen colours on light: dark ones. Yellow, cyan and green are too bright on white in most schemes. */
export const LIGHT_16: Palette = {
	...COLORLESS,
	good: basicMark(34),
	bad: basicMark(31),
	unsure: basicMark(35),
	edited: { ...basicMark(35), bold: true },
};
