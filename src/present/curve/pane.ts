import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { inputCell, metricCell, textCell } from '../format/cells.js';
import { number } from '../format/format.js';
import { METRIC_LABELS } from '../format/labels.js';
import type { Block } from '../pane/block.js';
import { curveLines, placeOf } from './lines.js';
import { missingCurveInputs } from './missing-inputs.js';
import { drawPlot } from './plot.js';

/** Minimum height in lines: title, two lines of axis, three of legend, and a legible plot. */
const MIN_LINES = 9;

/**
 * Returns the Curve pane: cost against resolution as the threshold moves, with rival routers, and the metrics of the
 * curve.
 */
export function curveBlocks(input: LabInput): readonly Block[] {
	const lines = curveLines(input.scenario);
	const metrics: Block = { kind: 'table', table: curveMetrics(input), flexible: false };
	if (lines === null) return [missingCurveInputs(input), { kind: 'space' }, metrics];
	const now = placeOf(input.outcome.metrics);
	const draw: Extract<Block, { kind: 'drawing' }>['draw'] = (room) => drawPlot(lines, now, room);
	return [{ kind: 'drawing', subject: 'curve', draw, lines: MIN_LINES, grows: true, inputs: [] }, metrics];
}

const COLUMNS: readonly Column[] = [
	{ id: 'measure', label: 'on the curve', align: 'left', width: 15, dropPriority: 0 },
	{ id: 'now', label: 'now', align: 'right', width: 13, hasMark: true, dropPriority: 0 },
	{ id: 'means', label: 'means', align: 'left', width: 27, dropPriority: 1 },
	{ id: 'more', label: '', align: 'left', width: 19, dropPriority: 2 },
];

const MEANINGS = {
	threshold: ['the dial: edit it', 'up: more strong'],
	pgr: ['share of the gap recovered', '100% is all strong'],
	cpt50: ['strong calls for PGR of 50%', 'least, unrepaired'],
	cpt80: ['strong calls for PGR of 80%', 'least, unrepaired'],
	vetoValue: ['dearer outcomes: go strong', 'saved per one lost'],
} as const;

/** Returns the threshold, and the metrics that sum up the curve. */
function curveMetrics(input: LabInput): TableModel {
	const { scenario, before } = input;
	const row = (id: keyof typeof MEANINGS, label: string, cell: Cell): Row => ({
		id,
		kind: 'body',
		cells: [textCell(label), cell, ...MEANINGS[id].map((words) => textCell(words, 'dim'))],
	});
	const metric = (name: 'pgr' | 'cpt50' | 'cpt80' | 'vetoValue'): Row =>
		row(name, METRIC_LABELS[name].label, metricCell(name, input.outcome, before?.outcome.metrics[name]));
	return {
		id: 'curve-metrics',
		title: 'What the curve comes to',
		columns: COLUMNS,
		rows: [
			row(
				'threshold',
				'threshold Δ',
				inputCell(scenario, 'threshold', before?.scenario ?? null, (sd) => number(sd, 2)),
			),
			metric('pgr'),
			metric('cpt50'),
			metric('cpt80'),
			metric('vetoValue'),
		],
		notes: [],
	};
}
