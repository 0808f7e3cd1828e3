import type { Line, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { inputCell, textCell } from '../format/cells.js';
import { number } from '../format/format.js';
import type { Block } from '../pane/block.js';
import { curveLines, placeOf } from './lines.js';
import { measureSentences } from './measures.js';
import { missingCurveInputs } from './missing-inputs.js';
import { drawPlot } from './plot.js';

/** Minimum height in lines: title, two lines of axis, three of legend, and a legible plot. */
const MIN_LINES = 12;

/**
 * Returns the Curve pane: cost against resolution as the threshold moves, with rival routers, and the threshold.
 *
 * @param isDetailed whether the measures of the curve are explained; where room is short, in place of the plot
 */
export function curveBlocks(input: LabInput, isDetailed = false): readonly Block[] {
	const lines = curveLines(input.scenario);
	const lever: Block = { kind: 'table', table: thresholdTable(input), flexible: false };
	const measures: readonly Block[] = isDetailed
		? [{ kind: 'space' }, words(measureSentences(input, lines)), { kind: 'spare', blocks: [words([RIVALS])] }]
		: [];
	if (lines === null) return [missingCurveInputs(input), { kind: 'space' }, lever, ...measures];
	const now = placeOf(input.outcome.metrics);
	const plot: Block = {
		kind: 'drawing',
		subject: 'curve',
		draw: (room) => drawPlot(lines, now, room),
		lines: MIN_LINES,
		grows: true,
		inputs: [],
	};
	return isDetailed
		? [{ kind: 'spare', blocks: [words([POINTS]), plot] }, lever, ...measures]
		: [{ kind: 'spare', blocks: [words([POINTS])] }, plot, lever];
}

const words = (sentences: readonly Line[]): Block => ({ kind: 'words', sentences, lines: 0 });

/** What a point of the plot is. */
const POINTS: Line = [
	{ text: 'Each point is all requests at one threshold: left is cheaper, up is better.', tone: 'dim' },
];

/** What the other lines of the plot are. */
const RIVALS: Line = [
	{ text: 'The other lines ', bold: true },
	{
		text: 'are routers that send as much of each segment small as this one. A perfect router picks the requests that ',
	},
	{ text: 'the small model gets right; a coin flip picks at random; one share for all ignores the segments too.' },
];

function thresholdTable({ scenario, before }: LabInput): TableModel {
	return {
		id: 'curve-threshold',
		title: 'The threshold',
		columns: [
			{ id: 'lever', label: 'lever', align: 'left', width: 9, dropPriority: 0 },
			{ id: 'now', label: 'now', align: 'right', width: 8, hasMark: true, dropPriority: 0 },
			{ id: 'does', label: 'what it does', align: 'left', width: 31, dropPriority: 1 },
		],
		rows: [
			{
				id: 'threshold',
				kind: 'body',
				cells: [
					textCell('threshold'),
					inputCell(scenario, 'threshold', before?.scenario ?? null, (sd) => number(sd, 2)),
					textCell('higher: more requests go strong', 'dim'),
				],
			},
		],
		notes: [],
	};
}
