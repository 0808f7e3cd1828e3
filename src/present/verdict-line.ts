import type { GuardrailStatus, Outcome } from '../engine/outcome-types.js';
import { NOT_MEASURED, percent } from './format.js';
import { VERDICT_TEXT } from './guardrail-text.js';
import type { Line, Tone } from './table/model.js';

/** The verdict, and what the change saves. */
export function verdictLine(outcome: Outcome, baselineName: string): Line {
	const { text, tone } = VERDICT_TEXT[outcome.verdict];
	return [{ text: `${text} `, tone, bold: true }, { text: ` ${savingText(outcome, baselineName)}` }];
}

function savingText({ metrics: { saving } }: Outcome, baselineName: string): string {
	if (saving === null) return `model spend against ${baselineName}: ${NOT_MEASURED}`;
	if (Math.abs(saving) < 0.0005) return `model spend is that of ${baselineName}`;
	return `model spend is ${percent(Math.abs(saving))} ${saving > 0 ? 'below' : 'above'} ${baselineName}`;
}

const GROUPS: readonly (readonly [GuardrailStatus, string, Tone])[] = [
	['breached', '✗ breached: ', 'bad'],
	['cannot-tell', '? unclear: ', 'unsure'],
	['held', '✓ held: ', 'good'],
];

/** Whose guardrails speak for and against the change. */
export function ownersLine({ guardrails }: Outcome): Line {
	if (guardrails.length === 0) return [{ text: 'no guardrail is set, so nothing can veto the saving', tone: 'unsure' }];
	return GROUPS.flatMap(([state, label, tone]): Line => {
		const owners = guardrails.filter((guardrail) => guardrail.state === state).map(({ owner }) => owner);
		return owners.length === 0 ? [] : [{ text: label, tone }, { text: `${owners.join(', ')}   ` }];
	});
}
