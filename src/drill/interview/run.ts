import type { AnswerResult } from './answer-result.js';
import type { Pool } from './kinds.js';
import { drawQuestions, questionCount, type RunQuestion } from './questions.js';

/** Timing of the feedback on answers. */
export type FeedbackTiming = 'after-each' | 'at-the-end';

/** Settings of a run. */
export interface RunOptions {
	/** 1..240; other values are clamped. */
	readonly minutes: number;
	/** Whole number, 0 ≤ seed < 2⁵³. The same seed and pool give the same questions in the same order. */
	readonly seed: number;
	readonly pool: Pool;
	readonly feedback: FeedbackTiming;
}

/** State of a timed interview, as plain data. All times are milliseconds of one clock, preferably monotonic. */
export interface Run {
	readonly minutes: number;
	readonly seed: number;
	readonly feedback: FeedbackTiming;
	/** Planned questions, in order. */
	readonly questions: readonly RunQuestion[];
	/** Results of the questions answered so far, in the same order. */
	readonly results: readonly AnswerResult[];
	/** Run time in milliseconds at which the open question was given; null if none is open. */
	readonly open: number | null;
	readonly clock: Clock;
}

/** Starts a run and gives its first question. A run without cards is over at once. */
export function startRun({ minutes: requested, seed, pool, feedback }: RunOptions, now: number): Run {
	const minutes = Math.min(LONGEST, Math.max(SHORTEST, Number.isNaN(requested) ? SHORTEST : requested));
	const questions = drawQuestions(questionCount(minutes), pool, seed);
	return giveNextQuestion({ minutes, seed, feedback, questions, results: [], open: null, clock: startClock(now) }, now);
}

/** Returns the question that waits for an answer; null if none does. */
export const openQuestion = ({ open, questions, results }: Run): RunQuestion | null =>
	open === null ? null : (questions[results.length] ?? null);

/**
 * Gives the next question and ends a pause. Does nothing while a question is open or when the run is over. With
 * `at-the-end` each answer brings the next question; with `after-each` the reader asks for it while the clock runs.
 */
export function giveNextQuestion(run: Run, now: number): Run {
	if (run.open !== null || isOver(run, now)) return run;
	const clock = advanceClock(run.clock, now, false);
	return { ...run, clock, open: clock.spent };
}

/**
 * Records the answer to the open question and ends a pause. An answer to any other question changes nothing (a key
 * pressed twice). The score is clamped to 0..1, NaN becomes 0; invalid seconds are replaced by the run's own measure.
 */
export function recordAnswer(run: Run, result: AnswerResult, now: number): Run {
	const question = openQuestion(run);
	if (question === null || question.card !== result.card || question.kind !== result.kind) return run;
	const seconds = result.seconds >= 0 && result.seconds < Infinity ? result.seconds : answerTime(run, now) / 1000;
	const score = Number.isNaN(result.score) ? 0 : Math.min(1, Math.max(0, result.score));
	const after: Run = {
		...run,
		results: [...run.results, { ...result, seconds, score }],
		open: null,
		clock: advanceClock(run.clock, now, false),
	};
	return run.feedback === 'at-the-end' ? giveNextQuestion(after, now) : after;
}

/** Stops the run's clock. */
export const pauseRun = (run: Run, now: number): Run => setPaused(run, now, true);

/** Restarts the run's clock. */
export const resumeRun = (run: Run, now: number): Run => setPaused(run, now, false);

const setPaused = (run: Run, now: number, shouldPause: boolean): Run =>
	run.clock.paused === shouldPause || isOver(run, now)
		? run
		: { ...run, clock: advanceClock(run.clock, now, shouldPause) };

/** Returns the milliseconds left, without pauses; at least 0. Never grows, and stops changing once the run is over. */
export const remainingTime = (run: Run, now: number): number => Math.max(0, timeLimit(run) - elapsedTime(run, now));

/**
 * Whether the run is over: no question is open, and time is up or all are answered. A question that is open when time
 * runs out may still be finished.
 */
export const isOver = (run: Run, now: number): boolean =>
	run.open === null && (allAnswered(run) || spentAt(run.clock, now) >= timeLimit(run));

/** Returns the milliseconds spent on the open question, without pauses; 0 if none is open. */
export const answerTime = ({ open, clock }: Run, now: number): number =>
	open === null ? 0 : spentAt(clock, now) - open;

/** Returns the milliseconds used so far or in all, without pauses; over the limit if the last answer was late. */
export function elapsedTime(run: Run, now: number): number {
	if (allAnswered(run)) return run.clock.spent;
	const all = spentAt(run.clock, now);
	return run.open === null ? Math.min(all, Math.max(timeLimit(run), run.clock.spent)) : all;
}

const allAnswered = ({ questions, results }: Run): boolean => results.length >= questions.length;
const timeLimit = ({ minutes }: Run): number => minutes * 60_000;

const SHORTEST = 1;
const LONGEST = 240;

/** Stopwatch of a run. Times are milliseconds of any one clock. */
interface Clock {
	/** Milliseconds counted until `seen`. */
	readonly spent: number;
	/** Time of the last update. */
	readonly seen: number;
	readonly paused: boolean;
}

const startClock = (now: number): Clock => ({ spent: 0, seen: now, paused: false });

/**
 * Returns the milliseconds counted until now, without pauses. A time before the last update, or NaN, counts as that
 * update: the clock stands still rather than running backwards.
 */
const spentAt = (clock: Clock, now: number): number => clock.spent + (clock.paused ? 0 : elapsed(clock, now));

/** Advances the clock to now, and stops or runs it from there. */
const advanceClock = (clock: Clock, now: number, paused: boolean): Clock => ({
	spent: spentAt(clock, now),
	seen: clock.seen + elapsed(clock, now),
	paused,
});

const elapsed = ({ seen }: Clock, now: number): number => (Number.isFinite(now) ? Math.max(0, now - seen) : 0);
