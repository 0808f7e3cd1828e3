import type { Block } from './block.js';
import type { LabInput } from './lab-input.js';
import { knownSignals } from './signals-known.js';
import { signalsLabels } from './signals-labels.js';
import { misleadingTable, signalsTable } from './signals-table.js';
import { firstToMove, noWeeks, weekWords } from './signals-words.js';
import type { TableModel } from './table/model.js';

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
