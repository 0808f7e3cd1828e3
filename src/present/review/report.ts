import type { Line, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { boardSegments } from '../board/segments.js';
import { boardSummary, guardrailValueCell } from '../board/summary.js';
import { guardrailLine, spendText, totalCostLine, verdictLine } from '../board/verdict-line.js';
import { confusionInputNotes } from '../confusion/notes.js';
import { confusionBoard, confusionInputs, confusionMatrix } from '../confusion/tables.js';
import { breakEvenBlock, reviewLines } from '../cost/notes.js';
import { costCalls, costCheck, costOther } from '../cost/other-costs.js';
import { costLanes, costRows, costSegments } from '../cost/tables.js';
import { measuresTable } from '../curve/measures.js';
import { curveBlocks } from '../curve/pane.js';
import { limitText, STATE_TEXT } from '../format/guardrail-text.js';
import { figureName, METRIC_LABELS, ownBaselineName } from '../format/labels.js';
import type { Block } from '../pane/block.js';
import { paneModel } from '../pane/pane.js';
import { pressureBlocks } from '../pressure/pane.js';
import { pressureTable } from '../pressure/table.js';
import { signalsBlocks } from '../signals/pane.js';
import { type Section, sentenceList } from './document.js';
import { withoutLastEdit } from './tables.js';

/** Returns the sections of a report for people, in order. */
export function reportSections(input: LabInput): readonly Section[] {
	const { rows } = input.scenario;
	const pressure = pressureTable(input);
	return [
		{ id: 'verdict', title: 'Verdict', parts: [sentenceList(verdictLines(input))] },
		...guardrailSections(input),
		...(rows.length > 0 ? [section(costRows(input), sentenceList(rows.flatMap(rowLines)))] : []),
		section(boardSegments(input)),
		section(boardSummary(input)),
		{ id: 'pressure', title: pressure.title, parts: [...pressureBlocks(input), table(pressure)] },
		section(costSegments(input)),
		section(
			costLanes(input),
			table(costCalls(input)),
			table(costOther(input)),
			table(costCheck(input)),
			breakEvenBlock(input),
		),
		section(confusionBoard(input)),
		section(confusionMatrix(input), table(confusionInputs(input)), confusionInputNotes(input)),
		{
			id: 'curve',
			title: 'Cost against resolution',
			parts: [...curveBlocks(input), table(measuresTable(input))].map(withoutLastEdit),
		},
		{ id: 'signals', title: 'Signals', parts: signalsBlocks(input).map(withoutLastEdit) },
		{ id: 'trace', title: 'One request, walked', parts: paneModel('trace', input).blocks },
	];
}

const table = (model: TableModel): Block => withoutLastEdit({ kind: 'table', table: model, flexible: false });

/** Returns a section of a table, under its title, and further blocks. */
const section = (model: TableModel, ...more: readonly Block[]): Section => ({
	id: model.id,
	title: model.title,
	parts: [table(model), ...more],
});

function verdictLines({ scenario, outcome }: LabInput): readonly Line[] {
	const ownName = ownBaselineName(scenario);
	const counted = totalCostLine(outcome, ownName);
	return [
		verdictLine(outcome, scenario),
		[{ text: spendText(outcome, ownName) }],
		...(counted ? [counted] : []),
		guardrailLine(outcome, scenario),
	];
}

/** Returns the section on the guardrails, with window, owner and action of each; empty if none is set. */
function guardrailSections(lab: LabInput): readonly Section[] {
	const { guardrails } = lab.outcome;
	if (guardrails.length === 0) return [];
	const sentences = guardrails.map((guardrail): Line => {
		const { text, tone } = STATE_TEXT[guardrail.state];
		const window = guardrail.window === null ? '' : `, watched for ${guardrail.window}`;
		const act = guardrail.state === 'breached' ? 'What to do' : 'If it breaks';
		return [
			{ text: `${text} `, tone, bold: true },
			{ text: `${metricText(guardrail, lab)}: ` },
			{ text: `${guardrailValueCell(guardrail).text}, limit ${limitText(guardrail)}${window}. ` },
			{ text: `Owner: ${guardrail.owner}. ` },
			{ text: `${act}: `, bold: guardrail.state === 'breached' },
			{ text: guardrail.action },
		];
	});
	return [{ id: 'guardrails', title: 'Guardrails', parts: [sentenceList(sentences)] }];
}

function metricText({ metric, segment }: LabInput['outcome']['guardrails'][number], { scenario }: LabInput): string {
	const { label, means } = METRIC_LABELS[metric];
	const name = figureName(scenario, metric, segment);
	return means === label ? name : `${name} (${means})`;
}

const rowLines = (row: LabInput['scenario']['rows'][number]): readonly Line[] =>
	reviewLines(row).map((line) => [{ text: `${row.name}, ` }, ...line]);
