/** What somebody answered to a question of a lesson. */
export type Answer =
	/** In the metric's unit; truth null: not measured. */
	| { readonly kind: 'guess'; readonly guess: number; readonly truth: number | null }
	/** Which choice, from 1. */
	| { readonly kind: 'choice'; readonly choice: number; readonly right: boolean }
	/** Looked without answering. */
	| { readonly kind: 'passed' };

/** How a challenge was done: by an edit, or by having the solution shown. */
export type Solved = 'solved' | 'skipped';

/** How far somebody is in a lesson. */
export interface Reading {
	/** The block at the top of the window, and which of its lines. */
	readonly block: number;
	readonly line: number;
	/** What had the focus; null: nothing. */
	readonly focus: string | null;
	/** By the id of the question. */
	readonly answers: Readonly<Record<string, Answer>>;
	/** Hints that were shown, by the id of the challenge. */
	readonly hints: Readonly<Record<string, number>>;
	/** By the id of the challenge. */
	readonly solved: Readonly<Record<string, Solved>>;
	/** `PATH=VALUE` of its scenario's edits when it was left; null: it was not left yet. */
	readonly edits: readonly string[] | null;
	/** Whether its end was seen. */
	readonly ended: boolean;
}

/** Nothing was read yet. */
export const UNREAD: Reading = {
	block: 0,
	line: 0,
	focus: null,
	answers: {},
	hints: {},
	solved: {},
	edits: null,
	ended: false,
};

/** What of a lesson its progress depends on. */
export interface Course {
	readonly id: string;
	readonly minutes: number;
	readonly challenges: readonly string[];
}

export type LessonState = 'unread' | 'begun' | 'done';

/** Done is a lesson whose challenges are, or whose end was seen where it has none. */
export function lessonState({ challenges }: Course, reading: Reading | undefined): LessonState {
	if (!reading) return 'unread';
	const done = challenges.length === 0 ? reading.ended : challenges.every((id) => reading.solved[id] !== undefined);
	if (done) return 'done';
	const touched =
		reading.block > 0 ||
		reading.line > 0 ||
		Object.keys({ ...reading.answers, ...reading.hints, ...reading.solved }).length > 0;
	return touched ? 'begun' : 'unread';
}

/** The first lesson that is not done, in reading order; null: all are. */
export function nextLesson<C extends Course>(
	lessons: readonly C[],
	readings: Readonly<Record<string, Reading>>,
): C | null {
	return lessons.find((lesson) => lessonState(lesson, readings[lesson.id]) !== 'done') ?? null;
}

/** Minutes of the lessons that are not done. */
export const minutesLeft = (lessons: readonly Course[], readings: Readonly<Record<string, Reading>>): number =>
	lessons.reduce((sum, lesson) => sum + (lessonState(lesson, readings[lesson.id]) === 'done' ? 0 : lesson.minutes), 0);
