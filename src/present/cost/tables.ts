import { effectiveCheck, laneCost } from '../../engine/index.js';
import type { CostRow, Lane } from '../../engine/scenario.js';
import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { showsMixInForce, withoutColumn } from '../board/segments.js';
import { EMPTY, figureCell, inputCell, ROUTED_SMALL_COLUMN, textCell } from '../format/cells.js';
import { dollars, price as listPrice, number, percent, relative } from '../format/format.js';

const COLUMNS: readonly Column[] = [
	{ id: 'lane', label: 'price per 1M', align: 'left', width: 15, dropPriority: 0 },
	{ id: 'input', label: 'input', align: 'right', width: 9, hasMark: true, dropPriority: 0 },
	{ id: 'cached', label: 'cached', align: 'right', width: 9, hasMark: true, dropPriority: 0 },
	{ id: 'output', label: 'output', align: 'right', width: 9, hasMark: true, dropPriority: 0 },
	{ id: 'attempts', label: 'attempts', align: 'right', width: 9, hasMark: true, dropPriority: 2 },
	{ id: 'p50', label: 'p50 ms', align: 'right', width: 7, hasMark: true, dropPriority: 3 },
	{ id: 'p95', label: 'p95 ms', align: 'right', width: 7, hasMark: true, dropPriority: 3 },
	{ id: 'request', label: 'request', align: 'right', width: 9, hasMark: true, dropPriority: 1 },
];

/** Returns the prices per lane above the tokens of a call, to check a cost by hand: price × tokens ÷ 1,000,000. */
export function costLanes({ scenario, before }: LabInput): TableModel {
	const was = before?.scenario ?? null;
	const price = (path: string): Cell => inputCell(scenario, path, was, listPrice);
	const wait = (path: string): Cell =>
		scenario.latency === null ? figureCell(null, { unit: 'duration' }) : inputCell(scenario, path, was, number);
	const lane = (id: Lane): Row => ({
		id,
		kind: 'body',
		cells: [
			textCell(id),
			price(`prices.${id}.input`),
			price(`prices.${id}.cachedInput`),
			price(`prices.${id}.output`),
			inputCell(scenario, `attempts.${id}`, was, (times) => number(times, 2)),
			wait(`latency.${id}.p50`),
			wait(`latency.${id}.p95`),
			figureCell(laneCost(scenario, id), {
				unit: 'money',
				before: was && laneCost(was, id),
				better: -1,
				show: dollars,
			}),
		],
	});
	const tokens = (field: string): Cell => inputCell(scenario, `tokens.${field}`, was, number);
	return {
		id: 'cost-lanes',
		title: 'Prices and tokens',
		columns: COLUMNS,
		rows: [
			lane('small'),
			lane('strong'),
			{
				id: 'tokens',
				kind: 'body',
				cells: [
					textCell('tokens per call'),
					tokens('fresh'),
					tokens('cached'),
					tokens('output'),
					EMPTY,
					EMPTY,
					EMPTY,
					EMPTY,
				],
			},
		],
		notes: [],
	};
}

const PER_REQUEST_COLUMN: Column = {
	id: 'cost',
	label: 'per request',
	short: { label: 'request', width: 9 },
	align: 'right',
	width: 12,
	hasMark: true,
	dropPriority: 0,
};

const ROW_COLUMNS: readonly Column[] = [
	{ id: 'row', label: 'row', align: 'left', width: 24, dropPriority: 0 },
	ROUTED_SMALL_COLUMN,
	{ id: 'repairRate', label: 'repair', align: 'right', width: 7, hasMark: true, dropPriority: 0 },
	{ id: 'override', label: 'override', align: 'left', width: 8, dropPriority: 1 },
	{ id: 'fresh', label: 'fresh', align: 'right', width: 8, hasMark: true, dropPriority: 5 },
	{ id: 'cached', label: 'cached', align: 'right', width: 8, hasMark: true, dropPriority: 5 },
	{ id: 'output', label: 'output', align: 'right', width: 8, hasMark: true, dropPriority: 5 },
	PER_REQUEST_COLUMN,
	{ id: 'delta', label: 'last input', align: 'right', width: 10, dropPriority: 3 },
	{ id: 'change', label: 'vs first', align: 'right', width: 8, dropPriority: 2 },
	{ id: 'review', label: ' review', align: 'left', width: 10, dropPriority: 4 },
];

const TOKENS = ['fresh', 'cached', 'output'] as const;

/** Returns whether a row says what it improved and what it may have worsened, which a review needs. */
const isReadyForReview = (row: CostRow): boolean => row.improved !== null && row.mayHaveWorsened !== null;

/** Returns the cost table: each row is a separate population with its own mix and repair rate. */
export function costRows({ scenario, outcome, before }: LabInput): TableModel {
	const first = outcome.rows[0]?.cost ?? null;
	const breakEven = outcome.metrics.breakEvenRepair;
	const isPastBreakEven = (row: CostRow): boolean =>
		breakEven !== null && row.override === null && row.repairRate > breakEven;
	return {
		id: 'cost-rows',
		title: 'Cost table',
		columns: ROW_COLUMNS,
		rows: scenario.rows.map((row, i): Row => {
			const cost = outcome.rows[i]?.cost ?? null;
			const was = before?.outcome.rows.find((other) => other.id === row.id)?.cost;
			const now = figureCell(cost, { unit: 'money', before: was, better: -1, show: dollars });
			const path = (field: string): string => `rows.${row.id}.${field}`;
			return {
				id: row.id,
				kind: 'body',
				cells: [
					textCell(row.name),
					inputCell(scenario, path('routedSmall'), before?.scenario ?? null),
					inputCell(scenario, path('repairRate'), before?.scenario ?? null),
					inputCell(scenario, path('override'), null),
					// A row inherits the scenario's tokens until it has its own.
					...TOKENS.map((field) => inputCell(scenario, path(`tokens.${field}`), before?.scenario ?? null, number)),
					now,
					now.delta ? { raw: now.delta.amount, text: now.delta.text, tone: now.delta.isGood ? 'good' : 'bad' } : EMPTY,
					versusFirst(first, cost),
					isReadyForReview(row) ? textCell(' ready', 'dim') : textCell(' not ready', 'bad'),
				],
			};
		}),
		notes: scenario.rows.some(isPastBreakEven)
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

const SEGMENT_COLUMNS: readonly Column[] = [
	{ id: 'segment', label: 'segment', align: 'left', width: 14, dropPriority: 0 },
	{ id: 'share', label: 'share', align: 'right', width: 6, dropPriority: 3 },
	ROUTED_SMALL_COLUMN,
	{ id: 'worked', label: 'effective', align: 'right', width: 10, hasMark: true, dropPriority: 1 },
	{ id: 'repairRate', label: 'repair', align: 'right', width: 7, hasMark: true, dropPriority: 0 },
	PER_REQUEST_COLUMN,
	{ id: 'per1000', label: 'of 1,000', align: 'right', width: 10, hasMark: true, dropPriority: 2 },
	{ id: 'check', label: 'check', align: 'right', width: 6, dropPriority: 4 },
];

/**
 * Returns model spend by segment: per request of the segment, and its part in the bill for 1,000 requests.
 */
export function costSegments({ scenario, outcome, before }: LabInput): TableModel {
	const rows = scenario.segments.map((segment, i): Row => {
		const now = outcome.segments[i];
		const was = before?.outcome.segments[i];
		const path = (field: string): string => `segments.${segment.id}.${field}`;
		const of1000 = (cost: number | null | undefined): number | null =>
			cost === null || cost === undefined ? null : 1000 * segment.share * cost;
		return {
			id: segment.id,
			kind: 'body',
			cells: [
				textCell(segment.name),
				figureCell(segment.share, { unit: 'percent' }),
				inputCell(scenario, path('routedSmall'), before?.scenario ?? null),
				figureCell(now?.routedSmall ?? null, { unit: 'percent', before: was?.routedSmall }),
				effectiveCheck(scenario, segment)
					? figureCell(now?.repairRate ?? null, { unit: 'percent', nothing: now?.routedSmall === 0 })
					: inputCell(scenario, path('repairRate'), before?.scenario ?? null),
				figureCell(now?.cost ?? null, { unit: 'money', before: was?.cost, better: -1, show: dollars }),
				figureCell(of1000(now?.cost), { unit: 'money', before: before && of1000(was?.cost), better: -1, show: cents }),
				inputCell(scenario, path('check'), null),
			],
		};
	});
	const { metrics } = outcome;
	const was = before?.outcome.metrics;
	const board: Row = {
		id: 'board',
		kind: 'total',
		cells: [
			textCell('all requests'),
			figureCell(1, { unit: 'percent' }),
			showsMixInForce({ scenario, outcome })
				? EMPTY
				: figureCell(metrics.smallShare, { unit: 'percent', before: was?.smallShare }),
			figureCell(metrics.smallShare, { unit: 'percent', before: was?.smallShare }),
			figureCell(metrics.repairRate, { unit: 'percent', before: was?.repairRate, nothing: metrics.smallShare === 0 }),
			figureCell(metrics.cost, { unit: 'money', before: was?.cost, better: -1, show: dollars }),
			figureCell(metrics.cost === null ? null : 1000 * metrics.cost, {
				unit: 'money',
				before: was?.cost == null ? was?.cost : 1000 * was.cost,
				better: -1,
				show: cents,
			}),
			EMPTY,
		],
	};
	const table = {
		id: 'cost-segments',
		title: 'Spend by segment',
		columns: SEGMENT_COLUMNS,
		rows: [...rows, board],
		notes: [],
	};
	return withoutColumn(showsMixInForce({ scenario, outcome }) ? null : 'worked', table);
}

const cents = (usd: number): string => dollars(usd, 2);
