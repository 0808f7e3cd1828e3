import {
	type Cell,
	type Column,
	type Line,
	NOT_MEASURED_LEGEND,
	NOT_MEASURED_SHORT,
	type Row,
	type Span,
	type TableModel,
	type Tone,
} from './line.js';
import { type ListWindow, windowAround, windowFrom } from './list-window.js';
import { pad, shorten, width } from './width.js';

export interface TableLayoutOptions {
	/** Terminal columns available to the table. */
	readonly width: number;
	/** Maximum number of body rows shown; the others scroll. Infinity: all. */
	readonly bodyRows: number;
	/** Path of the focused input, whose row is always shown; null: none. */
	readonly focus: string | null;
	/** Whether a note below the table names the columns that did not fit. */
	readonly namesDropped?: boolean;
}

/** Gap before each column, in which the focused cell is marked. */
const GAP = 1;

/**
 * Lays out a table as lines: the columns that fit, the rows around the focused one, and always the totals.
 * Every line is exactly as wide as its columns, and no number is ever truncated.
 */
export function layoutTable(table: TableModel, options: TableLayoutOptions): Line[] {
	const columns = fitColumns(table, options);
	const body = table.rows.filter((row) => row.kind === 'body');
	const { from, to } = visibleRows(body, options);
	const shown = [...body.slice(from, to), ...table.rows.filter((row) => row.kind !== 'body')];
	const lines: Line[] = [
		columns.flatMap(({ column }) => drawLabel(column)),
		...shown.map((row) => drawRow(columns, row, options.focus)),
	];
	const hidden = body.length - (to - from);
	if (hidden > 0) lines.push([{ text: ` rows ${from + 1}–${to} of ${body.length}`, tone: 'dim' }]);
	const dropped = options.namesDropped ? droppedLabels(table, columns) : [];
	const abbreviated = shown.some((row) =>
		columns.some(({ column, index }) => fitText(row.cells[index] ?? EMPTY_CELL, column) === NOT_MEASURED_SHORT),
	);
	for (const note of [...table.notes, ...(abbreviated ? [NOT_MEASURED_LEGEND] : []), ...dropped])
		lines.push([{ text: ` ${shorten(note, options.width - 1)}`, tone: 'dim' }]);
	return lines;
}

/** Returns a note that names the non-empty columns that did not fit. */
function droppedLabels({ columns, rows }: TableModel, visible: readonly FittedColumn[]): readonly string[] {
	const labels = columns
		.filter(
			(_, i) => !visible.some(({ index }) => index === i) && rows.some((row) => (row.cells[i]?.text ?? '') !== ''),
		)
		.map(({ label }) => label);
	return labels.length > 0 ? [`no room here for: ${labels.join(', ')}`] : [];
}

const EMPTY_CELL: Cell = { raw: null, text: '' };

/** A column, and the index of its cells in a row. */
interface FittedColumn {
	readonly column: Column;
	readonly index: number;
}

/**
 * Returns the columns that fit, abbreviating labels from the right before dropping the least important columns; the
 * first column takes the remaining width.
 */
function fitColumns(table: TableModel, { width: room, focus }: TableLayoutOptions): readonly FittedColumn[] {
	let visible = table.columns.map((column, index) => ({ column, index }));
	const neededWidth = (): number => visible.reduce((sum, { column }) => sum + column.width + GAP, 0);
	// The focused column stays, so that an edit is always visible.
	const containsFocus = (index: number): boolean =>
		focus !== null && table.rows.some((row) => row.cells[index]?.path === focus);
	for (let i = visible.length - 1; i >= 0 && neededWidth() > room; i--)
		visible = visible.map((item, at) =>
			at === i ? { ...item, column: { ...item.column, ...item.column.short } } : item,
		);
	while (neededWidth() > room && visible.length > 2) {
		const droppable = visible.filter(({ column, index }) => column.dropPriority > 0 && !containsFocus(index));
		if (droppable.length === 0) break;
		const dropped = droppable.reduce((a, b) => (b.column.dropPriority >= a.column.dropPriority ? b : a));
		visible = visible.filter((item) => item !== dropped);
	}
	// As wide as the longest name in any row, so that scrolling moves nothing sideways.
	const longestName = Math.max(...table.rows.map((row) => width(row.cells[0]?.text ?? '')));
	return visible.map((item, i) => {
		if (i > 0) return item;
		const { column } = item;
		return {
			...item,
			column: {
				...column,
				width: Math.max(6, Math.min(column.width + room - neededWidth(), Math.max(longestName, column.width))),
			},
		};
	});
}

/** Returns the window of body rows to show, which includes the focused one. */
function visibleRows(body: readonly Row[], { bodyRows, focus }: TableLayoutOptions): ListWindow {
	if (body.length <= bodyRows) return windowFrom(body.length, body.length, 0);
	// Compares segments or rows, not inputs, so that two tables of a pane scroll together.
	const group = focus === null ? null : inputGroup(focus);
	const at = body.findIndex((row) =>
		row.cells.some(({ path }) => path?.startsWith(group ?? '') && inputGroup(path) === group),
	);
	// One line is needed to say which rows these are.
	return windowAround(body.length, bodyRows - 1, at);
}

const inputGroup = (path: string): string => path.split('.', 2).join('.');

function drawRow(columns: readonly FittedColumn[], row: Row, focus: string | null): Line {
	const line: Span[] = [];
	for (let i = 0; i < columns.length; ) {
		const { column, index } = columns[i++] as FittedColumn;
		const cell = row.cells[index] ?? EMPTY_CELL;
		let room = column.width;
		// A text that is too long takes the room of the empty cells after it.
		if (column.align === 'left')
			for (; room < width(cell.text) && i < columns.length && isEmptyAt(columns[i], row); i++)
				room += (columns[i]?.column.width ?? 0) + GAP;
		line.push(...drawCell(room === column.width ? column : { ...column, width: room }, cell, row, focus));
	}
	return line;
}

const isEmptyAt = (column: FittedColumn | undefined, { cells }: Row): boolean => {
	const { text, path } = cells[column?.index ?? -1] ?? EMPTY_CELL;
	return text === '' && path === undefined;
};

function drawCell(column: Column, cell: Cell, row: Row, focus: string | null): Span[] {
	const isFocused = cell.path !== undefined && cell.path === focus;
	const mark = cell.delta ? (cell.delta.amount > 0 ? '▲' : '▼') : '';
	const room = textWidth(column);
	const text =
		column.align === 'right'
			? pad(fitText(cell, column), room, 'right')
			: pad(shorten(fitText(cell, column), room), room);
	const tone: Tone = isFocused
		? 'focus'
		: (cell.tone ?? (cell.path ? 'accent' : row.kind === 'delta' ? 'edited' : 'plain'));
	const tail: Span[] = column.hasMark ? [{ text: mark || ' ', tone: 'edited' }] : [];
	const bold = row.kind === 'total' || isFocused;
	// The mark of the focus stands at the figure, not at the edge of a wide column.
	const blank = isFocused && column.align === 'right' ? Math.max(0, text.search(/\S/)) : 0;
	const before: Span[] = blank > 0 ? [{ text: ' '.repeat(blank) }] : [];
	return [...before, gap(isFocused), { text: text.slice(blank), tone, bold }, ...tail];
}

const gap = (isFocused: boolean): Span => (isFocused ? { text: '›', tone: 'title', bold: true } : { text: ' ' });

const drawLabel = (column: Column): Span[] => [
	gap(false),
	{
		text: pad(pad(shorten(column.label, textWidth(column)), textWidth(column), column.align), column.width),
		tone: 'dim',
	},
];

const textWidth = (column: Column): number => column.width - (column.hasMark ? 1 : 0);

function fitText(cell: Cell, column: Column): string {
	const room = textWidth(column);
	if (width(cell.text) <= room) return cell.text;
	return cell.short ?? (column.align === 'right' ? shortenNumber(cell.text, room) : cell.text);
}

/** Shortens a figure that is wider than its column: `3,500,006.07` → `3,500,006` → `3.50e6`. */
function shortenNumber(text: string, room: number): string {
	const [, sign, digits = '', unit] = /^(\D*)(\d[\d,]*(?:\.\d+)?)(\D*)$/.exec(text) ?? [];
	const value = Number(digits.replaceAll(',', ''));
	if (sign === undefined || !Number.isFinite(value)) return text;
	const forms = [formatInteger(value), ...[2, 1, 0].map((places) => value.toExponential(places).replace('+', ''))];
	const candidates = forms.map((form) => `${sign}${form}${unit}`);
	return candidates.find((form) => width(form) <= room) ?? candidates.at(-1) ?? text;
}

const formatInteger = (value: number): string => String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');
