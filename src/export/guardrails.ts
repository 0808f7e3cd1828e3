import type { LabInput } from '../present/board/lab-input.js';
import { guardedCell } from '../present/board/summary.js';
import { limitText, STATE_TEXT } from '../present/format/guardrail-text.js';
import { METRIC_LABELS } from '../present/format/labels.js';
import type { ReportSection } from '../present/review/report-model.js';
import type { Line } from '../text/line.js';

type Guardrail = LabInput['outcome']['guardrails'][number];

/** Every guardrail with its window, its owner and what they do when it breaks; empty where none is set. */
export function guardrailSections({ scenario, outcome }: LabInput): readonly ReportSection[] {
	if (outcome.guardrails.length === 0) return [];
	const name = (id: string): string => scenario.segments.find((segment) => segment.id === id)?.name ?? id;
	const sentences = outcome.guardrails.map((guardrail): Line => {
		const { text, tone } = STATE_TEXT[guardrail.state];
		const window = guardrail.window === null ? '' : `, watched for ${guardrail.window}`;
		const act = guardrail.state === 'breached' ? 'What to do' : 'If it breaks';
		return [
			{ text: `${text} `, tone, bold: true },
			{ text: `${inWords(guardrail)}${guardrail.segment === null ? '' : ` of ${name(guardrail.segment)}`}: ` },
			{ text: `${guardedCell(guardrail).text}, limit ${limitText(guardrail)}${window}. ` },
			{ text: `Owner: ${guardrail.owner}. ` },
			{ text: `${act}: `, bold: guardrail.state === 'breached' },
			{ text: guardrail.action },
		];
	});
	return [{ title: 'Guardrails', blocks: [{ kind: 'words', sentences, lines: 0 }] }];
}

function inWords({ metric }: Guardrail): string {
	const { label, means } = METRIC_LABELS[metric];
	const short = label.replace(/, USD$/, '');
	return means === short ? short : `${short} (${means})`;
}
