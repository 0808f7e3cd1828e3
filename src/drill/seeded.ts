import { threefry } from '../engine/trace/draws.js';

/** Chance that is the same for the same seed, drawn one after the other. */
export interface Seeded {
	/** Uniform in 0..1, both excluded. */
	uniform(): number;
	/** Uniform among the whole numbers from..to, both included. */
	whole(from: number, to: number): number;
	/** True with this probability. */
	chance(probability: number): boolean;
	/** One of them, each as likely. Throws where there is none. */
	pick<T>(items: readonly T[]): T;
	/** A copy in random order. */
	shuffled<T>(items: readonly T[]): T[];
}

/**
 * The engine's counter-based generator, read in order. What a seed means stays fixed as long as the draws are made
 * in the same order, so a change of that order is a change of every question made from it.
 *
 * @param seed whole number, 0 ≤ seed < 2⁵³
 * @param stream whole number, 0 ≤ stream < 2³²: the same seed in another stream is unrelated
 */
export function seeded(seed: number, stream: number): Seeded {
	const key = [seed % TWO_32, Math.floor(seed / TWO_32)] as const;
	let count = 0;
	const uniform = (): number => {
		const [high, low] = threefry(key, [count++, stream]);
		return ((high >>> 6) * 2 ** 26 + (low >>> 6) + 0.5) / 2 ** 52;
	};
	const whole = (from: number, to: number): number => from + Math.floor(uniform() * (to - from + 1));
	return {
		uniform,
		whole,
		chance: (probability) => uniform() < probability,
		pick<T>(items: readonly T[]): T {
			if (items.length === 0) throw new Error('nothing to pick from');
			return items[whole(0, items.length - 1)] as T;
		},
		shuffled<T>(items: readonly T[]): T[] {
			const copy = [...items];
			for (let i = copy.length - 1; i > 0; i--) {
				const j = whole(0, i);
				[copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
			}
			return copy;
		},
	};
}

const TWO_32 = 2 ** 32;
