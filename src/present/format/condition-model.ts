import { type Bound, type Condition, type Moment, measureEdited } from '../../engine/expectations/index.js';
import { computeOutcome } from '../../engine/index.js';
import { formatInputValue, inputAt, inputName, type Unit } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { difference, inUnit, NOT_MEASURED, number } from './format.js';
import { STATE_TEXT, VERDICT_TEXT } from './guardrail-text.js';
import { figureName, figureUnit, METRIC_LABELS, ownBaselineName } from './labels.js';

/** A condition as shown to the reader while editing. */
export interface ConditionModel {
	readonly holds: boolean;
	/** The condition in words: `resolution against all strong ≥ −1.0 pt`. */
	readonly requirement: string;
	/** The current value. */
	readonly current: string;
	/** Distance from the current value to the limit; empty if the condition holds, or has no distance. */
	readonly distance: string;
}

/**
 * Evaluates a condition and puts it into words.
 *
 * @param loaded the scenario as its file has it, for the states that figures are compared with
 * @param now the scenario after the reader's edits
 */
export function conditionModel(condition: Condition, loaded: Scenario, now: Scenario): ConditionModel {
	const measured = measureEdited(loaded, now, condition);
	const { holds } = measured;
	const model = (asks: string, current: string, missing = ''): ConditionModel => ({
		holds,
		requirement: asks,
		current,
		distance: missing,
	});
	const value = typeof measured.value === 'number' ? measured.value : null;
	switch (condition.kind) {
		case 'bound': {
			const show = valueFormatter(condition);
			const current = value === null ? NOT_MEASURED : show(value);
			return model(
				`${boundName(condition, loaded)} ${limitsText(condition, show)}`,
				current,
				measured.missing === null ? '' : awayText(distanceText(condition, measured.missing)),
			);
		}
		case 'input': {
			const input = inputAt(now, condition.path);
			if (!input) return model(condition.path, 'not there');
			const show = (number: number): string => formatInputValue(input, number);
			const name = inputName(now, input);
			return condition.is === undefined
				? model(`${name} ${limitsText(condition, show)}`, value === null ? NOT_MEASURED : show(value))
				: model(`${name} ${condition.is}`, String(measured.value ?? 'off'));
		}
		case 'verdict':
			return model(`verdict ${VERDICT_TEXT[condition.verdict].text}`, verdictText(now, holds));
		case 'guardrail':
			return model(
				`guardrail on ${figureName(loaded, condition.metric, condition.segment)}: ${stateText(condition.stands)}`,
				measured.value === null ? 'not there' : stateText(measured.value as 'held'),
			);
		case 'alarm': {
			const { metric, week, before } = condition;
			const when = week === undefined ? '' : week === null ? ' never' : ` in week ${week}`;
			const first = before === undefined ? '' : ` before ${METRIC_LABELS[before].label}`;
			return model(
				`${METRIC_LABELS[metric].label} alarms${when}${first}`,
				value === null ? 'no alarm' : `week ${value}`,
			);
		}
	}
}

/** Returns the verdict, and if it is not the one asked for, its cause. */
function verdictText(now: Scenario, holds: boolean): string {
	const { verdict, decidedBy, guardrails } = computeOutcome(now);
	const { text } = VERDICT_TEXT[verdict];
	if (holds) return text;
	const wanted = verdict === 'roll-back' ? 'breached' : verdict === 'canary' ? 'cannot-tell' : null;
	const deciding = guardrails.filter(({ state }) => state === wanted);
	const because =
		deciding.length > 0
			? deciding.map(({ metric, segment, state }) => `${figureName(now, metric, segment)} ${stateText(state)}`)
			: decidedBy.map((metric) => METRIC_LABELS[metric].label);
	return `${text}: ${because.join('; ')}`;
}

const stateText = (state: keyof typeof STATE_TEXT): string => STATE_TEXT[state].text.slice(2);

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

function limitsText({ atLeast, atMost }: Pick<Bound, 'atLeast' | 'atMost'>, show: (value: number) => string): string {
	if (atLeast !== null && atMost !== null)
		return atLeast === atMost ? `= ${show(atLeast)}` : `${show(atLeast)} to ${show(atMost)}`;
	return atLeast !== null ? `≥ ${show(atLeast)}` : `≤ ${show(atMost ?? 0)}`;
}

/** Returns the formatter of a bound's value: a figure in its unit, a difference with its sign, a ratio as a number. */
function valueFormatter({ figure, against }: Bound): (value: number) => string {
	const unit: Unit = figureUnit(figure);
	if (!against) return (value) => inUnit(value, unit);
	return against.as === 'ratio' ? (value) => `${number(value, 2)}×` : (value) => difference(value, unit);
}

/** Returns the remaining distance in words; never "0.0 away", which rounding could produce. */
const awayText = (text: string): string => (/[1-9]/.test(text) ? `${text} away` : 'just short of it');

function distanceText({ figure, against }: Bound, missing: number): string {
	if (against?.as === 'ratio') return `${number(missing, 2)}×`;
	return difference(missing, figureUnit(figure)).replace(/^\+/, '');
}
