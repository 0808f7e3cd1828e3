import { along, type CurveLines, type Place } from '../present/curve/lines.js';

/** Size of the drawing and of the room around the plot, in units of the drawing. */
export const SIZE = { width: 760, height: 430 } as const;
export const MARGIN = { left: 62, right: 44, top: 40, bottom: 56 } as const;

/** A point of the drawing. */
export interface Spot {
	readonly x: number;
	readonly y: number;
}

export type Scale = (place: Place) => Spot;

/** Where a state of the board stands in the drawing. */
export function scaleOf({ cost, resolution }: CurveLines): Scale {
	const [wide, high] = [SIZE.width - MARGIN.left - MARGIN.right, SIZE.height - MARGIN.top - MARGIN.bottom];
	return (place) => ({
		x: tenth(MARGIN.left + wide * along(cost, place.cost)),
		y: tenth(MARGIN.top + high * (1 - along(resolution, place.resolution))),
	});
}

/** More decimals would not be seen. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A word beside a point. */
export interface Label extends Spot {
	readonly text: string;
	readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Height of the text, and the width of a character of it that is not too small for any usual font. */
const TEXT = 14;
const CHARACTER = 7.6;
/** Room between a point and its word. */
const AWAY = 12;

const PLACES: readonly (readonly [dx: number, dy: number, anchor: Label['anchor']])[] = [
	[AWAY, 5, 'start'],
	[-AWAY, 5, 'end'],
	[0, -AWAY, 'middle'],
	[0, AWAY + TEXT - 3, 'middle'],
	[AWAY, -AWAY, 'start'],
	[-AWAY, -AWAY, 'end'],
	[AWAY, AWAY + TEXT - 3, 'start'],
	[-AWAY, AWAY + TEXT - 3, 'end'],
];

/**
 * Words for points, the first ones first, each where it touches neither another word nor another point nor an edge,
 * and as little of the lines as can be. One that fits nowhere is left out: the legend has all of them.
 */
export function placedLabels(
	points: readonly (Spot & { readonly text: string })[],
	lines: readonly (readonly Spot[])[],
): readonly Label[] {
	const drawn = lines.flatMap(dotted);
	const taken: Box[] = points.map(({ x, y }) => ({ left: x - 9, right: x + 9, top: y - 9, bottom: y + 9 }));
	return points.flatMap((point, own): Label[] => {
		const free = PLACES.flatMap(([dx, dy, anchor]) => {
			const label: Label = { text: point.text, x: tenth(point.x + dx), y: tenth(point.y + dy), anchor };
			const box = boxOf(label);
			if (!inside(box) || taken.some((other, i) => i !== own && touch(box, other))) return [];
			return [{ label, box, hidden: drawn.filter((dot) => holds(box, dot)).length }];
		});
		const [best] = free.sort((a, b) => a.hidden - b.hidden);
		if (!best) return [];
		taken.push(best.box);
		return [best.label];
	});
}

/** A line as dots that are so near to each other that no word fits between them. */
function dotted(line: readonly Spot[]): readonly Spot[] {
	return line.flatMap((to, i) => {
		const from = line[i - 1] ?? to;
		const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4) + 1;
		return Array.from({ length: steps }, (_, step) => ({
			x: from.x + ((to.x - from.x) * step) / steps,
			y: from.y + ((to.y - from.y) * step) / steps,
		}));
	});
}

const holds = ({ left, right, top, bottom }: Box, { x, y }: Spot): boolean =>
	x > left && x < right && y > top && y < bottom;

/** The room that a label takes; its y is the line that it stands on. */
export function boxOf({ text, x, y, anchor }: Label): Box {
	const wide = text.length * CHARACTER;
	const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
	return { left, right: left + wide, top: y - TEXT + 2, bottom: y + 4 };
}

export const touch = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const inside = ({ left, right, top, bottom }: Box): boolean =>
	left >= MARGIN.left && right <= SIZE.width - 4 && top >= MARGIN.top - 14 && bottom <= SIZE.height - MARGIN.bottom;
