import type { Gain, GuardrailState, GuardrailStatus, Outcome } from '../../engine/outcome-types.js';
import type { Line, Tone } from '../../text/line.js';
import { inUnit, percent } from '../format/format.js';
import { halfWidthText, limitFigure, VERDICT_TEXT, valueFigure } from '../format/guardrail-text.js';
import { METRIC_LABELS } from '../format/labels.js';
import { nullWords } from '../format/null-words.js';

/** The verdict, and what decided it. `baselineName` is that of the scenario's own baseline. */
export function verdictLine(outcome: Outcome, baselineName: string): Line {
	const { text, tone } = VERDICT_TEXT[outcome.verdict];
	return [{ text: `${text} `, tone, bold: true }, { text: ` ${causeText(outcome, baselineName)}` }];
}

/** What decided the verdict, with its figures. */
export function causeText(outcome: Outcome, baselineName: string): string {
	const { verdict, decidedBy, gain, guardrails } = outcome;
	const byGain = decidedBy.includes(gain.metric);
	switch (verdict) {
		case 'roll-back':
			return listed(guardrails.filter(({ state }) => state === 'breached').map(guardrailText));
		case 'measure-first':
			return 'resolution is not measured, and spend alone is no evidence';
		case 'no-gain':
			if (!byGain) return `spend is not below that of ${baselineName}, and the gain is within the noise`;
			return gain.noise === 0 && Math.abs(gain.value ?? 0) < 1e-12
				? `nothing is gained or lost against ${baselineName}`
				: gainText(outcome, baselineName);
		case 'canary': {
			const unclear = guardrails.filter(({ state }) => state === 'cannot-tell').map(guardrailText);
			if (unclear.length > 0) return `it cannot be told yet: ${listed(unclear)}`;
			return gain.value === null || gain.noise === null
				? `what it gains, all counted, is ${gain.value === null ? 'not measured' : 'open: labels are missing'}`
				: 'the gain, all counted, is within the noise';
		}
		case 'ship':
			return byGain
				? gainText(outcome, baselineName)
				: 'spend falls and resolution holds; the gain, all counted, is within the noise';
	}
}

/** `resolution 94.1%, limit 96.1% (product)`: what a guardrail has to say, and to whom. */
function guardrailText(state: GuardrailState): string {
	const { metric, value, noise, owner, segment } = state;
	const name = `${METRIC_LABELS[metric].label}${segment === null ? '' : ` of ${segment}`}`;
	if (value === null) return `${name} has no value (${owner})`;
	const open =
		state.state === 'cannot-tell' && noise !== 0
			? ` ${noise === null ? '± ?' : halfWidthText({ ...state, noise })}`
			: '';
	return `${name} ${valueFigure({ ...state, value })}${open}, limit ${limitFigure(state)} (${owner})`;
}

const MOST_NAMED = 2;
const listed = (texts: readonly string[]): string =>
	texts.length > MOST_NAMED
		? `${texts.slice(0, MOST_NAMED).join('; ')}; and ${texts.length - MOST_NAMED} more`
		: texts.join('; ');

/** What a resolved request costs against the baseline, in words. */
const gainText = (outcome: Outcome, baselineName: string): string => {
	const { text, open } = change(outcome);
	return `${counted(outcome.gain)} ${text}${open} than on ${baselineName}`;
};

const counted = ({ metric }: Gain): string =>
	metric === 'totalCostPerResolved' ? 'all counted, a resolved request costs' : 'a resolved request spends';

/** By how much a resolved request is dearer: relative to the baseline, or in USD where that costs nothing. */
function change({ gain, baseline }: Outcome): { readonly text: string; readonly open: string; readonly by: number } {
	const [by, from] = [-(gain.value ?? 0), baseline[gain.metric] ?? 0];
	const size = (usd: number): string =>
		from > 0 ? percent(Math.abs(usd) / from) : `USD ${inUnit(Math.abs(usd), 'money')}`;
	const open = gain.noise === null || gain.noise === 0 ? '' : ` (±${size(gain.noise).replace('%', '')})`;
	return { text: `${size(by)} ${by > 0 ? 'more' : 'less'}`, open, by: from > 0 ? by / from : by };
}

/** What became of model spend. */
export function spendText({ metrics, baseline, why }: Outcome, baselineName: string): string {
	const { saving } = metrics;
	if (saving !== null) {
		if (Math.abs(saving) < 0.0005) return `model spend is that of ${baselineName}`;
		return `model spend is ${percent(Math.abs(saving))} ${saving > 0 ? 'below' : 'above'} ${baselineName}`;
	}
	if (metrics.cost === null || baseline.cost === null)
		return `model spend against ${baselineName}: ${nullWords('saving', { metrics, why }).long}`;
	return `model spend goes from USD ${inUnit(baseline.cost, 'money')} on ${baselineName} to USD ${inUnit(metrics.cost, 'money')}`;
}

/**
 * What a resolved request costs once people and silent failures are counted: a bill that falls may hide that it rises.
 * null: not measured.
 */
export function allCounted(outcome: Outcome, baselineName: string): Line | null {
	const { gain } = outcome;
	if (gain.metric !== 'totalCostPerResolved' || gain.value === null) return null;
	const { text, open, by } = change(outcome);
	const same = Math.abs(by) < 0.0005;
	return [
		{ text: 'all counted', bold: true },
		{ text: ' (people, silent failures) a resolved request costs ' },
		same
			? { text: `as much as on ${baselineName}`, bold: true }
			: {
					text: `${text} ${by > 0 ? '▲' : '▼'}${open} than on ${baselineName}`,
					tone: by > 0 ? 'bad' : 'good',
					bold: true,
				},
	];
}

/** Spend, and what it comes to all counted where the verdict has not said it. */
export function moneyLine(outcome: Outcome, baselineName: string): Line {
	const { gain, decidedBy } = outcome;
	const spend = spendText(outcome, baselineName);
	if (gain.value === null || gain.metric !== 'totalCostPerResolved' || decidedBy.includes(gain.metric))
		return [{ text: spend }];
	const { text, open, by } = change(outcome);
	if (Math.abs(by) < 0.0005) return [{ text: spend }];
	return [
		{ text: `${spend}; all counted ` },
		{ text: `${text} ${by > 0 ? '▲' : '▼'}${open}`, tone: by > 0 ? 'bad' : 'good', bold: true },
	];
}

const GROUPS: readonly (readonly [GuardrailStatus, string, Tone])[] = [
	['breached', '✗ breached: ', 'bad'],
	['cannot-tell', '? unclear: ', 'unsure'],
];

/**
 * The guardrails that speak against the change, each with its owner, and how many hold.
 *
 * @param said a state whose guardrails were named already
 */
export function guardrailLine({ guardrails }: Outcome, said: GuardrailStatus | null = null): Line {
	if (guardrails.length === 0) return [{ text: 'no guardrail is set, so nothing can veto the saving', tone: 'unsure' }];
	const against = GROUPS.filter(([state]) => state !== said).flatMap(([state, label, tone]): Line => {
		const named = guardrails
			.filter((guardrail) => guardrail.state === state)
			.map(({ metric, owner }) => `${METRIC_LABELS[metric].label} (${owner})`);
		return named.length === 0 ? [] : [{ text: label, tone }, { text: `${named.join(', ')}   ` }];
	});
	const held = guardrails.filter(({ state }) => state === 'held').length;
	const none = guardrails.filter(({ state }) => state === 'not-applicable').length;
	return [
		...against,
		...(held === 0 && against.length > 0
			? []
			: [{ text: '✓ held: ', tone: 'good' as const }, { text: `${held} of ${guardrails.length}` }]),
		...(none === 0 ? [] : [{ text: `   – nothing to hold: ${none}`, tone: 'dim' as const }]),
	];
}

/** The verdict with its cause, what became of the money, and the guardrails that the cause has not named. */
export function verdictSentences(outcome: Outcome, baselineName: string): readonly Line[] {
	const named: GuardrailStatus | null =
		outcome.verdict === 'roll-back' ? 'breached' : outcome.verdict === 'canary' ? 'cannot-tell' : null;
	// More than the cause has room for are named with the others.
	const all = outcome.guardrails.filter(({ state }) => state === named).length <= MOST_NAMED;
	return [
		verdictLine(outcome, baselineName),
		moneyLine(outcome, baselineName),
		guardrailLine(outcome, all ? named : null),
	];
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
