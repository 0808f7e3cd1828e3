import { describe, expect, it } from 'vitest';
import { suggestNumber } from '../../src/content/explain/suggest-number.js';

const PLAIN = 'digits and a decimal point, without units, quotes or separators.';

describe('suggestNumber', () => {
	it.each([
		[84, 'percent', 'Write 0.84 for 84%: rates are fractions in a file.'],
		[-3, 'percent', null],
		[8_400, 'percent', null],
		['84 %', 'percent', 'Write 0.84 for 84%: rates are fractions in a file.'],
		['7%', 'limit', 'Write 0.07 for 7%: rates are fractions in a file.'],
		['25%', 'labels', null],
		['84', 'percent', 'Write 0.84 for 84%: rates are fractions in a file.'],
		['84,5%', 'percent', 'Write 0.845 for 84.5%: rates are fractions in a file.'],
		['12,5', 'percent', 'Write 0.125 for 12.5%: rates are fractions in a file.'],
		['0.5%', 'percent', 'Write 0.005 for 0.5%: rates are fractions in a file.'],
		['700 ms', 'duration', `Write 700: ${PLAIN}`],
		['0.7s', 'duration', `Write 700: ${PLAIN}`],
		['$0.25', 'price', `Write 0.25: ${PLAIN}`],
		['2k', 'tokens', `Write 2000: ${PLAIN}`],
		['2000 tokens', 'tokens', `Write 2000: ${PLAIN}`],
		['many', 'labels', null],
		['', 'labels', null],
		[true, 'labels', null],
		[null, 'labels', null],
	] as const)('suggests a number for %s as %s', (value, kind, help) => {
		expect(suggestNumber(value, kind)).toBe(help);
	});

	it.each([
		['0.3', 'percent'],
		['.5', 'percent'],
		['1e3', 'labels'],
		['-0.50', 'limit'],
	] as const)('suggests %s without quotes', (value, kind) => {
		expect(suggestNumber(value, kind)).toBe(`Write ${value}, without quotes.`);
	});

	it.each([
		['0,25', 'price', 'Write 0.25, with a decimal point in place of the decimal comma.'],
		[',25', 'price', 'Write 0.25, with a decimal point in place of the decimal comma.'],
		['1.200,50', 'price', 'Write 1200.5, with a decimal point in place of the decimal comma.'],
		['0,250', 'price', 'Write 0.25, with a decimal point in place of the decimal comma.'],
		['1,200', 'price', 'Write 1200 if the comma separates thousands, or 1.2 if it is a decimal comma.'],
		['$1,200', 'price', 'Write 1200 if the comma separates thousands, or 1.2 if it is a decimal comma.'],
		['1,200.50', 'price', 'Write 1200.5, without a thousands separator.'],
		['1,234,567', 'labels', 'Write 1234567, without a thousands separator.'],
		['1.234.567', 'labels', 'Write 1234567, without a thousands separator.'],
		['1_000', 'labels', 'Write 1000, without a thousands separator.'],
		['1 200', 'labels', 'Write 1200, without a thousands separator.'],
		['1’200', 'price', 'Write 1200, without a thousands separator.'],
		['1 200,5', 'price', 'Write 1200.5, without a thousands separator.'],
		// 1.2 labels are impossible.
		['1,200', 'labels', 'Write 1200, without a thousands separator.'],
		// A router skill of 800 is impossible.
		['0,800', 'auc', 'Write 0.8, with a decimal point in place of the decimal comma.'],
		['1,2,3', 'price', null],
		['12,34,567', 'price', null],
	] as const)('explains the separator in %s as %s', (value, kind, help) => {
		expect(suggestNumber(value, kind)).toBe(help);
	});

	it.each([
		['0.25€', 'price', 'Amounts are in USD: convert it, and write the number alone.'],
		['EUR 4', 'money', 'Amounts are in USD: convert it, and write the number alone.'],
		['£4', 'labels', 'Write the number alone, without a currency.'],
	] as const)('does not take %s for USD', (value, kind, help) => {
		expect(suggestNumber(value, kind)).toBe(help);
	});

	it.each([
		['0x10', 'labels', 'Write 16 for 0x10.'],
		['1:30', 'duration', 'Times are in milliseconds: write 90000 if 1:30 is minutes and seconds.'],
		['1:00:01', 'delay', 'Times are in milliseconds: write 3601000 if 1:00:01 is hours, minutes and seconds.'],
		['1:30', 'percent', 'Write one number: 1:30 is a time or a ratio.'],
		['０.２５', 'price', 'Write 0.25 in plain digits.'],
		['０，２５', 'price', 'Write 0.25, with a decimal point in place of the decimal comma.'],
	] as const)('suggests a number for the unusual notation %s as %s', (value, kind, help) => {
		expect(suggestNumber(value, kind)).toBe(help);
	});

	it.each([
		['2,000', 'threshold'],
		['40', 'threshold'],
		['3', 'auc'],
		['0x10', 'percent'],
	] as const)('never suggests a number out of range: %s as %s', (value, kind) => {
		expect(suggestNumber(value, kind) ?? '').not.toMatch(/2000|40|3|16/);
	});
});
