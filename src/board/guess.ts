import { computeOutcome } from '../engine/index.js';
import { metricUnit, parseTypedNumber, type Result } from '../engine/inputs/index.js';
import type { MetricName } from '../engine/scenario.js';
import { currentEntry, type Lab } from './lab.js';

/** Metrics that can be guessed, in the order in which a key cycles through them. */
export const GUESSABLE: readonly MetricName[] = [
	'resolution',
	'cost',
	'totalCostPerResolved',
	'handoff',
	'silent',
	'latencyP95',
];

/** Parses a guess: one number in the metric's unit. */
export function parseGuess(text: string, metric: MetricName): Result<number> {
	const parsed = parseTypedNumber(text, metricUnit(metric));
	return parsed.ok
		? parsed
		: { ok: false, message: `“${text.trim()}” is not a number`, help: `A guess: ${parsed.message}.` };
}

/** Returns the actual value of a metric in the lab's current state; null: not measured. */
export function actualValue(lab: Lab, metric: MetricName): number | null {
	const { scenario, baseline } = currentEntry(lab);
	return computeOutcome(scenario, baseline ? { baseline: baseline.scenario } : {}).metrics[metric];
}
