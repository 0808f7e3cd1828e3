import type { LoadedLesson, ParseMarkdown, PlacedLesson, Problem, ScenarioById } from '../content/index.js';
import { describeReadError, readFirstBytes, type Unreadable } from './scenario-file.js';
import { LESSONS } from './shipped.js';

/** Reads and validates a lesson file. YAML and the schema are loaded only here. */
export async function readLessonFile(
	path: string,
	scenarios: ScenarioById,
	parse: ParseMarkdown,
): Promise<LoadedLesson | Unreadable> {
	const { loadLesson, MAX_BYTES } = await import('../content/index.js');
	try {
		return loadLesson(await readFirstBytes(path, MAX_BYTES + 1), path, scenarios, parse);
	} catch (error) {
		return { ok: false, unreadable: describeReadError(error) };
	}
}

/** Fields from the head of a lesson file, which may otherwise be invalid; null if a field is missing. */
export interface LessonHead {
	readonly file: string;
	readonly id: string | null;
	readonly scenario: string | null;
}

/** Returns the heads of the lessons among these files. */
export async function lessonHeads(files: readonly string[]): Promise<readonly LessonHead[]> {
	return Promise.all(
		files
			.filter((file) => file.endsWith('.md'))
			.map(async (file) => {
				const text = await headText(file);
				const [, head = ''] = /^\uFEFF?---\r?\n([\s\S]*?)\n---/.exec(text) ?? [];
				return { file, id: fieldIn(head, 'id'), scenario: fieldIn(head, 'scenario') };
			}),
	);
}

/** Returns the id in the text of a scenario or deck file, which may otherwise be invalid; null if there is none. */
export const readContentId = async (file: string): Promise<string | null> => fieldIn(await headText(file), 'id');

const headText = async (file: string): Promise<string> =>
	Buffer.from(await readFirstBytes(file, HEAD_BYTES).catch(() => new Uint8Array())).toString('utf8');

const fieldIn = (text: string, field: 'id' | 'scenario'): string | null =>
	new RegExp(`^${field}:[ \\t]*["']?([\\w-]+)`, 'm').exec(text)?.[1] ?? null;

const HEAD_BYTES = 20_000;

/** Returns problems between valid lessons, such as repeated ids. They may link to shipped lessons. */
export async function crossLessonProblems(lessons: readonly PlacedLesson[]): Promise<readonly Problem[]> {
	const { checkBook } = await import('../content/index.js');
	return checkBook(
		lessons,
		LESSONS.map(({ id }) => id),
	);
}
