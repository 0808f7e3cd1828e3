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
	 * A pinned baseline, with which deltas and pressure compare. Saving, break-evens, limits and verdict always compare
	 * with the scenario's own, so that pinning a bad state cannot improve the verdict.
	 */
	readonly baseline?: Scenario;
}

/** Computes everything that panes and reports show of a scenario. Never throws: check `scenarioProblems` first. */
export function computeOutcome(scenario: Scenario, { baseline: pinned }: OutcomeOptions = {}): Outcome {
	const board = compare(scenario);
	const { now, before } = board;
	const evidence = bothEvidence(board);
	const noise = noiseOf(board, evidence);
	const guardrails = guardrailStates(scenario, board, noise, evidence);
	const pinnedComparison: Compared | null = pinned ? compare(pinned) : null;
	const compared = pinnedComparison?.now ?? before;
	return {
		metrics: now.metrics,
		noise: allNoise(noise),
		why: (metric) => reasonOf(metric, now, before),
		get segments() {
			return now.segments;
		},
		baseline: before.metrics,
		pinned: pinnedComparison?.now.metrics ?? null,
		compared: {
			metrics: compared.metrics,
			get segments() {
				return compared.segments;
			},
			why: (metric) =>
				pinnedComparison
					? reasonOf(metric, pinnedComparison.now, pinnedComparison.before)
					: reasonOf(metric, before, before),
		},
		guardrails,
		...verdictOf(guardrails, board, gainOf(board, noise)),
		pressure: pressureBetween(compared, now),
		rows: costRows(scenario),
	};
}

/**
 * Computes the USD per request of each row of the cost table, in order. A row is a separate population at the
 * scenario's prices: its own mix and repair rate, no check and no router.
 */
export function costRows(scenario: Scenario): readonly RowOutcome[] {
	return scenario.rows.map((row) => ({
		id: row.id,
		cost: orNull(blendedCost(mixOf(row), row.repairRate, laneCosts(scenario, row), 0)),
	}));
}
