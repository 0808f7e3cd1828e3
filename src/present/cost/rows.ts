import type { CostRow } from '../../engine/scenario.js';
import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { EMPTY, figureCell, inputCell, textCell } from '../format/cells.js';
import { money, number, percent, relative } from '../format/format.js';

const COLUMNS: readonly Column[] = [
	{ id: 'row', label: 'row', align: 'left', width: 24, keep: 0 },
	{ id: 'routedSmall', label: 'small', align: 'right', width: 7, marks: true, keep: 0 },
	{ id: 'repairRate', label: 'repair', align: 'right', width: 7, marks: true, keep: 0 },
	{ id: 'override', label: 'override', align: 'left', width: 8, keep: 1 },
	{ id: 'fresh', label: 'fresh', align: 'right', width: 8, marks: true, keep: 5 },
	{ id: 'cached', label: 'cached', align: 'right', width: 8, marks: true, keep: 5 },
	{ id: 'output', label: 'output', align: 'right', width: 8, marks: true, keep: 5 },
	{ id: 'cost', label: 'USD/req', align: 'right', width: 8, marks: true, keep: 0 },
	{ id: 'delta', label: 'last edit', align: 'right', width: 9, keep: 3 },
	{ id: 'change', label: 'vs first', align: 'right', width: 8, keep: 2 },
	{ id: 'review', label: ' review', align: 'left', width: 10, keep: 4 },
];

const TOKENS = ['fresh', 'cached', 'output'] as const;

/** Whether a row says both what it improved and what it may have worsened; without both nobody can review it. */
export const readyForReview = (row: CostRow): boolean => row.improved !== null && row.mayHaveWorsened !== null;

/** The cost table: each row a population of its own, with its mix and repair. */
export function costRows({ scenario, outcome, before }: LabInput): TableModel {
	const first = outcome.rows[0]?.cost ?? null;
	const breakEven = outcome.metrics.breakEvenRepair;
	const past = (row: CostRow): boolean => breakEven !== null && row.override === null && row.repairRate > breakEven;
	return {
		id: 'cost-rows',
		title: 'Cost table',
		columns: COLUMNS,
		rows: scenario.rows.map((row, i): Row => {
			const cost = outcome.rows[i]?.cost ?? null;
			const was = before?.outcome.rows.find((other) => other.id === row.id)?.cost;
			const now = figureCell(cost, { unit: 'money', before: was, better: -1, show: money });
			const path = (field: string): string => `rows.${row.id}.${field}`;
			return {
				id: row.id,
				kind: 'body',
				cells: [
					textCell(row.name),
					inputCell(scenario, path('routedSmall'), before?.scenario ?? null),
					inputCell(scenario, path('repairRate'), before?.scenario ?? null),
					inputCell(scenario, path('override'), null),
					// A row follows the scenario's tokens until it is given its own.
					...TOKENS.map((field) => inputCell(scenario, path(`tokens.${field}`), before?.scenario ?? null, number)),
					now,
					now.delta ? { raw: now.delta.by, text: now.delta.text, tone: now.delta.good ? 'good' : 'bad' } : EMPTY,
					versusFirst(first, cost),
					readyForReview(row) ? textCell(' ready', 'dim') : textCell(' not ready', 'bad'),
				],
			};
		}),
		notes: scenario.rows.some(past)
			? [`past break-even (${percent(breakEven ?? 0)} repair): the small lane costs more than strong`]
			: [],
	};
}

function versusFirst(first: number | null, cost: number | null): Cell {
	if (first === null || cost === null) return EMPTY;
	const text = relative(first, cost) ?? '';
	if (!/[1-9]/.test(text)) return { raw: 0, text: 'same', tone: 'dim' };
	return { raw: cost / first - 1, text, tone: cost < first ? 'good' : 'bad' };
}
