import { metricUnit } from '../../engine/inputs/index.js';
import type { TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { inUnit, NOT_APPLICABLE } from '../format/format.js';
import { reasonText } from '../format/null-reasons.js';
import { cachedSignals } from '../signals/table.js';
import { inWords } from './symbols.js';
import type { CellWords } from './table.js';

/** Returns the words for cells of signals: the values behind the bars, and the week of an alarm; null for others. */
export function weekWords({ id }: TableModel, { opened }: LabInput): CellWords {
	if (id !== 'signals') return () => null;
	const { signals, weeks } = cachedSignals(opened);
	return (cell, row, column) => {
		if (column.id === 'since' || column.id === 'seen')
			return cell.raw === null ? `${column.id} none` : `${column.id === 'seen' ? 'seen in' : 'since'} week ${cell.raw}`;
		const signal = signals.find(({ metric }) => metric === row.id);
		if (column.id !== 'weeks' || !signal) return null;
		const unit = metricUnit(signal.metric);
		const values = signal.values.map((value, at) => {
			if (value !== null) return `${unit === 'money' ? '$' : ''}${inUnit(value, unit)}`;
			const { short } = reasonText(signal.metric, signal.reasons[at] ?? 'not-measured');
			return short === NOT_APPLICABLE ? 'none' : short;
		});
		return inWords(`weeks ${weeks[0]?.week} to ${weeks.at(-1)?.week}: ${values.join(', ')}`);
	};
}
