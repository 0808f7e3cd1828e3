import { findInput } from '../inputs/read-input.js';
import { setInput } from '../inputs/set-input.js';
import type { ModelProblem } from '../outcome-types.js';
import type { Scenario, Week } from '../scenario.js';

/**
 * What is wrong with the weeks: changes that do not fit, and whatever a week's scenario would be refused for.
 *
 * @param problemsOf finds the problems of a scenario without its weeks; called once per week
 */
export function weekProblems(scenario: Scenario, problemsOf: (week: Scenario) => ModelProblem[]): ModelProblem[] {
	let current = scenario;
	// A problem that stays is a problem of the week that brought it.
	const seen = new Set<string>();
	return scenario.weeks.flatMap(({ week, set }) => {
		const problems: ModelProblem[] = [];
		for (const [path, value] of Object.entries(set)) {
			const next = changed(current, path, value);
			if ('value' in next) current = next.value;
			else problems.push({ path, ...next });
		}
		for (const problem of problemsOf(current)) {
			if (!seen.has(problem.path)) problems.push(problem);
			seen.add(problem.path);
		}
		return problems.map((problem) => ({
			path: `weeks.${week}.${problem.path}`,
			message: `in week ${week}, ${problem.message}`,
			help: problem.help,
		}));
	});
}

type Changed = { readonly value: Scenario } | Pick<ModelProblem, 'message' | 'help'>;

function changed(scenario: Scenario, path: string, value: Week['set'][string]): Changed {
	const found = findInput(scenario, path);
	if (!found.ok) return { message: found.message, help: found.help };
	const { kind, nullable } = found.value;
	const choice = kind === 'override' || kind === 'switch';
	const allowed = choice
		? value === null || (kind === 'override' && value === 'strong')
		: typeof value === 'number' || (value === null && nullable);
	if (!allowed || typeof value === 'boolean')
		return {
			message: `${path} cannot be ${String(value)}`,
			help: choice ? 'Use strong or null (off).' : `Use a number${nullable ? ', or null for not measured' : ''}.`,
		};
	const next = setInput(scenario, path, value);
	return next.ok ? { value: next.value } : { message: next.message, help: next.help };
}
