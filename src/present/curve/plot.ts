import { BRAILLE_DOTS, EMPTY_BRAILLE } from '../../text/braille.js';
import type { Line, Span } from '../../text/line.js';
import { lineWidth } from '../../text/line-layout.js';
import { pad, width } from '../../text/width.js';
import { dollars, inUnit, NOT_MEASURED, percent } from '../format/format.js';
import type { DrawingRoom } from '../pane/block.js';
import { axisPosition, axisTicks, type CurveLines, type Place } from './lines.js';

/** Columns for a tick label and its axis: ` 100.0%┤`. */
const MARGIN = 8;
/** Columns between two marks of a rival's line, so that overlapping lines can be told apart. */
const MARK_GAP = 6;

/** Draws the plot: title, canvas with axes, and legend; it fills the height of the room. */
export function drawPlot(lines: CurveLines, now: Place | null, room: DrawingRoom): readonly Line[] {
	const legend = curveLegend(lines, now, room.width);
	const columns = room.width - MARGIN - 1;
	const rows = Math.max(1, room.height - legend.length - 3);
	const canvas = createCanvas(columns, rows);
	drawLines(canvas, lines, now, columns);
	return [titleLine(room.width), ...addResolutionAxis(canvas, lines, rows), ...costAxis(lines, columns), ...legend];
}

function drawLines(canvas: Canvas, lines: CurveLines, now: Place | null, columns: number): void {
	const toPoint = (place: Place): Point => ({
		x: axisPosition(lines.cost, place.cost),
		y: axisPosition(lines.resolution, place.resolution),
	});
	for (const [i, place] of lines.router.entries()) canvas.line(toPoint(lines.router[i - 1] ?? place), toPoint(place));
	// Points are spread about evenly along a line. Its ends are left out, because they have marks of their own.
	const gap = Math.max(2, Math.round((MARK_GAP * lines.router.length) / columns));
	const rivals = [
		[lines.random, MARKS.random, 0],
		[lines.coinFlip, MARKS.coinFlip, Math.floor(gap / 2)],
		[lines.perfect, MARKS.perfect, 0],
	] as const;
	for (const [line, mark, offset] of rivals)
		for (let i = gap - offset; i < line.length - 1; i += gap) {
			const place = line[i];
			if (place) canvas.mark(toPoint(place), mark);
		}
	canvas.mark(toPoint(lines.allStrong), MARKS.allStrong);
	canvas.mark(toPoint(lines.allSmall), MARKS.allSmall);
	canvas.mark(toPoint(lines.best), MARKS.best);
	if (now) canvas.mark(toPoint(now), MARKS.now);
}

function titleLine(room: number): Line {
	const [up, right] = room >= 48 ? TITLES.long : TITLES.short;
	return [
		{ text: ` ${up}`, bold: true },
		{ text: pad(right, room - width(up) - 2, 'right'), bold: true },
	];
}
const TITLES = {
	long: ['resolution ↑', 'model spend per request →'],
	short: ['resolution ↑', 'spend per request →'],
} as const;

/** Draws the canvas with the resolution axis at its left. */
function addResolutionAxis(canvas: Canvas, { resolution }: CurveLines, rows: number): readonly Line[] {
	const { values, digits } = axisTicks(
		{ low: resolution.low * 100, high: resolution.high * 100 },
		Math.max(2, rows / 1.5),
	);
	const labels = new Map(
		values.map((value) => {
			const dot = Math.round((1 - axisPosition(resolution, value / 100)) * (rows * 4 - 1));
			return [dot >> 2, percent(value / 100, digits)] as const;
		}),
	);
	return canvas.lines().map((line, row): Line => {
		const label = labels.get(row);
		const text = `${pad(label ?? '', MARGIN - 1, 'right')}${label === undefined ? '│' : '┤'}`;
		return [{ text, tone: 'dim' }, ...line];
	});
}

/** Draws the cost axis, and under it those labels that fit whole. */
function costAxis({ cost }: CurveLines, columns: number): readonly Line[] {
	const { values, digits } = axisTicks(cost, columns / 12);
	let axis = '';
	let labels = '';
	for (const value of values) {
		const at = Math.round(axisPosition(cost, value) * (columns * 2 - 1)) >> 1;
		const text = dollars(value, digits);
		const from = MARGIN + at - Math.floor(width(text) / 2);
		if (from < width(labels) + (labels === '' ? 0 : 2) || from + width(text) > MARGIN + columns) continue;
		axis = `${axis.padEnd(at, '─')}┬`;
		labels = pad(labels, from) + text;
	}
	const dim = (text: string): Span => ({ text, tone: 'dim' });
	return [[dim(`${' '.repeat(MARGIN - 1)}└${axis.padEnd(columns, '─')}`)], [dim(labels)]];
}

/** A point on the canvas, as fractions from 0 to 1: x to the right, y up. */
interface Point {
	readonly x: number;
	readonly y: number;
}

/**
 * A canvas of terminal cells. Lines are drawn in braille characters with 2 × 4 dots each; marks are whole characters on
 * top of the lines.
 */
interface Canvas {
	/** Draws a line; parts outside the canvas are left out. */
	line(from: Point, to: Point): void;
	/** Draws a mark over earlier ones; a mark outside the canvas is drawn on its edge. */
	mark(at: Point, span: Span): void;
	lines(): readonly Line[];
}

export function createCanvas(columns: number, rows: number): Canvas {
	const bits = new Uint8Array(columns * rows);
	const marks = new Map<number, Span>();
	const right = columns * 2 - 1;
	const bottom = rows * 4 - 1;
	const cell = (x: number, y: number): number => (y >> 2) * columns + (x >> 1);
	return {
		line(from, to) {
			const [x, y] = [from.x * right, (1 - from.y) * bottom];
			const [across, down] = [to.x * right - x, (1 - to.y) * bottom - y];
			const steps = Math.max(1, Math.ceil(Math.max(Math.abs(across), Math.abs(down))));
			for (let i = 0; i <= steps; i++) {
				const dotX = Math.round(x + (across * i) / steps);
				const dotY = Math.round(y + (down * i) / steps);
				if (dotX < 0 || dotX > right || dotY < 0 || dotY > bottom) continue;
				const at = cell(dotX, dotY);
				bits[at] = (bits[at] ?? 0) | (BRAILLE_DOTS[dotY & 3]?.[dotX & 1] ?? 0);
			}
		},
		mark({ x, y }, span) {
			const clamp = (fraction: number): number => Math.min(1, Math.max(0, fraction));
			marks.set(cell(Math.round(clamp(x) * right), Math.round((1 - clamp(y)) * bottom)), span);
		},
		lines() {
			const spanAt = (at: number): Span =>
				marks.get(at) ?? { text: bits[at] ? String.fromCharCode(EMPTY_BRAILLE + bits[at]) : ' ' };
			return Array.from({ length: rows }, (_, row) =>
				mergePlain(Array.from({ length: columns }, (_, column) => spanAt(row * columns + column))),
			);
		},
	};
}

/** Merges neighbouring spans without a style. */
function mergePlain(spans: readonly Span[]): Line {
	const out: Span[] = [];
	for (const span of spans) {
		const last = out.at(-1);
		const plain = last && !last.tone && !last.bold && !span.tone && !span.bold;
		if (plain) out[out.length - 1] = { text: last.text + span.text };
		else out.push(span);
	}
	return out;
}

/** Marks of the plot. Each has its own character, so that colour is not needed to tell them apart. */
const MARKS = {
	now: { text: '●', tone: 'title', bold: true },
	curve: { text: '⠤⠤' },
	allStrong: { text: '■', bold: true },
	allSmall: { text: '□', bold: true },
	best: { text: '◆', tone: 'good', bold: true },
	perfect: { text: '+', tone: 'good' },
	coinFlip: { text: '×', tone: 'dim' },
	random: { text: '○', tone: 'dim' },
} as const satisfies Readonly<Record<string, Span>>;

/** A legend entry: a mark with its text, or only text that introduces the next marks. */
type LegendEntry = readonly [mark: keyof typeof MARKS | null, words: string];
type LegendLine = readonly LegendEntry[];
type LegendLines = readonly (readonly LegendLine[])[];

/** Draws the legend, each line in the longest version that fits. */
const curveLegend = (lines: CurveLines, now: Place | null, room: number): readonly Line[] =>
	legend(lines, now).map((versions) => {
		const drawn = versions.map(legendLine);
		return drawn.find((line) => lineWidth(line) < room) ?? drawn.at(-1) ?? [];
	});

/** Returns the three lines of the legend, each in several versions, the longest first. */
function legend({ best, router, allStrong, allSmall, atThreshold }: CurveLines, now: Place | null): LegendLines {
	const rate = (name: string, place: Place | null): string =>
		place ? `${name} ${percent(place.resolution)}` : `${name}: ${NOT_MEASURED}`;
	const rateAndSpend = (name: string, place: Place | null, between: string): string =>
		place ? `${rate(name, place)}${between}${inUnit(place.cost, 'money')}` : rate(name, place);
	const standing = (text: (name: string, place: Place | null) => string): LegendLine => [
		['now', text('now', now)],
		['allStrong', text('all strong', allStrong)],
		['allSmall', text('all small', allSmall)],
	];
	const routers = (curve: string, perfect: string): LegendLine => [
		...(router.length > 1 ? [['curve', curve] as const] : []),
		['best', rate(perfect, best)],
	];
	const rivals = (perfect: string, coinFlip: string, random: string): LegendLine => [
		['perfect', rate(perfect, atThreshold.perfect)],
		['coinFlip', rate(coinFlip, atThreshold.coinFlip)],
		['random', rate(random, atThreshold.random)],
	];
	return [
		[
			standing((name, place) => rateAndSpend(name, place, ' for ')),
			standing((name, place) => rateAndSpend(name, place, ', ')),
			standing(rate),
			[
				['now', now ? percent(now.resolution) : 'n/m'],
				['allStrong', 'all strong'],
				['allSmall', 'all small'],
			],
		],
		[
			routers('this router at each threshold', 'perfect router, free to choose the mix'),
			routers('this router at each threshold', 'perfect router, any mix'),
			routers('this router', 'perfect router, any mix'),
			routers('this router', 'best'),
		],
		router.length > 1
			? [
					[
						[null, 'with the mix as it is now:'],
						...rivals('perfect router', 'coin flip', 'coin flip, one share for all segments'),
					],
					[[null, 'with this mix:'], ...rivals('perfect', 'coin flip', 'one share for all')],
					rivals('perfect', 'coin flip', 'one share'),
					[
						['perfect', 'perfect'],
						['coinFlip', 'coin flip'],
						['random', 'random'],
					],
				]
			: [[[null, 'no curve: the threshold moves nothing']]],
	];
}

const legendLine = (entries: LegendLine): Line =>
	entries.flatMap(([mark, words], i): Span[] => {
		const space = { text: i === 0 || entries[i - 1]?.[0] === null ? ' ' : '  ' };
		return mark === null ? [space, { text: words }] : [space, MARKS[mark], { text: ` ${words}` }];
	});
