import { labelsNeeded } from '../engine/index.js';
import { figureCell, inputCell, textCell } from './cells.js';
import { number } from './format.js';
import type { LabInput } from './lab-input.js';
import type { Cell, Column, Row, TableModel } from './table/model.js';

/** The chapter's opening failure: three points. */
const DROP = 0.03;

const COLUMNS: readonly Column[] = [
	{ id: 'segment', label: 'segment', align: 'left', width: 15, keep: 0 },
	{ id: 'labels', label: 'labels', align: 'right', width: 13, marks: true, keep: 0 },
	{ id: 'right', label: 'small right', align: 'right', width: 13, marks: true, keep: 2 },
	{ id: 'needed', label: 'needed', align: 'right', width: 7, keep: 1 },
	{ id: 'enough', label: 'for −3 pt', align: 'left', width: 9, keep: 0 },
];

/** Labels that it takes to see small success fall by three points; null: it is not measured, or lower than that. */
export const labelsForDrop = (right: number | null): number | null =>
	right === null || right <= DROP ? null : labelsNeeded(right, right - DROP);

/** The labels that the alarms' noise comes from, and how many it takes to see three points in a segment. */
export function signalsLabels({ scenario, outcome, before }: LabInput): TableModel {
	return {
		id: 'signal-labels',
		title: 'Labels behind the signals',
		columns: COLUMNS,
		rows: scenario.segments.map((segment, i): Row => {
			const right = outcome.segments[i]?.smallSuccess ?? null;
			const needed = labelsForDrop(right);
			return {
				id: segment.id,
				kind: 'body',
				cells: [
					textCell(segment.name),
					inputCell(scenario, `segments.${segment.id}.labels`, before?.scenario ?? null, number),
					figureCell(right, {
						unit: 'percent',
						before: before?.outcome.segments[i]?.smallSuccess,
						better: 1,
						nothing: outcome.segments[i]?.routedSmall === 0,
					}),
					figureCell(needed, { unit: 'number', nothing: true }),
					enoughCell(segment.labels, needed),
				],
			};
		}),
		notes: [],
	};
}

function enoughCell(labels: number | null, needed: number | null): Cell {
	if (needed === null) return textCell('–', 'dim');
	return (labels ?? 0) >= needed ? textCell('✓ enough', 'good') : textCell('? too few', 'unsure');
}
