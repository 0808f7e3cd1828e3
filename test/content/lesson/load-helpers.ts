import { parseProse } from '../../../src/app/markdown.js';
import {
	formatProblem,
	type LessonDocument,
	loadLesson,
	type PlacedLesson,
	type Problem,
} from '../../../src/content/index.js';
import { scenarios } from './base.js';

/** Loads a valid lesson with its places; throws if it is refused. */
export function loadPlacedLesson(text: string | Uint8Array, file = 'lesson.md'): PlacedLesson {
	const loaded = loadLesson(text, file, scenarios, parseProse);
	if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
	return loaded;
}

/** Loads a valid lesson; throws if it is refused. */
export const loadLessonDocument = (text: string | Uint8Array): LessonDocument => loadPlacedLesson(text).document;

/** Returns the problems of an invalid lesson; throws if it loads. */
export function problemsOf(text: string | Uint8Array): readonly Problem[] {
	const loaded = loadLesson(text, 'lesson.md', scenarios, parseProse);
	if (loaded.ok) throw new Error('it loaded');
	return loaded.problems;
}
