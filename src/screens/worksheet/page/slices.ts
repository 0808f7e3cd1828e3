import { effectiveCheck } from '../../../engine/index.js';
import type { LabInput } from '../../../present/board/lab-input.js';
import { figureCell, inputCell, ROUTED_SMALL_COLUMN, textCell } from '../../../present/format/cells.js';
import type { Cell, Column, Row, TableModel } from '../../../text/line.js';
import { numberValue, type Sheet } from '../../../worksheet/index.js';

const COLUMNS: readonly Column[] = [
	{ id: 'slice', label: 'segment', align: 'left', width: 16, dropPriority: 0 },
	{ id: 'risk', label: 'risk', align: 'left', width: 7, dropPriority: 2 },
	{ id: 'share', label: 'share', align: 'right', width: 7, hasMark: true, dropPriority: 0 },
	ROUTED_SMALL_COLUMN,
	{ id: 'smallRight', label: 'right', align: 'right', width: 8, hasMark: true, dropPriority: 0 },
	{
		id: 'noticed',
		label: 'escalated',
		short: { label: 'escal.', width: 8 },
		align: 'right',
		width: 10,
		hasMark: true,
		dropPriority: 0,
	},
	{ id: 'repairRate', label: 'repair', align: 'right', width: 7, hasMark: true, dropPriority: 3 },
	{ id: 'override', label: 'override', align: 'left', width: 8, dropPriority: 1 },
];

/** Returns a table with a row per slice: what a team can read from its own logs, all of it editable. */
export function sliceTable(sheet: Sheet, { scenario, before }: LabInput): TableModel {
	const previous = before?.scenario ?? null;
	const previousSheet = previous && { ...sheet, scenario: previous };
	const rows = scenario.segments.map((segment): Row => {
		const path = (field: string): string => `segments.${segment.id}.${field}`;
		const measured = (field: string): Cell =>
			figureCell(numberOf(sheet, path(field)), {
				unit: 'percent',
				before: previousSheet ? numberOf(previousSheet, path(field)) : undefined,
				nothing: segment.routedSmall === 0,
				path: path(field),
			});
		return {
			id: segment.id,
			kind: 'body',
			cells: [
				{ ...textCell(segment.name), path: path('name') },
				{ ...textCell(segment.risk), path: path('risk') },
				inputCell(scenario, path('share'), previous),
				inputCell(scenario, path('routedSmall'), previous),
				measured('smallRight'),
				measured('noticed'),
				effectiveCheck(scenario, segment)
					? figureCell(null, { unit: 'percent', nothing: true })
					: inputCell(scenario, path('repairRate'), previous),
				inputCell(scenario, path('override'), null),
			],
		};
	});
	return {
		id: 'slices',
		title: 'Segments',
		columns: COLUMNS,
		rows,
		notes: ['right, escalated: of those routed small, before repairs; the rest are silent failures'],
	};
}

const numberOf = (sheet: Sheet, path: string): number | null => {
	const value = numberValue(sheet, path);
	return typeof value === 'number' ? value : null;
};
