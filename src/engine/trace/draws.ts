import { quantile } from '../normal.js';
import { threefry } from './threefry.js';

/**
 * What chance decides about a request. Each has a draw of its own, so that an edited input changes only what
 * depends on it: the same request comes in, and takes another way. The figures are part of what a seed means.
 */
const DRAWS = {
	segment: 0,
	easy: 1,
	score: 2,
	/** The lane, where no score decides it. */
	lane: 3,
	noticed: 4,
	repair: 5,
	flag: 6,
	strong: 7,
	strongNoticed: 8,
	smallTime: 9,
	strongTime: 10,
	/** Whether the request before it in its session was in the same lane, where a change of lanes loses the cache. */
	smallWarm: 11,
	strongWarm: 12,
} as const;
export type Draw = keyof typeof DRAWS;

/** The draws of one request. */
export interface Draws {
	/** Uniform in 0..1, both excluded. */
	uniform(draw: Draw): number;
	/** True with this probability. */
	chance(draw: Draw, probability: number): boolean;
	/** Standard normal. */
	normal(draw: Draw): number;
}

/**
 * @param seed whole number, 0 ≤ seed < 2⁵³
 * @param index of the request, whole, 0 ≤ index < 2³²
 */
export function drawsOf(seed: number, index: number): Draws {
	const key = [seed % TWO_32, Math.floor(seed / TWO_32)] as const;
	const uniform = (draw: Draw): number => {
		const [high, low] = threefry(key, [index, DRAWS[draw]]);
		return ((high >>> 6) * 2 ** 26 + (low >>> 6) + 0.5) / 2 ** 52;
	};
	return {
		uniform,
		chance: (draw, probability) => uniform(draw) < probability,
		normal: (draw) => quantile(uniform(draw)),
	};
}

const TWO_32 = 2 ** 32;
