import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money, number } from '../../src/present/format.js';

describe('a number with a fixed number of decimals', () => {
	const byIntl = (value: number, digits: number): string =>
		new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
			.format(Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value)
			.replace('-', '−');

	it.each([1.005, 0.5, 2.5, -2.5, 999.95, 0.99995, 1234567.891, 1e-7, 999_999_999_999_999, 0.1 + 0.2, -0])(
		'is written as Intl writes it: %d',
		(value) => {
			for (const digits of [0, 1, 2, 4]) expect(number(value, digits)).toBe(byIntl(value, digits));
		},
	);

	it('is written as Intl writes it, whatever it is', () => {
		const ties = fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 5 }));
		const value = fc.oneof(
			fc.double({ min: -1e15, max: 1e15, maxExcluded: true, minExcluded: true, noNaN: true }),
			fc.double({ min: -1e7, max: 1e7, noNaN: true }),
			ties.map(([units, places]) => Number(`${units}5e-${places}`)),
		);
		fc.assert(
			fc.property(value, fc.integer({ min: 0, max: 6 }), (one, digits) => {
				expect(number(one, digits)).toBe(byIntl(one, digits));
			}),
			{ numRuns: 5000 },
		);
	});

	it.each<[number, string]>([
		[1e15, '1.00e15'],
		[-9.876e307, '−9.88e307'],
		[1e308, '1.00e308'],
		[Number.POSITIVE_INFINITY, '∞'],
	])('is short however large it is: %d', (value, text) => {
		for (const digits of [0, 2, 4]) expect(number(value, digits)).toBe(text);
		expect(money(value)).toBe(text);
	});
});
