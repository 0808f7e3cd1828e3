import type { Line } from './line.js';
import { pad, width, wrap } from './width.js';

/** A table, or some of its columns, wrapped to fit a width. */
export interface FittedTable {
	/** Indexes of these columns in the whole table. */
	readonly columns: readonly number[];
	/** Width of each column's text, in terminal columns. */
	readonly widths: readonly number[];
	/** The heading, then the rows: the lines of each, with one text per column. */
	readonly rows: readonly (readonly (readonly string[])[])[];
}

/** Width of the frame alone: a rule before every cell and after the last, a space on either side of each text. */
const frameWidth = (columns: number): number => 3 * columns + 1;

/** Returns the width of a table with its frame. */
export const tableWidth = (widths: readonly number[]): number => sum(widths) + frameWidth(widths.length);

/**
 * Wraps texts at spaces until the table fits, without breaking words or numbers. Columns that do not fit continue in
 * further tables, each of which repeats the first column.
 *
 * @param texts the heading, then the rows, all of the same length
 * @param room terminal columns, frame included
 */
export function fitTable(texts: readonly (readonly string[])[], room: number): readonly FittedTable[] {
	const clean = texts.map((row) => row.map((text) => text.replace(/\s+/g, ' ').trim()));
	const heading = clean[0] ?? [];
	const maxWidths = heading.map((_, i) => Math.max(1, ...clean.map((row) => width(row[i] ?? ''))));
	// Two columns always fit, whatever they contain.
	const maxMinWidth = Math.max(1, Math.floor((room - frameWidth(2)) / 2));
	const minWidths = heading.map((_, i) =>
		Math.min(maxMinWidth, Math.max(1, ...clean.map((row) => longestWord(row[i] ?? '')))),
	);
	return groupColumns(minWidths, room).map((columns) => {
		const pick = (values: readonly number[]): number[] => columns.map((i) => values[i] ?? 1);
		const widths = narrowColumns(pick(maxWidths), pick(minWidths), room - frameWidth(columns.length));
		return {
			columns,
			widths,
			rows: clean.map((row) =>
				wrapRow(
					columns.map((i) => row[i] ?? ''),
					widths,
				),
			),
		};
	});
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const longestWord = (text: string): number => Math.max(...text.split(' ').map(width));

/** Groups the columns that fit side by side; each group starts with the first column. */
function groupColumns(minWidths: readonly number[], room: number): readonly (readonly number[])[] {
	const groups: number[][] = [[0]];
	for (let i = 1; i < minWidths.length; i++) {
		const group = groups.at(-1) ?? [];
		const fits = tableWidth([...group, i].map((column) => minWidths[column] ?? 1)) <= room;
		if (fits) group.push(i);
		else groups.push([0, i]);
	}
	return groups;
}

/** Narrows the widest column that can still shrink, one step at a time, until all fit. */
function narrowColumns(widths: number[], minWidths: readonly number[], room: number): readonly number[] {
	for (let over = sum(widths) - room; over > 0; over--) {
		const shrinkable = widths.map((columnWidth, i) => (columnWidth > (minWidths[i] ?? 1) ? columnWidth : 0));
		const widest = shrinkable.indexOf(Math.max(...shrinkable));
		if (shrinkable[widest] === 0) break;
		widths[widest] = (widths[widest] ?? 1) - 1;
	}
	return widths;
}

function wrapRow(texts: readonly string[], widths: readonly number[]): readonly (readonly string[])[] {
	const cells = texts.map((text, i) => wrap(text, widths[i] ?? 1));
	const height = Math.max(...cells.map((lines) => lines.length));
	return Array.from({ length: height }, (_, y) => cells.map((lines) => lines[y] ?? ''));
}

/**
 * Draws a table without a frame, the first column left-aligned and the others right-aligned. Where it is too wide,
 * texts wrap and columns continue below.
 */
export function drawPlainTable(
	columns: readonly string[],
	rows: readonly (readonly string[])[],
	room: number,
): readonly Line[] {
	const all = [columns, ...rows];
	const widths = columns.map((_, i) => Math.max(...all.map((row) => width(row[i] ?? ''))));
	const contentWidth = widths.reduce((sum, one) => sum + one, 1);
	const gaps = columns.length - 1;
	const gap = contentWidth + 2 * gaps <= room ? 2 : 1;
	if (contentWidth + gaps <= room) return all.map((row, r) => plainRow(row, widths, gap, r === 0));
	return fitTable(all, room).flatMap((table) =>
		table.rows.flatMap((lines, r) => lines.map((line) => plainRow(line, table.widths, 2, r === 0))),
	);
}

const plainRow = (row: readonly string[], widths: readonly number[], gap: number, heading: boolean): Line => [
	{
		text: ` ${row.map((text, i) => pad(text, widths[i] ?? 0, i === 0 ? 'left' : 'right')).join(' '.repeat(gap))}`,
		tone: heading ? 'dim' : 'plain',
	},
];
