import type { MetricName } from '../../engine/index.js';
import type { Line, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { changeCell } from '../board/summary.js';
import { metricCell, textCell } from '../format/cells.js';
import { STATE_TEXT } from '../format/guardrail-text.js';
import { METRIC_LABELS } from '../format/labels.js';
import { listChanges } from '../pressure/change.js';
import { captionedTable, fact, type Part, paragraphs, type ReviewInput, type Section, statedText } from './document.js';
import { limitInWords } from './guardrails.js';
import { bodyRow, column, figureColumn, metricTitle } from './tables.js';

/** Returns the section on what changes and for whom, what was expected of it, and what the model says. */
export function changeSection(input: ReviewInput): Section {
	return {
		id: 'change',
		title: 'What changes, and for which segment',
		parts: [...statedParts(input), ...differenceParts(input), captionedTable(effectTable(input.lab))],
	};
}

function statedParts({ worksheet, lab }: ReviewInput): readonly Part[] {
	if (worksheet === null) return [paragraphs('Nobody said it in words: this scenario is no worksheet.')];
	const { change, slice, template, models, expected } = worksheet;
	const facts = [
		fact('Change', statedText(change, 'not said')),
		fact('For which requests', statedText(slice, 'not said')),
		fact('Small model', statedText(models.small, 'not named')),
		fact('Strong model', statedText(models.strong, 'not named')),
		fact('Started from', statedText(template, 'no template')),
		fact('Expected, before looking', statedText(expected, 'nothing was said before looking')),
		fact('At risk, said before looking', atRisk(worksheet, lab)),
	];
	return [{ kind: 'facts', facts }];
}

/** Returns the guardrail that was named as at risk, with its state. */
function atRisk({ atRisk: metric }: NonNullable<ReviewInput['worksheet']>, lab: LabInput): Line {
	const { outcome, scenario } = lab;
	if (metric === null) return statedText(null, 'nothing was said before looking');
	const guardrails = outcome.guardrails.filter((guardrail) => guardrail.metric === metric);
	if (guardrails.length === 0) return [{ text: `${metricTitle(metric)}; no guardrail is set on it` }];
	return [
		{ text: metricTitle(metric) },
		...guardrails.flatMap((guardrail): Line => {
			const segmentName = scenario.segments.find(({ id }) => id === guardrail.segment)?.name;
			return [
				{ text: `; limit ${limitInWords(guardrail, lab)}${segmentName === undefined ? '' : ` in ${segmentName}`}: ` },
				STATE_TEXT[guardrail.state],
			];
		}),
	];
}

/** Returns the inputs that differ from the baseline. */
function differenceParts({ lab, edits }: ReviewInput): readonly Part[] {
	const changes = listChanges(lab);
	const editParts = edits.length === 0 ? [] : [paragraphs(`On top of the file: ${edits.join(', ')}.`)];
	if (changes.length === 0) return [...editParts, paragraphs(`No input differs from ${lab.baselineName}.`)];
	const table: TableModel = {
		id: 'changes',
		title: `Inputs that differ from ${lab.baselineName}`,
		columns: [
			column('what', 'input'),
			figureColumn('from', 'from'),
			figureColumn('to', 'to'),
			column('where', 'where'),
		],
		rows: changes.map(({ label, from, to, note }, i) =>
			bodyRow(`change-${i + 1}`, [textCell(label || 'also'), textCell(from), textCell(to), textCell(note)]),
		),
		notes: [],
	};
	return [...editParts, captionedTable(table)];
}

/** Metrics that a review looks at first, in order. */
const EFFECTS: readonly MetricName[] = [
	'cost',
	'resolution',
	'totalCostPerResolved',
	'handoff',
	'silent',
	'costPerResolved',
	'latencyP95',
	'highRiskSmall',
];

/** Returns each figure before and after the change, with the difference in points for rates, otherwise relative. */
function effectTable({ outcome, baselineName }: LabInput): TableModel {
	return {
		id: 'effect',
		title: `What the model says, against ${baselineName}`,
		columns: [
			column('measure', 'measure'),
			figureColumn('before', baselineName),
			figureColumn('now', 'with the change'),
			figureColumn('change', 'difference'),
			column('means', 'what it counts'),
		],
		rows: EFFECTS.map((metric) => {
			const [from, to] = [outcome.reference.metrics[metric], outcome.metrics[metric]];
			return bodyRow(metric, [
				textCell(metricTitle(metric)),
				metricCell(metric, outcome.reference),
				metricCell(metric, outcome),
				changeCell(metric, from, to),
				textCell(METRIC_LABELS[metric].means, 'dim'),
			]);
		}),
		notes: [],
	};
}
