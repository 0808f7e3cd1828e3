import type { Line } from './line.js';
import { pad, width, wrap } from './width.js';

/** A table, or some columns of one, broken into lines so that it is no wider than its room. */
export interface FittedTable {
	/** Which columns of the whole table these are. */
	readonly columns: readonly number[];
	/** Columns that each text may take. */
	readonly widths: readonly number[];
	/** The heading, then every row: the lines of each, a text for every column. */
	readonly rows: readonly (readonly (readonly string[])[])[];
}

/** Columns that the frame takes: a rule before every cell and after the last, a blank on either side of a text. */
const frame = (columns: number): number => 3 * columns + 1;

/** How wide a table stands with its frame. */
export const tableWidth = (widths: readonly number[]): number => sum(widths) + frame(widths.length);

/**
 * Breaks texts at spaces until the table fits; words, and with them numbers, stay whole. Columns that do not fit beside
 * the others follow in a table of their own, under the first column's texts again.
 *
 * @param texts the heading, then every row, all equally long
 * @param room columns of the terminal, frame included
 */
export function fitTable(texts: readonly (readonly string[])[], room: number): readonly FittedTable[] {
	const clean = texts.map((row) => row.map((text) => text.replace(/\s+/g, ' ').trim()));
	const heading = clean[0] ?? [];
	const most = heading.map((_, i) => Math.max(1, ...clean.map((row) => width(row[i] ?? ''))));
	// Two columns always fit, whatever stands in them.
	const half = Math.max(1, Math.floor((room - frame(2)) / 2));
	const least = heading.map((_, i) => Math.min(half, Math.max(1, ...clean.map((row) => longestWord(row[i] ?? '')))));
	return together(least, room).map((columns) => {
		const of = (values: readonly number[]): number[] => columns.map((i) => values[i] ?? 1);
		const widths = narrowed(of(most), of(least), room - frame(columns.length));
		return {
			columns,
			widths,
			rows: clean.map((row) =>
				linesOf(
					columns.map((i) => row[i] ?? ''),
					widths,
				),
			),
		};
	});
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const longestWord = (text: string): number => Math.max(...text.split(' ').map(width));

/** The columns that stand beside each other, the first in every table. */
function together(least: readonly number[], room: number): readonly (readonly number[])[] {
	const tables: number[][] = [[0]];
	for (let i = 1; i < least.length; i++) {
		const last = tables.at(-1) ?? [];
		const fits = tableWidth([...last, i].map((column) => least[column] ?? 1)) <= room;
		if (fits) last.push(i);
		else tables.push([0, i]);
	}
	return tables;
}

/** Takes from the widest column that has something to give, until all fit. */
function narrowed(widths: number[], least: readonly number[], room: number): readonly number[] {
	for (let over = sum(widths) - room; over > 0; over--) {
		const spare = widths.map((wide, i) => (wide > (least[i] ?? 1) ? wide : 0));
		const widest = spare.indexOf(Math.max(...spare));
		if (spare[widest] === 0) break;
		widths[widest] = (widths[widest] ?? 1) - 1;
	}
	return widths;
}

function linesOf(texts: readonly string[], widths: readonly number[]): readonly (readonly string[])[] {
	const cells = texts.map((text, i) => wrap(text, widths[i] ?? 1));
	const height = Math.max(...cells.map((lines) => lines.length));
	return Array.from({ length: height }, (_, y) => cells.map((lines) => lines[y] ?? ''));
}

/** A table of texts with its first column left, the others right; texts are broken, or columns follow below, to fit its room. */
export function plainTable(
	columns: readonly string[],
	rows: readonly (readonly string[])[],
	room: number,
): readonly Line[] {
	const all = [columns, ...rows];
	const widths = columns.map((_, i) => Math.max(...all.map((row) => width(row[i] ?? ''))));
	const wide = widths.reduce((sum, one) => sum + one, 1);
	const spaces = columns.length - 1;
	const gap = wide + 2 * spaces <= room ? 2 : 1;
	if (wide + spaces <= room) return all.map((row, r) => tableLine(row, widths, gap, r === 0));
	return fitTable(all, room).flatMap((table) =>
		table.rows.flatMap((lines, r) => lines.map((line) => tableLine(line, table.widths, 2, r === 0))),
	);
}

const tableLine = (row: readonly string[], widths: readonly number[], gap: number, heading: boolean): Line => [
	{
		text: ` ${row.map((text, i) => pad(text, widths[i] ?? 0, i === 0 ? 'left' : 'right')).join(' '.repeat(gap))}`,
		tone: heading ? 'dim' : 'plain',
	},
];
