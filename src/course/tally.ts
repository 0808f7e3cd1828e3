import { countedLessons } from './lesson-number.js';
import { type LessonOutline, type LessonReading, lessonState } from './lesson-state.js';

/** Counts of what the reader did in some lessons. */
export interface Tally {
	readonly lessons: number;
	readonly done: number;
	/** Lessons with a solution shown. */
	readonly skipped: number;
	/** Challenges solved without hints. */
	readonly solvedAlone: number;
	/** Challenges solved with hints. */
	readonly solvedWithHints: number;
	/** Challenges whose solution was shown. */
	readonly solutionShown: number;
	/** Challenges not done yet. */
	readonly openChallenges: number;
	/** Multiple-choice questions answered. */
	readonly choicesAnswered: number;
	/** Multiple-choice questions answered correctly. */
	readonly choicesRight: number;
	/** Number questions answered. */
	readonly numbersAnswered: number;
}

/** Counts what the reader did in those of the given lessons that are counted. */
export function tallyLessons(
	outlines: readonly LessonOutline[],
	readings: Readonly<Record<string, LessonReading>>,
): Tally {
	const courses = countedLessons(outlines);
	const counts: { -readonly [Key in keyof Tally]: number } = {
		lessons: courses.length,
		done: 0,
		skipped: 0,
		solvedAlone: 0,
		solvedWithHints: 0,
		solutionShown: 0,
		openChallenges: 0,
		choicesAnswered: 0,
		choicesRight: 0,
		numbersAnswered: 0,
	};
	for (const course of courses) {
		const reading = readings[course.id];
		const state = lessonState(course, reading);
		if (state === 'done' || state === 'skipped') counts[state]++;
		for (const id of course.challenges) {
			const solved = reading?.solved[id];
			if (solved === undefined) counts.openChallenges++;
			else if (solved === 'skipped') counts.solutionShown++;
			else if ((reading?.hints[id] ?? 0) > 0) counts.solvedWithHints++;
			else counts.solvedAlone++;
		}
		for (const answer of Object.values(reading?.answers ?? {})) {
			if (answer.kind === 'guess') counts.numbersAnswered++;
			if (answer.kind !== 'choice') continue;
			counts.choicesAnswered++;
			if (answer.right) counts.choicesRight++;
		}
	}
	return counts;
}
