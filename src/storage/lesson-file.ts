import type { LoadedLesson, ParseMarkdown, PlacedLesson, Problem, ScenarioById } from '../content/index.js';
import { firstBytes, reason, type Unreadable } from './scenario-file.js';
import { LESSONS } from './shipped.js';

/** Reads and validates a lesson file; what loads YAML and the schema is loaded only here. */
export async function readLessonFile(
	path: string,
	scenarios: ScenarioById,
	parse: ParseMarkdown,
): Promise<LoadedLesson | Unreadable> {
	const { loadLesson, MAX_BYTES } = await import('../content/index.js');
	try {
		return loadLesson(await firstBytes(path, MAX_BYTES + 1), path, scenarios, parse);
	} catch (error) {
		return { ok: false, unreadable: reason(error) };
	}
}

/** What the head of a lesson says, whatever else is wrong with the lesson; null: it does not say. */
export interface LessonHead {
	readonly file: string;
	readonly id: string | null;
	readonly scenario: string | null;
}

/** The heads of the lessons among these files. */
export async function lessonHeads(files: readonly string[]): Promise<readonly LessonHead[]> {
	return Promise.all(
		files
			.filter((file) => file.endsWith('.md'))
			.map(async (file) => {
				const text = await textOf(file);
				const [, head = ''] = /^\uFEFF?---\r?\n([\s\S]*?)\n---/.exec(text) ?? [];
				return { file, id: idIn(head, 'id'), scenario: idIn(head, 'scenario') };
			}),
	);
}

/** The id of a scenario or deck by its text alone, whatever else is wrong with it; null: it does not say. */
export const writtenId = async (file: string): Promise<string | null> => idIn(await textOf(file), 'id');

const textOf = async (file: string): Promise<string> =>
	Buffer.from(await firstBytes(file, HEAD_BYTES).catch(() => new Uint8Array())).toString('utf8');

const idIn = (text: string, field: 'id' | 'scenario'): string | null =>
	new RegExp(`^${field}:[ \\t]*["']?([\\w-]+)`, 'm').exec(text)?.[1] ?? null;

const HEAD_BYTES = 20_000;

/** What is wrong between lessons that load; they may lead to the program's own. */
export async function problemsTogether(lessons: readonly PlacedLesson[]): Promise<readonly Problem[]> {
	const { lessonsTogether } = await import('../content/index.js');
	return lessonsTogether(
		lessons,
		LESSONS.map(({ id }) => id),
	);
}
