import type { Answered } from './answered.js';
import type { Pool } from './kinds.js';
import { type Question, questionsIn, questionsOf } from './questions.js';

/** When the reader sees how an answer went. */
export type Peek = 'after-each' | 'at-the-end';

/** What a run is started with. */
export interface RunOptions {
	/** 1 to 240; what is beyond is taken as the nearest. */
	readonly minutes: number;
	/** Whole number, 0 ≤ seed < 2⁵³. The same seed and pool give the same questions in the same order. */
	readonly seed: number;
	readonly pool: Pool;
	readonly peek: Peek;
}

/** A timed interview as it stands: plain data. Moments come in as milliseconds of one clock, best one that never goes back. */
export interface Run {
	readonly minutes: number;
	readonly seed: number;
	readonly peek: Peek;
	/** What was planned, in order. */
	readonly questions: readonly Question[];
	/** How the first of them went, one each, in the same order. */
	readonly results: readonly Answered[];
	/** Milliseconds of the run at which the question that is open was given; null: none is. */
	readonly open: number | null;
	readonly clock: Clock;
}

/** Starts a run and gives its first question. One without cards is over at once. */
export function startRun({ minutes: wanted, seed, pool, peek }: RunOptions, now: number): Run {
	const minutes = Math.min(LONGEST, Math.max(SHORTEST, Number.isNaN(wanted) ? SHORTEST : wanted));
	const questions = questionsOf(questionsIn(minutes), pool, seed);
	return asked({ minutes, seed, peek, questions, results: [], open: null, clock: startedClock(now) }, now);
}

/** The question that waits for an answer; null: none does. */
export const openQuestion = ({ open, questions, results }: Run): Question | null =>
	open === null ? null : (questions[results.length] ?? null);

/**
 * Gives the next question, and ends a pause; nothing while one is open or when the run is over. After an answer a run
 * that peeks at the end does so by itself; one that peeks after each waits for the reader, and the time goes on.
 */
export function asked(run: Run, now: number): Run {
	if (run.open !== null || isOver(run, now)) return run;
	const clock = clockAt(run.clock, now, false);
	return { ...run, clock, open: clock.spent };
}

/**
 * The open question was answered; that ends a pause. An answer to any other question changes nothing (a key that was
 * pressed twice). A score outside 0..1 is taken as the nearest, one that is no number as 0; where the seconds are no
 * time, the run's own measure of it counts.
 */
export function answered(run: Run, result: Answered, now: number): Run {
	const question = openQuestion(run);
	if (question === null || question.card !== result.card || question.kind !== result.kind) return run;
	const seconds = result.seconds >= 0 && result.seconds < Infinity ? result.seconds : answering(run, now) / 1000;
	const score = Number.isNaN(result.score) ? 0 : Math.min(1, Math.max(0, result.score));
	const after: Run = {
		...run,
		results: [...run.results, { ...result, seconds, score }],
		open: null,
		clock: clockAt(run.clock, now, false),
	};
	return run.peek === 'at-the-end' ? asked(after, now) : after;
}

/** The run with its time stopped. */
export const paused = (run: Run, now: number): Run => stopped(run, now, true);

/** The run with its time going on. */
export const resumed = (run: Run, now: number): Run => stopped(run, now, false);

const stopped = (run: Run, now: number, stop: boolean): Run =>
	run.clock.paused === stop || isOver(run, now) ? run : { ...run, clock: clockAt(run.clock, now, stop) };

/** Milliseconds left, pauses not counted; never below 0. Never grows. Stands still once the run is over. */
export const remaining = (run: Run, now: number): number => Math.max(0, limit(run) - spent(run, now));

/**
 * Whether nothing is left to do: no question is open, and none will be given, because time is up or all were answered.
 * A question that is open when time is up may still be finished.
 */
export const isOver = (run: Run, now: number): boolean =>
	run.open === null && (allAnswered(run) || spentAt(run.clock, now) >= limit(run));

/** Milliseconds that the open question has taken, pauses not counted; 0 where none is open. */
export const answering = ({ open, clock }: Run, now: number): number =>
	open === null ? 0 : spentAt(clock, now) - open;

/** Milliseconds that the run took, pauses not counted: up to now, or to its end; above its minutes if an answer was finished late. */
export function spent(run: Run, now: number): number {
	if (allAnswered(run)) return run.clock.spent;
	const all = spentAt(run.clock, now);
	return run.open === null ? Math.min(all, Math.max(limit(run), run.clock.spent)) : all;
}

const allAnswered = ({ questions, results }: Run): boolean => results.length >= questions.length;
const limit = ({ minutes }: Run): number => minutes * 60_000;

const SHORTEST = 1;
const LONGEST = 240;

/** How much of its time a run has used. Moments are milliseconds of any clock, always the same one. */
interface Clock {
	/** Milliseconds that ran until `seen`. */
	readonly spent: number;
	/** The latest moment that something happened at. */
	readonly seen: number;
	readonly paused: boolean;
}

const startedClock = (now: number): Clock => ({ spent: 0, seen: now, paused: false });

/**
 * Milliseconds that ran until now, pauses not counted. A moment before the last one counts as that one, as does one
 * that is no number: time stands still rather than run back.
 */
const spentAt = (clock: Clock, now: number): number => clock.spent + (clock.paused ? 0 : passed(clock, now));

/** The clock, moved on to now, and stopped or running from here. */
const clockAt = (clock: Clock, now: number, paused: boolean): Clock => ({
	spent: spentAt(clock, now),
	seen: clock.seen + passed(clock, now),
	paused,
});

const passed = ({ seen }: Clock, now: number): number => (Number.isFinite(now) ? Math.max(0, now - seen) : 0);
