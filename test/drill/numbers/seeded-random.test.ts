import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/drill/seeded-random.js';

const draws = (seed: number, stream: number): readonly number[] => {
	const random = seededRandom(seed, stream);
	return Array.from({ length: 20 }, () => random.uniform());
};

describe('seededRandom', () => {
	test('repeats its draws, and differs between streams and seeds', () => {
		expect(draws(7, 1)).toEqual(draws(7, 1));
		expect(draws(7, 1)).not.toEqual(draws(7, 2));
		expect(draws(7, 1)).not.toEqual(draws(8, 1));
		expect(draws(7 + 2 ** 32, 1)).not.toEqual(draws(7, 1));
	});

	test('draws whole numbers uniformly, including both ends', () => {
		const random = seededRandom(1, 0);
		const counts = [0, 0, 0, 0, 0];
		for (let i = 0; i < 20_000; i++) {
			const at = random.integer(3, 7) - 3;
			counts[at] = (counts[at] ?? 0) + 1;
		}
		// Five standard deviations of a count with mean 4,000.
		for (const count of counts) expect(Math.abs(count - 4000)).toBeLessThan(5 * Math.sqrt(3200));
		expect(random.integer(4, 4)).toBe(4);
	});

	test('returns true with the given probability', () => {
		const random = seededRandom(2, 0);
		let hits = 0;
		for (let i = 0; i < 20_000; i++) if (random.chance(0.3)) hits++;
		expect(Math.abs(hits / 20_000 - 0.3)).toBeLessThan(0.017);
		expect([random.chance(0), random.chance(1)]).toEqual([false, true]);
	});

	test('shuffles into every order without changing the list', () => {
		const random = seededRandom(3, 0);
		const list = ['a', 'b', 'c'] as const;
		const orders = new Set(Array.from({ length: 200 }, () => random.shuffle(list).join('')));
		expect([...orders].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
		expect(list).toEqual(['a', 'b', 'c']);
	});

	test('picks every item, and throws on an empty list', () => {
		const random = seededRandom(4, 0);
		expect(new Set(Array.from({ length: 50 }, () => random.pick([1, 2, 3])))).toEqual(new Set([1, 2, 3]));
		expect(() => random.pick([])).toThrow('nothing to pick from');
	});
});
