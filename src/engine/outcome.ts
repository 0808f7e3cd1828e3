import { blendedCost, laneCosts } from './cost.js';
import { type Comparison, compare } from './full-metrics.js';
import { guardrailStates } from './guardrails.js';
import { allNoise, bothEvidence, noiseOf } from './noise.js';
import { nullReasonOf } from './null-reasons.js';
import type { Outcome, RowOutcome } from './outcome-types.js';
import { pressureBetween } from './pressure.js';
import type { Scenario } from './scenario.js';
import { effectiveMix } from './splits.js';
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
	const pinnedComparison: Comparison | null = pinned ? compare(pinned) : null;
	const compared = pinnedComparison?.now ?? before;
	return {
		metrics: now.metrics,
		noise: allNoise(noise),
		why: (metric) => nullReasonOf(metric, now, before),
		get segments() {
			return now.segments;
		},
		baseline: before.metrics,
		pinned: pinnedComparison?.now.metrics ?? null,
		reference: {
			metrics: compared.metrics,
			get segments() {
				return compared.segments;
			},
			why: (metric) =>
				pinnedComparison
					? nullReasonOf(metric, pinnedComparison.now, pinnedComparison.before)
					: nullReasonOf(metric, before, before),
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
		cost: orNull(blendedCost(effectiveMix(row), row.repairRate, laneCosts(scenario, row), 0)),
	}));
}
