import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatPlainNumber } from '../../../src/engine/inputs/format-value.js';

const formatByIntl = (value: number): string =>
	new Intl.NumberFormat('en-US', { maximumSignificantDigits: 15 }).format(value).replace('-', '−');

it.each([0, -0, 0.3, 1234.5, -1234567.25, 0.1 + 0.2, 1e-7, 1e-9, 123456789012345, 0.000123])(
	'formatPlainNumber formats %d as Intl does',
	(value) => {
		expect(formatPlainNumber(value)).toBe(formatByIntl(value));
	},
);

it('formatPlainNumber formats any number of ordinary size as Intl does', () => {
	const short = fc.tuple(fc.integer(), fc.integer({ min: -8, max: 4 })).map(([n, e]) => Number(`${n}e${e}`));
	fc.assert(
		fc.property(fc.oneof(fc.double({ min: -1e16, max: 1e16, noNaN: true }), short), (value) => {
			const size = Math.abs(value);
			const isExtreme = size >= 1e15 || (size > 0 && size < 1e-9);
			if (isExtreme) expect(formatPlainNumber(value).length).toBeLessThan(23);
			else expect(formatPlainNumber(value)).toBe(formatByIntl(value));
		}),
		{ numRuns: 5000 },
	);
});

it.each([
	[1e308, '1e308'],
	[-1e15, '−1e15'],
	[1.2345678901234568e29, '1.23456789012346e29'],
	[5e-324, '5e-324'],
	[Number.POSITIVE_INFINITY, '∞'],
])('formatPlainNumber formats the extreme number %d with a power of ten', (value, text) => {
	expect(formatPlainNumber(value)).toBe(text);
});
