import type { TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import type { Block } from '../pane/block.js';
import { knownSignals } from './known.js';
import { signalsLabels } from './labels.js';
import { misleadingTable, signalsTable } from './table.js';
import { firstToMove, noWeeks, weekWords } from './words.js';

const table = (model: TableModel, flexible = false): Block => ({ kind: 'table', table: model, flexible });

/** The weeks before and after a change: which signal moved first, which misleads, and what the alarms rest on. */
export function signalsBlocks(input: LabInput): readonly Block[] {
	const { scenario } = input;
	const labels = table(signalsLabels(input), true);
	if (scenario.weeks.length === 0) return [noWeeks(scenario.segments[0]?.id ?? 'ID'), { kind: 'space' }, labels];
	const signals = knownSignals(scenario);
	return [
		firstToMove(signals),
		table(signalsTable(signals), true),
		table(misleadingTable(signals)),
		labels,
		{ kind: 'spare', blocks: [{ kind: 'space' }, weekWords(signals)] },
	];
}
