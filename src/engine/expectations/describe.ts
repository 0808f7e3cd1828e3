import { formatInputValue } from '../inputs/format-value.js';
import { metricUnit } from '../inputs/metric-unit.js';
import type { Bound, Condition, Figure, Moment } from './condition.js';
import { isMetric, type Measurement } from './measure.js';

/** Describes a condition: `silent (policy) − healthy at least 2%`. Names are those of the file. */
export function describeCondition(condition: Condition): string {
	switch (condition.kind) {
		case 'verdict':
			return `verdict ${condition.verdict}`;
		case 'guardrail':
			return `guardrail ${withSegment(condition.metric, condition.segment)} ${condition.stands}`;
		case 'alarm': {
			const { metric, week, before } = condition;
			const when = week === undefined ? 'alarms' : week === null ? 'never alarms' : `alarms in week ${week}`;
			return `${metric} ${when}${before === undefined ? '' : ` before ${before}`}`;
		}
		case 'input':
			return condition.is === undefined
				? `${condition.path} ${rangeWords(condition, (value) => inputWords(condition.path, value))}`
				: `${condition.path} ${condition.is}`;
		case 'bound':
			return `${boundLabel(condition)} ${rangeWords(condition, (value) => boundValue(condition, value))}`;
	}
}

/** Describes the measured value of a condition, in the condition's unit. */
export function describeMeasurement(condition: Condition, { holds, value, decidedBy = [] }: Measurement): string {
	if (condition.kind === 'alarm') return value === null ? 'it never alarms' : `it alarms in week ${value}`;
	if (value === null) return 'it is not measured, or not there';
	if (typeof value === 'string') {
		const decided = (holds ? [] : decidedBy).map((one) => (typeof one === 'string' ? one : limitWords(one)));
		return `it is ${value}${decided.length > 0 ? `, decided by ${decided.join(' and ')}` : ''}`;
	}
	return `it is ${condition.kind === 'bound' ? boundValue(condition, value) : condition.kind === 'input' ? inputWords(condition.path, value) : value}`;
}

/** `resolution 94.1% (at least 96.1%)`. */
function limitWords({ metric, segment, side, limit, value }: Exclude<Decided, string>): string {
	const words = (figure: number | null): string => (figure === null ? 'not measured' : describeFigure(metric, figure));
	return `${withSegment(metric, segment)} ${words(value)} (${side === 'atLeast' ? 'at least' : 'at most'} ${words(limit)})`;
}

type Decided = NonNullable<Measurement['decidedBy']>[number];

/** Formats a figure with its unit, to four significant digits. */
export function describeFigure(figure: Figure, value: number): string {
	const unit = isMetric(figure) ? metricUnit(figure) : 'percent';
	// An AUC is a probability, but by convention it is not written as a percentage.
	return formatInputValue({ kind: 'percent', unit: figure === 'routerAuc' ? 'number' : unit }, roundDigits(value));
}

/** Describes a moment; empty for the scenario's own state. */
export const describeMoment = (moment: Moment): string =>
	moment === null ? '' : typeof moment === 'number' ? `in week ${moment}` : `in the state ${moment}`;

const withSegment = (figure: string, segment: string | null): string =>
	segment === null ? figure : `${figure} (${segment})`;

function boundLabel({ figure, segment, against }: Bound): string {
	const name = withSegment(figure, segment);
	if (!against) return name;
	const other =
		typeof against.moment === 'number' ? `week ${against.moment}` : (against.moment ?? 'the file’s own state');
	return `${name} ${against.as === 'ratio' ? '÷' : '−'} ${other}`;
}

function rangeWords({ atLeast, atMost }: Pick<Bound, 'atLeast' | 'atMost'>, show: (value: number) => string): string {
	if (atLeast !== null && atMost !== null)
		return atLeast === atMost ? `exactly ${show(atLeast)}` : `${show(atLeast)} to ${show(atMost)}`;
	return atLeast !== null ? `at least ${show(atLeast)}` : `at most ${show(atMost ?? 0)}`;
}

// The unit follows from the field name alone, so no scenario is needed.
const inputWords = (path: string, value: number): string =>
	/\.(routedSmall|repairRate|share|easyShare|detection|catches|falseAlarms)$/.test(path)
		? `${roundDigits(value * 100)}%`
		: String(value);

function boundValue({ figure, against }: Bound, value: number): string {
	if (against?.as === 'ratio') return String(roundDigits(value));
	const words = describeFigure(figure, value);
	// A difference of two rates is in points.
	return against && words.endsWith('%') ? `${words.slice(0, -1)} points` : words;
}

const roundDigits = (value: number): number => Number(value.toPrecision(4));
