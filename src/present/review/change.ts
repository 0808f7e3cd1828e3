import type { MetricName } from '../../engine/index.js';
import type { Line, TableModel } from '../../text/line.js';
import type { LabInput } from '../board/lab-input.js';
import { compareCell } from '../board/summary.js';
import { metricCell, textCell } from '../format/cells.js';
import { STATE_TEXT } from '../format/guardrail-text.js';
import { METRIC_LABELS } from '../format/labels.js';
import { changesMade } from '../pressure/change.js';
import { captionedTable, fact, type Part, paragraphs, type ReviewInput, type Section, said } from './document.js';
import { limitOf } from './guardrails.js';
import { column, figures, metricTitle, row } from './tables.js';

/** What changes and for whom, what was expected of it, and what the model says. */
export function changeSection(input: ReviewInput): Section {
	return {
		id: 'change',
		title: 'What changes, and for which slice',
		parts: [...inWords(input), ...differing(input), captionedTable(effectTable(input.lab))],
	};
}

function inWords({ worksheet, lab }: ReviewInput): readonly Part[] {
	if (worksheet === null) return [paragraphs('Nobody said it in words: this scenario is no worksheet.')];
	const { change, slice, template, models, expected } = worksheet;
	const facts = [
		fact('Change', said(change, 'not said')),
		fact('For which requests', said(slice, 'not said')),
		fact('Small model', said(models.small, 'not named')),
		fact('Strong model', said(models.strong, 'not named')),
		fact('Started from', said(template, 'no template')),
		fact('Expected, before looking', said(expected, 'nothing was said before looking')),
		fact('At risk, said before looking', atRisk(worksheet, lab)),
	];
	return [{ kind: 'facts', facts }];
}

/** The guardrail that was feared for, and how it stands. */
function atRisk({ atRisk: metric }: NonNullable<ReviewInput['worksheet']>, lab: LabInput): Line {
	const { outcome, scenario } = lab;
	if (metric === null) return said(null, 'nothing was said before looking');
	const set = outcome.guardrails.filter((guardrail) => guardrail.metric === metric);
	if (set.length === 0) return [{ text: `${metricTitle(metric)}; no guardrail is set on it` }];
	return [
		{ text: metricTitle(metric) },
		...set.flatMap((guardrail): Line => {
			const of = scenario.segments.find(({ id }) => id === guardrail.segment)?.name;
			return [
				{ text: `; limit ${limitOf(guardrail, lab)}${of === undefined ? '' : ` in ${of}`}: ` },
				STATE_TEXT[guardrail.state],
			];
		}),
	];
}

/** The inputs that differ from the baseline, whoever changed them. */
function differing({ lab, edits }: ReviewInput): readonly Part[] {
	const changes = changesMade(lab);
	const set = edits.length === 0 ? [] : [paragraphs(`On top of the file: ${edits.join(', ')}.`)];
	if (changes.length === 0) return [...set, paragraphs(`No input differs from ${lab.baselineName}.`)];
	const table: TableModel = {
		id: 'changes',
		title: `Inputs that differ from ${lab.baselineName}`,
		columns: [column('what', 'input'), figures('from', 'from'), figures('to', 'to'), column('where', 'where')],
		rows: changes.map(({ label, from, to, note }, i) =>
			row(`change-${i + 1}`, [textCell(label || 'also'), textCell(from), textCell(to), textCell(note)]),
		),
		notes: [],
	};
	return [...set, captionedTable(table)];
}

/** What a review looks at first, in order. */
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

/** What the change comes to: each figure before and after, rates apart in points, money and time relative to it. */
function effectTable({ outcome, baselineName }: LabInput): TableModel {
	return {
		id: 'effect',
		title: `What the model says, against ${baselineName}`,
		columns: [
			column('measure', 'measure'),
			figures('before', baselineName),
			figures('now', 'with the change'),
			figures('change', 'difference'),
			column('means', 'what it counts'),
		],
		rows: EFFECTS.map((metric) => {
			const [from, to] = [outcome.compared.metrics[metric], outcome.metrics[metric]];
			return row(metric, [
				textCell(`${metricTitle(metric)}${unitOf(metric)}`),
				metricCell(metric, outcome.compared),
				metricCell(metric, outcome),
				compareCell(metric, from, to),
				textCell(METRIC_LABELS[metric].means.replace(/, USD$/, ''), 'dim'),
			]);
		}),
		notes: [],
	};
}

const unitOf = (metric: MetricName): string => (/cost/i.test(metric) ? ', USD' : '');
