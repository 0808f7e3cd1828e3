import { applyChanges } from '../inputs/apply-changes.js';
import { nearest } from '../inputs/nearest.js';
import type { ModelProblem } from '../outcome-types.js';
import type { Scenario } from '../scenario.js';
import type { ProblemsOf } from './weeks.js';

/**
 * What is wrong with the named states: one that lies on a state which is not there before it, changes that do not
 * fit, and whatever the state would be refused for.
 *
 * @param problemsOf called once per state
 */
export function stateProblems(scenario: Scenario, problemsOf: ProblemsOf): ModelProblem[] {
	const known = new Map<string, Scenario>();
	return scenario.states.flatMap(({ id, from, set }) => {
		const start = from === null ? scenario : known.get(from);
		if (start === undefined) return [unknownStart(id, String(from), [...known.keys()])];
		const applied = applyChanges(start, set);
		known.set(id, applied.scenario);
		return [...applied.refused, ...problemsOf(applied.scenario)].map((problem) => ({
			path: `states.${id}.${problem.path}`,
			message: `in the state ${id}, ${problem.message}`,
			help: problem.help,
		}));
	});
}

function unknownStart(id: string, from: string, known: readonly string[]): ModelProblem {
	const near = nearest(from, known);
	const others = near.length > 0 ? near : known;
	return {
		path: `states.${id}.from`,
		message: `there is no state ${from} before ${id}`,
		help:
			others.length > 0 ? `Before it stand ${others.join(', ')}.` : 'Leave it out to start from the file’s own state.',
	};
}
