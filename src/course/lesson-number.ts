import type { LessonDocument } from '../content/index.js';

type Numbered = Pick<LessonDocument, 'number'>;

/**
 * Returns the number that a lesson has on screen; null: none. Lesson 0 comes before the book proper: it can be opened by
 * its number, but is not counted.
 */
export const listedNumber = ({ number }: Numbered): number | null => (number !== null && number >= 1 ? number : null);

/** Returns the lessons that count in totals and in progress: those with a number on screen. */
export const countedLessons = <L extends Numbered>(lessons: readonly L[]): readonly L[] =>
	lessons.filter((lesson) => listedNumber(lesson) !== null);

/** Names a lesson by number and title, such as `lesson 3: Root cause`; without a number, by its title. */
export function lessonName(lesson: Numbered & Pick<LessonDocument, 'title'>, separator = ': '): string {
	const number = listedNumber(lesson);
	return number === null ? lesson.title : `lesson ${number}${separator}${lesson.title}`;
}
