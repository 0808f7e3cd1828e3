import { computeOutcome, TRACE_STAGES } from '../../engine/index.js';
import type { Outcome } from '../../engine/outcome-types.js';
import type { Scenario } from '../../engine/scenario.js';
import { ownBaselineName } from '../format/labels.js';

/** A scenario with its numbers. */
interface Computed {
	readonly scenario: Scenario;
	readonly outcome: Outcome;
}

/** What every pane is drawn from. */
export interface LabInput extends Computed {
	/** The state before the last edit; null: nothing was edited yet. */
	readonly before: Computed | null;
	/** The request that the Trace pane walks, and how far. */
	readonly trace: { readonly seed: number; readonly index: number; readonly stage: number };
	/** The pinned baseline; null: none, and the scenario's own is compared with. */
	readonly baseline: Scenario | null;
	/** What deltas and pressure compare with: `all strong`, the baseline that the scenario names, or a pinned state. */
	readonly baselineName: string;
}

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
