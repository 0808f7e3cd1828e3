import { computeOutcome } from '../engine/index.js';
import { metricUnit, type Result, readNumber } from '../engine/inputs/index.js';
import type { MetricName } from '../engine/scenario.js';
import { type Lab, present } from './lab.js';

/** One person's guess of a metric. */
export interface Guess {
	readonly name: string;
	/** In the metric's own unit. */
	readonly guess: number;
}

/** Metrics that can be guessed, in the order in which a key walks them. */
export const GUESSABLE: readonly MetricName[] = [
	'resolution',
	'cost',
	'totalCostPerResolved',
	'handoff',
	'silent',
	'latencyP95',
];

const ALONE = 'you';

/**
 * Reads guesses: one number, or several with names before them: `ann 94, bob 92.5%`.
 * The spelling of numbers is that of the metric's unit.
 */
export function readGuesses(text: string, metric: MetricName): Result<readonly Guess[]> {
	const guesses: Guess[] = [];
	for (const part of text.split(/[,;]/)) {
		const found = /^\s*(?:(\p{L}[\p{L}\p{N}_-]*)\s+)?(\S.*?)\s*$/u.exec(part);
		const reading = readNumber(found?.[2] ?? '', metricUnit(metric));
		if (!reading.ok)
			return { ok: false, message: `“${part.trim()}” is no guess`, help: 'Write a number, or ann 94, bob 92.' };
		guesses.push({ name: found?.[1] ?? ALONE, guess: reading.value });
	}
	return { ok: true, value: guesses };
}

/** What the metric really is in a state of the lab; null: not measured. */
export function truthOf(lab: Lab, metric: MetricName): number | null {
	const { scenario, baseline } = present(lab);
	return computeOutcome(scenario, baseline ? { baseline: baseline.scenario } : {}).metrics[metric];
}
