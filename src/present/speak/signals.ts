import { metricUnit } from '../../engine/inputs/index.js';
import type { TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { inUnit, NOT_MEASURED } from '../format/format.js';
import { knownSignals } from '../signals/table.js';
import { inWords } from './symbols.js';
import type { CellWords } from './table.js';

/** Says the bars of a signal as the values that they draw, and the week of its alarm as a week. */
export function weekWords({ id }: TableModel, { scenario }: LabInput): CellWords {
	if (id !== 'signals' && id !== 'misleading-signal') return () => null;
	const { signals } = knownSignals(scenario);
	return (cell, row, column) => {
		if (column.id === 'alarm') return inWords(cell.text.replace(/^[! ]*(\d+),? /, 'week $1, '));
		const signal = signals.find(({ metric }) => metric === row.id);
		if (column.id !== 'weeks' || !signal) return null;
		const unit = metricUnit(signal.metric);
		const usd = unit === 'money' ? 'USD ' : '';
		return inWords(
			signal.values.map((value) => (value === null ? NOT_MEASURED : usd + inUnit(value, unit))).join(', '),
		);
	};
}
