/** Computes z·SE of a rate on a number of labels, straight from the model's definition: z√(x̃(1 − x̃)/ñ). */
export function labelNoise(rate: number, labels: number): number {
	const z = 1.96;
	const more = labels + z ** 2;
	const shrunkRate = (rate * labels + z ** 2 / 2) / more;
	return z * Math.sqrt((shrunkRate * (1 - shrunkRate)) / more);
}
