import { expect } from 'vitest';

/** A figure estimated from a sample, with its standard error. */
export interface Estimate {
	readonly value: number;
	readonly error: number;
}

const BATCHES = 100;

/**
 * Estimates the ratio of two sums over a sample, with its standard error by batch means: the residuals
 * (numerator − ratio·denominator) of equal batches, over the mean denominator.
 */
export function ratioOf<T>(
	sample: readonly T[],
	numerator: (item: T) => number,
	denominator: (item: T) => number,
): Estimate {
	const numerators = batchSums(sample, numerator);
	const denominators = batchSums(sample, denominator);
	const total = sum(denominators);
	const value = sum(numerators) / total;
	const residuals = numerators.map((own, i) => own - value * (denominators[i] as number));
	const variance = sum(residuals.map((own) => own * own)) / (BATCHES - 1);
	return { value, error: Math.sqrt(variance * BATCHES) / Math.abs(total) };
}

/** Estimates the mean over a sample. */
export const meanOf = <T>(sample: readonly T[], of: (item: T) => number): Estimate => ratioOf(sample, of, () => 1);

/** Returns the `prob` quantile of a sample. */
export function quantileOf(sample: readonly number[], prob: number): number {
	const sorted = [...sample].sort((a, b) => a - b);
	return sorted[Math.ceil(prob * sorted.length) - 1] as number;
}

function batchSums<T>(sample: readonly T[], of: (item: T) => number): number[] {
	const sums = Array<number>(BATCHES).fill(0);
	for (const [i, item] of sample.entries()) {
		const batch = Math.floor((i * BATCHES) / sample.length);
		sums[batch] = (sums[batch] as number) + of(item);
	}
	return sums;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Expects a closed-form figure to be within 4 standard errors of an estimate, or within rounding if the error is 0. */
export function expectAgreement(name: string, closed: number | null | undefined, { value, error }: Estimate): void {
	expect(closed, name).toBeTypeOf('number');
	expect(Math.abs((closed as number) - value), `${name}: ${closed} against ${value} ± ${error}`).toBeLessThanOrEqual(
		4 * error + 1e-12,
	);
}
