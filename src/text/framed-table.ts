import { fitTable } from './fit-table.js';
import { type Line, textOf } from './line.js';
import { width } from './width.js';
import { restyle } from './wrap-line.js';

type Align = 'left' | 'right' | 'center' | null;

interface TableOptions {
	/** Per column; a missing entry is left-aligned. */
	readonly align?: readonly Align[];
	/** Maximum width of the frame, in terminal columns. */
	readonly room: number;
	/** Whether rules separate the rows as soon as one of them takes several lines. */
	readonly ruled?: boolean;
}

/**
 * Draws a table in a frame. Columns that do not fit continue in further tables below, each of which repeats the first
 * column.
 *
 * @param cells the heading, then the rows, all of the same length
 */
export function drawFramedTable(
	cells: readonly (readonly Line[])[],
	{ align = [], room, ruled = false }: TableOptions,
): readonly Line[] {
	const texts = cells.map((row) => row.map(textOf));
	return fitTable(texts, room).flatMap(({ columns, widths, rows }) => {
		const rule = ([left, middle, right]: readonly [string, string, string]): Line => [
			{ text: `${left}${widths.map((columnWidth) => '─'.repeat(columnWidth + 2)).join(middle)}${right}`, tone: 'dim' },
		];
		const drawRow = (lines: readonly (readonly string[])[], row: number): readonly Line[] => {
			const cellLines = columns.map((column, i) => {
				const styledLines = restyle(
					cells[row]?.[column] ?? [],
					lines.map((line) => line[i] ?? ''),
				);
				return styledLines.map((line) => padCell(line, widths[i] ?? 1, align[column] ?? 'left', row === 0));
			});
			return lines.map((_, y) => [...cellLines.flatMap((cell) => [BAR, ...(cell[y] ?? [])]), BAR]);
		};
		// Without a rule nothing shows where a row of several lines ends.
		const hasRowRules = ruled && rows.some((lines, i) => i > 0 && lines.length > 1);
		const body = rows.flatMap((lines, i) => [
			...drawRow(lines, i),
			...(i === 0 || (hasRowRules && i < rows.length - 1) ? [rule(['├', '┼', '┤'])] : []),
		]);
		return [rule(['┌', '┬', '┐']), ...body, rule(['└', '┴', '┘'])];
	});
}

const BAR = { text: '│', tone: 'dim' } as const;

/** Pads a cell to its width, with one space on either side. */
function padCell(line: Line, columns: number, align: Align, bold: boolean): Line {
	const space = columns - width(textOf(line));
	const left = align === 'right' ? space : align === 'center' ? Math.floor(space / 2) : 0;
	const text = bold ? line.map((span) => ({ ...span, bold })) : line;
	return [{ text: ' '.repeat(1 + left) }, ...text, { text: ' '.repeat(1 + space - left) }];
}
