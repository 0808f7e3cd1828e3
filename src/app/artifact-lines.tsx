import { renderToString, Text } from 'ink';
import type { ReactElement, ReactNode } from 'react';
import type { Artifact } from '../screens/screen.js';
import { type FittedTable, fitTable, tableWidth } from '../text/fit-table.js';
import type { Line } from '../text/line.js';
import { pad, wrap } from '../text/width.js';

type Table = typeof import('ink-table').Table;

const NOTE = 'As first seen: nothing here is computed, and nothing can be changed.';

/**
 * Draws an artifact as lines, its tables drawn by ink-table beside the screen: on it, Ink would squeeze a table that is
 * higher or wider than its room. Not to be called while React renders.
 *
 * @param columns that a line may take
 * @param height lines that show at once; where they are not enough, tables do without the rules between their rows
 */
export async function artifactLines(
	{ title, columns: heading, rows }: Artifact,
	columns: number,
	height: number,
): Promise<readonly Line[]> {
	const { Table } = await import('ink-table');
	const tables = fitTable([heading, ...rows.map((row) => row.map(String))], columns);
	const withRules = (ruled: boolean): readonly Line[] => [
		...wrap(title, columns).map(bold),
		...tables.flatMap((table) => draw(Table, table, ruled)),
		...wrap(NOTE, columns).map((text): Line => [{ text, tone: 'dim' }]),
	];
	const ruled = withRules(true);
	// Where a row has several lines, only a rule says where it ends.
	const needed = tables.some((table) => table.rows.some((lines, i) => i > 0 && lines.length > 1));
	return needed || ruled.length <= height ? ruled : withRules(false);
}

interface PartProps {
	readonly children?: ReactNode;
	/** ink-table leaves it out for the ends of a line and where rules cross. */
	readonly column?: number;
}

/**
 * ink-table knows rows of one line, so every line is handed in as a row, and the rules within a row are taken out.
 * The parts fill their columns themselves: ink-table counts UTF-16 units, which are not columns.
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
	// A rule and a line for every row that was handed in, and the last rule.
	const body = more.flatMap(({ row, line }, i) => {
		const [rule = '', text = ''] = rest.slice(2 * i);
		const shown = row === 0 ? bold(text) : plain(text);
		return line === 0 && (ruled || row === 1) ? [plain(rule), shown] : [shown];
	});
	return [plain(top), bold(head), ...body, plain(rest.at(-1) ?? '')];
}

const plain = (text: string): Line => [{ text }];
const bold = (text: string): Line => [{ text, bold: true }];
