/**
 * Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", 2011):
 * a counter-based generator. The words of a counter depend on nothing but the key and that counter, so that any of
 * them can be asked for without the ones before it.
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
		for (const by of ROTATIONS[(group % 2) as 0 | 1]) {
			a = (a + b) | 0;
			b = ((b << by) | (b >>> (32 - by))) ^ a;
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
