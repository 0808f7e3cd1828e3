import { calibrate, wilsonInterval } from '../../engine/index.js';
import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { figureCell, inputCell, shadingBlock, textCell } from '../format/cells.js';
import { dollars, number } from '../format/format.js';

const COLUMNS: readonly Column[] = [
	{ id: 'segment', label: 'segment', align: 'left', width: 12, dropPriority: 0 },
	{
		id: 'routedSmall',
		label: 'routed small',
		short: { label: 'small', width: 6 },
		align: 'right',
		width: 13,
		dropPriority: 1,
	},
	{ id: 'trueEasy', label: 'true-easy', align: 'right', width: 9, dropPriority: 2 },
	{ id: 'falseEasy', label: 'false-easy', align: 'right', width: 11, hasMark: true, dropPriority: 0 },
	{ id: 'interval', label: '95% range', align: 'right', width: 11, dropPriority: 3 },
	{ id: 'avoidable', label: 'avoidable', align: 'right', width: 10, hasMark: true, dropPriority: 4 },
	{ id: 'falseHard', label: 'false-hard', align: 'right', width: 11, hasMark: true, dropPriority: 0 },
	{ id: 'trueHard', label: 'true-hard', align: 'right', width: 9, dropPriority: 1 },
];

/** Counts of the matrix in column order, with the direction that is better (0: neither). */
const COUNTS = [
	['trueEasy', 0],
	['falseEasy', -1],
	['avoidable', -1],
	['falseHard', -1],
	['trueHard', 0],
] as const;
type Count = (typeof COUNTS)[number][0];

/** Returns requests per 1,000, by lane and whether the small model would have been right. */
export function confusionMatrix({ scenario, outcome, before }: LabInput): TableModel {
	const per1000 = (result: LabInput['outcome'], i: number, count: Count): number | null => {
		const value = result.segments[i]?.[count] ?? null;
		return value === null ? null : 1000 * (scenario.segments[i]?.share ?? 0) * value;
	};
	const total = (result: LabInput['outcome'], count: Count): number | null =>
		scenario.segments.reduce<number | null>((sum, _, i) => {
			const value = per1000(result, i, count);
			return sum === null || value === null ? null : sum + value;
		}, 0);
	const cells = (now: (count: Count) => number | null, was: (count: Count) => number | null | undefined): Cell[] =>
		COUNTS.map(([count, better]) => {
			const value = now(count);
			const shadedText = (figure: number): string => `${shadingBlock(figure / 1000)} ${oneDecimal(figure).padStart(7)}`;
			// Avoidable is a part of false-easy, not a cell of the matrix.
			const show = count === 'avoidable' ? oneDecimal : shadedText;
			const cell = figureCell(value, { unit: 'number', before: was(count), better, show });
			return count === 'falseEasy' && cell.raw !== null && cell.raw !== 0 ? { ...cell, tone: 'bad' } : cell;
		});
	// The range is that of the false-easy count, and stands beside it.
	const withInterval = ([easy, falseEasy, ...others]: Cell[], interval: Cell): Cell[] =>
		[easy, falseEasy, interval, ...others].filter((cell) => cell !== undefined);

	const rows = scenario.segments.map(
		(segment, i): Row => ({
			id: segment.id,
			kind: 'body',
			cells: [
				textCell(segment.name),
				inputCell(scenario, `segments.${segment.id}.routedSmall`, before?.scenario ?? null),
				...withInterval(
					cells(
						(count) => per1000(outcome, i, count),
						(count) => before && per1000(before.outcome, i, count),
					),
					falseEasyInterval({ scenario, outcome }, i),
				),
			],
		}),
	);
	const board: Row = {
		id: 'board',
		kind: 'total',
		cells: [
			textCell('all requests'),
			figureCell(outcome.metrics.smallShare, { unit: 'percent', before: before?.outcome.metrics.smallShare }),
			...withInterval(
				cells(
					(count) => total(outcome, count),
					(count) => before && total(before.outcome, count),
				),
				{ raw: null, text: '' },
			),
		],
	};
	return {
		id: 'confusion',
		title: 'Routes against difficulty, per 1,000 requests',
		columns: COLUMNS,
		rows: [...rows, board],
		notes: [],
	};
}

/** Returns the range of a segment's false-easy count, from Wilson's 95% interval of its small success. */
function falseEasyInterval({ scenario, outcome }: Pick<LabInput, 'scenario' | 'outcome'>, i: number): Cell {
	const segment = scenario.segments[i];
	const now = outcome.segments[i];
	if (!segment || !now || now.routedSmall === 0) return { raw: null, text: '' };
	if (now.smallSuccess === null || !segment.labels) return { raw: null, text: 'unlabelled', tone: 'unsure' };
	const [low, high] = wilsonInterval(now.smallSuccess, segment.labels);
	const scale = 1000 * segment.share * now.routedSmall;
	const text = `${oneDecimal(scale * (1 - high))}–${oneDecimal(scale * (1 - low))}`;
	return { raw: text, text, tone: 'dim' };
}

const oneDecimal = (value: number): string => number(value, 1);

const BOARD_COLUMNS: readonly Column[] = [
	{ id: 'route', label: 'per 1,000 requests', align: 'left', width: 18, dropPriority: 0 },
	{ id: 'right', label: 'small right', align: 'right', width: 12, hasMark: true, dropPriority: 0 },
	{ id: 'rightName', label: '', align: 'left', width: 10, dropPriority: 1 },
	{ id: 'fails', label: 'small fails', align: 'right', width: 12, hasMark: true, dropPriority: 0 },
	{ id: 'failsName', label: '', align: 'left', width: 10, dropPriority: 1 },
];

/** Returns the matrix of all requests: lanes against whether the small model would have been right. */
export function confusionBoard({ outcome, before }: LabInput): TableModel {
	const { falseEasy, falseHard, smallShare } = outcome.metrics;
	const was = before?.outcome.metrics;
	const subtract = (whole: number | null | undefined, part: number | null | undefined): number | null =>
		whole == null || part == null ? null : whole - part;
	const count = (now: number | null, previous: number | null | undefined, better: -1 | 0): Cell =>
		figureCell(now === null ? null : 1000 * now, {
			unit: 'number',
			before: previous == null ? previous : 1000 * previous,
			better,
			show: (value) => `${shadingBlock(value / 1000)} ${number(value, 1).padStart(7)}`,
		});
	const strong = subtract(1, smallShare);
	const rows: Row[] = [
		{
			id: 'small',
			kind: 'body',
			cells: [
				textCell('small lane'),
				count(subtract(smallShare, falseEasy), was && subtract(was.smallShare, was.falseEasy), 0),
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
				count(subtract(strong, falseHard), was && subtract(subtract(1, was.smallShare), was.falseHard), 0),
				textCell('true-hard', 'dim'),
			],
		},
	];
	return { id: 'confusion-board', title: 'Confusion matrix', columns: BOARD_COLUMNS, rows, notes: [] };
}

const INPUT_COLUMNS: readonly Column[] = [
	{ id: 'segment', label: 'inputs', align: 'left', width: 12, dropPriority: 0 },
	{ id: 'easyShare', label: 'easy', align: 'right', width: 7, hasMark: true, dropPriority: 0 },
	{ id: 'routerAuc', label: 'AUC', align: 'right', width: 6, hasMark: true, dropPriority: 0 },
	{ id: 'detection', label: 'noticed', align: 'right', width: 8, hasMark: true, dropPriority: 1 },
	{ id: 'labels', label: 'labels', align: 'right', width: 7, hasMark: true, dropPriority: 0 },
	{ id: 'strongLabels', label: 'strong labels', align: 'right', width: 14, hasMark: true, dropPriority: 4 },
	{ id: 'strongOnEasy', label: 'on easy', align: 'right', width: 8, hasMark: true, dropPriority: 3 },
	{ id: 'strongOnHard', label: 'on hard', align: 'right', width: 8, hasMark: true, dropPriority: 3 },
	{ id: 'silentCost', label: 'silent cost', align: 'right', width: 12, hasMark: true, dropPriority: 2 },
];

/** Returns the inputs of the matrix per segment: measured shares, router skill, labels, cost of a silent failure. */
export function confusionInputs({ scenario, outcome, before }: LabInput): TableModel {
	const was = before?.scenario ?? null;
	const calibration = calibrate(scenario);
	return {
		id: 'confusion-inputs',
		title: 'What the matrix rests on',
		columns: INPUT_COLUMNS,
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
						? derivedCell(outcome.segments[i]?.routerAuc ?? null, path('routerAuc'), formatAuc)
						: cell('routerAuc', formatAuc),
					segment.detection === null
						? derivedCell(finiteOrNull(calibration[i]?.delta), path('detection'))
						: cell('detection'),
					cell('labels', number),
					segment.strongLabels === null
						? derivedCell(segment.labels, path('strongLabels'), number)
						: cell('strongLabels', number),
					cell('strongOnEasy'),
					cell('strongOnHard'),
					cell('silentCost', (usd) => dollars(usd, 2)),
				],
			};
		}),
		notes: [],
	};
}

const formatAuc = (value: number): string => number(value, 3);
const finiteOrNull = (value: number | null | undefined): number | null =>
	value === null || value === undefined || Number.isNaN(value) ? null : value;

/** Returns the cell of an input that is derived from observed figures until a value is entered. */
function derivedCell(value: number | null, path: string, show?: (value: number) => string): Cell {
	const cell = figureCell(value, { unit: 'percent', path, ...(show && { show }) });
	return value === null ? cell : { ...cell, tone: 'dim' };
}
