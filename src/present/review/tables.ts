import type { MetricName } from '../../engine/index.js';
import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { figureCell } from '../format/cells.js';
import { NOT_MEASURED } from '../format/format.js';
import { METRIC_LABELS } from '../format/labels.js';
import type { Block } from '../pane/block.js';

/** Returns a column of a document, where widths are not fixed. */
export const column = (id: string, label: string, align: Column['align'] = 'left'): Column => ({
	id,
	label,
	align,
	width: label.length,
	dropPriority: 0,
});
export const figureColumn = (id: string, label: string): Column => column(id, label, 'right');

export const bodyRow = (id: string, cells: readonly Cell[]): Row => ({ id, cells, kind: 'body' });

/** Returns a pane's table for a document: the columns of `labels`, in that order and with these labels. */
export function documentTable(model: TableModel, title: string, labels: Readonly<Record<string, string>>): TableModel {
	const selected = Object.entries(labels).flatMap(([id, label]) => {
		const at = model.columns.findIndex((known) => known.id === id);
		const found = model.columns[at];
		return found ? [{ at, column: { ...found, label } }] : [];
	});
	return { ...withColumns(model, selected), title };
}

/** Removes the row and the columns of the last edit from a block, which only an editing reader needs. */
export function withoutLastEdit(block: Block): Block {
	if (block.kind !== 'table') return block;
	const selected = block.table.columns.flatMap((column, at) => (EDIT_COLUMNS.has(column.id) ? [] : [{ at, column }]));
	return { ...block, table: withColumns(block.table, selected) };
}

const EDIT_COLUMNS = new Set(['edit', 'delta']);

/** Keeps the given columns of a table, each with its index, and drops the row of the last edit. */
function withColumns(
	model: TableModel,
	selected: readonly { readonly at: number; readonly column: Column }[],
): TableModel {
	return {
		...model,
		columns: selected.map((one) => one.column),
		rows: model.rows
			.filter(({ kind }) => kind !== 'delta')
			.map((one) => ({ ...one, cells: selected.flatMap(({ at }) => one.cells[at] ?? []) })),
	};
}

/**
 * Returns a table of slices with the mix in force. On screen, a mix that an override or the threshold disables is
 * dimmed, which a document cannot show.
 */
export function withMixInForce(model: TableModel, { outcome }: LabInput): TableModel {
	const at = model.columns.findIndex(({ id }) => id === 'routedSmall');
	const mixes = new Map(outcome.segments.map(({ id, routedSmall }) => [id, routedSmall]));
	return {
		...model,
		rows: model.rows.map((row) => {
			const mix = mixes.get(row.id);
			if (mix === undefined) return row;
			return { ...row, cells: row.cells.map((cell, i) => (i === at ? figureCell(mix, { unit: 'percent' }) : cell)) };
		}),
	};
}

/** Returns the full name of a metric. */
export const metricTitle = (metric: MetricName): string => TITLES[metric] ?? METRIC_LABELS[metric].label;

const TITLES: Readonly<Partial<Record<MetricName, string>>> = {
	cost: 'model spend',
	costPerResolved: 'model spend per resolved request',
	totalCost: 'all counted, per request',
	totalCostPerResolved: 'all counted, per resolved request',
	handoffBreakEven: 'hand-off break-even',
	breakEvenRepair: 'repair break-even',
	costPerWeek: 'model spend per week',
	throughputPerHour: 'throughput per hour',
};

/** Joins names of slices: `FAQ answer, Refund dispute`; `all 4 segments` if these are all. */
export function joinSliceNames(names: readonly string[], total: number): string {
	if (names.length === total) return total === 1 ? (names[0] ?? '') : `all ${total} segments`;
	return names.join(', ');
}

export const orNotMeasured = (value: number | null, show: (value: number) => string): string =>
	value === null ? NOT_MEASURED : show(value);
