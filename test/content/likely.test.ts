import { describe, expect, it } from 'vitest';
import { likely } from '../../src/content/explain/likely.js';
import { mendNumber } from '../../src/content/explain/mend-number.js';

describe('likely', () => {
	const known = ['id', 'name', 'share', 'risk', 'routedSmall', 'repairRate', 'easyShare', 'routerAuc', 'strongOnEasy'];

	it.each([
		['routedsmall', 'routedSmall'],
		['routed_small', 'routedSmall'],
		['routed-small', 'routedSmall'],
		['auc', 'routerAuc'],
		['repairrrate', 'repairRate'],
		['shrae', 'share'],
		['nmae', 'name'],
		['strongOnEasi', 'strongOnEasy'],
	])('%s is meant as %s', (typed, meant) => {
		expect(likely(typed, known)).toBe(meant);
	});

	it.each(['colour', 'x', 'd', '', 'latency', 'a'.repeat(1_000)])('%s is not guessed', (typed) => {
		expect(likely(typed, known)).toBeNull();
	});
});

describe('mendNumber', () => {
	it.each([
		[84, 'percent', 'Write 0.84 for 84%: rates are fractions in a file.'],
		[-3, 'percent', null],
		[8_400, 'percent', null],
		['84 %', 'percent', 'Write 0.84 for 84%: rates are fractions in a file.'],
		['7%', 'limit', 'Write 0.07 for 7%: rates are fractions in a file.'],
		['84', 'percent', 'Write 0.84 for 84%: rates are fractions in a file.'],
		['0.3', 'percent', 'Write 0.3, without quotes.'],
		['700 ms', 'duration', 'Write 700: digits and a decimal point, without units, quotes or separators.'],
		['1,234,567', 'labels', 'Write 1234567: digits and a decimal point, without units, quotes or separators.'],
		['1_000', 'labels', 'Write 1000: digits and a decimal point, without units, quotes or separators.'],
		['many', 'labels', null],
		['', 'labels', null],
		[true, 'labels', null],
		[null, 'labels', null],
	] as const)('%s as %s', (value, kind, help) => {
		expect(mendNumber(value, kind)).toBe(help);
	});
});
