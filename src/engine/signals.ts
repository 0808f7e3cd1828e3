import { compare } from './full-metrics.js';
import { applyChanges } from './inputs/apply-changes.js';
import { noiseOf } from './noise.js';
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
	/** Per week, in the metric's unit; null: not measured. */
	readonly values: readonly (number | null)[];
	/** z·SE per week; null: not measurable. */
	readonly noise: readonly (number | null)[];
	/** The first week that left the first one's value; null: none did. */
	readonly alarm: number | null;
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
 * max(z·SE of that week, 10% of the first value); a week whose noise cannot be measured raises none.
 *
 * @param baseline pinned for all weeks; else each week's own, everything strong
 */
export function signalsOf(scenario: Scenario, metrics = SIGNAL_METRICS, baseline?: Scenario): Signals {
	const weeks = weekScenarios(scenario).map((week) => ({ ...week, ...compare(week.scenario, baseline).now }));
	const signals = metrics.map((metric): Signal => {
		const values = weeks.map((week) => week.metrics[metric]);
		const noise = weeks.map(({ scenario, segments, metrics }) =>
			noiseOf(metric, scenario, segments, metrics.smallShare),
		);
		const first = weeks.findIndex((_, i) => leaves(values[0] ?? null, values[i] ?? null, noise[i] ?? null));
		return { metric, values, noise, alarm: weeks[first]?.week ?? null };
	});
	return { weeks: weeks.map(({ week, label }) => ({ week, label })), signals };
}

const LEAST_CHANGE = 0.1;

function leaves(first: number | null, value: number | null, noise: number | null): boolean {
	if (first === null || value === null || noise === null) return false;
	return Math.abs(value - first) > Math.max(noise, LEAST_CHANGE * Math.abs(first));
}
