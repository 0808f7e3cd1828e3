/** What an axis runs over. */
export interface Limits {
	readonly low: number;
	readonly high: number;
}

/** Where a value stands on an axis: 0 at its low end, 1 at its high end. */
export const along = ({ low, high }: Limits, value: number): number => (value - low) / (high - low);

export interface Ticks {
	readonly values: readonly number[];
	/** Decimals that tell the values apart, in the unit of `step`. */
	readonly digits: number;
}

/**
 * Round values inside the limits: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param most how many there is room for, 1 or more
 */
export function ticksOf({ low, high }: Limits, most: number): Ticks {
	const least = (high - low) / Math.max(1, most);
	const power = 10 ** Math.floor(Math.log10(least));
	const step = power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
	const first = Math.ceil(low / step - SLACK);
	const count = Math.floor(high / step + SLACK) - first + 1;
	return {
		values: Array.from({ length: count }, (_, i) => (first + i) * step),
		digits: Math.max(0, -Math.floor(Math.log10(step) + SLACK)),
	};
}

/** A value that rounding has put just outside still has its tick. */
const SLACK = 1e-9;
