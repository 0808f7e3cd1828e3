import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	decimalsForThreeDigits,
	formatApproximate,
	formatComplement,
	formatExact,
	formatExactPercent,
	formatFixed,
	roundSignificant,
	roundToStep,
} from '../../../src/drill/numbers/format.js';

describe('formatExact', () => {
	test.each([
		[0, '0'],
		[2000, '2,000'],
		[0.0016, '0.0016'],
		[0.00000016, '0.00000016'],
		[0.1 + 0.2, '0.3'],
		[1_234_567.5, '1,234,567.5'],
		[-3, '−3'],
	])('formats %d as %s', (value, text) => {
		expect(formatExact(value)).toBe(text);
	});

	test('can be parsed back to the number', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 9 }), (digits, decimals) => {
				const value = Number(`${digits}e-${decimals}`);
				expect(Number(formatExact(value).replaceAll(',', ''))).toBe(value);
			}),
		);
	});

	test('formats a rate as a percentage without binary noise', () => {
		expect([0.07, 0.29, 0.565, 1].map(formatExactPercent)).toEqual(['7%', '29%', '56.5%', '100%']);
	});

	test('formats the complement of a rate without binary noise', () => {
		expect([0.94, 0.3, 0.995, 1].map(formatComplement)).toEqual(['0.06', '0.7', '0.005', '0']);
	});
});

test('formatApproximate shows at most seven digits', () => {
	expect([1 / 3, 0.25, 12_345.678_9].map(formatApproximate)).toEqual(['0.3333333', '0.25', '12,345.68']);
});

test('formatFixed groups thousands and prints no minus on zero', () => {
	expect([formatFixed(1059, 0), formatFixed(-1059.25, 1), formatFixed(-0.001, 1), formatFixed(0.5, 3)]).toEqual([
		'1,059',
		'−1,059.3',
		'0.0',
		'0.500',
	]);
});

test('rounding to steps and digits leaves no binary noise', () => {
	expect([
		roundToStep(0.5172, 0.01),
		roundToStep(0.29, 0.005),
		roundToStep(0.3, 0.05),
		roundSignificant(1734, 2),
	]).toEqual([0.52, 0.29, 0.3, 1700]);
});

test('decimalsForThreeDigits returns the decimals for three digits, and at least the minimum', () => {
	expect([
		decimalsForThreeDigits(0.00768, 2),
		decimalsForThreeDigits(0.1, 2),
		decimalsForThreeDigits(123, 2),
		decimalsForThreeDigits(0.76, 1),
	]).toEqual([5, 3, 2, 3]);
});
