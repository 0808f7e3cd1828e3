import { computeOutcome, METRIC_NAMES, TRACE_STAGES } from '../../engine/index.js';
import type { Outcome } from '../../engine/outcome-types.js';
import type { Scenario } from '../../engine/scenario.js';
import { ownBaselineName } from '../format/labels.js';
import type { SegmentFilter } from './segment-filter.js';

/** A scenario with its outcome. */
interface Computed {
	readonly scenario: Scenario;
	readonly outcome: Outcome;
}

/** The input of every pane. */
export interface LabInput extends Computed {
	/** The state before the last edit; null: no edit yet. */
	readonly before: Computed | null;
	/** The request that the Trace pane shows, and the stage reached. */
	readonly trace: { readonly seed: number; readonly index: number; readonly stage: number };
	/** The pinned baseline; null: compare with the scenario's own. */
	readonly baseline: Scenario | null;
	/**
	 * Name of the baseline of deltas and pressures: `all strong`, the scenario's own name for it, or the pinned state.
	 */
	readonly baselineName: string;
	/** The scenario as it was opened, whose weeks are shown: they were observed, so that no edit changes them. */
	readonly opened: Scenario;
	/** Which segments the tables list; missing: all. */
	readonly segmentFilter?: SegmentFilter;
}

/** Outcomes by scenario state and baseline, so that a frame computes only what the last key changed. */
const outcomeCache = new WeakMap<Scenario, Map<Scenario | null, Outcome>>();

function outcomeOf(scenario: Scenario, baseline: Scenario | null): Outcome {
	const byBaseline = outcomeCache.get(scenario) ?? new Map<Scenario | null, Outcome>();
	outcomeCache.set(scenario, byBaseline);
	const outcome = byBaseline.get(baseline) ?? computeOutcome(scenario, baseline ? { baseline } : {});
	byBaseline.set(baseline, outcome);
	return outcome;
}

interface LabOptions {
	/** Missing: the first request at its last stage. */
	readonly trace?: LabInput['trace'];
	/** The scenario as it was opened; missing: the state itself. */
	readonly opened?: Scenario;
}

/** The first request at its last stage, as reports show it. */
const COMPLETE_TRACE: LabInput['trace'] = { seed: 31, index: 0, stage: TRACE_STAGES.length - 1 };

/**
 * Computes the outcome of a state of the lab.
 *
 * @param before the state with which deltas compare; null: no edit yet
 * @param baseline the pinned state; null: the scenario's own baseline
 * @param trace the request to show; by default the first one at its last stage
 */
export function computeLab(
	scenario: Scenario,
	before: Scenario | null,
	baseline: Scenario | null,
	{ trace = COMPLETE_TRACE, opened = scenario }: LabOptions = {},
): LabInput {
	return {
		scenario,
		outcome: outcomeOf(scenario, baseline),
		trace,
		baseline,
		before: before && { scenario: before, outcome: outcomeOf(before, baseline) },
		baselineName: baseline ? 'the pinned state' : ownBaselineName(scenario),
		opened,
	};
}

/** Returns whether the last change moved any metric, however little: that of a limit, or a pin, moves none. */
export const changesFigures = ({ outcome, before }: Pick<LabInput, 'outcome' | 'before'>): boolean =>
	before !== null && METRIC_NAMES.some((metric) => outcome.metrics[metric] !== before.outcome.metrics[metric]);
