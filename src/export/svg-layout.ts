import { axisPosition, type CurveLines, type Place } from '../present/curve/lines.js';

/** Size of the drawing, in SVG user units. */
export const SIZE = { width: 760, height: 430 } as const;
/** Margins around the plot, in SVG user units. */
export const MARGIN = { left: 62, right: 44, top: 40, bottom: 56 } as const;

/** A point of the drawing, in SVG user units. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

export type Scale = (place: Place) => Point;

/** Returns the scale that maps a state of the board to a point of the drawing. */
export function createScale({ cost, resolution }: CurveLines): Scale {
	const [width, height] = [SIZE.width - MARGIN.left - MARGIN.right, SIZE.height - MARGIN.top - MARGIN.bottom];
	return (place) => ({
		x: roundToTenth(MARGIN.left + width * axisPosition(cost, place.cost)),
		y: roundToTenth(MARGIN.top + height * (1 - axisPosition(resolution, place.resolution))),
	});
}

/** Rounds to a tenth; further decimals would not be visible. */
export const roundToTenth = (value: number): number => Math.round(value * 10) / 10;

/** A label beside a point; `x` and `y` are its anchor on the baseline. */
export interface Label extends Point {
	readonly text: string;
	readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Height of the text, and a character width that suffices for any usual font. */
const TEXT_HEIGHT = 14;
const CHARACTER_WIDTH = 7.6;
/** Distance between a point and its label. */
const LABEL_DISTANCE = 12;

const LABEL_POSITIONS: readonly (readonly [dx: number, dy: number, anchor: Label['anchor']])[] = [
	[LABEL_DISTANCE, 5, 'start'],
	[-LABEL_DISTANCE, 5, 'end'],
	[0, -LABEL_DISTANCE, 'middle'],
	[0, LABEL_DISTANCE + TEXT_HEIGHT - 3, 'middle'],
	[LABEL_DISTANCE, -LABEL_DISTANCE, 'start'],
	[-LABEL_DISTANCE, -LABEL_DISTANCE, 'end'],
	[LABEL_DISTANCE, LABEL_DISTANCE + TEXT_HEIGHT - 3, 'start'],
	[-LABEL_DISTANCE, LABEL_DISTANCE + TEXT_HEIGHT - 3, 'end'],
];

/**
 * Places labels beside points, in order of priority, so that each overlaps no other label, point or edge, and as little
 * of the lines as possible. A label that fits nowhere is left out; the legend lists all of them.
 */
export function placeLabels(
	points: readonly (Point & { readonly text: string })[],
	lines: readonly (readonly Point[])[],
): readonly Label[] {
	const dots = lines.flatMap(sampleLine);
	const occupied: Box[] = points.map(({ x, y }) => ({ left: x - 9, right: x + 9, top: y - 9, bottom: y + 9 }));
	return points.flatMap((point, index): Label[] => {
		const candidates = LABEL_POSITIONS.flatMap(([dx, dy, anchor]) => {
			const label: Label = { text: point.text, x: roundToTenth(point.x + dx), y: roundToTenth(point.y + dy), anchor };
			const box = boundingBox(label);
			if (!isInsidePlot(box) || occupied.some((other, i) => i !== index && overlap(box, other))) return [];
			return [{ label, box, hidden: dots.filter((dot) => contains(box, dot)).length }];
		});
		const [best] = candidates.sort((a, b) => a.hidden - b.hidden);
		if (!best) return [];
		occupied.push(best.box);
		return [best.label];
	});
}

/** Samples a line so densely that no label fits between two dots. */
function sampleLine(line: readonly Point[]): readonly Point[] {
	return line.flatMap((to, i) => {
		const from = line[i - 1] ?? to;
		const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4) + 1;
		return Array.from({ length: steps }, (_, step) => ({
			x: from.x + ((to.x - from.x) * step) / steps,
			y: from.y + ((to.y - from.y) * step) / steps,
		}));
	});
}

const contains = ({ left, right, top, bottom }: Box, { x, y }: Point): boolean =>
	x > left && x < right && y > top && y < bottom;

/** Returns the bounding box of a label, whose `y` is the baseline of the text. */
export function boundingBox({ text, x, y, anchor }: Label): Box {
	const width = text.length * CHARACTER_WIDTH;
	const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
	return { left, right: left + width, top: y - TEXT_HEIGHT + 2, bottom: y + 4 };
}

export const overlap = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isInsidePlot = ({ left, right, top, bottom }: Box): boolean =>
	left >= MARGIN.left && right <= SIZE.width - 4 && top >= MARGIN.top - 14 && bottom <= SIZE.height - MARGIN.bottom;
