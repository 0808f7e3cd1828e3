import type { Challenge, LessonDocument, Predict } from '../../content/index.js';
import {
	type Answer,
	challengesOf,
	hasOriginalLimits,
	type LessonReading,
	lessonStart,
	questionScenario,
	UNREAD,
} from '../../course/index.js';
import { figureOf, measureEdited } from '../../engine/expectations/index.js';
import { metricUnit, parseTypedNumber } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import { hiddenFigures } from '../../present/lesson/hidden.js';
import type { Effect } from '../action.js';
import type { Env, Updated } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { say } from '../state-changes.js';

/** Returns the open lesson; null: none is open, or it no longer exists. */
export const openLesson = (state: State, env: Env): LessonDocument | null =>
	env.lessons.find(({ id }) => id === state.lesson) ?? null;

/** Returns the scenario that a reset restores: the start of the open lesson, or else the scenario as loaded. */
export const resetTarget = (lesson: LessonDocument | null, loaded: Scenario): Scenario =>
	lesson ? lessonStart(lesson, loaded) : loaded;

/** Returns the reading of a lesson; `UNREAD` if it was never opened. */
export const readingOf = (state: State, id: string): LessonReading => state.readings[id] ?? UNREAD;

/** Returns the state with one lesson's reading changed. */
export const withReading = (state: State, id: string, changes: Partial<LessonReading>): State => ({
	...state,
	readings: { ...state.readings, [id]: { ...readingOf(state, id), ...changes } },
});

/** Why there is no hint and no solution. */
export const NO_CHALLENGE = 'no challenge is open here';

/** Returns the first challenge without a result, or else one that was skipped; null: all are solved. */
export function openChallenge(lesson: LessonDocument, { solved }: LessonReading): Challenge | null {
	const challenges = challengesOf(lesson);
	return (
		challenges.find(({ id }) => solved[id] === undefined) ??
		challenges.find(({ id }) => solved[id] === 'skipped') ??
		null
	);
}

/** Whether the lesson on screen hides a figure of the open scenario, which an open question asks for. */
export function hidesFigures(state: State, env: Env): boolean {
	const lesson = state.screen === 'lesson' ? openLesson(state, env) : null;
	if (!lesson || lesson.scenario !== state.scenario) return false;
	return hiddenFigures(lesson, readingOf(state, lesson.id).answers, currentLab(state).loaded).length > 0;
}

/** Whether a question or a challenge of a lesson is still open. */
export const hasOpenItems = (lesson: LessonDocument, { answers, solved }: LessonReading): boolean =>
	lesson.blocks.some(
		(block) =>
			(block.kind === 'predict' && answers[block.id] === undefined) ||
			(block.kind === 'challenge' && solved[block.id] === undefined),
	);

/** Whether a scenario meets every condition of a challenge with the limits it was loaded with. */
export function meetsChallenge(challenge: Challenge, loaded: Scenario, now: Scenario): boolean {
	return (
		hasOriginalLimits(loaded, now) &&
		challenge.conditions.every((condition) => measureEdited(loaded, now, condition).holds)
	);
}

/** Answers the focused question with the typed text; an empty text shows the answer without a guess. */
export function answerQuestion(state: State, question: Predict, env: Env): Updated {
	const lesson = openLesson(state, env);
	if (!lesson) return { state, effects: [] };
	const lab = currentLab(state);
	const scenario = questionScenario(lesson, question, lab.loaded);
	const reply = parseAnswer(question, (state.typing ?? '').trim(), scenario);
	if (!reply.ok) return { state: say(state, reply.help, 'refused'), effects: [] };
	const reading = readingOf(state, lesson.id);
	const answered = withReading({ ...state, typing: null }, lesson.id, {
		answers: { ...reading.answers, [question.id]: reply.answer },
		focus: null,
	});
	return { state: answered, effects: effectsOf(question, reply.answer, lesson.scenario) };
}

type ParsedAnswer = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly help: string };

/** Parses a typed answer; `scenario`: the state that the question is about. */
function parseAnswer({ about, checks }: Predict, text: string, scenario: Scenario): ParsedAnswer {
	if (text === '' && checks.length > 0)
		return { ok: false, help: 'This answer counts and cannot be passed: type it, or Esc.' };
	if (text === '') return { ok: true, answer: { kind: 'passed' } };
	if (about.kind === 'choice') {
		const choice = Number(text);
		if (!Number.isInteger(choice) || choice < 1 || choice > about.choices.length)
			return { ok: false, help: `Type a number from 1 to ${about.choices.length}; Enter alone shows the answer.` };
		return { ok: true, answer: { kind: 'choice', choice, right: choice === about.answer } };
	}
	const read = parseTypedNumber(text, metricUnit(about.metric));
	if (!read.ok) return { ok: false, help: `“${text}” is not a number: ${read.message}` };
	return {
		ok: true,
		answer: { kind: 'guess', guess: read.value, truth: figureOf(scenario, about.metric, about.segment) },
	};
}

/** Returns the effect that records a guess; empty for other answers. */
const effectsOf = ({ about }: Predict, answer: Answer, scenario: string): readonly Effect[] =>
	about.kind === 'metric' && answer.kind === 'guess'
		? [
				{
					type: 'predicted',
					scenario,
					metric: about.metric,
					guess: answer.guess,
					truth: answer.truth,
				},
			]
		: [];
