import { applyChanges } from '../inputs/apply-changes.js';
import type { Scenario } from '../scenario.js';
import { weekScenarios } from '../signals.js';
import type { Moment } from './condition.js';

/**
 * Returns the scenario at a moment; null if it has no such state or week. A change that cannot be applied is skipped;
 * `scenarioProblems` reports it.
 */
export function scenarioAt(scenario: Scenario, moment: Moment): Scenario | null {
	if (moment === null) return scenario;
	if (typeof moment === 'number') return weekScenarios(scenario).find(({ week }) => week === moment)?.scenario ?? null;
	// A state builds only on states before it in the list, so the recursion ends.
	const at = scenario.states.findIndex(({ id }) => id === moment);
	const state = scenario.states[at];
	if (!state) return null;
	const before = { ...scenario, states: scenario.states.slice(0, at) };
	const start = scenarioAt(before, state.from);
	return start && { ...applyChanges(start, state.set).scenario, states: scenario.states };
}
