import { type Course, lessonState, type Reading } from './reading.js';

/** Counts of what the reader did in some lessons. */
export interface Tally {
	readonly lessons: number;
	readonly done: number;
	/** Challenges solved without hints. */
	readonly alone: number;
	/** Challenges solved with hints. */
	readonly withHints: number;
	/** Challenges whose solution was shown. */
	readonly shown: number;
	/** Challenges not done yet. */
	readonly open: number;
	/** Multiple-choice questions answered. */
	readonly chosen: number;
	/** Multiple-choice questions answered correctly. */
	readonly right: number;
	/** Number questions answered. */
	readonly guessed: number;
}

/** Counts what the reader did in the given lessons. */
export function tally(courses: readonly Course[], readings: Readonly<Record<string, Reading>>): Tally {
	const counts: { -readonly [Key in keyof Tally]: number } = {
		lessons: courses.length,
		done: 0,
		alone: 0,
		withHints: 0,
		shown: 0,
		open: 0,
		chosen: 0,
		right: 0,
		guessed: 0,
	};
	for (const course of courses) {
		const reading = readings[course.id];
		if (lessonState(course, reading) === 'done') counts.done++;
		for (const id of course.challenges) {
			const solved = reading?.solved[id];
			if (solved === undefined) counts.open++;
			else if (solved === 'skipped') counts.shown++;
			else if ((reading?.hints[id] ?? 0) > 0) counts.withHints++;
			else counts.alone++;
		}
		for (const answer of Object.values(reading?.answers ?? {})) {
			if (answer.kind === 'guess') counts.guessed++;
			if (answer.kind !== 'choice') continue;
			counts.chosen++;
			if (answer.right) counts.right++;
		}
	}
	return counts;
}
