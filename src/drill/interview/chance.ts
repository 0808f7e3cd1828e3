import { threefry } from '../../engine/trace/threefry.js';

/** Chance out of a seed: the words of one stream, by number. */
export type Words = (index: number) => number;

/**
 * @param seed whole number, 0 ≤ seed < 2⁵³
 * @param stream whole number from 0: streams of one seed have nothing to do with each other
 * @returns a function from 0, 1, 2, … to whole numbers below 2³²
 */
export function wordsOf(seed: number, stream: number): Words {
	const key = [seed % TWO_32, Math.floor(seed / TWO_32)] as const;
	return (index) => threefry(key, [index, stream])[0];
}

/** A copy in random order, by Fisher and Yates. */
export function shuffled<T>(items: readonly T[], words: Words): readonly T[] {
	const copy = [...items];
	for (let last = copy.length - 1; last > 0; last--) {
		const other = Math.floor((words(last) / TWO_32) * (last + 1));
		[copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
	}
	return copy;
}

const TWO_32 = 2 ** 32;
