import { checkOf } from '../../engine/index.js';
import type { Column, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { showsWorkedMix, withoutColumn } from '../board/segments.js';
import { EMPTY, figureCell, inputCell, textCell } from '../format/cells.js';
import { money } from '../format/format.js';

const COLUMNS: readonly Column[] = [
	{ id: 'segment', label: 'segment', align: 'left', width: 14, keep: 0 },
	{ id: 'share', label: 'share', align: 'right', width: 6, keep: 3 },
	{ id: 'routedSmall', label: 'small', align: 'right', width: 7, marks: true, keep: 0 },
	{ id: 'worked', label: 'actual', align: 'right', width: 8, marks: true, keep: 1 },
	{ id: 'repairRate', label: 'repair', align: 'right', width: 7, marks: true, keep: 0 },
	{ id: 'cost', label: 'USD/req', align: 'right', width: 8, marks: true, keep: 0 },
	{ id: 'per1000', label: 'of 1,000', align: 'right', width: 9, marks: true, keep: 2 },
	{ id: 'check', label: 'check', align: 'right', width: 6, keep: 4 },
];

/** What each segment spends on the models: per request of its own, and of the bill for 1,000 requests of the board. */
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
				checkOf(scenario, segment)
					? figureCell(now?.repairRate ?? null, { unit: 'percent', nothing: now?.routedSmall === 0 })
					: inputCell(scenario, path('repairRate'), before?.scenario ?? null),
				figureCell(now?.cost ?? null, { unit: 'money', before: was?.cost, better: -1, show: money }),
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
			textCell('whole board'),
			figureCell(1, { unit: 'percent' }),
			showsWorkedMix({ scenario, outcome })
				? EMPTY
				: figureCell(metrics.smallShare, { unit: 'percent', before: was?.smallShare }),
			figureCell(metrics.smallShare, { unit: 'percent', before: was?.smallShare }),
			figureCell(metrics.repairRate, { unit: 'percent', before: was?.repairRate, nothing: metrics.smallShare === 0 }),
			figureCell(metrics.cost, { unit: 'money', before: was?.cost, better: -1, show: money }),
			figureCell(metrics.cost === null ? null : 1000 * metrics.cost, {
				unit: 'money',
				before: was?.cost == null ? was?.cost : 1000 * was.cost,
				better: -1,
				show: cents,
			}),
			EMPTY,
		],
	};
	const table = { id: 'cost-segments', title: 'Spend by segment', columns: COLUMNS, rows: [...rows, board], notes: [] };
	return withoutColumn(showsWorkedMix({ scenario, outcome }) ? null : 'worked', table);
}

const cents = (usd: number): string => money(usd, 2);
