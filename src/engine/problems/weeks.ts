import { applyChanges } from '../inputs/apply-changes.js';
import type { ModelProblem } from '../outcome-types.js';
import type { Scenario } from '../scenario.js';

/** Finds the problems of a scenario, without those of its weeks and states. */
export type ProblemsOf = (scenario: Scenario) => readonly ModelProblem[];

/**
 * What is wrong with the weeks: changes that do not fit, and whatever a week's scenario would be refused for.
 *
 * @param problemsOf called once per week
 */
export function weekProblems(scenario: Scenario, problemsOf: ProblemsOf): ModelProblem[] {
	let current = scenario;
	// A problem that stays is a problem of the week that brought it.
	const seen = new Set<string>();
	return scenario.weeks.flatMap(({ week, set }) => {
		const applied = applyChanges(current, set);
		current = applied.scenario;
		const later = problemsOf(current).filter(({ path }) => !seen.has(path));
		for (const { path } of later) seen.add(path);
		return [...applied.refused, ...later].map((problem) => ({
			path: `weeks.${week}.${problem.path}`,
			message: `in week ${week}, ${problem.message}`,
			help: problem.help,
		}));
	});
}
