import { type Compared, compare } from './full-metrics.js';
import { applyChanges } from './inputs/apply-changes.js';
import { metricUnit } from './inputs/metric-unit.js';
import { shrunk, Z } from './labels.js';
import { carriesNoise, noiseOf } from './noise.js';
import type { NullReason } from './outcome-types.js';
import { reasonOf } from './reasons.js';
import type { MetricName, Scenario, Week } from './scenario.js';

/** A scenario as it stood in one week. */
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
	/** The first week that left the first one's value; null: none did. */
	readonly alarm: number | null;
	/** The week in which that is known, `lag` weeks later; it may be after the last one. */
	readonly seen: number | null;
	/** Weeks until a value is known. */
	readonly lag: number;
}

export interface Signals {
	readonly weeks: readonly Pick<Week, 'week' | 'label'>[];
	readonly signals: readonly Signal[];
}

/** What a team could be watching: the flattering metrics, the outcome, and what degrades first. */
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

/** Every week's scenario: its changes on top of the weeks before it. A change that does not fit is left out. */
export function weekScenarios(scenario: Scenario): readonly WeekScenario[] {
	let current = scenario;
	return scenario.weeks.map(({ week, label, set }) => {
		current = applyChanges(current, set).scenario;
		return { week, label, scenario: current };
	});
}

/**
 * The weeks as signals. A signal's alarm is the first week that leaves its first week's value by more than
 * max(z·√(SE₁² + SE_t²), margin), margin being a tenth of min(x₁, 1 − x₁) for a share, so that a rate and its
 * complement alarm together, and 10% for money and time. A week whose noise cannot be told raises none.
 */
export function signalsOf(scenario: Scenario, metrics = SIGNAL_METRICS): Signals {
	const weeks = weekScenarios(scenario).map(({ scenario, ...week }) => {
		const compared = compare(scenario);
		return { ...week, compared, noise: noiseOf(compared) };
	});
	const signals = metrics.map((metric): Signal => {
		const values = weeks.map(({ compared }) => compared.now.metrics[metric]);
		const reasons = weeks.map(({ compared: { now, before } }, i) =>
			values[i] === null ? reasonOf(metric, now, before) : null,
		);
		const noise = weeks.map(({ compared, noise }) => {
			if (COUNTED.has(metric)) return counted(metric, compared);
			return carriesNoise(metric) ? noise.of(metric) : 0;
		});
		const first = weeks.findIndex((_, i) =>
			leaves(metric, [values[0] ?? null, values[i] ?? null], [noise[0] ?? null, noise[i] ?? null]),
		);
		const alarm = weeks[first]?.week ?? null;
		const lag = scenario.lag[metric] ?? 0;
		return { metric, values, reasons, noise, alarm, seen: alarm === null ? null : alarm + lag, lag };
	});
	return { weeks: weeks.map(({ week, label }) => ({ week, label })), signals };
}

/** Rates that every request counts towards, and not only the labelled ones. */
const COUNTED: ReadonlySet<MetricName> = new Set<MetricName>(['repairRate', 'escalationRate', 'handoff']);

/** z·SE of a rate over the week's requests; over the labelled ones where the volume is not measured. */
function counted(metric: MetricName, { now: { scenario, numbers, metrics } }: Compared): number | null {
	const rate = metrics[metric];
	if (rate === null) return null;
	const { volumePerWeek } = scenario;
	const requests = scenario.segments.reduce((sum, { share, labels }, i) => {
		const p = metric === 'handoff' ? 1 : (numbers[i]?.p ?? 0);
		return sum + (volumePerWeek === null ? (p === 0 ? 0 : (labels ?? 0)) : volumePerWeek * share * p);
	}, 0);
	if (!(requests > 0)) return null;
	const seen = shrunk(rate, requests);
	return Z * Math.sqrt((seen.rate * (1 - seen.rate)) / seen.labels);
}

const LEAST_CHANGE = 0.1;

type Pair = readonly [first: number | null, later: number | null];

function leaves(metric: MetricName, [first, value]: Pair, [noise, later]: Pair): boolean {
	if (first === null || value === null || noise === null || later === null) return false;
	return Math.abs(value - first) > Math.max(Math.hypot(noise, later), leastChange(metric, first));
}

/** The least change of a signal worth an alarm, from its first value. */
export const leastChange = (metric: MetricName, first: number): number =>
	LEAST_CHANGE * (metricUnit(metric) === 'percent' ? Math.min(first, 1 - first) : Math.abs(first));
