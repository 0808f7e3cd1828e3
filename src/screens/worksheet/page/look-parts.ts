import { scenarioAt } from '../../../engine/expectations/index.js';
import { metricUnit } from '../../../engine/inputs/index.js';
import { computeLab, type LabInput } from '../../../present/board/lab-input.js';
import { boardSummary } from '../../../present/board/summary.js';
import { allCounted } from '../../../present/board/verdict-line.js';
import { inUnit, NOT_MEASURED } from '../../../present/format/format.js';
import { VERDICT_TEXT } from '../../../present/format/guardrail-text.js';
import { METRIC_LABELS, ownBaselineName } from '../../../present/format/labels.js';
import { verdictBlock } from '../../../present/pane/pane.js';
import type { Line } from '../../../text/line.js';
import { ASSUMPTION, assumptionOf, gapsOf, type Sheet } from '../../../worksheet/index.js';
import { heading, type Part, table } from './part.js';

/** What was said beforehand, and what the board says. */
export function lookParts(sheet: Sheet, input: LabInput): readonly Part[] {
	const { expected, atRisk } = sheet.worksheet;
	const counted = allCounted(input.outcome, ownBaselineName(input.scenario));
	const said: Line = [
		{ text: 'You said: ', bold: true },
		{ text: expected?.replace(/\.$/, '') ?? 'nothing yet', tone: expected === null ? 'unsure' : 'plain' },
		...(atRisk === null ? [] : [{ text: `. At risk: ${METRIC_LABELS[atRisk].label}.` }]),
	];
	return [
		heading('The board'),
		{ kind: 'text', line: said },
		{ kind: 'block', block: verdictBlock(input) },
		...(counted ? [{ kind: 'text', line: counted } as const] : []),
		table(boardSummary(input)),
		...assumptionParts(sheet),
	];
}

/** The verdict if the one assumption is another one. */
function assumptionParts(sheet: Sheet): readonly Part[] {
	const state = assumptionOf(sheet);
	const there = state && scenarioAt(sheet.scenario, ASSUMPTION);
	if (!state || !there) return [];
	const { outcome } = computeLab(there, null, null);
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

/** What a review would miss. */
export function gapParts(sheet: Sheet): readonly Part[] {
	const gaps = gapsOf(sheet);
	if (gaps.length === 0)
		return [{ kind: 'text', line: [{ text: '✓ Ready for review. e writes the artifact.', tone: 'good' }] }];
	return [
		heading(
			`Not ready for review: ${gaps.length === 1 ? 'one thing is' : `${gaps.length} things are`} missing (i goes to the first)`,
		),
		...gaps.map(({ says }): Part => ({ kind: 'text', line: [{ text: `– ${says}`, tone: 'unsure' }] })),
	];
}
