import { type Bound, type Condition, type Moment, measureNow } from '../../engine/expectations/index.js';
import { computeOutcome } from '../../engine/index.js';
import { inputAt, inputName, showValue, type Unit } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { difference, inUnit, NOT_MEASURED, number } from './format.js';
import { STATE_TEXT, VERDICT_TEXT } from './guardrail-text.js';
import { figureName, figureUnit, METRIC_LABELS, ownBaselineName } from './labels.js';

/** A condition as a reader sees it while editing. */
export interface ConditionModel {
	readonly holds: boolean;
	/** What is asked: `resolution against all strong ≥ −1.0 pt`. */
	readonly asks: string;
	/** What it is now. */
	readonly now: string;
	/** How far it is from there; empty where it holds, or is no distance. */
	readonly missing: string;
}

/**
 * @param loaded the scenario as its file has it, for the states that something is compared with
 * @param now the same after the reader's edits
 */
export function conditionModel(condition: Condition, loaded: Scenario, now: Scenario): ConditionModel {
	const measured = measureNow(loaded, now, condition);
	const { holds } = measured;
	const say = (asks: string, is: string, missing = ''): ConditionModel => ({ holds, asks, now: is, missing });
	const value = typeof measured.value === 'number' ? measured.value : null;
	switch (condition.kind) {
		case 'bound': {
			const show = shown(condition);
			const is = value === null ? NOT_MEASURED : show(value);
			return say(
				`${boundName(condition, loaded)} ${limits(condition, show)}`,
				is,
				measured.missing === null ? '' : away(distance(condition, measured.missing)),
			);
		}
		case 'input': {
			const input = inputAt(now, condition.path);
			if (!input) return say(condition.path, 'not there');
			const show = (number: number): string => showValue(input, number);
			const name = inputName(now, input);
			return condition.is === undefined
				? say(`${name} ${limits(condition, show)}`, value === null ? NOT_MEASURED : show(value))
				: say(`${name} ${condition.is}`, String(measured.value ?? 'off'));
		}
		case 'verdict':
			return say(`verdict ${VERDICT_TEXT[condition.verdict].text}`, verdictWords(now, holds));
		case 'guardrail':
			return say(
				`guardrail on ${figureName(loaded, condition.metric, condition.segment)}: ${wordOf(condition.stands)}`,
				measured.value === null ? 'not there' : wordOf(measured.value as 'held'),
			);
		case 'alarm': {
			const { metric, week, before } = condition;
			const when = week === undefined ? '' : week === null ? ' never' : ` in week ${week}`;
			const first = before === undefined ? '' : ` before ${METRIC_LABELS[before].label}`;
			return say(`${METRIC_LABELS[metric].label} alarms${when}${first}`, value === null ? 'no alarm' : `week ${value}`);
		}
	}
}

/** The verdict, and what decided it where that is not what is asked for. */
function verdictWords(now: Scenario, holds: boolean): string {
	const { verdict, decidedBy, guardrails } = computeOutcome(now);
	const { text } = VERDICT_TEXT[verdict];
	if (holds) return text;
	const wanted = verdict === 'roll-back' ? 'breached' : verdict === 'canary' ? 'cannot-tell' : null;
	const against = guardrails.filter(({ state }) => state === wanted);
	const because =
		against.length > 0
			? against.map(({ metric, segment, state }) => `${figureName(now, metric, segment)} ${wordOf(state)}`)
			: decidedBy.map((metric) => METRIC_LABELS[metric].label);
	return `${text}: ${because.join('; ')}`;
}

const wordOf = (state: keyof typeof STATE_TEXT): string => STATE_TEXT[state].text.slice(2);

function boundName({ figure, segment, against }: Bound, loaded: Scenario): string {
	const name = figureName(loaded, figure, segment);
	return against
		? `${name} ${against.as === 'ratio' ? 'as a multiple of' : 'against'} ${momentName(against.moment, loaded)}`
		: name;
}

function momentName(moment: Moment | 'baseline', scenario: Scenario): string {
	if (moment === 'baseline') return ownBaselineName(scenario);
	if (moment === null) return 'how it was loaded';
	return typeof moment === 'number'
		? `week ${moment}`
		: (scenario.states.find(({ id }) => id === moment)?.name ?? moment);
}

function limits({ atLeast, atMost }: Pick<Bound, 'atLeast' | 'atMost'>, show: (value: number) => string): string {
	if (atLeast !== null && atMost !== null)
		return atLeast === atMost ? `= ${show(atLeast)}` : `${show(atLeast)} to ${show(atMost)}`;
	return atLeast !== null ? `≥ ${show(atLeast)}` : `≤ ${show(atMost ?? 0)}`;
}

/** How a bound's value is written: a figure in its unit, a difference with its sign, a ratio as a plain number. */
function shown({ figure, against }: Bound): (value: number) => string {
	const unit: Unit = figureUnit(figure);
	if (!against) return (value) => inUnit(value, unit);
	return against.as === 'ratio' ? (value) => `${number(value, 2)}×` : (value) => difference(value, unit);
}

/** Rounding must not say that nothing is missing where something is. */
const away = (text: string): string => (/[1-9]/.test(text) ? `${text} away` : 'just short of it');

function distance({ figure, against }: Bound, missing: number): string {
	if (against?.as === 'ratio') return `${number(missing, 2)}×`;
	return difference(missing, figureUnit(figure)).replace(/^\+/, '');
}
