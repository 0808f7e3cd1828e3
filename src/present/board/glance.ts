import { effectiveCheck } from '../../engine/index.js';
import { editsBetween, formatInputValue, inputAt, inputName, inputValue } from '../../engine/inputs/index.js';
import type { MetricName, Scenario } from '../../engine/scenario.js';
import type { Column, Line, Row, TableModel } from '../../text/line.js';
import { lineWidth } from '../../text/line-layout.js';
import { shorten } from '../../text/width.js';
import { EMPTY, figureCell, metricCell, textCell } from '../format/cells.js';
import { number } from '../format/format.js';
import { STATE_TEXT } from '../format/guardrail-text.js';
import { METRIC_LABELS } from '../format/labels.js';
import { changesFigures, type LabInput } from './lab-input.js';
import { boardRepairCell, segmentCells } from './segments.js';
import { summaryRow, withWholeNames } from './summary.js';

// What the Board shows first: what one turns, and what decides.

const LEVER_COLUMNS: readonly Column[] = [
	{ id: 'segment', label: 'segment', align: 'left', width: 14, dropPriority: 0 },
	{ id: 'risk', label: 'risk', align: 'left', width: 6, dropPriority: 3 },
	{ id: 'share', label: 'share', align: 'right', width: 7, dropPriority: 4 },
	{ id: 'routedSmall', label: 'routed small', align: 'right', width: 13, hasMark: true, dropPriority: 0 },
	{ id: 'worked', label: 'effective', align: 'right', width: 10, hasMark: true, dropPriority: 2 },
	{ id: 'repairRate', label: 'repair', align: 'right', width: 8, hasMark: true, dropPriority: 0 },
	{ id: 'override', label: 'override', align: 'left', width: 8, dropPriority: 1 },
];

/** Returns the columns; where room is short, the effective share goes first as long as it is the one that is set. */
const leverColumns = ({ scenario, outcome }: LabInput): readonly Column[] => {
	const isAsSet = scenario.segments.every(({ routedSmall }, i) => outcome.segments[i]?.routedSmall === routedSmall);
	return LEVER_COLUMNS.map((column) => (column.id === 'worked' && isAsSet ? { ...column, dropPriority: 5 } : column));
};

/** Returns the segments with what can be turned in each: the share routed small, as set and as in effect, and repairs. */
export function leverTable(input: LabInput): TableModel {
	const { scenario, outcome } = input;
	const rows = scenario.segments.map((segment, i): Row => {
		const { head, mix, effective, repair, override } = segmentCells(input, i);
		const isUnused = outcome.segments[i]?.routedSmall === 0 && !effectiveCheck(scenario, segment);
		return {
			id: segment.id,
			kind: 'body',
			cells: [
				...head,
				mix,
				effective.text === mix.text ? { ...effective, tone: 'dim' } : effective,
				isUnused ? { ...repair, tone: 'dim' } : repair,
				override,
			],
		};
	});
	return {
		id: 'board-levers',
		title: 'Levers',
		columns: leverColumns(input),
		rows: [...rows, allRow(input)],
		notes: [],
	};
}

/** Returns the row of all requests: the small share, and repairs of it. */
function allRow(input: LabInput): Row {
	const { outcome, before } = input;
	const effective = figureCell(outcome.metrics.smallShare, {
		unit: 'percent',
		before: before?.outcome.metrics.smallShare,
	});
	const cells = [textCell('all requests'), EMPTY, EMPTY, EMPTY, effective, boardRepairCell(input), EMPTY];
	return { id: 'board', kind: 'total', cells };
}

const OUTCOME_COLUMNS: readonly Column[] = [
	{ id: 'metric', label: 'outcome', align: 'left', width: 15, dropPriority: 0 },
	{ id: 'now', label: 'now', align: 'right', width: 10, hasMark: true, dropPriority: 0 },
	{ id: 'noise', label: 'noise', align: 'right', width: 9, dropPriority: 2 },
	{ id: 'limit', label: 'limit', align: 'right', width: 11, dropPriority: 1 },
	{ id: 'state', label: 'guardrail', align: 'left', width: 10, dropPriority: 0 },
	{ id: 'owner', label: 'owner', align: 'left', width: 16, dropPriority: 5 },
];

/** Shown with or without a guardrail: no board is judged without them. */
const ALWAYS: readonly MetricName[] = ['resolution', 'silent'];

/** Returns the outcomes that decide the verdict: every guardrail, and resolution and silent failures without one. */
export function guardrailTable(input: LabInput): TableModel {
	const { guardrails } = input.outcome;
	const unguarded = ALWAYS.filter((metric) => !guardrails.some((one) => one.metric === metric && one.segment === null));
	const rows = [
		...guardrails.map((guardrail) => summaryRow(input, guardrail.metric, guardrail)),
		...unguarded.map((metric) => summaryRow(input, metric)),
	];
	return {
		id: 'board-guardrails',
		title: 'Guardrails',
		columns: withWholeNames(OUTCOME_COLUMNS, input),
		rows: rows.map(({ metric, now, noise, limit, state, owner, id }) => ({
			id,
			kind: 'body',
			cells: [metric, now, noise, limit, state, owner],
		})),
		notes: guardrails.length === 0 ? ['no guardrail is set, so nothing can veto the saving'] : [],
	};
}

/**
 * Returns how many of 1,000 requests fail and in which segments most of them, against the baseline; null where it is not
 * measured.
 */
export function lossLine({ scenario, outcome }: LabInput, baselineName: string): Line | null {
	const [now, was] = [outcome.metrics.resolution, outcome.baseline.resolution];
	if (now === null) return null;
	const lost = scenario.segments
		.map(({ name, share }, i) => ({ name, fails: share * (1 - (outcome.segments[i]?.resolution ?? 1)) }))
		.sort((a, b) => b.fails - a.fails);
	const worst =
		lost.length < 2 ? [] : lost.slice(0, 2).map(({ name, fails }) => `${shorten(name, 20)} ${of1000(fails)}`);
	return [
		{ text: `${of1000(1 - now)} of 1,000 fail${worst.length > 0 ? `: ${worst.join(', ')}` : ''}` },
		...(was === null ? [] : [{ text: `; ${baselineName} ${of1000(1 - was)}`, tone: 'dim' as const }]),
	];
}

const of1000 = (share: number): string => number(share * 1000, 1);

/** Metrics whose change is named after an edit, in this order, as far as they changed. */
const OUTCOMES: readonly MetricName[] = ['resolution', 'silent'];
const COSTS: readonly MetricName[] = ['handoff', 'cost', 'totalCostPerResolved'];

/**
 * Returns what the last change did to the board, or nothing, such as a reset; a hint where there was none yet.
 *
 * @param room columns, for as many outcomes as fit in a line; missing: all of them
 */
export function changeLine(input: LabInput, room = Number.POSITIVE_INFINITY): Line {
	const { scenario, before } = input;
	if (!before) return [{ text: hintText(input), tone: 'dim' }];
	const change = changeName(before.scenario, scenario);
	if (change === null) return [{ text: 'No number differs from before.', tone: 'dim' }];
	const head: Line = [{ text: `${change}: `, tone: 'edited' }];
	const items = movedItems(input, before);
	if (items.length === 0) {
		return [...head, { text: changesFigures(input) ? 'too little to show in an outcome' : 'no outcome changed' }];
	}
	let line = head;
	for (const [i, item] of items.entries()) {
		const longer = [...line, { text: i === 0 ? '' : ', ' }, ...item];
		if (lineWidth(longer) > room) break;
		line = longer;
	}
	return line;
}

/** Returns the outcomes that the last change moved, each with by how much; a limit that was crossed is said with it. */
function movedItems({ outcome }: LabInput, before: NonNullable<LabInput['before']>): readonly Line[] {
	const limits = outcome.guardrails.flatMap(({ metric, segment, state }, i) => {
		const was = before.outcome.guardrails[i]?.state;
		return segment === null && was !== undefined ? [{ metric, state, isCrossed: was !== state }] : [];
	});
	const limited = limits.filter(({ state, isCrossed }) => isCrossed || state === 'breached');
	const metrics = new Set([...OUTCOMES, ...limited.map(({ metric }) => metric), ...COSTS]);
	return [...metrics].flatMap((metric): readonly Line[] => {
		const { delta } = metricCell(metric, outcome, before.outcome.metrics[metric]);
		if (!delta) return [];
		const tone = delta.isGood === null ? 'edited' : delta.isGood ? 'good' : 'bad';
		const crossed = limits.find((limit) => limit.metric === metric && limit.isCrossed);
		const suffix = crossed ? ` (${STATE_TEXT[crossed.state].text.slice(2)})` : '';
		return [[{ text: `${METRIC_LABELS[metric].label} ` }, { text: `${delta.text}${suffix}`, tone }]];
	});
}

/** Returns what to do first: with a breached guardrail, how to find the number that bears on it. */
const hintText = ({ outcome }: LabInput): string =>
	outcome.guardrails.some(({ state }) => state === 'breached')
		? '! goes to the number that bears most on a breached limit. Change it, and this line says what that did.'
		: 'Change a number, and this line says what it did.';

/**
 * Returns what the last change was: `FAQ answer · routed small 84% → 50%`, or how many numbers it changed; null: none,
 * such as a pin.
 */
function changeName(from: Scenario, to: Scenario): string | null {
	const [edit, ...others] = editsBetween(from, to);
	if (!edit) return null;
	if (others.length > 0) return `${others.length + 1} numbers`;
	const [input, was] = [inputAt(to, edit.path), inputAt(from, edit.path)];
	if (!input) return edit.path;
	const now = formatInputValue(input, inputValue(to, input));
	return `${inputName(to, input)} ${was ? `${formatInputValue(was, inputValue(from, was))} → ` : ''}${now}`;
}
