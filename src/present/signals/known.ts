import { SIGNAL_METRICS, type Signal, type Signals, signalsOf } from '../../engine/index.js';
import type { MetricName, Scenario } from '../../engine/scenario.js';
import { METRIC_LABELS } from '../format/metric-labels.js';

/** It goes where the change pushes it, and says nothing of what came of the requests. */
export const MISLEADING: MetricName = 'smallShare';

const known = new WeakMap<Scenario, Signals>();

/** The signals of a scenario's weeks, kept per scenario: each week is a whole evaluation. */
export function knownSignals(scenario: Scenario): Signals {
	const kept = known.get(scenario) ?? signalsOf(scenario, SIGNAL_METRICS);
	known.set(scenario, kept);
	return kept;
}

/** Position of the week that raised the signal's alarm; −1: none did. */
export const alarmAt = ({ alarm }: Signal, { weeks }: Signals): number =>
	weeks.findIndex(({ week }) => alarm !== null && week === alarm);

/** Which way the signal had gone when it raised its alarm; null: it raised none, or neither way is better. */
export function wayOf(signal: Signal, signals: Signals): 'worse' | 'better' | null {
	const { better } = METRIC_LABELS[signal.metric];
	const [first, then] = [signal.values[0] ?? null, signal.values[alarmAt(signal, signals)] ?? null];
	if (better === 0 || first === null || then === null) return null;
	return (then - first) * better > 0 ? 'better' : 'worse';
}
