import { EMPTY, inputCell, textCell } from './cells.js';
import { money } from './format.js';
import type { LabInput } from './lab-input.js';
import type { Column, TableModel } from './table/model.js';

const BESIDES: readonly Column[] = [
	{ id: 'name', label: 'besides models', align: 'left', width: 17, keep: 0 },
	{ id: 'router', label: 'router USD', align: 'right', width: 11, marks: true, keep: 0 },
	{ id: 'handoff', label: 'hand-off USD', align: 'right', width: 13, marks: true, keep: 0 },
	{ id: 'noticed', label: 'strong noticed', align: 'right', width: 15, marks: true, keep: 1 },
];

/** What costs money beside the two models: the router in front, and a person who takes over. */
export function costBesides({ scenario, before }: LabInput): TableModel {
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
					inputCell(scenario, 'routerCost', was, money),
					inputCell(scenario, 'handoffCost', was, (usd) => money(usd, 2)),
					inputCell(scenario, 'strongDetection', was),
				],
			},
		],
		notes: [],
	};
}

const CHECK: readonly Column[] = [
	{ id: 'check', label: 'check on small', align: 'left', width: 17, keep: 0 },
	{ id: 'state', label: 'is', align: 'left', width: 4, keep: 0 },
	{ id: 'catches', label: 'catches', align: 'right', width: 8, marks: true, keep: 0 },
	{ id: 'falseAlarms', label: 'false alarms', align: 'right', width: 13, marks: true, keep: 1 },
	{ id: 'cost', label: 'USD', align: 'right', width: 7, marks: true, keep: 0 },
	{ id: 'latency', label: 'delay', align: 'right', width: 9, marks: true, keep: 2 },
];

/** The verifier on every small answer; its rates can be edited while it is on. */
export function costCheck({ scenario, before }: LabInput): TableModel {
	const was = before?.scenario ?? null;
	const on = scenario.check !== null;
	return {
		id: 'cost-check',
		title: 'Check',
		columns: CHECK,
		rows: [
			{
				id: 'check',
				kind: 'body',
				cells: [
					textCell('every small answer'),
					inputCell(scenario, 'check', was),
					...(on
						? [
								inputCell(scenario, 'check.catches', was),
								inputCell(scenario, 'check.falseAlarms', was),
								inputCell(scenario, 'check.cost', was, money),
								inputCell(scenario, 'check.latency', was),
							]
						: [EMPTY, EMPTY, EMPTY, EMPTY]),
				],
			},
		],
		notes: [],
	};
}
