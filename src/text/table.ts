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
	/** Columns of the terminal that the table may take. */
	readonly width: number;
	/** Body rows that may be shown; the rest scrolls. Infinity: all. */
	readonly bodyRows: number;
	/** The focused input; the rows shown include it. */
	readonly focus: string | null;
	/** Says below the table which columns had no room. */
	readonly namesDropped?: boolean;
}

/** Column gap: the left half carries the mark of the focused cell. */
const GAP = 1;

/**
 * Lays a table out as lines: the columns that fit, the rows around the focused one, totals always.
 * Every line is exactly as wide as the columns it shows, and no number is ever cut.
 */
export function layoutTable(table: TableModel, options: TableLayoutOptions): Line[] {
	const columns = fitColumns(table, options);
	const body = table.rows.filter((row) => row.kind === 'body');
	const { from, to } = shownRows(body, options);
	const shown = [...body.slice(from, to), ...table.rows.filter((row) => row.kind !== 'body')];
	const lines: Line[] = [
		columns.flatMap(({ column }) => drawLabel(column)),
		...shown.map((row) => drawRow(columns, row, options.focus)),
	];
	const hidden = body.length - (to - from);
	if (hidden > 0) lines.push([{ text: ` rows ${from + 1}–${to} of ${body.length}`, tone: 'dim' }]);
	const dropped = options.namesDropped ? droppedLabels(table, columns) : [];
	const abbreviated = shown.some((row) =>
		columns.some(({ column, index }) => fitted(row.cells[index] ?? NONE, column) === NOT_MEASURED_SHORT),
	);
	for (const note of [...table.notes, ...(abbreviated ? [NOT_MEASURED_LEGEND] : []), ...dropped])
		lines.push([{ text: ` ${shorten(note, options.width - 1)}`, tone: 'dim' }]);
	return lines;
}

/** One note that names the columns for which there was no room and that hold something. */
function droppedLabels({ columns, rows }: TableModel, kept: readonly FittedColumn[]): readonly string[] {
	const labels = columns
		.filter((_, i) => !kept.some(({ index }) => index === i) && rows.some((row) => (row.cells[i]?.text ?? '') !== ''))
		.map(({ label }) => label);
	return labels.length > 0 ? [`no room here for: ${labels.join(', ')}`] : [];
}

const NONE: Cell = { raw: null, text: '' };

/** A column, and where its cells are in a row. */
interface FittedColumn {
	readonly column: Column;
	readonly index: number;
}

/** The columns that fit, least important dropped first; the first one takes the room that is left. */
function fitColumns(table: TableModel, { width: room, focus }: TableLayoutOptions): readonly FittedColumn[] {
	let kept = table.columns.map((column, index) => ({ column, index }));
	const needs = (): number => kept.reduce((sum, { column }) => sum + column.width + GAP, 0);
	// The focused column stays, or an edit would happen out of sight.
	const holdsFocus = (index: number): boolean =>
		focus !== null && table.rows.some((row) => row.cells[index]?.path === focus);
	while (needs() > room && kept.length > 2) {
		const droppable = kept.filter(({ column, index }) => column.keep > 0 && !holdsFocus(index));
		if (droppable.length === 0) break;
		const least = droppable.reduce((a, b) => (b.column.keep >= a.column.keep ? b : a));
		kept = kept.filter((item) => item !== least);
	}
	// As wide as its longest name, whichever rows are on screen, so that scrolling moves nothing.
	const longest = Math.max(...table.rows.map((row) => width(row.cells[0]?.text ?? '')));
	return kept.map((item, i) => {
		if (i > 0) return item;
		const { column } = item;
		return {
			...item,
			column: {
				...column,
				width: Math.max(6, Math.min(column.width + room - needs(), Math.max(longest, column.width))),
			},
		};
	});
}

/** The body rows to show: the focused one is among them. */
function shownRows(body: readonly Row[], { bodyRows, focus }: TableLayoutOptions): ListWindow {
	if (body.length <= bodyRows) return windowFrom(body.length, body.length, 0);
	// Two tables of one pane scroll together: what counts is the segment or row that the focused input belongs to.
	const owner = focus === null ? null : ownerOf(focus);
	const at = body.findIndex((row) =>
		row.cells.some(({ path }) => path?.startsWith(owner ?? '') && ownerOf(path) === owner),
	);
	// One line says which rows these are.
	return windowAround(body.length, bodyRows - 1, at);
}

const ownerOf = (path: string): string => path.split('.', 2).join('.');

function drawRow(columns: readonly FittedColumn[], row: Row, focus: string | null): Line {
	const line: Span[] = [];
	for (const { column, index } of columns) line.push(...drawCell(column, row.cells[index] ?? NONE, row, focus));
	return line;
}

function drawCell(column: Column, cell: Cell, row: Row, focus: string | null): Span[] {
	const focused = cell.path !== undefined && cell.path === focus;
	const mark = cell.delta ? (cell.delta.by > 0 ? '▲' : '▼') : '';
	const room = numberRoom(column);
	const text =
		column.align === 'right'
			? pad(fitted(cell, column), room, 'right')
			: pad(shorten(fitted(cell, column), room), room);
	const tone: Tone = focused
		? 'focus'
		: (cell.tone ?? (cell.path ? 'accent' : row.kind === 'delta' ? 'edited' : 'plain'));
	const tail: Span[] = column.marks ? [{ text: mark || ' ', tone: 'edited' }] : [];
	return [gap(focused), { text, tone, bold: row.kind === 'total' || focused }, ...tail];
}

const gap = (focused: boolean): Span => (focused ? { text: '›', tone: 'title', bold: true } : { text: ' ' });

const drawLabel = (column: Column): Span[] => [
	gap(false),
	{
		text: pad(pad(shorten(column.label, numberRoom(column)), numberRoom(column), column.align), column.width),
		tone: 'dim',
	},
];

const numberRoom = (column: Column): number => column.width - (column.marks ? 1 : 0);

function fitted(cell: Cell, column: Column): string {
	const room = numberRoom(column);
	if (width(cell.text) <= room) return cell.text;
	return cell.short ?? (column.align === 'right' ? squeezed(cell.text, room) : cell.text);
}

/** A figure that is wider than its column, in fewer digits: `3,500,006.07` → `3,500,006` → `3.50e6`. */
function squeezed(text: string, room: number): string {
	const [, sign, digits = '', unit] = /^(\D*)(\d[\d,]*(?:\.\d+)?)(\D*)$/.exec(text) ?? [];
	const value = Number(digits.replaceAll(',', ''));
	if (sign === undefined || !Number.isFinite(value)) return text;
	const forms = [wholes(value), ...[2, 1, 0].map((places) => value.toExponential(places).replace('+', ''))];
	const shorter = forms.map((form) => `${sign}${form}${unit}`);
	return shorter.find((form) => width(form) <= room) ?? shorter.at(-1) ?? text;
}

const wholes = (value: number): string => String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');
