import { metricUnit } from '../../engine/inputs/index.js';
import type { TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { inUnit, NOT_MEASURED } from '../format/format.js';
import { knownSignals } from '../signals/table.js';
import { inWords } from './symbols.js';
import type { CellWords } from './table.js';

/** Says the bars of a signal as the values that they draw. */
export function weekWords({ id }: TableModel, { scenario }: LabInput): CellWords {
	if (id !== 'signals' && id !== 'misleading-signal') return () => null;
	const { signals } = knownSignals(scenario);
	return (row, column) => {
		const signal = signals.find(({ metric }) => metric === row.id);
		if (column.id !== 'weeks' || !signal) return null;
		const unit = metricUnit(signal.metric);
		const values = signal.values.map((value) => (value === null ? NOT_MEASURED : inUnit(value, unit)));
		return inWords(values.join(', '));
	};
}
