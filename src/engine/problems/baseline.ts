import { applyChanges } from '../inputs/apply-changes.js';
import type { ModelProblem } from '../outcome-types.js';
import type { Scenario } from '../scenario.js';
import type { ProblemsOf } from './weeks.js';

/** What is wrong with the baseline that a scenario names: changes that do not fit, and whatever it would be refused for. */
export function baselineProblems(scenario: Scenario, problemsOf: ProblemsOf): ModelProblem[] {
	if (scenario.baseline === null) return [];
	const applied = applyChanges(scenario, scenario.baseline.set);
	return [...applied.refused, ...problemsOf(applied.scenario)].map(({ path, message, help }) => ({
		path: `baseline.${path}`,
		message: `in the baseline, ${message}`,
		help,
	}));
}
