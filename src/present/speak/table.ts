import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import { NOT_APPLICABLE } from '../format/format.js';
import { counted, listed, speakText, toSentence } from './sentences.js';
import { inWords, labelInWords } from './symbols.js';

/** Returns the words for a cell, including its column's label; null: the label and the text of the cell. */
export type CellWords = (cell: Cell, row: Row, column: Column) => string | null;

export interface TableSpeech {
	/** Path of the focused input; null: none has the focus. */
	readonly focus: string | null;
	readonly cellWords?: CellWords;
}

/** Speaks a table: its title and size, the columns that can be changed, a sentence for each row, and its notes. */
export function speakTable(table: TableModel, speech: TableSpeech): readonly string[] {
	const { rows, notes } = table;
	return [
		...introduction(table),
		...rows.map((row) => (row.kind === 'delta' ? deltaRow(row) : speakRow(table, row, speech))),
		...notes.map(speakText),
	].filter(Boolean);
}

function introduction(table: TableModel): readonly string[] {
	const { title, columns, rows } = table;
	const [first] = columns;
	// A label that names a unit applies to the whole table.
	const unit = first && /\d|USD|\bper\b/.test(first.label) ? inWords(first.label) : '';
	const body = rows.filter(({ kind }) => kind === 'body').length;
	const size = counted(body, 'row');
	const head = [inWords(title), unit, title === '' ? `a table of ${size}` : size].filter(Boolean).join(', ');
	const editable = columns.filter((_, i) => isEditable(table, i)).map(({ label }) => labelInWords(label));
	return [toSentence(head), editable.length === 0 ? '' : `You can change ${listed(editable)}.`];
}

/** Returns whether every figure of a column can be changed, so that it is said once and not in every row. */
function isEditable({ rows }: TableModel, column: number): boolean {
	const cells = rows.flatMap(({ kind, cells }) => (kind === 'body' && isSaid(cells[column]) ? [cells[column]] : []));
	return cells.length > 0 && cells.every((cell) => cell?.path !== undefined);
}

const isSaid = (cell: Cell | undefined): cell is Cell => cell !== undefined && cell.text.trim() !== '';

/** Columns with the change that the last edit made to another cell of the row; it is spoken with that cell. */
const REPEATS_DELTA: readonly string[] = ['edit', 'delta'];

function speakRow(table: TableModel, row: Row, { focus, cellWords }: TableSpeech): string {
	const [head, ...cells] = row.cells;
	const said: string[] = [];
	let edits = 0;
	for (const [i, cell] of cells.entries()) {
		const column = table.columns[i + 1];
		if (!column || !isSaid(cell) || REPEATS_DELTA.includes(column.id)) continue;
		if (cell.delta) edits++;
		const label = labelInWords(column.label);
		const words = [
			cellWords?.(cell, row, column) ?? `${label} ${spokenText(cell)}`.trim(),
			...deltaWords(cell, edits === 1),
			...(cell.path !== undefined && !isEditable(table, i + 1) ? ['editable'] : []),
			...(cell.path !== undefined && cell.path === focus ? ['in focus'] : []),
		].join(', ');
		// A column without a label describes the figure before it.
		if (label === '' && said.length > 0) said.push(`${said.pop()}, ${words}`);
		else said.push(words);
	}
	const name = [
		row.kind === 'total' ? 'total' : '',
		labelInWords(head?.text ?? ''),
		head?.path !== undefined && head.path === focus ? 'in focus' : '',
	];
	const heading = name.filter(Boolean).join(', ');
	return toSentence(said.length === 0 ? heading : `${heading}: ${said.join(separator(said))}`);
}

/** Returns the separator of parts: a semicolon if one of them contains a comma, otherwise a comma. */
const separator = (parts: readonly string[]): string => (parts.some((part) => part.includes(', ')) ? '; ' : ', ');

/** Returns the text of a cell in words; a dash becomes `none`. */
function spokenText({ text }: Pick<Cell, 'text'>): string {
	if (text.trim() === NOT_APPLICABLE) return 'none';
	return text.trim() === '?' ? 'hidden until you guess' : inWords(text);
}

/**
 * Returns the change of a cell, in words: several edits of one input in a row are one change.
 *
 * @param named whether to say what it compares with, as only the first change in a row does
 */
function deltaWords({ delta }: Cell, named: boolean): readonly string[] {
	if (!delta) return [];
	const size = inWords(delta.text.replace(/^[+−]/, ''));
	const moved = `${delta.amount > 0 ? 'up' : 'down'} ${size}${named ? ' from before' : ''}`;
	return [moved, ...(delta.isGood === null ? [] : [delta.isGood ? 'better' : 'worse'])];
}

/** Speaks the row of the last edit without its figures, which are spoken with their cells. */
function deltaRow({ cells }: Row): string {
	const [head, ...rest] = cells;
	const words = rest.flatMap(({ raw, text }) => (typeof raw === 'string' ? [inWords(text)] : []));
	return toSentence([inWords((head?.text ?? '').replace(/^Δ /, 'last input: ')), ...words].join(', '));
}

/** Returns an input with its value in words, for a diagram that shows inputs outside a table. */
export const speakInput = (label: string, cell: Cell, focus: string | null): string =>
	[
		`${labelInWords(label)} ${spokenText(cell)}`,
		...deltaWords(cell, true),
		...(cell.path === focus ? ['in focus'] : []),
	].join(', ');

/** Speaks a table of texts: a sentence for each row, with the headings of the columns. */
export function speakTexts(columns: readonly string[], rows: readonly (readonly unknown[])[]): readonly string[] {
	return rows.map(([head, ...cells]) => {
		const said = cells.map((cell, i) =>
			`${labelInWords(columns[i + 1] ?? '')} ${spokenText({ text: String(cell) })}`.trim(),
		);
		return toSentence(`${inWords(String(head ?? ''))}: ${said.join(separator(said))}`);
	});
}
