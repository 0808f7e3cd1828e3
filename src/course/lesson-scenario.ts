import type { EvidenceState, LessonDocument, Predict } from '../content/index.js';
import { scenarioAt } from '../engine/expectations/index.js';
import { applyChanges } from '../engine/inputs/apply-changes.js';
import type { Scenario } from '../engine/scenario.js';
import type { LessonOutline } from './lesson-state.js';

const startCache = new WeakMap<Scenario, Map<string | null, Scenario>>();

/** Returns a lesson's scenario in the state in which the lesson starts; the same object every time. */
export function lessonStart({ start }: Pick<LessonDocument, 'start'>, loaded: Scenario): Scenario {
	const cache = startCache.get(loaded) ?? new Map<string | null, Scenario>();
	startCache.set(loaded, cache);
	const scenario = cache.get(start) ?? scenarioAt(loaded, start) ?? loaded;
	cache.set(start, scenario);
	return scenario;
}

const questionCache = new WeakMap<Predict, WeakMap<Scenario, Scenario>>();

/** Returns the scenario in the state that a question of a lesson is about; the same object every time. */
export function questionScenario(lesson: Pick<LessonDocument, 'start'>, question: Predict, loaded: Scenario): Scenario {
	const cache = questionCache.get(question) ?? new WeakMap<Scenario, Scenario>();
	questionCache.set(question, cache);
	const cached = cache.get(loaded);
	if (cached) return cached;
	const { state, change } = question;
	const initial =
		state === null ? lessonStart(lesson, loaded) : (scenarioAt(loaded, state === 'own' ? null : state) ?? loaded);
	const { scenario } = applyChanges(initial, change);
	cache.set(loaded, scenario);
	return scenario;
}

const evidenceCache = new WeakMap<EvidenceState, WeakMap<Scenario, Scenario>>();

/** Returns the scenario in a state that evidence shows; the same object every time. null: the baseline, or a state
 * that does not exist. */
export function evidenceScenario(state: EvidenceState, loaded: Scenario): Scenario | null {
	const { moment, change } = state;
	const cache = evidenceCache.get(state) ?? new WeakMap<Scenario, Scenario>();
	evidenceCache.set(state, cache);
	const cached = cache.get(loaded);
	if (cached) return cached;
	const base = moment === 'baseline' ? null : scenarioAt(loaded, moment);
	if (base === null) return null;
	const { scenario } = applyChanges(base, change);
	cache.set(loaded, scenario);
	return scenario;
}

/** Returns the parts of a lesson on which its progress depends. */
export const lessonOutline = ({ id, number, minutes, blocks }: LessonDocument): LessonOutline => ({
	id,
	number,
	minutes,
	challenges: blocks.flatMap((block) => (block.kind === 'challenge' ? [block.id] : [])),
});

/**
 * Returns whether every guardrail still has the limit of the loaded scenario: moving a limit does not solve a
 * challenge.
 */
export const hasOriginalLimits = (loaded: Scenario, now: Scenario): boolean =>
	loaded.guardrails === now.guardrails || loaded.guardrails.every(({ limit }, i) => limit === now.guardrails[i]?.limit);
