import { labelMargin, labelsNeeded, type Segment } from '../../engine/index.js';
import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { figureCell, inputCell, textCell } from '../format/cells.js';
import { difference, number } from '../format/format.js';

const COLUMNS: readonly Column[] = [
	{ id: 'segment', label: 'segment', align: 'left', width: 15, dropPriority: 0 },
	{ id: 'labels', label: 'labels', align: 'right', width: 9, hasMark: true, dropPriority: 0 },
	{ id: 'right', label: 'small right', align: 'right', width: 12, hasMark: true, dropPriority: 3 },
	{ id: 'loss', label: 'loss', align: 'right', width: 8, dropPriority: 2 },
	{ id: 'needed', label: 'labels needed', align: 'right', width: 13, dropPriority: 1 },
	{ id: 'enough', label: '', align: 'left', width: 9, dropPriority: 0 },
];

/** Labels needed to detect a relevant loss of resolution in one segment. */
interface LabelNeed {
	/** The loss to detect, as a fraction. */
	readonly margin: number;
	/** null: nothing is routed small, or the success of a lane was not measured. */
	readonly needed: number | null;
	/** Number of labelled answers; if the lanes were labelled separately, of the lane with fewer. */
	readonly labels: number;
}

/**
 * Returns the labels needed to detect the loss that a segment's guardrail allows. Assumes that both lanes are labelled
 * on the same requests, unless the strong model has labels of its own.
 */
export function neededLabels({ scenario, outcome }: Pick<LabInput, 'scenario' | 'outcome'>, index: number): LabelNeed {
	const segment = scenario.segments[index] as Segment;
	const { strongOnEasy, strongOnHard, strongLabels } = segment;
	const margin = labelMargin(scenario, segment.id);
	const smallSuccess = outcome.segments[index]?.smallSuccess ?? null;
	const labels = Math.min(segment.labels ?? 0, strongLabels ?? segment.labels ?? 0);
	if (smallSuccess === null || strongOnEasy === null || strongOnHard === null) return { margin, needed: null, labels };
	const { paired, unpaired } = labelsNeeded({ smallSuccess, strongOnEasy, strongOnHard }, margin);
	return { margin, needed: strongLabels === null ? paired : unpaired, labels };
}

/** Returns the table of labels: how many there are, and how many are needed to detect a relevant loss. */
export function signalsLabels({ scenario, outcome, before }: LabInput): TableModel {
	return {
		id: 'signal-labels',
		title: 'Labels behind the signals',
		columns: COLUMNS,
		rows: scenario.segments.map((segment, i): Row => {
			const need = neededLabels({ scenario, outcome }, i);
			return {
				id: segment.id,
				kind: 'body',
				cells: [
					textCell(segment.name),
					inputCell(scenario, `segments.${segment.id}.labels`, before?.scenario ?? null, number),
					figureCell(outcome.segments[i]?.smallSuccess ?? null, {
						unit: 'percent',
						before: before?.outcome.segments[i]?.smallSuccess,
						better: 1,
						nothing: outcome.segments[i]?.routedSmall === 0,
					}),
					{ raw: need.margin, text: difference(-need.margin, 'percent') },
					figureCell(need.needed, { unit: 'number', nothing: true }),
					enoughCell(need),
				],
			};
		}),
		notes: [],
	};
}

function enoughCell({ labels, needed }: LabelNeed): Cell {
	if (needed === null) return textCell('–', 'dim');
	return labels >= needed ? textCell('✓ enough', 'good') : textCell('? too few', 'unsure');
}
