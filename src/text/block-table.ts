import chalk from 'chalk';
import { fitTable } from './fit-table.js';
import { pad, width } from './width.js';

type Align = 'left' | 'right' | 'center' | null;

/**
 * A table of styled texts in a frame of at most `room` columns, its columns aligned as its Markdown says. Columns that
 * do not fit beside the others follow in a table of their own, under the first column's texts again.
 *
 * @param texts the heading, then every row, all equally long
 */
export function drawTable(texts: readonly (readonly string[])[], align: readonly Align[], room: number): string {
	return fitTable(texts, room)
		.map(({ columns, widths, rows }) => {
			const rule = (left: string, middle: string, right: string): string =>
				chalk.dim(left + widths.map((wide) => '─'.repeat(wide + 2)).join(middle) + right);
			const bar = chalk.dim('│');
			const line = (cells: readonly string[], bold: boolean): string =>
				`${bar}${cells.map((text, i) => ` ${styled(aligned(text, widths[i] ?? 1, align[columns[i] ?? i] ?? null), bold)} `).join(bar)}${bar}`;
			const body = rows.flatMap((lines, i) => [
				...lines.map((cells) => line(cells, i === 0)),
				...(i === 0 ? [rule('├', '┼', '┤')] : []),
			]);
			return [rule('┌', '┬', '┐'), ...body, rule('└', '┴', '┘')].join('\n');
		})
		.join('\n');
}

const styled = (text: string, bold: boolean): string => (bold ? chalk.bold(text) : text);

function aligned(text: string, columns: number, align: Align): string {
	if (align !== 'center') return pad(text, columns, align === 'right' ? 'right' : 'left');
	const left = Math.floor((columns - width(text)) / 2);
	return pad(' '.repeat(left) + text, columns);
}
