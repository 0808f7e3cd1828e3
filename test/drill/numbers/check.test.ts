import { describe, expect, test } from 'vitest';
import { type CheckedAnswer, checkNumber, formatAnswer, tolerance } from '../../../src/drill/numbers/index.js';

const money = { unit: 'money', truth: 0.007684, digits: 4 } as const;
const percent = { unit: 'percent', truth: 0.3, digits: 0 } as const;
const count = { unit: 'number', truth: 1059, digits: 0 } as const;
type Asked = Parameters<typeof checkNumber>[0];

function judge(asked: Asked, text: string): Extract<CheckedAnswer, { ok: true }> {
	const checked = checkNumber(asked, text);
	if (!checked.ok) throw new Error(`${text}: ${checked.help}`);
	return checked;
}

describe('checkNumber accepts equivalent spellings', () => {
	test.each([
		'0.0077',
		'.0077',
		'$.0077',
		'$0.0077',
		'US$0.0077',
		'0.0077 $',
		'USD 0.0077',
		'0.0077 usd',
		'0.0077 dollars',
		'0.0077 US dollars',
		'0.77 cents',
		'0.77 cent',
		'0.77c',
		'0.77 ct',
		'0.77¢',
		'7.7e-3',
		'~0.0077',
		'≈ 0.0077',
		'= 0.0077',
		'about 0.0077',
		'0.0077 per request',
		'$0.0077 / request',
		'USD 0.0077 per resolved request',
	])('of money: %s', (text) => {
		const { value, right } = judge(money, text);
		expect(value).toBeCloseTo(0.0077, 12);
		expect(right).toBe(true);
	});

	test.each([
		'30%',
		'30 %',
		'.3',
		'0.3',
		'30',
		'30 percent',
		'30 per cent',
		'30 points',
		'30 pp',
		'30pct',
		'30 per 100',
		'+30',
	])('of a percentage: %s', (text) => {
		const { value, right, reading } = judge(percent, text);
		expect(value).toBeCloseTo(0.3, 12);
		expect(right).toBe(true);
		expect(reading).toBe('30%');
	});

	test.each([
		'1,059',
		'1059',
		'1 059',
		'1\u202f059',
		'1’059',
		'1_059',
		'1.059k',
		'1,059 labels',
		'1059 labels per arm',
		'1,059.0',
	])('of a count: %s', (text) => {
		const { value, right, reading } = judge(count, text);
		expect(value).toBe(1059);
		expect(right).toBe(true);
		expect(reading).toBe('1,059');
	});

	test.each(['12.6', '12.6 per 1,000', '12.6/1000', '12.6 in 1 000', '12.6 of 1,000 requests', '12.6 requests'])(
		'of a count in a thousand: %s',
		(text) => {
			expect(judge({ unit: 'number', truth: 12.6, digits: 1 }, text).value).toBe(12.6);
		},
	);

	test('of a negative percentage, with a hyphen or a minus sign', () => {
		const negative = { unit: 'percent', truth: -0.125, digits: 1 } as const;
		for (const text of ['-12.5%', '−12.5%', '-12.5', '−.125']) expect(judge(negative, text).right).toBe(true);
		expect(judge(negative, '12.5%').right).toBe(false);
	});
});

describe('checkNumber with a bare number up to 1 for a percentage', () => {
	test.each([
		[0.005, '0.5', 0.005, '0.5%', true],
		[0.005, '0.005', 0.005, '0.5%', true],
		[0.005, '.005', 0.005, '0.5%', true],
		[0.5, '0.5', 0.5, '50%', true],
		[0.5, '50', 0.5, '50%', true],
		[0.01, '1', 0.01, '1%', true],
		[1, '1', 1, '100%', true],
		// Neither reading is right: the nearer one counts.
		[0.0076, '0.9', 0.009, '0.9%', false],
		[0.3, '0.25', 0.25, '25%', false],
		[0.3, '1', 0.01, '1%', false],
	])('with %d as the truth reads %s as %d', (truth, text, value, reading, right) => {
		expect(judge({ unit: 'percent', truth, digits: 2 }, text)).toMatchObject({ value, reading, right });
	});

	test('is unambiguous with a percent sign', () => {
		expect(judge({ unit: 'percent', truth: 0.5, digits: 1 }, '0.5%')).toMatchObject({
			value: 0.005,
			reading: '0.5%',
			right: false,
		});
		expect(judge({ unit: 'percent', truth: 0.5, digits: 1 }, '0.5 points').right).toBe(false);
		expect(judge({ unit: 'percent', truth: 0.5, digits: 1 }, '0.5 percent').right).toBe(false);
	});

	test('is unambiguous above 1', () => {
		expect(judge({ unit: 'percent', truth: 0.5, digits: 1 }, '1.2')).toMatchObject({ value: 0.012, reading: '1.2%' });
		expect(judge({ unit: 'percent', truth: 0.003, digits: 1 }, '30')).toMatchObject({ value: 0.3, right: false });
	});

	test('takes money and counts literally', () => {
		expect(judge({ unit: 'money', truth: 0.005, digits: 3 }, '0.5')).toMatchObject({ value: 0.5, right: false });
		expect(judge({ unit: 'number', truth: 0.005, digits: 3 }, '0.5')).toMatchObject({ value: 0.5, right: false });
	});
});

describe('tolerance', () => {
	test('is 1% of the truth if that exceeds half of the last digit', () => {
		expect(tolerance({ unit: 'number', truth: 1059, digits: 0 })).toBeCloseTo(10.59, 9);
		expect(judge(count, '1069').right).toBe(true);
		expect(judge(count, '1070').right).toBe(false);
		expect(judge(count, '1049').right).toBe(true);
		expect(judge(count, '1048').right).toBe(false);
	});

	test('is half of the last digit asked for if that exceeds 1%', () => {
		const small = { unit: 'number', truth: 1.14, digits: 1 } as const;
		expect(judge(small, '1.1').right).toBe(true);
		expect(judge(small, '1.2').right).toBe(false);
		expect(tolerance({ unit: 'percent', truth: 0.005, digits: 1 })).toBeCloseTo(0.0005, 12);
	});

	test('includes the limit itself despite binary rounding', () => {
		expect(judge({ unit: 'number', truth: 0.35, digits: 1 }, '0.4').right).toBe(true);
		expect(judge({ unit: 'number', truth: 0.35, digits: 1 }, '0.3').right).toBe(true);
	});

	test('is compared with a signed error, absolute and relative to the truth', () => {
		expect(judge(percent, '24%')).toMatchObject({ off: expect.closeTo(-0.06, 12), relative: expect.closeTo(-0.2, 12) });
		expect(judge(count, '2118')).toMatchObject({ off: 1059, relative: 1 });
		const negative = judge({ unit: 'percent', truth: -0.1, digits: 1 }, '-5%');
		expect(negative).toMatchObject({ off: expect.closeTo(0.05, 12), relative: expect.closeTo(0.5, 12) });
		expect(judge({ unit: 'number', truth: 0, digits: 1 }, '3')).toMatchObject({ off: 3, relative: null });
	});
});

describe('checkNumber with invalid input', () => {
	test.each([
		[money, '', '0.77 cents'],
		[money, 'a lot', '0.77 cents'],
		[money, '30%', '0.77 cents'],
		[percent, 'most of it', '30%'],
		[percent, '1/3', '30%'],
		[percent, '30 USD', '30%'],
		[count, '12%', '2,000'],
		[count, '1e999', '2,000'],
		[count, '-', '2,000'],
	])('%o: “%s” gets help with an example', (asked, text, example) => {
		const checked = checkNumber(asked, text);
		expect(checked).toEqual({ ok: false, help: expect.stringContaining(example) });
	});

	test.each(['0,007', '0,0077', '-0,5', '$0,007', 'USD 0,007'])(
		'does not take a decimal comma for a thousands separator: %s',
		(text) => {
			expect(checkNumber(money, text)).toEqual({ ok: false, help: expect.stringContaining('with a point') });
		},
	);
});

test('formatAnswer prints the truth in the unit and with the digits asked for', () => {
	expect(formatAnswer(money)).toBe('$0.0077');
	expect(formatAnswer(percent)).toBe('30%');
	expect(formatAnswer(count)).toBe('1,059');
	expect(formatAnswer({ unit: 'percent', truth: 0.0076, digits: 2 })).toBe('0.76%');
	expect(formatAnswer({ unit: 'percent', truth: -0.125, digits: 1 })).toBe('−12.5%');
	expect(formatAnswer({ unit: 'number', truth: 1_234_567.25, digits: 1 })).toBe('1,234,567.3');
	expect(formatAnswer({ unit: 'money', truth: -0.0001, digits: 2 })).toBe('$0.00');
});
