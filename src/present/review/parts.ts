import type { MetricName } from '../../engine/index.js';
import type { Cell, Column, Line, Row, TableModel } from '../../text/line.js';
import { NOT_MEASURED } from '../format/format.js';
import { METRIC_LABELS } from '../format/labels.js';
import type { Fact, ReviewPart } from './model.js';

/** What a reader said; or, set apart, that nobody said it. */
export const said = (text: string | null, otherwise: string): Line =>
	text === null ? [{ text: otherwise, tone: 'unsure' }] : [{ text }];

export const fact = (label: string, value: string | Line): Fact => ({
	label,
	value: typeof value === 'string' ? [{ text: value }] : value,
});

export const words = (...lines: readonly (string | Line)[]): ReviewPart => ({
	kind: 'words',
	lines: lines.map((line) => (typeof line === 'string' ? [{ text: line }] : line)),
});

export const tablePart = (table: TableModel): ReviewPart => ({ kind: 'table', table });

/** A column on paper, which is as wide as it needs to be. */
export const column = (id: string, label: string, align: Column['align'] = 'left'): Column => ({
	id,
	label,
	align,
	width: label.length,
	keep: 0,
});
export const figures = (id: string, label: string): Column => column(id, label, 'right');

export const row = (id: string, cells: readonly Cell[], kind: Row['kind'] = 'body'): Row => ({ id, cells, kind });

/**
 * A pane's table on paper: the columns that are named, in that order and under these labels, and without the line of
 * the last edit.
 */
export function onPaper(model: TableModel, title: string, labels: Readonly<Record<string, string>>): TableModel {
	const kept = Object.entries(labels).flatMap(([id, label]) => {
		const at = model.columns.findIndex((known) => known.id === id);
		const found = model.columns[at];
		return found ? [{ at, column: { ...found, label } }] : [];
	});
	return {
		...model,
		title,
		columns: kept.map((one) => one.column),
		rows: model.rows
			.filter(({ kind }) => kind !== 'delta')
			.map((one) => ({ ...one, cells: kept.flatMap(({ at }) => one.cells[at] ?? []) })),
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
