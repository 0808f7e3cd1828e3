import type { Line, Span } from '../../text/line.js';
import { pad, width } from '../../text/width.js';
import { money, percent } from '../format/format.js';
import type { DrawingRoom } from '../pane/block.js';
import { along, ticksOf } from './axes.js';
import { type Canvas, createCanvas, type Spot } from './canvas.js';
import { curveLegend, MARKS } from './legend.js';
import type { CurveLines, Place } from './lines.js';

/** Columns of a tick label and its axis: ` 100.0%┤`. */
const MARGIN = 8;
/** Columns between two marks of a rival's line, so that the lines that lie on each other can be told apart. */
const MARK_GAP = 6;

/** The plot: title, canvas with its axes, legend; as many lines as the room is high. */
export function drawPlot(lines: CurveLines, now: Place | null, room: DrawingRoom): readonly Line[] {
	const legend = curveLegend(lines, now, room.width);
	const columns = room.width - MARGIN - 1;
	const rows = Math.max(1, room.height - legend.length - 3);
	const canvas = createCanvas(columns, rows);
	drawLines(canvas, lines, now, columns);
	return [title(room.width), ...withScale(canvas, lines, rows), ...costAxis(lines, columns), ...legend];
}

function drawLines(canvas: Canvas, lines: CurveLines, now: Place | null, columns: number): void {
	const spot = (place: Place): Spot => ({
		x: along(lines.cost, place.cost),
		y: along(lines.resolution, place.resolution),
	});
	for (const [i, place] of lines.router.entries()) canvas.line(spot(lines.router[i - 1] ?? place), spot(place));
	// The points of a line lie about evenly from end to end; the ends themselves have marks of their own.
	const gap = Math.max(2, Math.round((MARK_GAP * lines.router.length) / columns));
	const rivals = [
		[lines.random, MARKS.random, 0],
		[lines.coinFlip, MARKS.coinFlip, Math.floor(gap / 2)],
		[lines.perfect, MARKS.perfect, 0],
	] as const;
	for (const [line, mark, offset] of rivals)
		for (let i = gap - offset; i < line.length - 1; i += gap) {
			const place = line[i];
			if (place) canvas.mark(spot(place), mark);
		}
	canvas.mark(spot(lines.allStrong), MARKS.allStrong);
	canvas.mark(spot(lines.allSmall), MARKS.allSmall);
	canvas.mark(spot(lines.best), MARKS.best);
	if (now) canvas.mark(spot(now), MARKS.now);
}

function title(room: number): Line {
	const [up, right] = room >= 58 ? TITLES.long : TITLES.short;
	return [
		{ text: ` ${up}`, bold: true },
		{ text: pad(right, room - width(up) - 2, 'right'), bold: true },
	];
}
const TITLES = {
	long: ['resolution, % ↑', 'model spend per request, USD →'],
	short: ['resolution, % ↑', 'USD per request →'],
} as const;

/** The canvas with the axis of the resolution to its left. */
function withScale(canvas: Canvas, { resolution }: CurveLines, rows: number): readonly Line[] {
	const { values, digits } = ticksOf(
		{ low: resolution.low * 100, high: resolution.high * 100 },
		Math.max(2, rows / 1.5),
	);
	const labels = new Map(
		values.map((value) => {
			const dot = Math.round((1 - along(resolution, value / 100)) * (rows * 4 - 1));
			return [dot >> 2, percent(value / 100, digits)] as const;
		}),
	);
	return canvas.lines().map((line, row): Line => {
		const label = labels.get(row);
		const text = `${pad(label ?? '', MARGIN - 1, 'right')}${label === undefined ? '│' : '┤'}`;
		return [{ text, tone: 'dim' }, ...line];
	});
}

/** The axis of the cost, and under it its labels, each whole or not at all. */
function costAxis({ cost }: CurveLines, columns: number): readonly Line[] {
	const { values, digits } = ticksOf(cost, columns / 12);
	let axis = '';
	let labels = '';
	for (const value of values) {
		const at = Math.round(along(cost, value) * (columns * 2 - 1)) >> 1;
		const text = money(value, digits);
		const from = MARGIN + at - Math.floor(width(text) / 2);
		if (from < width(labels) + (labels === '' ? 0 : 2) || from + width(text) > MARGIN + columns) continue;
		axis = `${axis.padEnd(at, '─')}┬`;
		labels = pad(labels, from) + text;
	}
	const dim = (text: string): Span => ({ text, tone: 'dim' });
	return [[dim(`${' '.repeat(MARGIN - 1)}└${axis.padEnd(columns, '─')}`)], [dim(labels)]];
}
