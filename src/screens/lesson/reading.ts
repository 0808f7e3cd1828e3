import { currentEntry, recordEntry, recordLessonEntry } from '../../board/lab.js';
import type { Challenge, LessonDocument, Predict } from '../../content/index.js';
import {
	type Answer,
	hasOriginalLimits,
	type LessonReading,
	lessonStart,
	questionScenario,
	UNREAD,
} from '../../course/index.js';
import { figureOf, measureEdited } from '../../engine/expectations/index.js';
import { applyChanges } from '../../engine/inputs/apply-changes.js';
import { editsBetween, metricUnit, parseNumber } from '../../engine/inputs/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type { Effect } from '../action.js';
import type { Env, Updated } from '../screen.js';
import { currentLab, type State } from '../state.js';
import { say, withLab } from '../state-changes.js';

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

/** Returns the first challenge that is not solved yet; null: none is left. */
export function openChallenge(lesson: LessonDocument, reading: LessonReading): Challenge | null {
	const open = lesson.blocks.find((block) => block.kind === 'challenge' && reading.solved[block.id] === undefined);
	return open?.kind === 'challenge' ? open : null;
}

/** Whether a scenario meets every condition of a challenge with the limits it was loaded with. */
export function meetsChallenge(challenge: Challenge, loaded: Scenario, now: Scenario): boolean {
	return (
		hasOriginalLimits(loaded, now) &&
		challenge.conditions.every((condition) => measureEdited(loaded, now, condition).holds)
	);
}

/** Marks the challenges that the lab's current state solves. */
export function judgeChallenges(state: State, env: Env): State {
	const lesson = openLesson(state, env);
	if (!lesson || lesson.scenario !== state.scenario) return state;
	const reading = readingOf(state, lesson.id);
	const lab = currentLab(state);
	const solvedNow = lesson.blocks.filter(
		(block): block is Challenge =>
			block.kind === 'challenge' &&
			reading.solved[block.id] === undefined &&
			meetsChallenge(block, lab.loaded, currentEntry(lab).scenario),
	);
	if (solvedNow.length === 0) return state;
	const solved = { ...reading.solved, ...Object.fromEntries(solvedNow.map(({ id }) => [id, 'solved' as const])) };
	return say(withReading(state, lesson.id, { solved }), 'challenge solved: G shows what it taught, n goes on');
}

/** Shows one more hint of the open challenge. */
export function showHint(state: State, env: Env): State {
	const lesson = openLesson(state, env);
	const reading = lesson && readingOf(state, lesson.id);
	const challenge = lesson && reading && openChallenge(lesson, reading);
	if (!lesson || !reading || !challenge) return say(state, NO_CHALLENGE);
	const shown = reading.hints[challenge.id] ?? 0;
	if (shown >= challenge.hints.length) return say(state, 'that was the last hint; s shows a solution');
	return scrollToChallenge(
		withReading(state, lesson.id, { hints: { ...reading.hints, [challenge.id]: shown + 1 } }),
		lesson,
		challenge,
	);
}

/** Scrolls to a challenge, at whose end hints and solution are shown. */
function scrollToChallenge(state: State, lesson: LessonDocument, { id }: Challenge): State {
	const block = lesson.blocks.findIndex((one) => one.kind === 'challenge' && one.id === id);
	return withReading(state, lesson.id, { block, line: 0 });
}

/** Enters a solution of the open challenge as one edit. */
export function skipChallenge(state: State, env: Env): State {
	const lesson = openLesson(state, env);
	const reading = lesson && readingOf(state, lesson.id);
	const challenge = lesson && reading && openChallenge(lesson, reading);
	if (!lesson || !reading || !challenge) return say(state, NO_CHALLENGE);
	const lab = currentLab(state);
	const { scenario } = applyChanges(lessonStart(lesson, lab.loaded), challenge.solution);
	const entered = recordEntry(lab, {
		scenario,
		edits: editsBetween(lab.loaded, scenario),
		description: `a solution of “${lesson.title}”`,
	});
	const marked = withReading(withLab(state, entered), lesson.id, {
		solved: { ...reading.solved, [challenge.id]: 'skipped' },
	});
	return say(scrollToChallenge(marked, lesson, challenge), 'a solution was entered; u takes it back');
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
	const recorded = withReading({ ...state, typing: null }, lesson.id, {
		answers: { ...reading.answers, [question.id]: reply.answer },
	});
	// After the answer the live parts show the state that the question is about.
	const hasOwnState = question.state !== null || Object.keys(question.change).length > 0;
	const did = `what “${lesson.title}” asked about`;
	const next = hasOwnState
		? withLab(
				recorded,
				recordLessonEntry(lab, { scenario, edits: editsBetween(lab.loaded, scenario), description: did }),
			)
		: recorded;
	return { state: next, effects: effectsOf(question, reply.answer, lesson.scenario) };
}

type ParsedAnswer = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly help: string };

/** Parses a typed answer; `scenario`: the state that the question is about. */
function parseAnswer({ about }: Predict, text: string, scenario: Scenario): ParsedAnswer {
	if (text === '') return { ok: true, answer: { kind: 'passed' } };
	if (about.kind === 'choice') {
		const choice = Number(text);
		if (!Number.isInteger(choice) || choice < 1 || choice > about.choices.length)
			return { ok: false, help: `Type a number from 1 to ${about.choices.length}, or nothing to look at once.` };
		return { ok: true, answer: { kind: 'choice', choice, right: choice === about.answer } };
	}
	const read = parseNumber(text, metricUnit(about.metric));
	if (!read.ok) return { ok: false, help: read.message };
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
					guesses: [{ name: 'you', guess: answer.guess }],
					truth: answer.truth,
				},
			]
		: [];
