import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../src/engine/inputs/parse-number.js';

describe('parseNumber', () => {
	it.each([
		['0.3', 0.3],
		['.3', 0.3],
		['30%', 0.3],
		['30', 0.3],
		['30 %', 0.3],
		['1', 1],
		['1%', 0.01],
		['100', 1],
		['0', 0],
		['-0', 0],
		['84.5', 0.845],
		['1.', 1],
		['1e-3', 0.001],
		['−0.01', -0.01],
	])('reads %s as a percent', (text, value) => {
		expect(parseNumber(text, 'percent')).toEqual({ ok: true, value });
	});

	it.each([
		['$4', 4],
		['4', 4],
		['USD 0.0016', 0.0016],
		['0.77 cents', 0.0077],
		['77¢', 0.77],
		['1,000.50', 1000.5],
		['1,200', 1200],
	])('reads %s as money', (text, value) => {
		expect(parseNumber(text, 'money')).toEqual({ ok: true, value });
	});

	it.each([
		['700', 700],
		['700ms', 700],
		['0.7s', 700],
		['1.9 s', 1900],
	])('reads %s as a duration', (text, value) => {
		expect(parseNumber(text, 'duration')).toEqual({ ok: true, value });
	});

	it.each([
		['2000', 2000],
		['2,000', 2000],
		['2k', 2000],
		['1.5M', 1_500_000],
	])('reads %s as a count', (text, value) => {
		expect(parseNumber(text, 'number')).toEqual({ ok: true, value });
	});

	it.each(['', ' ', '%', '.', '-', 'abc', '1e999', 'Infinity', 'NaN', '0x10', '3 0', '30%%', '1\u001b[31m'])(
		'refuses %j and shows examples',
		(text) => {
			const reading = parseNumber(text, 'percent');
			expect(reading.ok).toBe(false);
			expect(!reading.ok && reading.message).toMatch(/0\.3, \.3, 30% or 30/);
		},
	);

	it.each([
		['0,3', 'write 0.3, with a point'],
		['1,00', 'write 1.00, with a point'],
		['0,250', 'write 0.250, with a point'],
		['-,5', 'write -.5, with a point'],
		['12,5%', 'write 12.5%, with a point'],
	])('refuses the decimal comma in %s, and writes it with a point', (text, message) => {
		expect(parseNumber(text, 'percent')).toEqual({ ok: false, message });
	});
});
