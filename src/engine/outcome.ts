import { type Compared, compare } from './full-metrics.js';
import { guardrailStates } from './guardrails.js';
import { allNoise, bothEvidence, noiseOf } from './noise.js';
import type { Outcome } from './outcome-types.js';
import { pressureBetween } from './pressure.js';
import { reasonOf } from './reasons.js';
import { costRows } from './rows.js';
import type { Scenario } from './scenario.js';
import { gainOf, verdictOf } from './verdict.js';

export interface OutcomeOptions {
	/**
	 * A pinned baseline: what deltas and pressure compare with instead of the scenario's own. Saving, break-evens,
	 * limits and verdict stay with its own, so that a bad pin excuses nothing.
	 */
	readonly baseline?: Scenario;
}

/** Everything the panes and reports show of a scenario. Check `scenarioProblems` first: this never throws. */
export function computeOutcome(scenario: Scenario, { baseline: pinned }: OutcomeOptions = {}): Outcome {
	const board = compare(scenario);
	const { now, before } = board;
	const evidence = bothEvidence(board);
	const noise = noiseOf(board, evidence);
	const guardrails = guardrailStates(scenario, board, noise, evidence);
	const pin: Compared | null = pinned ? compare(pinned) : null;
	const compared = pin?.now ?? before;
	return {
		metrics: now.metrics,
		noise: allNoise(noise),
		why: (metric) => reasonOf(metric, now, before),
		get segments() {
			return now.segments;
		},
		baseline: before.metrics,
		pinned: pin?.now.metrics ?? null,
		compared: {
			metrics: compared.metrics,
			get segments() {
				return compared.segments;
			},
			why: (metric) => (pin ? reasonOf(metric, pin.now, pin.before) : reasonOf(metric, before, before)),
		},
		guardrails,
		...verdictOf(guardrails, board, gainOf(board, noise)),
		pressure: pressureBetween(compared, now),
		rows: costRows(scenario),
	};
}
