import { threefry } from '../engine/trace/draws.js';

/** Sequence of random draws that is the same for the same seed. */
export interface SeededRandom {
	/** Uniform in 0..1, both excluded. */
	uniform(): number;
	/** Uniform over the whole numbers from..to, both included. */
	integer(from: number, to: number): number;
	/** True with this probability. */
	chance(probability: number): boolean;
	/** One item, each equally likely. Throws if there is none. */
	pick<T>(items: readonly T[]): T;
	/** A copy in random order. */
	shuffle<T>(items: readonly T[]): T[];
}

/**
 * Reads the engine's counter-based generator in order. A seed keeps its meaning as long as the draws are made in the
 * same order: changing that order changes every question made from it.
 *
 * @param seed whole number, 0 ≤ seed < 2⁵³
 * @param stream whole number, 0 ≤ stream < 2³²; streams of one seed are independent
 */
export function seededRandom(seed: number, stream: number): SeededRandom {
	const key = [seed % TWO_32, Math.floor(seed / TWO_32)] as const;
	let count = 0;
	const uniform = (): number => {
		const [highWord, lowWord] = threefry(key, [count++, stream]);
		return ((highWord >>> 6) * 2 ** 26 + (lowWord >>> 6) + 0.5) / 2 ** 52;
	};
	const integer = (from: number, to: number): number => from + Math.floor(uniform() * (to - from + 1));
	return {
		uniform,
		integer,
		chance: (probability) => uniform() < probability,
		pick<T>(items: readonly T[]): T {
			if (items.length === 0) throw new Error('nothing to pick from');
			return items[integer(0, items.length - 1)] as T;
		},
		shuffle<T>(items: readonly T[]): T[] {
			const copy = [...items];
			for (let i = copy.length - 1; i > 0; i--) {
				const j = integer(0, i);
				[copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
			}
			return copy;
		},
	};
}

const TWO_32 = 2 ** 32;
