import type { MetricName } from '../../engine/index.js';
import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { figureCell } from '../format/cells.js';
import { NOT_MEASURED } from '../format/format.js';
import { METRIC_LABELS } from '../format/labels.js';
import type { Block } from '../pane/block.js';

/** A column on paper, which is as wide as it needs to be. */
export const column = (id: string, label: string, align: Column['align'] = 'left'): Column => ({
	id,
	label,
	align,
	width: label.length,
	keep: 0,
});
export const figures = (id: string, label: string): Column => column(id, label, 'right');

export const row = (id: string, cells: readonly Cell[]): Row => ({ id, cells, kind: 'body' });

/** Returns a pane's table for paper: the columns that are named, in that order and under these labels. */
export function onPaper(model: TableModel, title: string, labels: Readonly<Record<string, string>>): TableModel {
	const kept = Object.entries(labels).flatMap(([id, label]) => {
		const at = model.columns.findIndex((known) => known.id === id);
		const found = model.columns[at];
		return found ? [{ at, column: { ...found, label } }] : [];
	});
	return { ...withColumns(model, kept), title };
}

/** Removes from a block what only an editing reader needs: the line and the column of the last edit. */
export function withoutLastEdit(block: Block): Block {
	if (block.kind !== 'table') return block;
	const kept = block.table.columns.flatMap((column, at) => (EDIT_COLUMNS.has(column.id) ? [] : [{ at, column }]));
	return { ...block, table: withColumns(block.table, kept) };
}

const EDIT_COLUMNS = new Set(['edit', 'delta']);

/** Keeps some columns, each with its index, and no line of the last edit. */
function withColumns(model: TableModel, kept: readonly { readonly at: number; readonly column: Column }[]): TableModel {
	return {
		...model,
		columns: kept.map((one) => one.column),
		rows: model.rows
			.filter(({ kind }) => kind !== 'delta')
			.map((one) => ({ ...one, cells: kept.flatMap(({ at }) => one.cells[at] ?? []) })),
	};
}

/**
 * Returns a table of slices with the mix as it works out: an override or the dial may leave behind the one that was
 * set, and on paper nobody can see that a cell is dimmed.
 */
export function withWorkedMix(model: TableModel, { outcome }: LabInput): TableModel {
	const at = model.columns.findIndex(({ id }) => id === 'routedSmall');
	const worked = new Map(outcome.segments.map(({ id, routedSmall }) => [id, routedSmall]));
	return {
		...model,
		rows: model.rows.map((row) => {
			const mix = worked.get(row.id);
			if (mix === undefined) return row;
			return { ...row, cells: row.cells.map((cell, i) => (i === at ? figureCell(mix, { unit: 'percent' }) : cell)) };
		}),
	};
}

/** What a metric is called where there is room: without its unit, which stands with the figure. */
export const metricTitle = (metric: MetricName): string =>
	TITLES[metric] ?? METRIC_LABELS[metric].label.replace(/, USD$/, '');

const TITLES: Readonly<Partial<Record<MetricName, string>>> = {
	cost: 'model spend',
	costPerResolved: 'model spend per resolved',
	totalCost: 'total cost',
	totalCostPerResolved: 'total cost per resolved',
	handoffBreakEven: 'hand-off break-even',
	breakEvenRepair: 'repair break-even',
	costPerWeek: 'model spend per week',
	throughputPerHour: 'throughput per hour',
};

/** `FAQ answer, Refund dispute`; all of them together where it is all. */
export function sliceNames(names: readonly string[], total: number): string {
	if (names.length === total) return total === 1 ? (names[0] ?? '') : `all ${total} slices`;
	return names.join(', ');
}

export const orNotMeasured = (value: number | null, show: (value: number) => string): string =>
	value === null ? NOT_MEASURED : show(value);
