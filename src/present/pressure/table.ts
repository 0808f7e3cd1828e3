import { type PressureItem, unmodelledPressures } from '../../engine/index.js';
import { metricUnit } from '../../engine/inputs/index.js';
import type { Cell, Column, Row, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { figureCell, textCell } from '../format/cells.js';
import { difference, dollars, relative } from '../format/format.js';
import { METRIC_LABELS } from '../format/labels.js';
import { NO_PRICE } from './facts.js';

const COLUMNS: readonly Column[] = [
	{ id: 'pressure', label: 'pressure', align: 'left', width: 15, dropPriority: 0 },
	{ id: 'side', label: 'effect', align: 'left', width: 8, dropPriority: 0 },
	{ id: 'from', label: 'from', align: 'right', width: 10, dropPriority: 1 },
	{ id: 'to', label: 'to', align: 'right', width: 10, dropPriority: 1 },
	{ id: 'change', label: 'change', align: 'right', width: 9, dropPriority: 2 },
	{ id: 'usd', label: 'per 1,000', align: 'right', width: 10, dropPriority: 0 },
	{ id: 'owner', label: 'owner', align: 'left', width: 18, dropPriority: 1 },
];

/** Returns the pressures that were relieved or created against the baseline, with cost and owner. */
export function pressureTable({ scenario, outcome: { pressure }, baselineName }: LabInput): TableModel {
	const sideRows = (items: readonly PressureItem[], side: 'relieved' | 'created'): Row[] =>
		items.map((item) => pressureRow(item, side));
	return {
		id: 'pressure',
		title: `Where the pressure went, against ${baselineName}`,
		columns: COLUMNS,
		rows: [...sideRows(pressure.relieved, 'relieved'), ...sideRows(pressure.created, 'created')],
		notes: [`not modelled: ${unmodelledPressures(scenario).join(', ')}`],
	};
}

function pressureRow({ metric, from, to, usdPer1000, owner }: PressureItem, side: 'relieved' | 'created'): Row {
	const unit = metricUnit(metric);
	const change = unit === 'percent' ? difference(to - from, unit) : (relative(from, to) ?? '');
	const usd: Cell =
		usdPer1000 === null
			? { raw: null, text: NO_PRICE, tone: 'dim' }
			: { raw: usdPer1000, text: `${usdPer1000 > 0 ? '+' : ''}${dollars(usdPer1000, 2)}` };
	return {
		id: metric,
		kind: 'body',
		cells: [
			textCell(METRIC_LABELS[metric].label),
			textCell(side, side === 'relieved' ? 'good' : 'bad'),
			figureCell(from, { unit }),
			figureCell(to, { unit }),
			{ raw: to - from, text: change },
			usd,
			textCell(owner),
		],
	};
}
