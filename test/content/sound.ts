import { formatProblem, type Problem } from '../../src/content/index.js';
import { isHarmless } from './is-harmless.js';

/** Whether a refusal has problems, each with a place, words, and a text that can be printed. */
export const refusedInWords = (problems: readonly Problem[]): boolean =>
	problems.length > 0 &&
	problems.every((problem) => {
		const { line, column, message, help, excerpt } = problem;
		const isPlaced = line >= 1 && column >= 1 && (excerpt === null || excerpt.caretWidth >= 1);
		return isPlaced && message !== '' && help !== '' && isHarmless(formatProblem(problem));
	});

/** Every text in a value, names of fields included. */
export const textsOf = (value: unknown): readonly string[] =>
	typeof value === 'string'
		? [value]
		: Object.entries(value ?? {}).flatMap(([key, item]) => [...(Array.isArray(value) ? [] : [key]), ...textsOf(item)]);
