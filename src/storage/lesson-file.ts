import type { LoadedLesson, PlacedLesson, Problem, ScenarioById } from '../content/index.js';
import { firstBytes, reason, type Unreadable } from './scenario-file.js';

/** Reads and validates a lesson file; what loads YAML and the schema is loaded only here. */
export async function readLessonFile(path: string, scenarios: ScenarioById): Promise<LoadedLesson | Unreadable> {
	const { loadLesson, MAX_BYTES } = await import('../content/index.js');
	try {
		return loadLesson(await firstBytes(path, MAX_BYTES + 1), path, scenarios);
	} catch (error) {
		return { ok: false, unreadable: reason(error) };
	}
}

/** What is wrong between lessons that load. */
export async function problemsTogether(lessons: readonly PlacedLesson[]): Promise<readonly Problem[]> {
	const { lessonsTogether } = await import('../content/index.js');
	return lessonsTogether(lessons);
}
