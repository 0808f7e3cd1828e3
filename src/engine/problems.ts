import type { ModelProblem } from './outcome-types.js';
import { calibrationProblems } from './problems/calibration.js';
import { rangeProblems } from './problems/ranges.js';
import { stateProblems } from './problems/states.js';
import { structureProblems } from './problems/structure.js';
import { weekProblems } from './problems/weeks.js';
import type { Scenario } from './scenario.js';

/**
 * Everything in a scenario that the model cannot compute with, at once; empty: it can. The weeks and states
 * are looked at only once the scenario itself is in order, because they stand on it.
 */
export function scenarioProblems(scenario: Scenario): ModelProblem[] {
	const own = problemsNow(scenario);
	return own.length > 0 ? own : [...weekProblems(scenario, problemsNow), ...stateProblems(scenario, problemsNow)];
}

const problemsNow = (scenario: Scenario): ModelProblem[] => [
	...structureProblems(scenario),
	...rangeProblems(scenario),
	...calibrationProblems(scenario),
];
