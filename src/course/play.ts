import type { LessonDocument, Predict } from '../content/index.js';
import { scenarioAt } from '../engine/expectations/index.js';
import { applyChanges } from '../engine/inputs/apply-changes.js';
import type { Scenario } from '../engine/scenario.js';
import type { Course } from './reading.js';

/** A lesson's scenario as the lesson starts. */
export const startOf = ({ start }: Pick<LessonDocument, 'start'>, loaded: Scenario): Scenario =>
	scenarioAt(loaded, start) ?? loaded;

/** The scenario that a question of a lesson is about. */
export function askedOf(lesson: Pick<LessonDocument, 'start'>, { state, change }: Predict, loaded: Scenario): Scenario {
	const base =
		state === null ? startOf(lesson, loaded) : (scenarioAt(loaded, state === 'own' ? null : state) ?? loaded);
	return applyChanges(base, change).scenario;
}

/** What the progress of a lesson depends on. */
export const courseOf = ({ id, minutes, blocks }: LessonDocument): Course => ({
	id,
	minutes,
	challenges: blocks.flatMap((block) => (block.kind === 'challenge' ? [block.id] : [])),
});

/**
 * Whether every guardrail has the limit that its scenario came with: a challenge that is met by moving the limits is
 * not met.
 */
export const limitsKept = (loaded: Scenario, now: Scenario): boolean =>
	loaded.guardrails === now.guardrails || loaded.guardrails.every(({ limit }, i) => limit === now.guardrails[i]?.limit);
