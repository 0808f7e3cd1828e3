import { along, type CurveLines, type Place } from '../../present/curve/lines.js';

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
