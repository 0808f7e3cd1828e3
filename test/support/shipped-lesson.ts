import lessons from 'virtual:lessons';
import type { LessonDocument } from '../../src/content/index.js';

/** Returns a shipped lesson by its id; throws if there is none. */
export function shippedLesson(id: string): LessonDocument {
	const found = lessons.find((lesson) => lesson.id === id);
	if (!found) throw new Error(`no shipped lesson ${id}`);
	return found;
}
