import { applyChanges } from '../inputs/apply-changes.js';
import type { Scenario } from '../scenario.js';
import { weekScenarios } from '../signals.js';
import type { Moment } from './condition.js';

/**
 * The scenario at a moment; null where it has no such state or week. A change that does not fit is left out, as
 * `scenarioProblems` reports.
 */
export function scenarioAt(scenario: Scenario, moment: Moment): Scenario | null {
	if (moment === null) return scenario;
	if (typeof moment === 'number') return weekScenarios(scenario).find(({ week }) => week === moment)?.scenario ?? null;
	// A state lies on states before it, so the chain ends.
	const at = scenario.states.findIndex(({ id }) => id === moment);
	const state = scenario.states[at];
	if (!state) return null;
	const before = { ...scenario, states: scenario.states.slice(0, at) };
	const start = scenarioAt(before, state.from);
	return start && { ...applyChanges(start, state.set).scenario, states: scenario.states };
}
