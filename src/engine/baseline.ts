import { applyChanges } from './inputs/apply-changes.js';
import type { Scenario } from './scenario.js';

/** The scenario's own baseline: the one it names, on the state as edited, or else everything strong. */
export const ownBaseline = (scenario: Scenario): Scenario =>
	scenario.baseline === null ? allStrongBaseline(scenario) : applyChanges(scenario, scenario.baseline.set).scenario;

/** The same scenario with nothing routed small, no check and no router to pay or to wait for. */
export function allStrongBaseline(scenario: Scenario): Scenario {
	return {
		...scenario,
		check: null,
		routerCost: 0,
		routerLatency: 0,
		segments: scenario.segments.map((segment) => ({ ...segment, routedSmall: 0, check: null })),
	};
}
