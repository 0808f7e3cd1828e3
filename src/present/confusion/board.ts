import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { figureCell, textCell } from '../format/cells.js';
import { number } from '../format/format.js';
import { shade } from '../format/shade.js';

const COLUMNS: readonly Column[] = [
	{ id: 'route', label: 'per 1,000 requests', align: 'left', width: 18, keep: 0 },
	{ id: 'right', label: 'small right', align: 'right', width: 12, marks: true, keep: 0 },
	{ id: 'rightName', label: '', align: 'left', width: 10, keep: 1 },
	{ id: 'fails', label: 'small fails', align: 'right', width: 12, marks: true, keep: 0 },
	{ id: 'failsName', label: '', align: 'left', width: 10, keep: 1 },
];

/** The matrix of the whole board: where requests went, against whether the small model would have been right. */
export function confusionBoard({ outcome, before }: LabInput): TableModel {
	const { falseEasy, falseHard, smallShare } = outcome.metrics;
	const was = before?.outcome.metrics;
	const rest = (whole: number | null | undefined, part: number | null | undefined): number | null =>
		whole == null || part == null ? null : whole - part;
	const count = (now: number | null, then: number | null | undefined, better: -1 | 0): Cell =>
		figureCell(now === null ? null : 1000 * now, {
			unit: 'number',
			before: then == null ? then : 1000 * then,
			better,
			show: (value) => `${shade(value / 1000)} ${number(value, 1).padStart(7)}`,
		});
	const strong = rest(1, smallShare);
	const rows: Row[] = [
		{
			id: 'small',
			kind: 'body',
			cells: [
				textCell('small lane'),
				count(rest(smallShare, falseEasy), was && rest(was.smallShare, was.falseEasy), 0),
				textCell('true-easy', 'dim'),
				{ ...count(falseEasy, was?.falseEasy, -1), tone: 'bad' },
				textCell('false-easy', 'bad'),
			],
		},
		{
			id: 'strong',
			kind: 'body',
			cells: [
				textCell('strong lane'),
				count(falseHard, was?.falseHard, -1),
				textCell('false-hard'),
				count(rest(strong, falseHard), was && rest(rest(1, was.smallShare), was.falseHard), 0),
				textCell('true-hard', 'dim'),
			],
		},
	];
	return { id: 'confusion-board', title: 'Confusion matrix', columns: COLUMNS, rows, notes: [] };
}
