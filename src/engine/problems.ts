import { applyChanges } from './inputs/apply-changes.js';
import { nearestNames } from './inputs/nearest.js';
import type { ModelProblem } from './outcome-types.js';
import { calibrationProblems } from './problems/calibration.js';
import { rangeProblems } from './problems/ranges.js';
import { structureProblems } from './problems/structure.js';
import type { Scenario } from './scenario.js';

/**
 * Lists every fault that keeps the model from computing a scenario; empty: there is none. The baseline, weeks and
 * states build on the scenario, so they are checked only if the scenario itself has no problem.
 */
export function scenarioProblems(scenario: Scenario): ModelProblem[] {
	const own = ownProblems(scenario);
	if (own.length > 0) return own;
	return [
		...baselineProblems(scenario, ownProblems),
		...weekProblems(scenario, ownProblems),
		...stateProblems(scenario, ownProblems),
	];
}

const ownProblems = (scenario: Scenario): ModelProblem[] => [
	...structureProblems(scenario),
	...rangeProblems(scenario),
	...calibrationProblems(scenario),
];

/** Lists the problems of a scenario's own baseline: refused changes, and problems of the resulting scenario. */
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
 * Lists the problems of the named states: a start that is not an earlier state, refused changes, and problems of the
 * resulting scenario.
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
	const near = nearestNames(from, known);
	const others = near.length > 0 ? near : known;
	return {
		path: `states.${id}.from`,
		message: `there is no state ${from} before ${id}`,
		help:
			others.length > 0 ? `Before it stand ${others.join(', ')}.` : 'Leave it out to start from the file’s own state.',
	};
}

/** Finds the problems of a scenario, without those of its baseline, weeks and states. */
type ProblemsOf = (scenario: Scenario) => readonly ModelProblem[];

/**
 * Lists the problems of the weeks: refused changes, and problems of each week's scenario.
 *
 * @param problemsOf called once per week
 */
function weekProblems(scenario: Scenario, problemsOf: ProblemsOf): ModelProblem[] {
	let current = scenario;
	// A problem that persists is reported only for the week that introduced it.
	const seen = new Set<string>();
	return scenario.weeks.flatMap(({ week, set }) => {
		const applied = applyChanges(current, set);
		current = applied.scenario;
		const newProblems = problemsOf(current).filter(({ path }) => !seen.has(path));
		for (const { path } of newProblems) seen.add(path);
		return [...applied.refused, ...newProblems].map((problem) => ({
			path: `weeks.${week}.${problem.path}`,
			message: `in week ${week}, ${problem.message}`,
			help: problem.help,
		}));
	});
}
