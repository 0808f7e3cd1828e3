import type { ModelProblem } from './outcome-types.js';
import { baselineProblems } from './problems/baseline.js';
import { calibrationProblems } from './problems/calibration.js';
import { rangeProblems } from './problems/ranges.js';
import { stateProblems } from './problems/states.js';
import { structureProblems } from './problems/structure.js';
import { weekProblems } from './problems/weeks.js';
import type { Scenario } from './scenario.js';

/**
 * Everything in a scenario that the model cannot compute with, at once; empty: it can. The weeks, the
 * states and the scenario's own baseline are looked at only once the scenario itself is in order, because they stand on it.
 */
export function scenarioProblems(scenario: Scenario): ModelProblem[] {
	const own = problemsNow(scenario);
	if (own.length > 0) return own;
	return [
		...baselineProblems(scenario, problemsNow),
		...weekProblems(scenario, problemsNow),
		...stateProblems(scenario, problemsNow),
	];
}

const problemsNow = (scenario: Scenario): ModelProblem[] => [
	...structureProblems(scenario),
	...rangeProblems(scenario),
	...calibrationProblems(scenario),
];
