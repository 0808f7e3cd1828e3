import { describe, expect, it } from 'vitest';
import { type Background, type ColorLevel, getPaint, type Paint } from '../../src/app/theme.js';
import { SETTINGS, type Theme } from '../../src/settings/settings.js';
import type { Span, Tone } from '../../src/text/line.js';
import { hex } from '../e2e/harness/colours.js';
import { contrast, DARK_PAPERS, LIGHT_PAPERS, neededContrast } from '../support/contrast.js';

const TONES: readonly Tone[] = [
	...(['plain', 'dim', 'title', 'good', 'bad', 'unsure', 'accent', 'link', 'focus', 'edited'] as const),
];
const TEXTS = ['words', ' ✓ held', '▲ 3.0 pt', '+3.0', '│', '░░▓▓', '•', ' - none', '── title ──'];
const ATTRIBUTES: readonly Partial<Span>[] = [{}, { bold: true }, { italic: true }, { underlined: true, struck: true }];
const SPANS = TONES.flatMap((tone) =>
	TEXTS.flatMap((text) => ATTRIBUTES.map((attributes): Span => ({ text, tone, ...attributes }))),
);

interface Cell {
	readonly text: string;
	/** SGR parameters of the text colour; null: the terminal's own. */
	readonly color: string | null;
	readonly inverse: boolean;
}

/** Reads painted text as a terminal does. */
function readCells(painted: string): readonly Cell[] {
	const cells: Cell[] = [];
	let color: string | null = null;
	let inverse = false;
	// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern is for escape sequences
	for (const [part, parameters] of painted.matchAll(/\u001b\[([\d;]*)m|[^\u001b]/gu)) {
		if (parameters === undefined) cells.push({ text: part, color, inverse });
		else if (parameters === '39') color = null;
		else if (/^(?:38;5;\d+|3\d|9\d)$/.test(parameters)) color = parameters;
		else if (parameters === '7' || parameters === '27') inverse = parameters === '7';
		else if (!/^(?:[1349]|2[2349])$/.test(parameters)) throw new Error(`unexpected SGR ${parameters}`);
	}
	return cells;
}

const colorsOf = (paint: Paint): readonly string[] => [
	...new Set(SPANS.flatMap((span) => readCells(paint.span(span))).flatMap(({ color }) => color ?? [])),
];

/** Returns the cells with too little contrast; `colorOf` turns SGR parameters into `#rrggbb`. */
function findFaint(paint: Paint, paper: string, colorOf: (sgr: string) => string, least = 0): readonly string[] {
	return SPANS.flatMap((span) =>
		readCells(paint.span(span)).flatMap(({ text, color }) => {
			if (text.trim() === '' || color === null) return [];
			const found = contrast(colorOf(color), paper);
			if (found >= Math.max(neededContrast(text), least)) return [];
			return [`${span.tone} "${text}" ${color} on ${paper}: ${found.toFixed(2)}`];
		}),
	);
}

const cubeColor = (sgr: string): string => hex(Number(sgr.replace(/^38;5;/, '')), false);

describe('256 colours', () => {
	const ON: readonly (readonly [Theme, Background, readonly string[]])[] = [
		['dark', null, DARK_PAPERS],
		['light', null, LIGHT_PAPERS],
		['auto', 'dark', DARK_PAPERS],
		['auto', 'light', LIGHT_PAPERS],
		['auto', null, [...DARK_PAPERS, ...LIGHT_PAPERS]],
	];
	it.each(ON)('%s, background %s: text has a contrast of 4.5:1 and a mark of 3:1', (theme, background, papers) => {
		const paint = getPaint(theme, background, 256);
		expect(colorsOf(paint).length).toBeGreaterThan(3);
		// The sixteen colours depend on the terminal's colour scheme.
		for (const color of colorsOf(paint)) expect(color).toMatch(/^38;5;(?:1[6-9]|[2-9]\d|\d{3})$/);
		for (const paper of papers) expect(findFaint(paint, paper, cubeColor)).toEqual([]);
	});

	it.each([
		['dark', DARK_PAPERS],
		['light', LIGHT_PAPERS],
	] as const)('high-contrast on %s has 7:1 everywhere', (background, papers) => {
		const paint = getPaint('high-contrast', background, 256);
		expect(colorsOf(paint).length).toBeGreaterThan(3);
		for (const paper of papers) expect(findFaint(paint, paper, cubeColor, 7)).toEqual([]);
	});

	it('on an unknown background words keep the colour of the terminal', () => {
		for (const span of SPANS)
			for (const { text, color } of readCells(getPaint('auto', null, 256).span(span)))
				if (/[\p{L}\p{N}]/u.test(text)) expect(`${text} ${color}`).toBe(`${text} null`);
	});
});

/** Colours of common schemes by SGR parameter, on the backgrounds that they come with. */
const SCHEMES_16: readonly Readonly<Record<string, string>>[] = [
	// xterm
	{ 31: '#cd0000', 34: '#0000ee', 35: '#cd00cd', 93: '#ffff00', 95: '#ff00ff', 96: '#00ffff' },
	// The Linux console, VGA
	{ 31: '#aa0000', 34: '#0000aa', 35: '#aa00aa', 93: '#ffff55', 95: '#ff55ff', 96: '#55ffff' },
	// Windows, Campbell
	{ 31: '#c50f1f', 34: '#0037da', 35: '#881798', 93: '#f9f1a5', 95: '#b4009e', 96: '#61d6d6' },
	// GNOME, Tango
	{ 31: '#cc0000', 34: '#3465a4', 35: '#75507b', 93: '#fce94f', 95: '#ad7fa8', 96: '#34e2e2' },
	// macOS, Basic
	{ 31: '#990000', 34: '#0000b2', 35: '#b200b2', 93: '#e5e500', 95: '#e500e5', 96: '#00e5e5' },
];

describe('16 colours', () => {
	it.each([
		['dark', null, '#000000'],
		['light', null, '#ffffff'],
		['auto', null, '#000000'],
		['auto', 'light', '#ffffff'],
	] as const)(
		'%s, background %s: marks have 3:1 in common schemes, words the colour of the terminal',
		(theme, background, paper) => {
			const paint = getPaint(theme, background, 16);
			expect(colorsOf(paint).length).toBeGreaterThan(2);
			for (const scheme of SCHEMES_16)
				expect(findFaint(paint, paper, (sgr) => scheme[sgr] ?? `no colour ${sgr}`)).toEqual([]);
			for (const span of SPANS)
				for (const { text, color } of readCells(paint.span(span)))
					if (/[\p{L}\p{N}]/u.test(text)) expect(`${text} ${color}`).toBe(`${text} null`);
		},
	);
});

const LEVELS: readonly ColorLevel[] = [0, 16, 256];
const BACKGROUNDS: readonly Background[] = ['dark', 'light', null];

describe('every theme', () => {
	const every = SETTINGS.theme.values.flatMap((theme) =>
		BACKGROUNDS.flatMap((background) => LEVELS.map((level) => [theme, background, level] as const)),
	);

	it.each(every)('%s on %s with %s colours keeps the text, and ends every style that it begins', (...which) => {
		const paint = getPaint(...which);
		for (const span of SPANS) {
			const painted = paint.span(span);
			expect(readCells(painted).map(({ text }) => text)).toEqual([...span.text]);
			expect(readCells(`${painted}.`).at(-1)).toEqual({ text: '.', color: null, inverse: false });
		}
		expect(paint.lines([SPANS.slice(0, 2), []])).toBe(`${SPANS.slice(0, 2).map(paint.span).join('')}\n`);
	});

	it.each(every.filter(([, , level]) => level > 0))('%s on %s with %s colours shows where the focus is', (...which) => {
		const cells = readCells(getPaint(...which).span({ text: 'a', tone: 'focus' }));
		expect(cells).toEqual([{ text: 'a', color: null, inverse: true }]);
	});
});

describe('the theme none', () => {
	it('has no colour, but bold and underlined text', () => {
		const paint = getPaint('none', 'dark', 256);
		expect(colorsOf(paint)).toEqual([]);
		expect(paint.span({ text: 'Board', tone: 'title' })).toBe('\u001B[1mBoard\u001B[22m');
		expect(paint.span({ text: 'router', tone: 'link' })).toBe('\u001B[4mrouter\u001B[24m');
	});
});

describe('a mark', () => {
	const paint = getPaint('light', null, 16);
	it.each([
		['✓ held', '\u001B[31m✓\u001B[39m held'],
		['  ▲', '  \u001B[31m▲\u001B[39m'],
		['-0.3 pt', '-0.3 pt'],
		['no mark', 'no mark'],
		['   ', '   '],
	])('of %j alone is coloured', (text, painted) => {
		expect(paint.span({ text, tone: 'bad' })).toBe(painted);
	});
});

it('no styles come out without colours', () => {
	expect(SPANS.map(getPaint('dark', null, 0).span)).toEqual(SPANS.map(({ text }) => text));
});
