import { describe, expect, test } from 'vitest';
import { answerText, type Checked, checkNumber, tolerance } from '../../../src/drill/numbers/index.js';

const money = { unit: 'money', truth: 0.007684, digits: 4 } as const;
const percent = { unit: 'percent', truth: 0.3, digits: 0 } as const;
const count = { unit: 'number', truth: 1059, digits: 0 } as const;
type Asked = Parameters<typeof checkNumber>[0];

function read(asked: Asked, text: string): Extract<Checked, { ok: true }> {
	const checked = checkNumber(asked, text);
	if (!checked.ok) throw new Error(`${text}: ${checked.help}`);
	return checked;
}

describe('equivalent spellings', () => {
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
		const { value, right } = read(money, text);
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
		const { value, right, reading } = read(percent, text);
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
		const { value, right, reading } = read(count, text);
		expect(value).toBe(1059);
		expect(right).toBe(true);
		expect(reading).toBe('1,059');
	});

	test.each(['12.6', '12.6 per 1,000', '12.6/1000', '12.6 in 1 000', '12.6 of 1,000 requests', '12.6 requests'])(
		'of a count in a thousand: %s',
		(text) => {
			expect(read({ unit: 'number', truth: 12.6, digits: 1 }, text).value).toBe(12.6);
		},
	);

	test('with a hyphen or a minus sign, where a mix costs more than it saves', () => {
		const dearer = { unit: 'percent', truth: -0.125, digits: 1 } as const;
		for (const text of ['-12.5%', '−12.5%', '-12.5', '−.125']) expect(read(dearer, text).right).toBe(true);
		expect(read(dearer, '12.5%').right).toBe(false);
	});
});

describe('a bare number up to 1, where a percentage is wanted', () => {
	test.each([
		[0.005, '0.5', 0.005, '0.5%', true],
		[0.005, '0.005', 0.005, '0.5%', true],
		[0.005, '.005', 0.005, '0.5%', true],
		[0.5, '0.5', 0.5, '50%', true],
		[0.5, '50', 0.5, '50%', true],
		[0.01, '1', 0.01, '1%', true],
		[1, '1', 1, '100%', true],
		// Neither is right: the nearer one is meant.
		[0.0076, '0.9', 0.009, '0.9%', false],
		[0.3, '0.25', 0.25, '25%', false],
		[0.3, '1', 0.01, '1%', false],
	])('with %d as the truth: %s is read as %d', (truth, text, value, reading, right) => {
		expect(read({ unit: 'percent', truth, digits: 2 }, text)).toMatchObject({ value, reading, right });
	});

	test('is not ambiguous with a sign', () => {
		expect(read({ unit: 'percent', truth: 0.5, digits: 1 }, '0.5%')).toMatchObject({
			value: 0.005,
			reading: '0.5%',
			right: false,
		});
		expect(read({ unit: 'percent', truth: 0.5, digits: 1 }, '0.5 points').right).toBe(false);
		expect(read({ unit: 'percent', truth: 0.5, digits: 1 }, '0.5 percent').right).toBe(false);
	});

	test('is not ambiguous above 1', () => {
		expect(read({ unit: 'percent', truth: 0.5, digits: 1 }, '1.2')).toMatchObject({ value: 0.012, reading: '1.2%' });
		expect(read({ unit: 'percent', truth: 0.003, digits: 1 }, '30')).toMatchObject({ value: 0.3, right: false });
	});

	test('is what it is for money and counts', () => {
		expect(read({ unit: 'money', truth: 0.005, digits: 3 }, '0.5')).toMatchObject({ value: 0.5, right: false });
		expect(read({ unit: 'number', truth: 0.005, digits: 3 }, '0.5')).toMatchObject({ value: 0.5, right: false });
	});
});

describe('how far an answer may be off', () => {
	test('is 1% of the truth, where that is more than half of the last digit', () => {
		expect(tolerance({ unit: 'number', truth: 1059, digits: 0 })).toBeCloseTo(10.59, 9);
		expect(read(count, '1069').right).toBe(true);
		expect(read(count, '1070').right).toBe(false);
		expect(read(count, '1049').right).toBe(true);
		expect(read(count, '1048').right).toBe(false);
	});

	test('is half of the last digit asked for, where that is more', () => {
		const small = { unit: 'number', truth: 1.14, digits: 1 } as const;
		expect(read(small, '1.1').right).toBe(true);
		expect(read(small, '1.2').right).toBe(false);
		expect(tolerance({ unit: 'percent', truth: 0.005, digits: 1 })).toBeCloseTo(0.0005, 12);
	});

	test('counts the limit itself, whatever binary fractions make of it', () => {
		expect(read({ unit: 'number', truth: 0.35, digits: 1 }, '0.4').right).toBe(true);
		expect(read({ unit: 'number', truth: 0.35, digits: 1 }, '0.3').right).toBe(true);
	});

	test('is said with its sign, in the model’s unit and against the truth', () => {
		expect(read(percent, '24%')).toMatchObject({ off: expect.closeTo(-0.06, 12), relative: expect.closeTo(-0.2, 12) });
		expect(read(count, '2118')).toMatchObject({ off: 1059, relative: 1 });
		const negative = read({ unit: 'percent', truth: -0.1, digits: 1 }, '-5%');
		expect(negative).toMatchObject({ off: expect.closeTo(0.05, 12), relative: expect.closeTo(0.5, 12) });
		expect(read({ unit: 'number', truth: 0, digits: 1 }, '3')).toMatchObject({ off: 3, relative: null });
	});
});

describe('what is no number', () => {
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
	])('%o: “%s” is answered with how to write one', (asked, text, example) => {
		const checked = checkNumber(asked, text);
		expect(checked).toEqual({ ok: false, help: expect.stringContaining(example) });
	});

	test.each(['0,007', '0,0077', '-0,5', '$0,007', 'USD 0,007'])(
		'a comma before decimals is not taken for thousands: %s',
		(text) => {
			expect(checkNumber(money, text)).toEqual({ ok: false, help: expect.stringContaining('with a point') });
		},
	);
});

test('an answer is printed in the unit and with the digits asked for', () => {
	expect(answerText(money)).toBe('USD 0.0077');
	expect(answerText(percent)).toBe('30%');
	expect(answerText(count)).toBe('1,059');
	expect(answerText({ unit: 'percent', truth: 0.0076, digits: 2 })).toBe('0.76%');
	expect(answerText({ unit: 'percent', truth: -0.125, digits: 1 })).toBe('−12.5%');
	expect(answerText({ unit: 'number', truth: 1_234_567.25, digits: 1 })).toBe('1,234,567.3');
	expect(answerText({ unit: 'money', truth: -0.0001, digits: 2 })).toBe('USD 0.00');
});
