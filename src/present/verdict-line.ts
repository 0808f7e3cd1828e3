import type { Outcome } from '../engine/outcome-types.js';
import { NOT_MEASURED, percent } from './format.js';
import { VERDICT_TEXT } from './guardrail-text.js';
import type { Line } from './table/model.js';

/** The verdict and what it rests on, in one line: what the change saves, and which guardrails speak against it. */
export function verdictLine(outcome: Outcome, baselineName: string): Line {
	const { text, tone } = VERDICT_TEXT[outcome.verdict];
	return [
		{ text: ` ${text} `, tone, bold: true },
		{ text: `  ${savingText(outcome, baselineName)}; ${guardrailText(outcome)}` },
	];
}

function savingText({ metrics: { saving } }: Outcome, baselineName: string): string {
	if (saving === null) return `saving ${NOT_MEASURED}`;
	if (Math.abs(saving) < 0.0005) return `spends the same as ${baselineName}`;
	return `${saving > 0 ? 'saves' : 'adds'} ${percent(Math.abs(saving))} of ${baselineName} spend`;
}

function guardrailText({ guardrails }: Outcome): string {
	if (guardrails.length === 0) return 'no guardrail is set, so nothing can veto it';
	const count = (state: string): number => guardrails.filter((g) => g.state === state).length;
	const parts = [
		[count('breached'), 'breached'],
		[count('cannot-tell'), 'unclear'],
		[count('held'), 'held'],
	] as const;
	return `guardrails: ${parts.flatMap(([n, word]) => (n > 0 ? [`${n} ${word}`] : [])).join(', ')}`;
}
