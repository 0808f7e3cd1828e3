import { applyChanges } from './inputs/apply-changes.js';
import { nearest } from './inputs/nearest.js';
import type { ModelProblem } from './outcome-types.js';
import { calibrationProblems } from './problems/calibration.js';
import { rangeProblems } from './problems/ranges.js';
import { structureProblems } from './problems/structure.js';
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

/** What is wrong with the baseline that a scenario names: changes that do not fit, and whatever it would be refused for. */
function baselineProblems(scenario: Scenario, problemsOf: ProblemsOf): ModelProblem[] {
	if (scenario.baseline === null) return [];
	const applied = applyChanges(scenario, scenario.baseline.set);
	return [...applied.refused, ...problemsOf(applied.scenario)].map(({ path, message, help }) => ({
		path: `baseline.${path}`,
		message: `in the baseline, ${message}`,
		help,
	}));
}

/**
 * What is wrong with the named states: one that lies on a state which is not there before it, changes that do not
 * fit, and whatever the state would be refused for.
 *
 * @param problemsOf called once per state
 */
function stateProblems(scenario: Scenario, problemsOf: ProblemsOf): ModelProblem[] {
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

/** Finds the problems of a scenario, without those of its weeks and states. */
type ProblemsOf = (scenario: Scenario) => readonly ModelProblem[];

/**
 * What is wrong with the weeks: changes that do not fit, and whatever a week's scenario would be refused for.
 *
 * @param problemsOf called once per week
 */
function weekProblems(scenario: Scenario, problemsOf: ProblemsOf): ModelProblem[] {
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
