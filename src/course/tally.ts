import { type Course, lessonState, type Reading } from './reading.js';

/** What was done of some lessons. */
export interface Tally {
	readonly lessons: number;
	readonly done: number;
	/** Challenges by how they were done; open ones were not. */
	readonly alone: number;
	readonly withHints: number;
	readonly shown: number;
	readonly open: number;
	/** Questions with choices that were answered, and rightly. */
	readonly chosen: number;
	readonly right: number;
	/** Questions for a number that were answered. */
	readonly guessed: number;
}

export function tally(courses: readonly Course[], readings: Readonly<Record<string, Reading>>): Tally {
	const sum = {
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
		if (lessonState(course, reading) === 'done') sum.done++;
		for (const id of course.challenges) {
			const solved = reading?.solved[id];
			if (solved === undefined) sum.open++;
			else if (solved === 'skipped') sum.shown++;
			else if ((reading?.hints[id] ?? 0) > 0) sum.withHints++;
			else sum.alone++;
		}
		for (const answer of Object.values(reading?.answers ?? {})) {
			if (answer.kind === 'guess') sum.guessed++;
			if (answer.kind !== 'choice') continue;
			sum.chosen++;
			if (answer.right) sum.right++;
		}
	}
	return sum;
}
