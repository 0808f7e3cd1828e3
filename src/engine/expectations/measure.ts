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

/** How a condition stands. */
export interface Measured {
	readonly holds: boolean;
	/** What it is: a figure (or difference, or ratio), a verdict, a guardrail's state, a week. null: not measured, or never. */
	readonly value: number | string | null;
	/** How far a figure is from its nearer limit, > 0, in its unit; null where it holds, or is no distance. */
	readonly missing: number | null;
	/** Of a verdict: what decided it; guardrails with their limits. */
	readonly decidedBy?: readonly (
		| Pick<GuardrailState, 'metric' | 'segment' | 'side' | 'limit' | 'value'>
		| MetricName
	)[];
}

/** A condition on a scenario at one of its moments. A moment, segment or guardrail that is not there does not hold. */
export function measureCondition(scenario: Scenario, condition: Condition, moment: Moment = null): Measured {
	const now = scenarioAt(scenario, moment);
	return now === null ? NOT_THERE : measureNow(scenario, now, condition);
}

/**
 * A condition on a scenario as it stands after any edits.
 *
 * @param loaded the same scenario as its file has it: where the moments are that something is compared with
 */
export function measureNow(loaded: Scenario, now: Scenario, condition: Condition): Measured {
	switch (condition.kind) {
		case 'bound':
			return bound(condition, boundValue(loaded, now, condition));
		case 'input':
			return inputStands(condition, now);
		case 'alarm':
			return alarm(now, condition);
		case 'verdict':
			return verdict(computeOutcome(now), condition.verdict);
		case 'guardrail': {
			const { metric, segment, stands } = condition;
			const found = computeOutcome(now).guardrails.find((one) => one.metric === metric && one.segment === segment);
			return found ? same(found.state, stands) : NOT_THERE;
		}
	}
}

const NOT_THERE: Measured = { holds: false, value: null, missing: null };

const same = (value: string, wanted: string): Measured => ({ holds: value === wanted, value, missing: null });

function verdict({ verdict: found, decidedBy, guardrails }: Outcome, wanted: Verdict): Measured {
	const standing = { 'roll-back': 'breached', canary: 'cannot-tell' }[found as string];
	const limits = guardrails.filter(({ metric, state }) => state === standing && decidedBy.includes(metric));
	return { ...same(found, wanted), decidedBy: limits.length > 0 ? limits : decidedBy };
}

/** A figure of a scenario, against its own baseline where that matters; null: not measured, or not there. */
export function figureOf(scenario: Scenario, figure: Figure, segment: string | null): number | null {
	if (!isMetric(figure)) {
		const id = segment ?? (scenario.segments.length === 1 ? scenario.segments[0]?.id : null);
		return compare(scenario).now.segments.find((one: SegmentOutcome) => one.id === id)?.[figure] ?? null;
	}
	const compared = segment === null ? compare(scenario) : compareSegment(scenario, segment);
	return compared?.now.metrics[figure] ?? null;
}

/** Whether a figure is a metric of a board. */
export const isMetric = (figure: Figure): figure is MetricName => (METRIC_NAMES as readonly string[]).includes(figure);

function boundValue(scenario: Scenario, now: Scenario, { figure, segment, against }: Bound): number | null {
	const value = figureOf(now, figure, segment);
	if (!against) return value;
	const start = against.moment === 'baseline' ? baselineFigure(now, figure, segment) : elsewhere();
	if (value === null || start === null) return null;
	return against.as === 'ratio' ? orNull(ratio(value, start)) : value - start;

	function elsewhere(): number | null {
		const then = scenarioAt(scenario, against?.moment ?? null);
		return then && figureOf(then, figure, segment);
	}
}

/** The figure of a scenario's own baseline; null: it has no value, or is no metric. */
export function baselineFigure(scenario: Scenario, figure: Figure, segment: string | null): number | null {
	if (!isMetric(figure)) return null;
	const compared = segment === null ? compare(scenario) : compareSegment(scenario, segment);
	return compared?.before.metrics[figure] ?? null;
}

// A limit met exactly holds, whatever the last digits of a sum say.
const ROUNDING = 1e-9;

function bound({ atLeast, atMost }: Pick<Bound, 'atLeast' | 'atMost'>, value: number | null): Measured {
	if (value === null) return NOT_THERE;
	const short = Math.max(atLeast === null ? 0 : atLeast - value, atMost === null ? 0 : value - atMost);
	const holds = short <= ROUNDING * Math.max(1, Math.abs(value));
	return { holds, value, missing: holds ? null : short };
}

function inputStands({ path, is, ...limits }: InputCondition, scenario: Scenario): Measured {
	const input = inputAt(scenario, path);
	if (!input) return NOT_THERE;
	const value = inputValue(scenario, input);
	if (is !== undefined) return same(String(value ?? 'off'), is);
	return bound(limits, typeof value === 'number' ? value : null);
}

function alarm(scenario: Scenario, { metric, week, before }: Alarm): Measured {
	const [signal, other] = signalsOf(scenario, before === undefined ? [metric] : [metric, before]).signals;
	const value = signal?.alarm ?? null;
	const seen = signal?.seen ?? null;
	const inTime = before === undefined || (seen !== null && (other?.seen == null || seen < other.seen));
	const holds = inTime && (week === undefined ? value !== null : value === week);
	return { holds, value, missing: null };
}
