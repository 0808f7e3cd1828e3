import type { TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { boardSegments } from '../board/segments.js';
import { boardSummary } from '../board/summary.js';
import { allCounted, guardrailLine, spendText, verdictLine } from '../board/verdict-line.js';
import { confusionBoard, confusionInputs, confusionMatrix } from '../confusion/tables.js';
import { confusionWords } from '../confusion/words.js';
import { costBesides, costCalls, costCheck } from '../cost/besides.js';
import { costLanes, costRows, costSegments } from '../cost/tables.js';
import { breakEvenWords, reviewWords } from '../cost/words.js';
import { curveBlocks } from '../curve/pane.js';
import { ownBaselineName } from '../format/labels.js';
import type { Block } from '../pane/block.js';
import { paneModel } from '../pane/pane.js';
import { pressureBlocks } from '../pressure/pane.js';
import { pressureTable } from '../pressure/table.js';
import { signalsBlocks } from '../signals/pane.js';

export interface ReportSection {
	readonly title: string;
	readonly blocks: readonly Block[];
}

/** Everything a report prints, in order, without what only an editing reader needs. */
export function reportSections(input: LabInput): readonly ReportSection[] {
	const { scenario } = input;
	const table = (model: TableModel): Block => ({ kind: 'table', table: settled(model), flexible: false });
	const section = (model: TableModel, ...more: Block[]): ReportSection => ({
		title: model.title,
		blocks: [table(model), ...more],
	});
	const pressure = pressureTable(input);
	const ownName = ownBaselineName(scenario);
	const counted = allCounted(input.outcome, ownName);
	const rowReviews: Block = {
		kind: 'words',
		lines: 0,
		sentences: scenario.rows.flatMap((row) => reviewWords(row).map((line) => [{ text: `${row.name}, ` }, ...line])),
	};
	return [
		{
			title: 'Verdict',
			blocks: [
				{
					kind: 'words',
					sentences: [
						verdictLine(input.outcome, ownName),
						[{ text: spendText(input.outcome, ownName) }],
						...(counted ? [counted] : []),
						guardrailLine(input.outcome),
					],
					lines: 0,
				},
			],
		},
		...(scenario.rows.length > 0 ? [section(costRows(input), rowReviews)] : []),
		section(boardSegments(input)),
		section(boardSummary(input)),
		{ title: pressure.title, blocks: [...pressureBlocks(input), table(pressure)] },
		section(costSegments(input)),
		section(
			costLanes(input),
			table(costCalls(input)),
			table(costBesides(input)),
			table(costCheck(input)),
			breakEvenWords(input),
		),
		section(confusionBoard(input)),
		section(confusionMatrix(input), table(confusionInputs(input)), confusionWords(input)),
		{ title: 'Cost against resolution', blocks: curveBlocks(input).map(settledBlock) },
		{ title: 'Signals', blocks: signalsBlocks(input).map(settledBlock) },
		{ title: 'One request, walked', blocks: paneModel('trace', input).blocks },
	];
}

/** A block without what only an editing reader needs. */
export const settledBlock = (block: Block): Block =>
	block.kind === 'table' ? { ...block, table: settled(block.table) } : block;

/** A table without the line and column of the last edit: a report has none. */
function settled(model: TableModel): TableModel {
	const kept = model.columns.flatMap((column, i) => (EDIT_COLUMNS.has(column.id) ? [] : [i]));
	return {
		...model,
		columns: kept.flatMap((i) => model.columns[i] ?? []),
		rows: model.rows
			.filter((row) => row.kind !== 'delta')
			.map((row) => ({ ...row, cells: kept.flatMap((i) => row.cells[i] ?? []) })),
	};
}

const EDIT_COLUMNS = new Set(['edit', 'delta']);
