import {
	type Bound,
	baselineFigure,
	type Condition,
	type Figure,
	figureOf,
	type Moment,
	measureEdited,
	scenarioAt,
} from '../../engine/expectations/index.js';
import { computeOutcome } from '../../engine/index.js';
import { inputAt, inputName, type Unit } from '../../engine/inputs/index.js';
import type { GuardrailState } from '../../engine/outcome-types.js';
import type { Scenario } from '../../engine/scenario.js';
import { digitsToDistinguish, inUnit, NOT_MEASURED } from './format.js';
import { limitFigure, measuredText, STATE_TEXT, VERDICT_TEXT } from './guardrail-text.js';
import { figureName, figureUnit, METRIC_LABELS, ownBaselineName } from './labels.js';

/** A condition as shown to the reader while editing. */
export interface ConditionModel {
	readonly holds: boolean;
	/** What it is about: `resolution`. */
	readonly name: string;
	/** What is asked: `≥ 96.1%`. A limit that compares is worked out for the present state. */
	readonly limit: string;
	/** The condition in words: `resolution ≥ 96.1%`. */
	readonly requirement: string;
	/** The current value, with digits enough to tell it from the limit. */
	readonly current: string;
	/** What decided the current verdict; empty: it holds, or the condition is about something else. */
	readonly cause: string;
	/**
	 * The condition in one line if guardrails keep it open that are within their noise, with their figures: from the longest
	 * wording to the shortest. Empty: it holds, or is open for another reason.
	 */
	readonly unclear: readonly string[];
	/** The figure that the limit is relative to; null: none, or not measured. */
	readonly reference: number | null;
	/** Additional decimals that tell the current value and the limit apart. */
	readonly more: number;
}

/**
 * Evaluates a condition and puts it into words.
 *
 * @param loaded the scenario as its file has it, for the states that figures are compared with
 * @param now the scenario after the reader's edits
 */
export function conditionModel(condition: Condition, loaded: Scenario, now: Scenario): ConditionModel {
	const { holds, value } = measureEdited(loaded, now, condition);
	const model = (name: string, limit: string, current: string, cause = ''): ConditionModel => ({
		holds,
		name,
		limit,
		requirement: `${name} ${limit}`,
		current,
		cause,
		unclear: [],
		reference: null,
		more: 0,
	});
	const numeric = typeof value === 'number' ? value : null;
	switch (condition.kind) {
		case 'bound':
			return boundModel(condition, loaded, now, model);
		case 'input': {
			const input = inputAt(now, condition.path);
			if (!input) return model(condition.path, '', 'not there');
			// A board of one segment needs no name for it.
			const isOnly = input.keys[0] === 'segments' && now.segments.length === 1;
			const name = isOnly ? input.label : inputName(now, input);
			if (condition.is !== undefined) return model(name, condition.is, String(value ?? 'off'));
			const more = digitsBetween(numeric, condition, input.unit);
			const show = (shown: number): string => inUnit(shown, input.unit, more);
			const isOff = now.check === null && condition.path.startsWith('check.');
			const missing = isOff ? 'off' : NOT_MEASURED;
			return model(name, limitsText(condition, show), numeric === null ? missing : show(numeric));
		}
		case 'verdict': {
			const [wanted, found] = [condition.verdict, computeOutcome(now).verdict].map((one) => VERDICT_TEXT[one].text);
			const verdict = model('verdict', wanted ?? '', found ?? '', holds ? '' : causeText(now));
			return holds ? verdict : { ...verdict, unclear: unclearVerdict(verdict, now) };
		}
		case 'guardrail': {
			const { metric, segment, stands } = condition;
			const name = figureName(loaded, metric, segment);
			const found = value === null ? 'not there' : stateText(value as 'held');
			const guardrail = model(`guardrail on ${name}`, stateText(stands), found);
			const unclear = unclearGuardrails(now).find((one) => one.metric === metric && one.segment === segment);
			const head = `${name} ${found}, needs ${stateText(stands)}`;
			return holds || !unclear
				? guardrail
				: { ...guardrail, unclear: [true, false].map((limits) => `${head}: ${noisyText(unclear, limits)}`) };
		}
		case 'alarm': {
			const { metric, week, before } = condition;
			const when = week === undefined ? 'alarms' : week === null ? 'never alarms' : `alarms in week ${week}`;
			const first = before === undefined ? '' : ` before ${METRIC_LABELS[before].label}`;
			return model(METRIC_LABELS[metric].label, `${when}${first}`, numeric === null ? 'no alarm' : `week ${numeric}`);
		}
	}
}

/** Returns the model of a bound. A comparison is shown as the value that it amounts to. */
function boundModel(
	{ figure, segment, against, atLeast, atMost }: Bound,
	loaded: Scenario,
	now: Scenario,
	model: (name: string, limit: string, current: string) => ConditionModel,
): ConditionModel {
	const name = figureName(loaded, figure, segment);
	const value = figureOf(now, figure, segment);
	const reference = against && referenceValue(against.moment, figure, segment, loaded, now);
	if (reference === null) return model(name, `against ${momentName(against?.moment ?? null, loaded)}`, NOT_MEASURED);
	const toLimit = (bound: number | null): number | null => {
		if (bound === null || !against || reference === undefined) return bound;
		return against.as === 'ratio' ? reference * bound : reference + bound;
	};
	const limits = { atLeast: toLimit(atLeast), atMost: toLimit(atMost) };
	const unit = figureUnit(figure);
	const more = digitsBetween(value, limits, unit);
	const show = (shown: number): string => inUnit(shown, unit, more);
	const current = value === null ? NOT_MEASURED : show(value);
	return { ...model(name, limitsText(limits, show), current), reference: reference ?? null, more };
}

/** Returns how many additional decimals tell a value and its limits apart. */
function digitsBetween(
	value: number | null,
	{ atLeast, atMost }: Pick<Bound, 'atLeast' | 'atMost'>,
	unit: Unit,
): number {
	const digits = (limit: number | null): number =>
		limit === null || value === null ? 0 : digitsToDistinguish(value, limit, unit);
	return Math.max(digits(atLeast), digits(atMost));
}

function referenceValue(
	moment: Moment | 'baseline',
	figure: Figure,
	segment: string | null,
	loaded: Scenario,
	now: Scenario,
): number | null {
	if (moment === 'baseline') return baselineFigure(now, figure, segment);
	const then = scenarioAt(loaded, moment);
	return then && figureOf(then, figure, segment);
}

/** Returns what decided the verdict. */
function causeText(now: Scenario): string {
	const { verdict, decidedBy, guardrails } = computeOutcome(now);
	const wanted = verdict === 'roll-back' ? 'breached' : verdict === 'canary' ? 'cannot-tell' : null;
	const deciding = guardrails.filter(({ state }) => state === wanted);
	const because =
		deciding.length > 0
			? deciding.map(({ metric, segment, state }) => `${figureName(now, metric, segment)} ${stateText(state)}`)
			: decidedBy.map((metric) => METRIC_LABELS[metric].label);
	return because.join('; ');
}

type Unclear = GuardrailState & { readonly value: number };

/** Returns the guardrails whose value is too near its limit to tell. */
const unclearGuardrails = (now: Scenario): readonly Unclear[] =>
	computeOutcome(now).guardrails.flatMap((guardrail) =>
		guardrail.state === 'cannot-tell' && guardrail.value !== null ? [{ ...guardrail, value: guardrail.value }] : [],
	);

/** Returns a value with its noise, and its limit if wanted: `1.15% ±0.25 pt, limit 1.10%`. */
const noisyText = (state: Unclear, limits: boolean): string =>
	`${measuredText(state)}${limits ? `, limit ${limitFigure(state)}` : ''}`;

/** Returns the wordings of a verdict that waits for unclear guardrails; empty: it is another verdict. */
function unclearVerdict({ name, current, limit }: ConditionModel, now: Scenario): readonly string[] {
	const [first, ...others] = computeOutcome(now).verdict === 'canary' ? unclearGuardrails(now) : [];
	if (!first) return [];
	const head = `${name} ${current}, needs ${limit}: `;
	const say = (one: Unclear, limits: boolean): string =>
		`${figureName(now, one.metric, one.segment)} ${noisyText(one, limits)}`;
	const more = others.length === 0 ? '' : `; ${others.length} more`;
	return [
		`${head}${[first, ...others].map((one) => say(one, true)).join('; ')}`,
		`${head}${say(first, true)}${more}`,
		`${head}${say(first, false)}${more}`,
		`${current}, needs ${limit}: ${say(first, false)}`,
	];
}

const stateText = (state: keyof typeof STATE_TEXT): string => STATE_TEXT[state].text.slice(2);

function momentName(moment: Moment | 'baseline', scenario: Scenario): string {
	if (moment === 'baseline') return ownBaselineName(scenario);
	if (moment === null) return 'how it was loaded';
	return typeof moment === 'number'
		? `week ${moment}`
		: (scenario.states.find(({ id }) => id === moment)?.name ?? moment);
}

function limitsText({ atLeast, atMost }: Pick<Bound, 'atLeast' | 'atMost'>, show: (value: number) => string): string {
	if (atLeast !== null && atMost !== null)
		return atLeast === atMost ? `= ${show(atLeast)}` : `${show(atLeast)} to ${show(atMost)}`;
	return atLeast !== null ? `≥ ${show(atLeast)}` : `≤ ${show(atMost ?? 0)}`;
}
