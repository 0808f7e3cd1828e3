import { renderToString, Text } from 'ink';
import type { ReactElement, ReactNode } from 'react';
import { ARTIFACT_NOTE } from '../screens/overlays/texts.js';
import type { Artifact } from '../screens/screen.js';
import { type FittedTable, fitTable, tableWidth } from '../text/fit-table.js';
import type { Line } from '../text/line.js';
import { pad, wrap } from '../text/width.js';

type Table = typeof import('ink-table').Table;

/**
 * Draws an artifact as lines. Its tables are drawn by ink-table outside the frame, where Ink would squeeze a table that
 * is too high or too wide. Must not be called while React renders.
 *
 * @param columns columns that a line may take
 * @param height visible lines; if the artifact needs more, tables omit the rules between their rows
 */
export async function artifactLines(
	{ title, columns: heading, rows }: Artifact,
	columns: number,
	height: number,
): Promise<readonly Line[]> {
	const { Table } = await import('ink-table');
	const tables = fitTable([heading, ...rows.map((row) => row.map(String))], columns);
	const drawAll = (ruled: boolean): readonly Line[] => [
		...wrap(title, columns).map(bold),
		...tables.flatMap((table) => draw(Table, table, ruled)),
		...wrap(ARTIFACT_NOTE, columns).map((text): Line => [{ text, tone: 'dim' }]),
	];
	const ruled = drawAll(true);
	// A row of several lines needs a rule to show where it ends.
	const needed = tables.some((table) => table.rows.some((lines, i) => i > 0 && lines.length > 1));
	return needed || ruled.length <= height ? ruled : drawAll(false);
}

interface PartProps {
	readonly children?: ReactNode;
	/** Index of the column; missing: the ends of a line, and crossings of rules. */
	readonly column?: number;
}

/**
 * Draws a table with ink-table, whose rows are one line high: every line is passed as a row, and the rules inside a row
 * are removed. The cells pad themselves, because ink-table counts UTF-16 units instead of columns.
 */
function draw(InkTable: Table, { widths, rows }: FittedTable, ruled: boolean): readonly Line[] {
	const [first, ...more] = rows.flatMap((lines, row) => lines.map((texts, line) => ({ texts, row, line })));
	const wide = (column: number): number => widths[column] ?? 1;
	const cell = ({ children, column = 0 }: PartProps): ReactElement => (
		<Text>{` ${pad(String(children).trim(), wide(column))} `}</Text>
	);
	const heading = ({ column = 0 }: PartProps): ReactElement => cell({ children: first?.texts[column] ?? '', column });
	const skeleton = ({ children, column }: PartProps): ReactElement => (
		<Text>{column === undefined ? children : '─'.repeat(wide(column) + 2)}</Text>
	);
	const keys = widths.map((_, i) => `column ${i}`);
	const data = more.map(({ texts }) => Object.fromEntries(keys.map((key, i) => [key, texts[i] ?? ''])));
	const table = <InkTable data={data} columns={keys} header={heading} cell={cell} skeleton={skeleton} />;
	const [top = '', head = '', ...rest] = renderToString(table, { columns: tableWidth(widths) }).split('\n');
	// ink-table draws a rule and a line for every row it was passed, and a last rule.
	const body = more.flatMap(({ row, line }, i) => {
		const [rule = '', text = ''] = rest.slice(2 * i);
		const shown = row === 0 ? bold(text) : plain(text);
		return line === 0 && (ruled || row === 1) ? [plain(rule), shown] : [shown];
	});
	return [plain(top), bold(head), ...body, plain(rest.at(-1) ?? '')];
}

const plain = (text: string): Line => [{ text }];
const bold = (text: string): Line => [{ text, bold: true }];
