import type { Outcome } from '../engine/outcome-types.js';
import type { Scenario } from '../engine/scenario.js';

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
	/** The pinned baseline; null: the scenario with everything on the strong model. */
	readonly baseline: Scenario | null;
	/** What the baseline is called: `all strong`, or a pinned state. */
	readonly baselineName: string;
}
