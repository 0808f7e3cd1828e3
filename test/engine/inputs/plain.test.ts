import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plain } from '../../../src/engine/inputs/echo.js';

const byIntl = (value: number): string =>
	new Intl.NumberFormat('en-US', { maximumSignificantDigits: 15 }).format(value);

it.each([0, -0, 0.3, 1234.5, -1234567.25, 0.1 + 0.2, 1e-7, 1e21, 123456789012345, 1234567890123456, 0.000123])(
	'a number is written whole as Intl writes it: %d',
	(value) => {
		expect(plain(value)).toBe(byIntl(value));
	},
);

it('a number is written whole as Intl writes it, whatever it is', () => {
	const short = fc.tuple(fc.integer(), fc.integer({ min: -8, max: 4 })).map(([n, e]) => Number(`${n}e${e}`));
	fc.assert(
		fc.property(fc.oneof(fc.double({ noNaN: true }), short), (value) => {
			expect(plain(value)).toBe(byIntl(value));
		}),
		{ numRuns: 5000 },
	);
});
