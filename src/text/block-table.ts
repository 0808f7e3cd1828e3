import { fitTable } from './fit-table.js';
import { type Line, textOf } from './line.js';
import { width } from './width.js';
import { restyle } from './wrap-line.js';

type Align = 'left' | 'right' | 'center' | null;

interface TableOptions {
	/** Of each column; missing: left. */
	readonly align?: readonly Align[];
	/** Columns of the terminal that the frame may take. */
	readonly room: number;
	/** Where a row takes several lines, rules stand between all rows. */
	readonly ruled?: boolean;
}

/**
 * Draws a table in a frame. Columns that do not fit beside the others follow in a table of their own, under the first
 * column's texts again.
 *
 * @param cells the heading, then every row, all equally long
 */
export function drawTable(
	cells: readonly (readonly Line[])[],
	{ align = [], room, ruled = false }: TableOptions,
): readonly Line[] {
	const texts = cells.map((row) => row.map(textOf));
	return fitTable(texts, room).flatMap(({ columns, widths, rows }) => {
		const rule = ([left, middle, right]: readonly [string, string, string]): Line => [
			{ text: `${left}${widths.map((wide) => '─'.repeat(wide + 2)).join(middle)}${right}`, tone: 'dim' },
		];
		const drawRow = (lines: readonly (readonly string[])[], row: number): readonly Line[] => {
			const drawn = columns.map((column, i) => {
				const styled = restyle(
					cells[row]?.[column] ?? [],
					lines.map((line) => line[i] ?? ''),
				);
				return styled.map((line) => padded(line, widths[i] ?? 1, align[column] ?? 'left', row === 0));
			});
			return lines.map((_, y) => [...drawn.flatMap((cell) => [BAR, ...(cell[y] ?? [])]), BAR]);
		};
		// Only a rule says where a row of several lines ends.
		const rulesRows = ruled && rows.some((lines, i) => i > 0 && lines.length > 1);
		const body = rows.flatMap((lines, i) => [
			...drawRow(lines, i),
			...(i === 0 || (rulesRows && i < rows.length - 1) ? [rule(['├', '┼', '┤'])] : []),
		]);
		return [rule(['┌', '┬', '┐']), ...body, rule(['└', '┴', '┘'])];
	});
}

const BAR = { text: '│', tone: 'dim' } as const;

/** Fills a cell to its width, with a blank on either side. */
function padded(line: Line, columns: number, align: Align, bold: boolean): Line {
	const space = columns - width(textOf(line));
	const left = align === 'right' ? space : align === 'center' ? Math.floor(space / 2) : 0;
	const text = bold ? line.map((span) => ({ ...span, bold })) : line;
	return [{ text: ' '.repeat(1 + left) }, ...text, { text: ' '.repeat(1 + space - left) }];
}
