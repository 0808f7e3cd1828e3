import { countedLessons } from './lesson-number.js';

/** The reader's answer to a question of a lesson. */
export type Answer =
	/** Both in the metric's unit; `truth` null: not measured. */
	| { readonly kind: 'guess'; readonly guess: number; readonly truth: number | null }
	/** `choice` is the number of the choice, from 1. */
	| { readonly kind: 'choice'; readonly choice: number; readonly right: boolean }
	/** Revealed without an answer. */
	| { readonly kind: 'passed' };

/** How a challenge was completed: `solved` by an edit, `skipped` by showing the solution. */
export type ChallengeResult = 'solved' | 'skipped';

/** The reader's place and answers in a lesson. */
export interface LessonReading {
	/** Index of the block at the top of the window. */
	readonly block: number;
	/** Index of the line of that block at the top of the window. */
	readonly line: number;
	/** Focused item; null: none. */
	readonly focus: string | null;
	/** By question id. */
	readonly answers: Readonly<Record<string, Answer>>;
	/** Number of hints shown, by challenge id. */
	readonly hints: Readonly<Record<string, number>>;
	/** By challenge id. */
	readonly solved: Readonly<Record<string, ChallengeResult>>;
	/** Edits of its scenario when the reader left the lesson, as `PATH=VALUE`; null: not left yet. */
	readonly edits: readonly string[] | null;
	/** Whether the reader has seen its end. */
	readonly ended: boolean;
}

/** State of a lesson that was never opened. */
export const UNREAD: LessonReading = {
	block: 0,
	line: 0,
	focus: null,
	answers: {},
	hints: {},
	solved: {},
	edits: null,
	ended: false,
};

/** The parts of a lesson on which its progress depends; `challenges` are ids. */
export interface LessonOutline {
	readonly id: string;
	/** As in its document: progress counts the lessons with a number on screen. */
	readonly number: number | null;
	readonly minutes: number;
	readonly challenges: readonly string[];
}

export type LessonState = 'unread' | 'begun' | 'skipped' | 'done';

/**
 * Returns the state of a lesson. It is done once its challenges are solved; without challenges, once its end was seen.
 * With a solution shown instead, it is skipped.
 */
export function lessonState({ challenges }: LessonOutline, reading: LessonReading | undefined): LessonState {
	if (!reading) return 'unread';
	const done = challenges.length === 0 ? reading.ended : challenges.every((id) => reading.solved[id] !== undefined);
	if (done) return challenges.some((id) => reading.solved[id] === 'skipped') ? 'skipped' : 'done';
	const hasBegun =
		reading.block > 0 ||
		reading.line > 0 ||
		Object.keys({ ...reading.answers, ...reading.hints, ...reading.solved }).length > 0;
	return hasBegun ? 'begun' : 'unread';
}

/**
 * Returns the first lesson in reading order that is not done; those that were skipped come after all others. null: all
 * are done. Lessons that are not counted come first, until a counted one was begun.
 */
export function nextLesson<C extends LessonOutline>(
	all: readonly C[],
	readings: Readonly<Record<string, LessonReading>>,
): C | null {
	const stateOf = (lesson: C): LessonState => lessonState(lesson, readings[lesson.id]);
	const counted = countedLessons(all);
	const lessons = counted.some((lesson) => stateOf(lesson) !== 'unread') ? counted : all;
	return (
		lessons.find((lesson) => ['unread', 'begun'].includes(stateOf(lesson))) ??
		lessons.find((lesson) => stateOf(lesson) === 'skipped') ??
		null
	);
}

/** Returns the reading time of the counted lessons that are not done, in minutes. */
export const minutesLeft = (
	lessons: readonly LessonOutline[],
	readings: Readonly<Record<string, LessonReading>>,
): number =>
	countedLessons(lessons).reduce(
		(sum, lesson) => sum + (lessonState(lesson, readings[lesson.id]) === 'done' ? 0 : lesson.minutes),
		0,
	);
