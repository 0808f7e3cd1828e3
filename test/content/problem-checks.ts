import { formatProblem, type Problem } from '../../src/content/index.js';
import { isSafeToPrint } from './safe-to-print.js';

/** Returns whether there are problems, each with a place, message and help, and printable. */
export const areValidProblems = (problems: readonly Problem[]): boolean =>
	problems.length > 0 &&
	problems.every((problem) => {
		const { line, column, message, help, excerpt } = problem;
		const isPlaced = line >= 1 && column >= 1 && (excerpt === null || excerpt.caretWidth >= 1);
		return isPlaced && message !== '' && help !== '' && isSafeToPrint(formatProblem(problem));
	});

/** Lists every text in a value, including field names. */
export const textsOf = (value: unknown): readonly string[] =>
	typeof value === 'string'
		? [value]
		: Object.entries(value ?? {}).flatMap(([key, item]) => [...(Array.isArray(value) ? [] : [key]), ...textsOf(item)]);
