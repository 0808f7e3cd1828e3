/** Random numbers from a seed, for tests that sample. */
export interface Random {
	/** Returns a uniform number in 0..1, both excluded. */
	uniform(): number;
	/** Returns true with this probability. */
	chance(probability: number): boolean;
	/** Returns a standard normal number, by Box and Muller. */
	normal(): number;
	/** Returns a copy in random order. */
	shuffled<T>(items: readonly T[]): T[];
}

/** Creates sfc32 (Chris Doty-Humphrey's "small fast counting" generator); its 2³² seeds give unrelated streams. */
export function seeded(seed: number): Random {
	let [a, b, c, count] = [0, seed | 0, 0x9e3779b9 | 0, 1];
	const next = (): number => {
		const sum = (((a + b) | 0) + count) | 0;
		count = (count + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (c << 21) | (c >>> 11);
		c = (c + sum) | 0;
		return sum >>> 0;
	};
	for (let i = 0; i < 15; i++) next();
	const uniform = (): number => ((next() >>> 6) * 2 ** 26 + (next() >>> 6) + 0.5) / 2 ** 52;
	return {
		uniform,
		chance: (probability) => uniform() < probability,
		normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
		shuffled: (items) => {
			const copy = [...items];
			for (let i = copy.length - 1; i > 0; i--) {
				const j = Math.floor(uniform() * (i + 1));
				[copy[i], copy[j]] = [copy[j] as (typeof copy)[number], copy[i] as (typeof copy)[number]];
			}
			return copy;
		},
	};
}
