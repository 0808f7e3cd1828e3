import { allStrongBaseline } from './baseline.js';
import { compare } from './full-metrics.js';
import { guardrailStates } from './guardrails.js';
import type { Outcome } from './outcome-types.js';
import { pressureBetween } from './pressure.js';
import { costRows } from './rows.js';
import type { Scenario } from './scenario.js';
import { verdictOf } from './verdict.js';

export interface OutcomeOptions {
	/** A pinned baseline; the default is the same scenario with everything strong. */
	readonly baseline?: Scenario;
}

/** Everything the panes and reports show of a scenario. Check `scenarioProblems` first: this never throws. */
export function computeOutcome(scenario: Scenario, { baseline }: OutcomeOptions = {}): Outcome {
	const board = compare(scenario, baseline);
	const { now, before } = board;
	const guardrails = guardrailStates(scenario, board, baseline);
	return {
		metrics: now.metrics,
		baseline: before.metrics,
		segments: now.segments,
		baselineSegments: before.segments,
		guardrails,
		verdict: verdictOf(guardrails, now.metrics.saving),
		pressure: pressureBetween({ scenario: baseline ?? allStrongBaseline(scenario), ...before }, { scenario, ...now }),
		rows: costRows(scenario),
	};
}
