import { describeCondition, describeMeasurement, measureEdited } from '../../engine/expectations/index.js';
import { applyChanges } from '../../engine/inputs/apply-changes.js';
import type { Scenario } from '../../engine/scenario.js';
import type { RuleViolation } from '../scenario/rules/rule.js';
import type { Challenge } from './document.js';

/**
 * Proves that a challenge can be solved: its solution must meet every condition, and the start of the lesson must not.
 *
 * @param loaded the scenario as its file has it
 * @param start the scenario at the start of the lesson
 * @returns violations; empty: proved
 */
export function proveSolvable(
	{ conditions, solution }: Challenge,
	loaded: Scenario,
	start: Scenario,
): readonly RuleViolation[] {
	const solved = applyChanges(start, solution).scenario;
	const missed = conditions.flatMap((condition, i): RuleViolation[] => {
		const measured = measureEdited(loaded, solved, condition);
		if (measured.holds) return [];
		return [
			{
				path: ['conditions', i],
				message: `the solution does not reach ${describeCondition(condition)}: ${describeMeasurement(condition, measured)}`,
				help: 'Change the solution, or the condition.',
			},
		];
	});
	if (missed.length > 0) return missed;
	return isSolved({ conditions }, loaded, start)
		? [
				{
					path: ['conditions'],
					message: 'the start of the lesson solves this challenge already',
					help: 'Ask for more, or start in another state.',
				},
			]
		: [];
}

/** Returns whether a state meets every condition of a challenge. */
const isSolved = ({ conditions }: Pick<Challenge, 'conditions'>, loaded: Scenario, now: Scenario): boolean =>
	conditions.every((condition) => measureEdited(loaded, now, condition).holds);
