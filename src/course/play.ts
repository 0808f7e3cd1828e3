import type { LessonDocument, Predict } from '../content/index.js';
import { scenarioAt } from '../engine/expectations/index.js';
import { applyChanges } from '../engine/inputs/apply-changes.js';
import type { Scenario } from '../engine/scenario.js';
import type { Course } from './reading.js';

/** Returns a lesson's scenario in the state in which the lesson starts. */
export const startOf = ({ start }: Pick<LessonDocument, 'start'>, loaded: Scenario): Scenario =>
	scenarioAt(loaded, start) ?? loaded;

/** Returns the scenario, in the state that a question of a lesson is about. */
export function askedOf(lesson: Pick<LessonDocument, 'start'>, { state, change }: Predict, loaded: Scenario): Scenario {
	const initial =
		state === null ? startOf(lesson, loaded) : (scenarioAt(loaded, state === 'own' ? null : state) ?? loaded);
	return applyChanges(initial, change).scenario;
}

/** Returns the parts of a lesson on which its progress depends. */
export const courseOf = ({ id, minutes, blocks }: LessonDocument): Course => ({
	id,
	minutes,
	challenges: blocks.flatMap((block) => (block.kind === 'challenge' ? [block.id] : [])),
});

/**
 * Returns whether every guardrail still has the limit of the loaded scenario: moving a limit does not solve a challenge.
 */
export const limitsKept = (loaded: Scenario, now: Scenario): boolean =>
	loaded.guardrails === now.guardrails || loaded.guardrails.every(({ limit }, i) => limit === now.guardrails[i]?.limit);
