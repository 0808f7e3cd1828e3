import { conditionWords, measuredWords, measureNow } from '../../engine/expectations/index.js';
import { applyChanges } from '../../engine/inputs/apply-changes.js';
import { scenarioProblems } from '../../engine/problems.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Breach } from '../scenario/rules/rule.js';
import type { Challenge } from './document.js';

/**
 * Proves that a challenge can be solved: its solution meets every condition, and the start of the lesson does not.
 *
 * @param loaded the scenario as its file has it
 * @param start the same as the lesson starts
 */
export function unsolvable({ conditions, solution }: Challenge, loaded: Scenario, start: Scenario): readonly Breach[] {
	const solved = applyChanges(start, solution).scenario;
	const [problem] = scenarioProblems({ ...solved, weeks: [], states: [] });
	if (problem)
		return [{ path: ['solution'], message: `the solution cannot be computed: ${problem.message}`, help: problem.help }];
	const missed = conditions.flatMap((condition, i): Breach[] => {
		const measured = measureNow(loaded, solved, condition);
		if (measured.holds) return [];
		return [
			{
				path: ['conditions', i],
				message: `the solution does not reach ${conditionWords(condition)}: ${measuredWords(condition, measured)}`,
				help: 'Change the solution, or the condition.',
			},
		];
	});
	if (missed.length > 0) return missed;
	return conditions.every((condition) => measureNow(loaded, start, condition).holds)
		? [
				{
					path: ['conditions'],
					message: 'the start of the lesson solves this challenge already',
					help: 'Ask for more, or start in another state.',
				},
			]
		: [];
}
