import type { Gain, GuardrailState, GuardrailStatus, Outcome, Verdict } from '../../engine/outcome-types.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Line, Tone } from '../../text/line.js';
import { inUnit, NOT_MEASURED, percent, relative } from '../format/format.js';
import { limitFigure, measuredText, VERDICT_TEXT } from '../format/guardrail-text.js';
import { figureName, ownBaselineName } from '../format/labels.js';
import { nullReasonText } from '../format/null-reasons.js';

/** Returns the verdict and its cause. */
export function verdictLine(outcome: Outcome, scenario: Scenario): Line {
	const { text, tone } = VERDICT_TEXT[outcome.verdict];
	return [{ text: `${text} `, tone, bold: true }, { text: ` ${causeText(outcome, scenario)}` }];
}

/** Returns what decided the verdict, with its figures. */
export function causeText(outcome: Outcome, scenario: Scenario): string {
	const { verdict, decidedBy, gain, guardrails } = outcome;
	const baselineName = ownBaselineName(scenario);
	const guardrailText = (guardrail: GuardrailState): string =>
		`${limitedText(guardrail, scenario)} (${guardrail.owner})`;
	const isDecidedByGain = decidedBy.includes(gain.metric);
	switch (verdict) {
		case 'roll-back':
			return joinLimited(guardrails.filter(({ state }) => state === 'breached').map(guardrailText));
		case 'measure-first':
			return 'resolution is not measured, and spend alone is no evidence';
		case 'no-gain':
			if (!isDecidedByGain) return `spend is not below that of ${baselineName}, and the gain is within the noise`;
			return gain.noise === 0 && Math.abs(gain.value ?? 0) < 1e-12
				? `nothing is gained or lost against ${baselineName}`
				: gainText(outcome, baselineName);
		case 'canary': {
			const unclear = guardrails.filter(({ state }) => state === 'cannot-tell').map(guardrailText);
			if (unclear.length > 0) return `still unclear: ${joinLimited(unclear)}`;
			return gain.value === null || gain.noise === null
				? `what it gains, all counted, is ${gain.value === null ? 'not measured' : 'open: labels are missing'}`
				: 'the gain, all counted, is within the noise';
		}
		case 'ship':
			return isDecidedByGain
				? gainText(outcome, baselineName)
				: 'spend falls and resolution holds; the gain, all counted, is within the noise';
	}
}

/** Returns a guardrail with its value and limit: `silent failures, Policy exception 1.3%, limit 1.0%`. */
function limitedText(state: GuardrailState, scenario: Scenario): string {
	const { metric, value, segment } = state;
	const name = figureName(scenario, metric, segment);
	return value === null
		? `${name} has no value`
		: `${name} ${measuredText({ ...state, value })}, limit ${limitFigure(state)}`;
}

const MAX_NAMED = 2;
const joinLimited = (texts: readonly string[]): string =>
	texts.length > MAX_NAMED
		? `${texts.slice(0, MAX_NAMED).join('; ')}; and ${texts.length - MAX_NAMED} more`
		: texts.join('; ');

/** Returns the verdict with each guardrail that decided it on a line of its own, at most two, and model spend. */
export function glanceVerdict(outcome: Outcome, scenario: Scenario): readonly Line[] {
	const { text, tone } = VERDICT_TEXT[outcome.verdict];
	const state = DECIDING_STATES[outcome.verdict];
	const deciding = outcome.guardrails
		.filter((guardrail) => guardrail.state === state)
		.map((guardrail) => limitedText(guardrail, scenario));
	const [first = causeText(outcome, scenario), second, ...others] = deciding;
	const more = others.length === 0 ? '' : `, and ${others.length} more below`;
	return [
		[{ text: `${text}  `, tone, bold: true }, { text: first }, { text: `  (${spendShort(outcome)})`, tone: 'dim' }],
		...(second === undefined ? [] : [[{ text: ' '.repeat(text.length + 2) }, { text: `${second}${more}` }]]),
	];
}

/** State of the guardrails that decide a verdict; the others have another cause. */
const DECIDING_STATES: Readonly<Partial<Record<Verdict, GuardrailStatus>>> = {
	'roll-back': 'breached',
	canary: 'cannot-tell',
};

/** Returns the change of model spend against the baseline: `spend −76.0%`. */
function spendShort({ metrics, baseline }: Outcome): string {
	const { saving, cost } = metrics;
	if (saving !== null) return `spend ${relative(1, 1 - saving)}`;
	return cost === null || baseline.cost === null
		? `spend ${NOT_MEASURED}`
		: `spend ${inUnit(baseline.cost, 'money')} → ${inUnit(cost, 'money')}`;
}

/**
 * Returns what a resolved request costs, all counted, against the baseline, with its noise: the net of what was saved
 * and what it costs elsewhere.
 */
export function netLine(outcome: Outcome, baselineName: string): Line {
	const { gain, metrics, baseline } = outcome;
	const [now, was] = [metrics[gain.metric], baseline[gain.metric]];
	const what = gain.metric === 'totalCostPerResolved' ? 'All counted, ' : 'In model spend, ';
	if (now === null || was === null)
		return [{ text: `${what}a resolved request costs: ${nullReasonText(gain.metric, outcome).long}`, tone: 'unsure' }];
	const { by } = costChange(outcome);
	const head = `${what}${inUnit(now, 'money')} per resolved request; ${baselineName} ${inUnit(was, 'money')} `;
	if (Math.abs(by) < 0.0005) return [{ text: `${head}(no change)` }];
	const change = was > 0 ? (relative(was, now) ?? '') : `+${inUnit(now - was, 'money')}`;
	const margin =
		gain.noise === null
			? ', noise unknown: no labels'
			: gain.noise === 0
				? ''
				: ` ±${was > 0 ? percent(gain.noise / was).replace('%', '') : inUnit(gain.noise, 'money')}`;
	return [{ text: head }, { text: `(${change}${margin})`, tone: by > 0 ? 'bad' : 'good', bold: true }];
}

/** Returns what a resolved request costs against the baseline, in words. */
const gainText = (outcome: Outcome, baselineName: string): string => {
	const { text, margin } = costChange(outcome);
	return `${costPhrase(outcome.gain)} ${text}${margin} than on ${baselineName}`;
};

const costPhrase = ({ metric }: Gain): string =>
	metric === 'totalCostPerResolved' ? 'all counted, a resolved request costs' : 'a resolved request spends';

/**
 * Returns the change in cost of a resolved request: relative to the baseline, or in USD if the baseline costs nothing.
 */
function costChange({ gain, baseline }: Outcome): {
	readonly text: string;
	readonly margin: string;
	readonly by: number;
} {
	const [by, from] = [-(gain.value ?? 0), baseline[gain.metric] ?? 0];
	const formatSize = (usd: number): string =>
		from > 0 ? percent(Math.abs(usd) / from) : inUnit(Math.abs(usd), 'money');
	const margin = gain.noise === null || gain.noise === 0 ? '' : ` (±${formatSize(gain.noise).replace('%', ' points')})`;
	return { text: `${formatSize(by)} ${by > 0 ? 'more' : 'less'}`, margin, by: from > 0 ? by / from : by };
}

/** Returns model spend against the baseline, in words. */
export function spendText({ metrics, baseline, why }: Outcome, baselineName: string): string {
	const { saving } = metrics;
	if (saving !== null) {
		if (Math.abs(saving) < 0.0005) return `model spend is that of ${baselineName}`;
		return `model spend is ${percent(Math.abs(saving))} ${saving > 0 ? 'below' : 'above'} ${baselineName}`;
	}
	if (metrics.cost === null || baseline.cost === null)
		return `model spend against ${baselineName}: ${nullReasonText('saving', { metrics, why }).long}`;
	return `model spend goes from ${inUnit(baseline.cost, 'money')} on ${baselineName} to ${inUnit(metrics.cost, 'money')}`;
}

/**
 * Returns the change in total cost of a resolved request, people and silent failures included: it may rise while model
 * spend falls. null: not measured.
 */
export function totalCostLine(outcome: Outcome, baselineName: string): Line | null {
	const { gain } = outcome;
	if (gain.metric !== 'totalCostPerResolved' || gain.value === null) return null;
	const { text, margin, by } = costChange(outcome);
	const same = Math.abs(by) < 0.0005;
	return [
		{ text: 'all counted', bold: true },
		{ text: ' (people, silent failures) a resolved request costs ' },
		same
			? { text: `as much as on ${baselineName}`, bold: true }
			: {
					text: `${text} ${by > 0 ? '▲' : '▼'}${margin} than on ${baselineName}`,
					tone: by > 0 ? 'bad' : 'good',
					bold: true,
				},
	];
}

/** Returns the change in model spend, and in total cost unless the verdict already names it. */
export function moneyLine(outcome: Outcome, baselineName: string): Line {
	const { gain, decidedBy } = outcome;
	const spend = spendText(outcome, baselineName);
	if (gain.value === null || gain.metric !== 'totalCostPerResolved' || decidedBy.includes(gain.metric))
		return [{ text: spend }];
	const { text, margin, by } = costChange(outcome);
	if (Math.abs(by) < 0.0005) return [{ text: spend }];
	return [
		{ text: `${spend}; ${costPhrase(gain)} ` },
		{ text: `${text} ${by > 0 ? '▲' : '▼'}${margin}`, tone: by > 0 ? 'bad' : 'good', bold: true },
	];
}

const GROUPS: readonly (readonly [GuardrailStatus, string, Tone])[] = [
	['breached', '✗ breached: ', 'bad'],
	['cannot-tell', '? unclear: ', 'unsure'],
];

/**
 * Returns the breached and unclear guardrails with their owners, and how many hold.
 *
 * @param said the state whose guardrails have been named before and are left out; null: none
 */
export function guardrailLine({ guardrails }: Outcome, scenario: Scenario, said: GuardrailStatus | null = null): Line {
	if (guardrails.length === 0) return [{ text: 'no guardrail is set, so nothing can veto the saving', tone: 'unsure' }];
	const opposed = GROUPS.filter(([state]) => state !== said).flatMap(([state, label, tone]): Line => {
		const names = guardrails
			.filter((guardrail) => guardrail.state === state)
			.map(({ metric, segment, owner }) => `${figureName(scenario, metric, segment)} (${owner})`);
		return names.length === 0 ? [] : [{ text: label, tone }, { text: `${names.join(', ')}   ` }];
	});
	const heldCount = guardrails.filter(({ state }) => state === 'held').length;
	const notApplicableCount = guardrails.filter(({ state }) => state === 'not-applicable').length;
	return [
		...opposed,
		...(heldCount === 0 && opposed.length > 0
			? []
			: [{ text: '✓ held: ', tone: 'good' as const }, { text: `${heldCount} of ${guardrails.length} guardrails` }]),
		...(notApplicableCount === 0
			? []
			: [{ text: `   – nothing to hold: ${notApplicableCount}`, tone: 'dim' as const }]),
	];
}

/** Returns the verdict with its cause, the money, and the guardrails that the cause does not name. */
export function verdictSentences(outcome: Outcome, scenario: Scenario): readonly Line[] {
	const namedState: GuardrailStatus | null =
		outcome.verdict === 'roll-back' ? 'breached' : outcome.verdict === 'canary' ? 'cannot-tell' : null;
	// If there are more than the cause names, the guardrail line lists them all.
	const allNamed = outcome.guardrails.filter(({ state }) => state === namedState).length <= MAX_NAMED;
	return [
		verdictLine(outcome, scenario),
		moneyLine(outcome, ownBaselineName(scenario)),
		guardrailLine(outcome, scenario, allNamed ? namedState : null),
	];
}

/** Returns the actions of the owners of breached guardrails. */
export function actionLines({ guardrails }: Outcome, scenario: Scenario): readonly Line[] {
	return guardrails
		.filter(({ state }) => state === 'breached')
		.map(({ metric, segment, owner, action }) => [
			{ text: `${figureName(scenario, metric, segment)}, ${owner}: `, tone: 'bad' },
			{ text: action },
		]);
}
