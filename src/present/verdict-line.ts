import type { GuardrailStatus, Outcome } from '../engine/outcome-types.js';
import { NOT_MEASURED, percent } from './format.js';
import { VERDICT_TEXT } from './guardrail-text.js';
import { METRIC_LABELS } from './metric-labels.js';
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

/**
 * What a resolved request costs once people and silent failures are counted: a bill that falls may hide that it rises.
 * null: not measured.
 */
export function allCounted({ metrics, baseline }: Outcome, baselineName: string): Line | null {
	const [now, was] = [metrics.totalCostPerResolved, baseline.totalCostPerResolved];
	if (now === null || was === null || was === 0) return null;
	const change = now / was - 1;
	const same = Math.abs(change) < 0.0005;
	const words = same
		? `as much as on ${baselineName}`
		: `${percent(Math.abs(change))} ${change > 0 ? 'more ▲' : 'less ▼'} than on ${baselineName}`;
	return [
		{ text: 'all counted', bold: true },
		{ text: ' (people, silent failures) a resolved request costs ' },
		{ text: words, tone: same ? 'plain' : change > 0 ? 'bad' : 'good', bold: true },
	];
}

const GROUPS: readonly (readonly [GuardrailStatus, string, Tone])[] = [
	['breached', '✗ breached: ', 'bad'],
	['cannot-tell', '? unclear: ', 'unsure'],
];

/** The guardrails that speak against the change, each with its owner, and how many hold. */
export function guardrailLine({ guardrails }: Outcome): Line {
	if (guardrails.length === 0) return [{ text: 'no guardrail is set, so nothing can veto the saving', tone: 'unsure' }];
	const against = GROUPS.flatMap(([state, label, tone]): Line => {
		const named = guardrails
			.filter((guardrail) => guardrail.state === state)
			.map(({ metric, owner }) => `${METRIC_LABELS[metric].label} (${owner})`);
		return named.length === 0 ? [] : [{ text: label, tone }, { text: `${named.join(', ')}   ` }];
	});
	const held = guardrails.filter(({ state }) => state === 'held').length;
	return held === 0
		? against
		: [...against, { text: '✓ held: ', tone: 'good' }, { text: `${held} of ${guardrails.length}` }];
}

/** What the owners of breached guardrails do now. */
export function actionLines({ guardrails }: Outcome): readonly Line[] {
	return guardrails
		.filter(({ state }) => state === 'breached')
		.map(({ metric, owner, action }) => [
			{ text: `${METRIC_LABELS[metric].label}, ${owner}: `, tone: 'bad' },
			{ text: action },
		]);
}
