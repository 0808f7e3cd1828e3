import { laneCost } from '../../engine/index.js';
import type { Lane } from '../../engine/scenario.js';
import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { EMPTY, figureCell, inputCell, textCell } from '../format/cells.js';
import { money, number } from '../format/format.js';

const COLUMNS: readonly Column[] = [
	{ id: 'lane', label: 'USD per 1M', align: 'left', width: 15, keep: 0 },
	{ id: 'input', label: 'input', align: 'right', width: 8, marks: true, keep: 0 },
	{ id: 'cached', label: 'cached', align: 'right', width: 8, marks: true, keep: 0 },
	{ id: 'output', label: 'output', align: 'right', width: 8, marks: true, keep: 0 },
	{ id: 'attempts', label: 'attempts', align: 'right', width: 9, marks: true, keep: 2 },
	{ id: 'p50', label: 'p50 ms', align: 'right', width: 7, marks: true, keep: 3 },
	{ id: 'p95', label: 'p95 ms', align: 'right', width: 7, marks: true, keep: 3 },
	{ id: 'request', label: 'USD/req', align: 'right', width: 8, marks: true, keep: 1 },
];

/** Prices per lane over the tokens of a call, so that a request's cost can be checked by hand: price × tokens ÷ 1,000,000. */
export function costLanes({ scenario, before }: LabInput): TableModel {
	const was = before?.scenario ?? null;
	const price = (path: string): Cell => inputCell(scenario, path, was, (usd) => money(usd, 2));
	const wait = (path: string): Cell =>
		scenario.latency === null ? figureCell(null, { unit: 'duration' }) : inputCell(scenario, path, was, number);
	const lane = (id: Lane): Row => ({
		id,
		kind: 'body',
		cells: [
			textCell(id),
			price(`prices.${id}.input`),
			price(`prices.${id}.cachedInput`),
			price(`prices.${id}.output`),
			inputCell(scenario, `attempts.${id}`, was, (times) => number(times, 2)),
			wait(`latency.${id}.p50`),
			wait(`latency.${id}.p95`),
			figureCell(laneCost(scenario, id), {
				unit: 'money',
				before: was && laneCost(was, id),
				better: -1,
				show: money,
			}),
		],
	});
	const tokens = (field: string): Cell => inputCell(scenario, `tokens.${field}`, was, number);
	return {
		id: 'cost-lanes',
		title: 'Prices and tokens',
		columns: COLUMNS,
		rows: [
			lane('small'),
			lane('strong'),
			{
				id: 'tokens',
				kind: 'body',
				cells: [
					textCell('tokens per call'),
					tokens('fresh'),
					tokens('cached'),
					tokens('output'),
					EMPTY,
					EMPTY,
					EMPTY,
					EMPTY,
				],
			},
		],
		notes: [],
	};
}
