import { computeOutcome, type Outcome, TRACE_STAGES } from '../../engine/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { ownBaselineName } from '../format/baseline-name.js';
import type { LabInput } from './lab-input.js';

/** The outcomes of each scenario state by their baseline, so that a frame computes only what the last key changed. */
const outcomes = new WeakMap<Scenario, Map<Scenario | null, Outcome>>();

function outcomeOf(scenario: Scenario, baseline: Scenario | null): Outcome {
	const known = outcomes.get(scenario) ?? new Map<Scenario | null, Outcome>();
	outcomes.set(scenario, known);
	const outcome = known.get(baseline) ?? computeOutcome(scenario, baseline ? { baseline } : {});
	known.set(baseline, outcome);
	return outcome;
}

/** The first request, walked to its end: what a report shows. */
const WHOLE_TRACE: LabInput['trace'] = { seed: 31, index: 0, stage: TRACE_STAGES.length - 1 };

/**
 * The numbers of a state of the lab.
 *
 * @param before the state that deltas compare with; null: nothing was changed yet
 * @param trace the request to walk; the first one, whole, unless somebody walks another
 * @param baseline the pinned state; null: the scenario's own baseline
 */
export function computeLab(
	scenario: Scenario,
	before: Scenario | null,
	baseline: Scenario | null,
	trace: LabInput['trace'] = WHOLE_TRACE,
): LabInput {
	return {
		scenario,
		outcome: outcomeOf(scenario, baseline),
		trace,
		baseline,
		before: before && { scenario: before, outcome: outcomeOf(before, baseline) },
		baselineName: baseline ? 'the pinned state' : ownBaselineName(scenario),
	};
}
