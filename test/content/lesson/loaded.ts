import { parseProse } from '../../../src/app/markdown.js';
import {
	formatProblem,
	type LessonDocument,
	loadLesson,
	type PlacedLesson,
	type Problem,
} from '../../../src/content/index.js';
import { scenarios } from './base.js';

/** A lesson that loads, with its places. */
export function placed(text: string | Uint8Array, file = 'lesson.md'): PlacedLesson {
	const loaded = loadLesson(text, file, scenarios, parseProse);
	if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
	return loaded;
}

/** The document of a lesson that loads. */
export const lesson = (text: string | Uint8Array): LessonDocument => placed(text).document;

/** The problems of one that does not. */
export function problemsOf(text: string | Uint8Array): readonly Problem[] {
	const loaded = loadLesson(text, 'lesson.md', scenarios, parseProse);
	if (loaded.ok) throw new Error('it loaded');
	return loaded.problems;
}
