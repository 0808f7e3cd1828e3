import { type Comparison, compare } from './full-metrics.js';
import { applyChanges } from './inputs/apply-changes.js';
import { metricUnit } from './inputs/metric-unit.js';
import { shrinkRate, Z_95 } from './labels.js';
import { carriesNoise, noiseOf } from './noise.js';
import { nullReasonOf } from './null-reasons.js';
import type { NullReason } from './outcome-types.js';
import type { MetricName, Scenario, Week } from './scenario.js';

/** A scenario as of one week. */
export interface WeekScenario {
	readonly week: number;
	readonly label: string;
	readonly scenario: Scenario;
}

/** One metric through the weeks. */
export interface Signal {
	readonly metric: MetricName;
	/** Per week, in the metric's unit; null: no value. */
	readonly values: readonly (number | null)[];
	/** Why a week has no value; null: it has one. */
	readonly reasons: readonly (NullReason | null)[];
	/** z·SE per week; null: not measurable. */
	readonly noise: readonly (number | null)[];
	/** The first week whose value differs from the first week's by more than noise and margin; null: none. */
	readonly alarm: number | null;
	/** The week in which the alarm is known, `lag` weeks later; may be after the last week. */
	readonly seen: number | null;
	/** Weeks until a value is known. */
	readonly lag: number;
}

export interface Signals {
	readonly weeks: readonly Pick<Week, 'week' | 'label'>[];
	readonly signals: readonly Signal[];
}

/** Metrics a team could watch: those that flatter, the outcome, and those that degrade first. */
export const SIGNAL_METRICS: readonly MetricName[] = [
	'cost',
	'smallShare',
	'costPerResolved',
	'resolution',
	'repairRate',
	'escalationRate',
	'handoff',
	'silent',
	'highRiskSmall',
	'latencyP95',
];

/** Returns the scenario of each week: its changes applied on top of the earlier weeks'. A refused change is skipped. */
export function weekScenarios(scenario: Scenario): readonly WeekScenario[] {
	let current = scenario;
	return scenario.weeks.map(({ week, label, set }) => {
		current = applyChanges(current, set).scenario;
		return { week, label, scenario: current };
	});
}

/**
 * Computes the metrics through the weeks, with their alarms. A signal's alarm is the first week whose value differs
 * from the first week's by more than max(z·√(SE₁² + SE_t²), margin). The margin is a tenth of min(x₁, 1 − x₁) for a
 * share, so that a rate and its complement alarm together, and 10% for money and time. A week of unknown noise raises
 * no alarm.
 */
export function signalsOf(scenario: Scenario, metrics = SIGNAL_METRICS): Signals {
	const weeks = weekScenarios(scenario).map(({ scenario, ...week }) => {
		const compared = compare(scenario);
		return { ...week, compared, noise: noiseOf(compared) };
	});
	const signals = metrics.map((metric): Signal => {
		const values = weeks.map(({ compared }) => compared.now.metrics[metric]);
		const reasons = weeks.map(({ compared: { now, before } }, i) =>
			values[i] === null ? nullReasonOf(metric, now, before) : null,
		);
		const noise = weeks.map(({ compared, noise }) => {
			if (COUNTED_METRICS.has(metric)) return countedNoise(metric, compared);
			return carriesNoise(metric) ? noise.of(metric) : 0;
		});
		const alarmAt = weeks.findIndex((_, i) =>
			isAlarm(metric, [values[0] ?? null, values[i] ?? null], [noise[0] ?? null, noise[i] ?? null]),
		);
		const alarm = weeks[alarmAt]?.week ?? null;
		const lag = scenario.lag[metric] ?? 0;
		return { metric, values, reasons, noise, alarm, seen: alarm === null ? null : alarm + lag, lag };
	});
	return { weeks: weeks.map(({ week, label }) => ({ week, label })), signals };
}

/** Rates counted over all requests, not only labelled ones. */
const COUNTED_METRICS: ReadonlySet<MetricName> = new Set<MetricName>(['repairRate', 'escalationRate', 'handoff']);

/** Computes z·SE of a rate over the week's requests, or over the labelled ones if the volume is not measured. */
function countedNoise(metric: MetricName, { now: { scenario, numbers, metrics } }: Comparison): number | null {
	const rate = metrics[metric];
	if (rate === null) return null;
	const { volumePerWeek } = scenario;
	const requests = scenario.segments.reduce((sum, { share, labels }, i) => {
		const p = metric === 'handoff' ? 1 : (numbers[i]?.p ?? 0);
		return sum + (volumePerWeek === null ? (p === 0 ? 0 : (labels ?? 0)) : volumePerWeek * share * p);
	}, 0);
	if (!(requests > 0)) return null;
	const estimate = shrinkRate(rate, requests);
	return Z_95 * Math.sqrt((estimate.rate * (1 - estimate.rate)) / estimate.labels);
}

const MIN_RELATIVE_CHANGE = 0.1;

type Pair = readonly [first: number | null, later: number | null];

function isAlarm(metric: MetricName, [first, value]: Pair, [noise, later]: Pair): boolean {
	if (first === null || value === null || noise === null || later === null) return false;
	return Math.abs(value - first) > Math.max(Math.hypot(noise, later), minAlarmChange(metric, first));
}

/** Returns the smallest change of a signal that raises an alarm, given its first value. */
export const minAlarmChange = (metric: MetricName, first: number): number =>
	MIN_RELATIVE_CHANGE * (metricUnit(metric) === 'percent' ? Math.min(first, 1 - first) : Math.abs(first));
