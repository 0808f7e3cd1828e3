import { applyChanges } from './inputs/apply-changes.js';
import type { Scenario } from './scenario.js';

/**
 * Returns the scenario's own baseline: its `baseline` changes applied to the edited state, or everything strong if it
 * has none.
 */
export const ownBaseline = (scenario: Scenario): Scenario =>
	scenario.baseline === null ? allStrongBaseline(scenario) : applyChanges(scenario, scenario.baseline.set).scenario;

/** Returns the same scenario with nothing routed small, no check, and no router cost or latency. */
export function allStrongBaseline(scenario: Scenario): Scenario {
	return {
		...scenario,
		check: null,
		routerCost: 0,
		routerLatency: 0,
		segments: scenario.segments.map((segment) => ({ ...segment, routedSmall: 0, check: null })),
	};
}
