import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { density, phi, quantile } from '../../src/engine/normal.js';

/** Computes the relative error. */
const relativeError = (value: number, wanted: number): number => Math.abs(value - wanted) / Math.abs(wanted);

// Computed with arbitrary precision and rounded to a double.
const AREAS: readonly (readonly [number, number])[] = [
	[-37, 5.725571222524577e-300],
	[-20, 2.7536241186062337e-89],
	[-10, 7.619853024160525e-24],
	[-5, 2.866515718791939e-7],
	[-2, 0.02275013194817921],
	[-1, 0.15865525393145705],
	[-0.5, 0.3085375387259869],
	[0, 0.5],
	[0.3, 0.6179114221889527],
	[1, 0.8413447460685429],
	[2, 0.9772498680518208],
	[4, 0.9999683287581669],
	[6, 0.9999999990134123],
];

const QUANTILES: readonly (readonly [number, number])[] = [
	[1e-300, -37.0470962993612],
	[1e-100, -21.273453560965326],
	[1e-20, -9.262340089798407],
	[1e-13, -7.348796102800677],
	[1e-10, -6.361340902404057],
	[1e-6, -4.753424308822899],
	[0.0005, -3.290526731491895],
	[0.001, -3.0902323061678136],
	[0.025, -1.9599639845400543],
	[0.1, -1.2815515655446004],
	[0.3, -0.5244005127080408],
	[0.75, 0.6744897501960817],
	[0.975, 1.9599639845400543],
	[0.9999, 3.7190164854556804],
];

describe('the normal distribution', () => {
	test.each(AREAS)('Φ(%d) keeps its digits', (x, area) => {
		expect(relativeError(phi(x), area)).toBeLessThan(1e-12);
	});

	test.each(QUANTILES)('Φ⁻¹(%d) keeps its digits', (p, x) => {
		expect(relativeError(quantile(p), x)).toBeLessThan(1e-12);
	});

	test('Φ⁻¹ is ∓∞ at the ends, 0 in the middle and NaN outside', () => {
		expect([quantile(0), quantile(0.5), quantile(1)]).toEqual([-Infinity, 0, Infinity]);
		expect([phi(-Infinity), phi(Infinity)]).toEqual([0, 1]);
		expect([quantile(-0.1), quantile(1.1), quantile(Number.NaN), phi(Number.NaN)]).toEqual(Array(4).fill(Number.NaN));
	});

	test('Φ⁻¹ inverts Φ in the lower tail, and Φ is symmetric', () => {
		fc.assert(
			fc.property(fc.double({ min: -37, max: 0, noNaN: true }), (x) => {
				expect(quantile(phi(x))).toBeCloseTo(x, 10);
				expect(phi(x) + phi(-x)).toBeCloseTo(1, 14);
			}),
		);
	});

	test('the density is the slope of Φ', () => {
		fc.assert(
			fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => {
				expect((phi(x + 1e-5) - phi(x - 1e-5)) / 2e-5).toBeCloseTo(density(x), 8);
			}),
		);
	});
});
