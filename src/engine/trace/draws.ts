import { quantile } from '../normal.js';

/**
 * The random decisions about a request. Each has its own draw, so that an edited input changes only what depends on
 * it: the same request arrives but takes a different path. Never change the numbers: a seed would give other requests.
 */
const DRAWS = {
	segment: 0,
	easy: 1,
	score: 2,
	/** The lane, if no score decides it. */
	lane: 3,
	noticed: 4,
	repair: 5,
	flag: 6,
	strong: 7,
	strongNoticed: 8,
	smallTime: 9,
	strongTime: 10,
	/** Whether the previous request of the session took the same lane, if a lane switch loses the cache. */
	smallWarm: 11,
	strongWarm: 12,
} as const;
type Draw = keyof typeof DRAWS;

/** The draws of one request. */
export interface Draws {
	/** Returns a uniform number in 0..1, both excluded. */
	uniform(draw: Draw): number;
	/** Returns true with this probability. */
	chance(draw: Draw, probability: number): boolean;
	/** Returns a standard normal number. */
	normal(draw: Draw): number;
}

/**
 * Returns the draws of one request.
 *
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

/**
 * Computes Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3",
 * 2011). It is a counter-based generator: the words depend only on key and counter, so any of them can be computed
 * without the ones before it.
 *
 * @returns two words of 32 bits, unsigned
 */
export function threefry(
	key: readonly [number, number],
	counter: readonly [number, number],
): readonly [number, number] {
	const keys = [key[0] | 0, key[1] | 0, PARITY ^ key[0] ^ key[1]] as const;
	let a = (counter[0] + keys[0]) | 0;
	let b = (counter[1] + keys[1]) | 0;
	for (let group = 0; group < 5; group++) {
		for (const bits of ROTATIONS[(group % 2) as 0 | 1]) {
			a = (a + b) | 0;
			b = ((b << bits) | (b >>> (32 - bits))) ^ a;
		}
		a = (a + keys[((group + 1) % 3) as 0 | 1 | 2]) | 0;
		b = (b + keys[((group + 2) % 3) as 0 | 1 | 2] + group + 1) | 0;
	}
	return [a >>> 0, b >>> 0];
}

const PARITY = 0x1bd11bda;
const ROTATIONS = [
	[13, 15, 26, 6],
	[17, 29, 16, 24],
] as const;
