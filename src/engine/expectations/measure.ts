import { compare, compareSegment } from '../full-metrics.js';
import { inputAt } from '../inputs/resolve.js';
import { inputValue } from '../inputs/set-input.js';
import { computeOutcome } from '../outcome.js';
import type { GuardrailState, Outcome, SegmentOutcome, Verdict } from '../outcome-types.js';
import { METRIC_NAMES, type MetricName, type Scenario } from '../scenario.js';
import { signalsOf } from '../signals.js';
import { orNull, ratio } from '../unmeasured.js';
import type { Alarm, Bound, Condition, Figure, InputCondition, Moment } from './condition.js';
import { scenarioAt } from './moments.js';

/** The result of testing a condition. */
export interface Measurement {
	readonly holds: boolean;
	/**
	 * The value found: a figure (or difference, or ratio), a verdict, a guardrail's state, a week. null: not measured, or
	 * never.
	 */
	readonly value: number | string | null;
	/**
	 * Distance of a figure from the limit it misses, > 0, in its unit; null if the condition holds or has no distance.
	 */
	readonly missing: number | null;
	/** For a verdict, the guardrails or metrics that decided it. */
	readonly decidedBy?: readonly (
		| Pick<GuardrailState, 'metric' | 'segment' | 'side' | 'limit' | 'value'>
		| MetricName
	)[];
}

/**
 * Tests a condition on a scenario at one of its moments. It fails if the moment, segment or guardrail does not exist.
 */
export function measureCondition(scenario: Scenario, condition: Condition, moment: Moment = null): Measurement {
	const now = scenarioAt(scenario, moment);
	return now === null ? UNAVAILABLE : measureEdited(scenario, now, condition);
}

/**
 * Tests a condition on a scenario after any edits.
 *
 * @param loaded the same scenario as its file has it; moments to compare with are looked up here
 */
export function measureEdited(loaded: Scenario, now: Scenario, condition: Condition): Measurement {
	switch (condition.kind) {
		case 'bound':
			return measureBound(condition, boundValue(loaded, now, condition));
		case 'input':
			return measureInput(condition, now);
		case 'alarm':
			return measureAlarm(now, condition);
		case 'verdict':
			return measureVerdict(computeOutcome(now), condition.verdict);
		case 'guardrail': {
			const { metric, segment, stands } = condition;
			const found = computeOutcome(now).guardrails.find((one) => one.metric === metric && one.segment === segment);
			return found ? equals(found.state, stands) : UNAVAILABLE;
		}
	}
}

const UNAVAILABLE: Measurement = { holds: false, value: null, missing: null };

const equals = (value: string, wanted: string): Measurement => ({ holds: value === wanted, value, missing: null });

function measureVerdict({ verdict: found, decidedBy, guardrails }: Outcome, wanted: Verdict): Measurement {
	const decidingState = { 'roll-back': 'breached', canary: 'cannot-tell' }[found as string];
	const limits = guardrails.filter(({ metric, state }) => state === decidingState && decidedBy.includes(metric));
	return { ...equals(found, wanted), decidedBy: limits.length > 0 ? limits : decidedBy };
}

/**
 * Computes a figure of a scenario, compared with its own baseline if the metric is a comparison; null: not measured, or
 * no such segment.
 */
export function figureOf(scenario: Scenario, figure: Figure, segment: string | null): number | null {
	if (!isMetric(figure)) {
		const id = segment ?? (scenario.segments.length === 1 ? scenario.segments[0]?.id : null);
		return compare(scenario).now.segments.find((one: SegmentOutcome) => one.id === id)?.[figure] ?? null;
	}
	const compared = segment === null ? compare(scenario) : compareSegment(scenario, segment);
	return compared?.now.metrics[figure] ?? null;
}

/** Returns whether a figure is a metric of a board. */
export const isMetric = (figure: Figure): figure is MetricName => (METRIC_NAMES as readonly string[]).includes(figure);

function boundValue(scenario: Scenario, now: Scenario, { figure, segment, against }: Bound): number | null {
	const value = figureOf(now, figure, segment);
	if (!against) return value;
	const reference = against.moment === 'baseline' ? baselineFigure(now, figure, segment) : figureAtMoment();
	if (value === null || reference === null) return null;
	return against.as === 'ratio' ? orNull(ratio(value, reference)) : value - reference;

	function figureAtMoment(): number | null {
		const then = scenarioAt(scenario, against?.moment ?? null);
		return then && figureOf(then, figure, segment);
	}
}

/** Computes a figure of a scenario's own baseline; null if it has no value or is not a metric. */
export function baselineFigure(scenario: Scenario, figure: Figure, segment: string | null): number | null {
	if (!isMetric(figure)) return null;
	const compared = segment === null ? compare(scenario) : compareSegment(scenario, segment);
	return compared?.before.metrics[figure] ?? null;
}

// Relative tolerance: a limit met exactly holds despite rounding in the last digits.
const ROUNDING = 1e-9;

function measureBound({ atLeast, atMost }: Pick<Bound, 'atLeast' | 'atMost'>, value: number | null): Measurement {
	if (value === null) return UNAVAILABLE;
	const shortfall = Math.max(atLeast === null ? 0 : atLeast - value, atMost === null ? 0 : value - atMost);
	const holds = shortfall <= ROUNDING * Math.max(1, Math.abs(value));
	return { holds, value, missing: holds ? null : shortfall };
}

function measureInput({ path, is, ...limits }: InputCondition, scenario: Scenario): Measurement {
	const input = inputAt(scenario, path);
	if (!input) return UNAVAILABLE;
	const value = inputValue(scenario, input);
	if (is !== undefined) return equals(String(value ?? 'off'), is);
	return measureBound(limits, typeof value === 'number' ? value : null);
}

function measureAlarm(scenario: Scenario, { metric, week, before }: Alarm): Measurement {
	const [signal, other] = signalsOf(scenario, before === undefined ? [metric] : [metric, before]).signals;
	const value = signal?.alarm ?? null;
	const seen = signal?.seen ?? null;
	const inTime = before === undefined || (seen !== null && (other?.seen == null || seen < other.seen));
	const holds = inTime && (week === undefined ? value !== null : value === week);
	return { holds, value, missing: null };
}
