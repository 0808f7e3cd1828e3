import { blendedCost, laneCosts } from './cost.js';
import { type Compared, compare } from './full-metrics.js';
import { guardrailStates } from './guardrails.js';
import { allNoise, bothEvidence, noiseOf } from './noise.js';
import type { Outcome, RowOutcome } from './outcome-types.js';
import { pressureBetween } from './pressure.js';
import { reasonOf } from './reasons.js';
import type { Scenario } from './scenario.js';
import { mixOf } from './splits.js';
import { orNull } from './unmeasured.js';
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

/**
 * USD per request of each row of the cost table, in its order. A row is a population of its own at the scenario's
 * prices: its own mix and repair rate, no check and no router.
 */
export function costRows(scenario: Scenario): readonly RowOutcome[] {
	return scenario.rows.map((row) => ({
		id: row.id,
		cost: orNull(blendedCost(mixOf(row), row.repairRate, laneCosts(scenario, row), 0)),
	}));
}
