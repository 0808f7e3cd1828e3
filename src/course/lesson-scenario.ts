import type { LessonDocument, Predict } from '../content/index.js';
import { scenarioAt } from '../engine/expectations/index.js';
import { applyChanges } from '../engine/inputs/apply-changes.js';
import type { Scenario } from '../engine/scenario.js';
import type { LessonOutline } from './lesson-state.js';

/** Returns a lesson's scenario in the state in which the lesson starts. */
export const lessonStart = ({ start }: Pick<LessonDocument, 'start'>, loaded: Scenario): Scenario =>
	scenarioAt(loaded, start) ?? loaded;

/** Returns the scenario, in the state that a question of a lesson is about. */
export function questionScenario(
	lesson: Pick<LessonDocument, 'start'>,
	{ state, change }: Predict,
	loaded: Scenario,
): Scenario {
	const initial =
		state === null ? lessonStart(lesson, loaded) : (scenarioAt(loaded, state === 'own' ? null : state) ?? loaded);
	return applyChanges(initial, change).scenario;
}

/** Returns the parts of a lesson on which its progress depends. */
export const lessonOutline = ({ id, minutes, blocks }: LessonDocument): LessonOutline => ({
	id,
	minutes,
	challenges: blocks.flatMap((block) => (block.kind === 'challenge' ? [block.id] : [])),
});

/**
 * Returns whether every guardrail still has the limit of the loaded scenario: moving a limit does not solve a
 * challenge.
 */
export const hasOriginalLimits = (loaded: Scenario, now: Scenario): boolean =>
	loaded.guardrails === now.guardrails || loaded.guardrails.every(({ limit }, i) => limit === now.guardrails[i]?.limit);
