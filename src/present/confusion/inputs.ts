import { calibrate } from '../../engine/index.js';
import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { figureCell, inputCell, textCell } from '../format/cells.js';
import { money, number } from '../format/format.js';

const COLUMNS: readonly Column[] = [
	{ id: 'segment', label: 'rests on', align: 'left', width: 12, keep: 0 },
	{ id: 'easyShare', label: 'easy', align: 'right', width: 7, marks: true, keep: 0 },
	{ id: 'routerAuc', label: 'AUC', align: 'right', width: 7, marks: true, keep: 0 },
	{ id: 'detection', label: 'noticed', align: 'right', width: 8, marks: true, keep: 1 },
	{ id: 'labels', label: 'labels', align: 'right', width: 7, marks: true, keep: 0 },
	{ id: 'strongLabels', label: 'str.lab.', align: 'right', width: 9, marks: true, keep: 4 },
	{ id: 'strongOnEasy', label: 'str.easy', align: 'right', width: 9, marks: true, keep: 3 },
	{ id: 'strongOnHard', label: 'str.hard', align: 'right', width: 9, marks: true, keep: 3 },
	{ id: 'silentCost', label: 'silent $', align: 'right', width: 9, marks: true, keep: 2 },
];

/** What the matrix rests on, per segment: measured shares, the router's skill, labels, and what a silent failure costs. */
export function confusionInputs({ scenario, outcome, before }: LabInput): TableModel {
	const was = before?.scenario ?? null;
	const found = calibrate(scenario);
	return {
		id: 'confusion-inputs',
		title: 'What the matrix rests on',
		columns: COLUMNS,
		rows: scenario.segments.map((segment, i): Row => {
			const path = (field: string): string => `segments.${segment.id}.${field}`;
			const cell = (field: string, show?: (value: number) => string): Cell =>
				inputCell(scenario, path(field), was, show);
			return {
				id: segment.id,
				kind: 'body',
				cells: [
					textCell(segment.name),
					cell('easyShare'),
					segment.routerAuc === null
						? derived(outcome.segments[i]?.routerAuc ?? null, path('routerAuc'), auc)
						: cell('routerAuc', auc),
					segment.detection === null ? derived(measured(found[i]?.delta), path('detection')) : cell('detection'),
					cell('labels', number),
					segment.strongLabels === null
						? derived(segment.labels, path('strongLabels'), number)
						: cell('strongLabels', number),
					cell('strongOnEasy'),
					cell('strongOnHard'),
					cell('silentCost', (usd) => money(usd, 2)),
				],
			};
		}),
		notes: [],
	};
}

const auc = (value: number): string => number(value, 3);
const measured = (value: number | null | undefined): number | null =>
	value === null || value === undefined || Number.isNaN(value) ? null : value;

/** A figure that follows from what was observed until somebody enters another one. */
function derived(value: number | null, path: string, show?: (value: number) => string): Cell {
	const cell = figureCell(value, { unit: 'percent', path, ...(show && { show }) });
	return value === null ? cell : { ...cell, tone: 'dim' };
}
