import { scenarioAt } from '../../../engine/expectations/index.js';
import { metricUnit } from '../../../engine/inputs/index.js';
import { computeLab, type LabInput } from '../../../present/board/lab-input.js';
import { boardSummary } from '../../../present/board/summary.js';
import { totalCostLine } from '../../../present/board/verdict-line.js';
import { inUnit, NOT_MEASURED } from '../../../present/format/format.js';
import { VERDICT_TEXT } from '../../../present/format/guardrail-text.js';
import { METRIC_LABELS, ownBaselineName } from '../../../present/format/labels.js';
import { verdictBlock } from '../../../present/pane/pane.js';
import type { Line } from '../../../text/line.js';
import { ASSUMPTION_ID, assumptionOf, gapsOf, type Sheet } from '../../../worksheet/index.js';
import { headingPart, type Part, tablePart } from './part.js';

/** Returns the parts that compare what the reader expected with what the board computes. */
export function boardParts(sheet: Sheet, input: LabInput): readonly Part[] {
	const { expected, atRisk } = sheet.worksheet;
	const counted = totalCostLine(input.outcome, ownBaselineName(input.scenario));
	const expectation: Line = [
		{ text: 'You said: ', bold: true },
		{ text: expected?.replace(/\.$/, '') ?? 'nothing yet', tone: expected === null ? 'unsure' : 'plain' },
		...(atRisk === null ? [] : [{ text: `. At risk: ${METRIC_LABELS[atRisk].label}.` }]),
	];
	return [
		headingPart('The board'),
		{ kind: 'text', line: expectation },
		{ kind: 'block', block: verdictBlock(input) },
		...(counted ? [{ kind: 'text', line: counted } as const] : []),
		tablePart(boardSummary(input)),
		...assumptionParts(sheet),
	];
}

/** Returns the verdict with the other value of the varied assumption; empty: none is varied. */
function assumptionParts(sheet: Sheet): readonly Part[] {
	const state = assumptionOf(sheet);
	const varied = state && scenarioAt(sheet.scenario, ASSUMPTION_ID);
	if (!state || !varied) return [];
	const { outcome } = computeLab(varied, null, null);
	const { text: verdict, tone } = VERDICT_TEXT[outcome.verdict];
	const figure = (metric: 'cost' | 'resolution' | 'silent'): string => {
		const value = outcome.metrics[metric];
		return `${METRIC_LABELS[metric].label} ${value === null ? NOT_MEASURED : inUnit(value, metricUnit(metric))}`;
	};
	return [
		{
			kind: 'text',
			line: [
				{ text: `${state.name}: `, bold: true },
				{ text: verdict, tone, bold: true },
				{ text: `  ${figure('cost')}, ${figure('resolution')}, ${figure('silent')}` },
			],
		},
	];
}

/** Returns a list of the gaps that keep the worksheet from being reviewed. */
export function gapParts(sheet: Sheet): readonly Part[] {
	const gaps = gapsOf(sheet);
	if (gaps.length === 0)
		return [{ kind: 'text', line: [{ text: '✓ Ready for review. e writes the artifact.', tone: 'good' }] }];
	return [
		headingPart(
			`Not ready for review: ${gaps.length === 1 ? 'one thing is' : `${gaps.length} things are`} missing (i goes to the first)`,
		),
		...gaps.map(({ says }): Part => ({ kind: 'text', line: [{ text: `– ${says}`, tone: 'unsure' }] })),
	];
}
