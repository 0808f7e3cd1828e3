/** Two-sided 95%. */
export const Z = 1.96;
const POWER_80 = 0.8416;

/**
 * Labelled outcomes per arm needed to see a rate move from a to b (two-sided 5%, power 80%):
 * (1.96·√(2m(1 − m)) + 0.8416·√(a(1 − a) + b(1 − b)))²/(a − b)², m = (a + b)/2, rounded up.
 *
 * @returns ∞ where a = b
 */
export function labelsNeeded(a: number, b: number): number {
	const m = (a + b) / 2;
	const spread = Z * Math.sqrt(2 * m * (1 - m)) + POWER_80 * Math.sqrt(a * (1 - a) + b * (1 - b));
	return a === b ? Number.POSITIVE_INFINITY : Math.ceil((spread / (a - b)) ** 2);
}

/** A rate pulled towards 1/2 as its labels are few: ñ = n + z², x̃ = (x·n + z²/2)/ñ. */
export function shrunk(rate: number, labels: number): { readonly rate: number; readonly labels: number } {
	const more = labels + Z * Z;
	return { rate: (rate * labels + (Z * Z) / 2) / more, labels: more };
}

/**
 * Wilson's 95% interval of a rate seen on finitely many labels.
 *
 * @param rate 0..1
 * @param labels n; none: the interval is all of 0..1
 */
export function wilson(rate: number, labels: number): readonly [low: number, high: number] {
	const { rate: centre, labels: more } = shrunk(rate, labels);
	const half = (Z * Math.sqrt(labels * rate * (1 - rate) + (Z * Z) / 4)) / more;
	return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
