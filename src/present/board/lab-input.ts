import type { Outcome } from '../../engine/outcome-types.js';
import type { Scenario } from '../../engine/scenario.js';

/** A scenario with its numbers. */
export interface Computed {
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
