import { effectiveCheck } from '../../engine/index.js';
import { metricDirection } from '../../engine/inputs/index.js';
import type { SegmentOutcome } from '../../engine/outcome-types.js';
import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import { EMPTY, figureCell, inputCell, ROUTED_SMALL_COLUMN, textCell } from '../format/cells.js';
import { percent } from '../format/format.js';
import { changesFigures, type LabInput } from './lab-input.js';

const COLUMNS: readonly Column[] = [
	{ id: 'segment', label: 'segment', align: 'left', width: 12, dropPriority: 0 },
	{ id: 'risk', label: 'risk', align: 'left', width: 6, dropPriority: 3 },
	{ id: 'share', label: 'share', align: 'right', width: 6, dropPriority: 4 },
	ROUTED_SMALL_COLUMN,
	{ id: 'worked', label: 'effective', align: 'right', width: 10, hasMark: true, dropPriority: 1 },
	{ id: 'repairRate', label: 'repair', align: 'right', width: 7, hasMark: true, dropPriority: 0 },
	{ id: 'smallSuccess', label: 'right', align: 'right', width: 7, hasMark: true, dropPriority: 2 },
	{
		id: 'escalated',
		label: 'escalated',
		short: { label: 'escal.', width: 7 },
		align: 'right',
		width: 10,
		hasMark: true,
		dropPriority: 1,
	},
	{
		id: 'silent',
		label: 'silent failures',
		short: { label: 'silent', width: 7 },
		align: 'right',
		width: 16,
		hasMark: true,
		dropPriority: 1,
	},
	{ id: 'override', label: 'override', align: 'left', width: 8, dropPriority: 0 },
];

/** Shares of small-routed requests, in column order, with the direction that is better (1: up). */
const OUTCOMES = [
	['smallSuccess', 1],
	['escalated', -1],
	['silentSmall', -1],
] as const;

/** Returns the Board's first table: per segment its inputs and the outcomes of its small-routed requests. */
export function boardSegments(input: LabInput): TableModel {
	const { scenario, outcome, before } = input;
	const hasMixColumn = showsMixInForce(input);
	const rows = scenario.segments.map((segment, i): Row => {
		const now = outcome.segments[i];
		const was = before?.outcome.segments[i];
		const nothing = now?.routedSmall === 0;
		const { head, mix, effective, repair, override } = segmentCells(input, i);
		return {
			id: segment.id,
			kind: 'body',
			cells: [
				...head,
				mix,
				hasMixColumn ? effective : EMPTY,
				repair,
				...OUTCOMES.map(([field, better]) => outcomeCell(now, was, field, better, nothing)),
				override,
			],
		};
	});
	return withoutColumn(hasMixColumn ? null : 'worked', {
		id: 'board-segments',
		title: 'Segments',
		columns: COLUMNS,
		rows: [...rows, boardRow(input), ...deltaRows(input, rows)],
		notes: outcome.segments.some((s) => s.successAssumed && s.routedSmall > 0)
			? ['right: as observed at every mix, because the easy share is not measured']
			: [],
	});
}

/** The cells of a segment that both tables of the Board have. */
interface SegmentCells {
	/** Name, risk and share. */
	readonly head: readonly Cell[];
	/** The share routed small as it is set, and as it is in effect. */
	readonly mix: Cell;
	readonly effective: Cell;
	/** An input, or a figure where a check decides it. */
	readonly repair: Cell;
	readonly override: Cell;
}

/** Returns the cells of the segment at an index. */
export function segmentCells({ scenario, outcome, before }: LabInput, at: number): SegmentCells {
	const segment = scenario.segments[at];
	if (!segment) throw new Error(`no segment ${at}`);
	const [now, was] = [outcome.segments[at], before?.outcome.segments[at]];
	const path = (field: string): string => `segments.${segment.id}.${field}`;
	const mix = inputCell(scenario, path('routedSmall'), before?.scenario ?? null);
	const nothing = now?.routedSmall === 0;
	return {
		head: [textCell(segment.name), textCell(segment.risk), figureCell(segment.share, { unit: 'percent' })],
		// Has no effect while the override is on.
		mix: segment.override === 'strong' ? { ...mix, tone: 'dim' } : mix,
		effective: figureCell(now?.routedSmall ?? null, { unit: 'percent', before: was?.routedSmall }),
		repair: effectiveCheck(scenario, segment)
			? figureCell(now?.repairRate ?? null, { unit: 'percent', before: was?.repairRate, better: -1, nothing })
			: inputCell(scenario, path('repairRate'), before?.scenario ?? null),
		override: inputCell(scenario, path('override'), null),
	};
}

/** Returns the repair rate of the whole board. */
export const boardRepairCell = ({ outcome: { metrics }, before }: Pick<LabInput, 'outcome' | 'before'>): Cell =>
	figureCell(metrics.repairRate, {
		unit: 'percent',
		before: before?.outcome.metrics.repairRate,
		better: metricDirection('repairRate'),
		nothing: metrics.smallShare === 0,
	});

/** Returns whether the mix in force looks different from the one set, because of an override or the threshold. */
export const showsMixInForce = ({ scenario, outcome }: Pick<LabInput, 'scenario' | 'outcome'>): boolean =>
	scenario.segments.some(({ routedSmall }, i) => {
		const actual = outcome.segments[i]?.routedSmall ?? 0;
		return actual !== routedSmall && percent(actual) !== percent(routedSmall);
	});

/** Removes a column from a table; null: none. */
export const withoutColumn = (id: string | null, model: TableModel): TableModel =>
	id === null ? model : filterColumns(model, (column) => column.id !== id);

function filterColumns(model: TableModel, keeps: (column: Column) => boolean): TableModel {
	const kept = model.columns.map(keeps);
	const keep = <T>(items: readonly T[]): readonly T[] => items.filter((_, i) => kept[i]);
	return {
		...model,
		columns: keep(model.columns),
		rows: model.rows.map((row) => ({ ...row, cells: keep(row.cells) })),
	};
}

/** Columns of the outcomes, with room for their whole names. */
const OUTCOME_COLUMNS: Readonly<Record<string, Pick<Column, 'label' | 'width'>>> = {
	segment: { label: 'of those routed small', width: 21 },
	smallSuccess: { label: 'right', width: 10 },
	escalated: { label: 'escalated', width: 12 },
	silent: { label: 'silent failures', width: 17 },
};

/** Returns what becomes of the requests routed small, per segment, without the inputs. */
export function outcomeTable(input: LabInput): TableModel {
	const model = filterColumns(boardSegments(input), ({ id }) => OUTCOME_COLUMNS[id] !== undefined);
	return {
		...model,
		id: 'board-outcomes',
		title: 'Of those routed small',
		columns: model.columns.map((column) => ({ ...column, ...OUTCOME_COLUMNS[column.id] })),
		rows: model.rows.filter(({ kind }) => kind !== 'delta'),
	};
}

function outcomeCell(
	now: SegmentOutcome | undefined,
	was: SegmentOutcome | undefined,
	field: (typeof OUTCOMES)[number][0],
	better: 1 | -1,
	nothing: boolean,
): Cell {
	return figureCell(now?.[field] ?? null, { unit: 'percent', before: was?.[field], better, nothing });
}

/** Returns the totals of the board per small-routed request, in the columns of the segments. */
function boardRow({ scenario, outcome, before }: LabInput): Row {
	const perSmallRouted = (result: LabInput['outcome'], field: (typeof OUTCOMES)[number][0]): number | null => {
		const small = result.metrics.smallShare;
		if (!small) return null;
		let sum = 0;
		for (const [i, segment] of result.segments.entries()) {
			const weight = (scenario.segments[i]?.share ?? 0) * segment.routedSmall;
			if (weight === 0) continue;
			const value = segment[field];
			if (value === null) return null;
			sum += weight * value;
		}
		return sum / small;
	};
	const { metrics } = outcome;
	const was = before?.outcome;
	const nothing = metrics.smallShare === 0;
	return {
		id: 'board',
		kind: 'total',
		cells: [
			textCell('small lane'),
			EMPTY,
			EMPTY,
			showsMixInForce({ scenario, outcome })
				? EMPTY
				: figureCell(metrics.smallShare, { unit: 'percent', before: was?.metrics.smallShare }),
			figureCell(metrics.smallShare, { unit: 'percent', before: was?.metrics.smallShare }),
			boardRepairCell({ outcome, before }),
			...OUTCOMES.map(([field, better]) =>
				figureCell(perSmallRouted(outcome, field), {
					unit: 'percent',
					before: was && perSmallRouted(was, field),
					better,
					nothing,
				}),
			),
			EMPTY,
		],
	};
}

/**
 * Returns the row with the deltas of the edited segment. It is always there, so that nothing jumps when it fills. If an
 * edit changed several segments it shows the first of them; each is marked in its own row.
 */
function deltaRows(input: LabInput, rows: readonly Row[]): Row[] {
	const { before, scenario } = input;
	const editedIndex = before ? rows.findIndex((row) => row.cells.some((cell) => cell.delta)) : -1;
	const overriddenIndex = before
		? scenario.segments.findIndex((segment, i) => segment.override !== before.scenario.segments[i]?.override)
		: -1;
	const index = editedIndex >= 0 ? editedIndex : overriddenIndex;
	const row = rows[index];
	const changedCount = rows.filter((other) => other.cells.some((cell) => cell.delta)).length;
	// An edit of a limit, or a pin, changes no figure.
	const where = before === null ? 'none' : changesFigures(input) ? 'below' : 'no figure';
	const cells = COLUMNS.map((column, i): Cell => {
		if (!row) return i === 0 ? lastEditCell(where) : EMPTY;
		if (i === 0)
			return textCell(`Δ ${changedCount > 1 ? `1 of ${changedCount}: ` : ''}${row.cells[0]?.text ?? ''}`, 'edited');
		if (column.id === 'override') return overriddenIndex === index ? textCell('changed', 'edited') : EMPTY;
		const delta = row.cells[i]?.delta;
		return delta ? { raw: delta.amount, text: delta.text.replace(/ pt$/, ''), tone: 'edited' } : EMPTY;
	});
	return [{ id: 'delta', kind: 'delta', cells }];
}

const lastEditCell = (where: string): Cell => ({
	...textCell(`last input: ${where}`, 'dim'),
	short: `input: ${where}`,
});
