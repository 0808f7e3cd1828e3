import { cachedPrice, effectiveCheck, type Scenario, type Segment } from '../../engine/index.js';
import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { EMPTY, inputCell, textCell } from '../format/cells.js';
import { dollars, number, price } from '../format/format.js';

const BESIDES: readonly Column[] = [
	{ id: 'name', label: 'besides models', align: 'left', width: 17, dropPriority: 0 },
	{ id: 'router', label: 'router', align: 'right', width: 11, hasMark: true, dropPriority: 0 },
	{ id: 'routerLatency', label: 'router wait', align: 'right', width: 12, hasMark: true, dropPriority: 2 },
	{ id: 'handoff', label: 'hand-off', align: 'right', width: 13, hasMark: true, dropPriority: 0 },
	{ id: 'noticed', label: 'strong noticed', align: 'right', width: 15, hasMark: true, dropPriority: 1 },
];

/** Returns the table of costs other than the models: the router, and a hand-off to a person. */
export function costOther({ scenario, before }: LabInput): TableModel {
	const was = before?.scenario ?? null;
	return {
		id: 'cost-besides',
		title: 'Besides the models',
		columns: BESIDES,
		rows: [
			{
				id: 'besides',
				kind: 'body',
				cells: [
					textCell('per request, each'),
					inputCell(scenario, 'routerCost', was, dollars),
					inputCell(scenario, 'routerLatency', was),
					inputCell(scenario, 'handoffCost', was, (usd) => dollars(usd, 2)),
					inputCell(scenario, 'strongDetection', was),
				],
			},
		],
		notes: [],
	};
}

const CALLS: readonly Column[] = [
	{ id: 'name', label: 'hidden in a call', align: 'left', width: 17, dropPriority: 0 },
	{ id: 'small', label: 'small', align: 'right', width: 11, hasMark: true, dropPriority: 0 },
	{ id: 'strong', label: 'strong', align: 'right', width: 12, hasMark: true, dropPriority: 0 },
	{ id: 'cache', label: 'cache', align: 'right', width: 13, hasMark: true, dropPriority: 1 },
	{ id: 'write', label: 'write × input', align: 'right', width: 15, hasMark: true, dropPriority: 2 },
];

/** Returns the table of hidden costs of a call: reasoning tokens, a fee, and a prompt cache lost on a lane change. */
export function costCalls({ scenario, before }: LabInput): TableModel {
	const was = before?.scenario ?? null;
	const tierNotes = (['small', 'strong'] as const).flatMap((lane) =>
		scenario.prices[lane].above.map(
			(tier) =>
				`${lane}, prompts above ${number(tier.tokens)} tokens: ${price(tier.input)} / ${price(cachedPrice(tier))} / ${price(tier.output)}`,
		),
	);
	return {
		id: 'cost-calls',
		title: 'Hidden in a call',
		columns: CALLS,
		rows: [
			{
				id: 'reasoning',
				kind: 'body',
				cells: [
					textCell('reasoning tokens'),
					inputCell(scenario, 'tokens.reasoning.small', was, number),
					inputCell(scenario, 'tokens.reasoning.strong', was, number),
					inputCell(scenario, 'cache.onSwitch', was),
					inputCell(scenario, 'cache.write', was, (times) => number(times, 2)),
				],
			},
			{
				id: 'fee',
				kind: 'body',
				cells: [
					textCell('fee per call'),
					inputCell(scenario, 'prices.small.request', was, (usd) => price(usd, 4)),
					inputCell(scenario, 'prices.strong.request', was, (usd) => price(usd, 4)),
					textCell('on a switch', 'dim'),
					EMPTY,
				],
			},
		],
		notes: tierNotes,
	};
}

const CHECK: readonly Column[] = [
	{ id: 'check', label: 'check on small', align: 'left', width: 17, dropPriority: 0 },
	{ id: 'state', label: 'is', align: 'left', width: 4, dropPriority: 0 },
	{ id: 'catches', label: 'catches', align: 'right', width: 8, hasMark: true, dropPriority: 0 },
	{ id: 'falseAlarms', label: 'false alarms', align: 'right', width: 13, hasMark: true, dropPriority: 1 },
	{ id: 'cost', label: 'cost', align: 'right', width: 9, hasMark: true, dropPriority: 0 },
	{ id: 'latency', label: 'delay', align: 'right', width: 9, hasMark: true, dropPriority: 2 },
	{ id: 'labels', label: 'labels', align: 'right', width: 8, hasMark: true, dropPriority: 3 },
];

/**
 * Returns the table of the check on small answers, with a row for each segment's own. A check that is off has no rates.
 */
export function costCheck({ scenario, before }: LabInput): TableModel {
	const was = before?.scenario ?? null;
	const own = scenario.segments.filter(({ check }) => check !== null);
	return {
		id: 'cost-check',
		title: 'Check',
		columns: CHECK,
		rows: [
			checkRow(own.length === 0 ? 'every small answer' : 'the other segments', 'check', scenario.check !== null),
			...own.map((segment) => ownRow(segment, scenario)),
		],
		notes: scenario.check === null && own.length === 0 ? [] : ['it catches first what would be noticed anyway'],
	};

	function ownRow(segment: Segment, board: Scenario): Row {
		return checkRow(segment.name, `segments.${segment.id}.check`, effectiveCheck(board, segment) !== null);
	}

	function checkRow(name: string, path: string, on: boolean): Row {
		const cell = (field: string, show?: (value: number) => string): Cell =>
			on ? inputCell(scenario, `${path}.${field}`, was, show) : EMPTY;
		return {
			id: path,
			kind: 'body',
			cells: [
				textCell(name),
				inputCell(scenario, path, was),
				cell('catches'),
				cell('falseAlarms'),
				cell('cost', dollars),
				cell('latency'),
				checkLabels(on, path, cell),
			],
		};
	}

	// A check without labels uses those of the segments, so it is not unmeasured.
	function checkLabels(on: boolean, path: string, cell: (field: string, show?: typeof number) => Cell): Cell {
		const labels = cell('labels', number);
		return on && labels.raw === null ? { raw: null, text: 'theirs', tone: 'dim', path: `${path}.labels` } : labels;
	}
}
