import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money, number, relative } from '../../src/present/format/format.js';
import { type Column, type Span, textOf } from '../../src/text/line.js';
import { layoutTable } from '../../src/text/table.js';

describe('number', () => {
	const byIntl = (value: number, digits: number): string =>
		new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
			.format(Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value)
			.replace('-', '−');

	it.each([1.005, 0.5, 2.5, -2.5, 999.95, 0.99995, 1234567.891, 1e-7, 999_999_999_999_999, 0.1 + 0.2, -0])(
		'formats %d like Intl',
		(value) => {
			for (const digits of [0, 1, 2, 4]) expect(number(value, digits)).toBe(byIntl(value, digits));
		},
	);

	it('formats any number like Intl', () => {
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
	])('formats the large number %d in a short form', (value, text) => {
		for (const digits of [0, 2, 4]) expect(number(value, digits)).toBe(text);
		expect(money(value)).toBe(text);
	});
});

describe('relative', () => {
	it.each([
		[2, 3, '+50.0%'],
		[2, 1, '−50.0%'],
		[2, 30, '+1,400%'],
		[2, 199, '+9,850%'],
		[2, 200, '×100'],
		[0.0345, 880.02, '×25,508'],
		[0.0345, 34_500, '×1.0e6'],
		[-2, 30, '+1,600%'],
		[0, 1, null],
	])('formats the change from %d to %d as %s', (from, to, text) => {
		expect(relative(from, to)).toBe(text);
	});
});

describe('a figure that is wider than its column', () => {
	const drawFigure = (text: string): readonly Span[] => {
		const columns: readonly Column[] = [
			{ id: 'name', label: 'name', align: 'left', width: 6, dropPriority: 0 },
			{ id: 'value', label: 'value', align: 'right', width: 9, dropPriority: 0 },
		];
		const cells = [
			{ raw: 'a', text: 'a' },
			{ raw: 1, text },
		];
		const table = { id: 't', title: 't', columns, rows: [{ id: 'r', kind: 'body' as const, cells }], notes: [] };
		return layoutTable(table, { width: 17, bodyRows: 9, focus: null })[1] ?? [];
	};

	it.each([
		['1,234.56', '1,234.56'],
		['234,567.89', '234,568'],
		['−3,500,006.07', '−3.50e6'],
		['+2,550,669%', '+2.55e6%'],
		['12,345,678,901,234,567,890 ms', '1.2e19 ms'],
	])('is shortened to the width of the column: %s', (text, written) => {
		const spans = drawFigure(text);
		expect(spans.at(-1)?.text).toBe(written.padStart(9));
		expect(spans.map((span) => span.text).join('')).toHaveLength(17);
	});
});

describe('a name in a table that is wider than its column', () => {
	const columns: readonly Column[] = [
		{ id: 'name', label: 'segment', align: 'left', width: 7, dropPriority: 0 },
		{ id: 'share', label: 'share', align: 'right', width: 5, dropPriority: 0 },
		{ id: 'now', label: 'now', align: 'right', width: 5, dropPriority: 0 },
	];
	const draw = (share: string): string => {
		const cells = ['Refund dispute', share, '61%'].map((text) => ({ raw: null, text }));
		const table = { id: 't', title: 't', columns, rows: [{ id: 'r', kind: 'body' as const, cells }], notes: [] };
		return textOf(layoutTable(table, { width: 21, bodyRows: 9, focus: null })[1] ?? []);
	};

	it('takes the room of an empty cell after it', () => expect(draw('')).toBe(' Refund dispute   61%'));

	it('is shortened before a cell with a figure', () => expect(draw('9.5%')).toBe(' Refund…   9.5%   61%'));
});
