import { computeOutcome } from '../engine/index.js';
import { metricUnit, parseNumber, type Result } from '../engine/inputs/index.js';
import type { MetricName } from '../engine/scenario.js';
import { currentEntry, type Lab } from './lab.js';

/** One person's guess of a metric. */
export interface Guess {
	readonly name: string;
	/** In the metric's own unit. */
	readonly guess: number;
}

/** Metrics that can be guessed, in the order in which a key cycles through them. */
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
 * Parses guesses: one number, or several after names: `ann 94, bob 92.5%`. Numbers are written in the metric's unit.
 */
export function readGuesses(text: string, metric: MetricName): Result<readonly Guess[]> {
	const guesses: Guess[] = [];
	for (const part of text.split(/[,;]/)) {
		const match = /^\s*(?:(\p{L}[\p{L}\p{N}_-]*)\s+)?(\S.*?)\s*$/u.exec(part);
		const parsed = parseNumber(match?.[2] ?? '', metricUnit(metric));
		if (!parsed.ok)
			return { ok: false, message: `“${part.trim()}” is no guess`, help: 'Write a number, or ann 94, bob 92.' };
		guesses.push({ name: match?.[1] ?? ALONE, guess: parsed.value });
	}
	return { ok: true, value: guesses };
}

/** Returns the actual value of a metric in the lab's current state; null: not measured. */
export function actualValue(lab: Lab, metric: MetricName): number | null {
	const { scenario, baseline } = currentEntry(lab);
	return computeOutcome(scenario, baseline ? { baseline: baseline.scenario } : {}).metrics[metric];
}
