import { dirname } from 'node:path';
import type { LessonDocument, ScenarioById, ScenarioDocument } from '../content/index.js';
import { listedNumber } from '../course/index.js';
import { nearestNames } from '../engine/inputs/index.js';
import { Stop } from '../stop.js';
import {
	contentFiles,
	describeProblem,
	LESSONS,
	lessonHeads,
	readContentId,
	readLessonFile,
	readScenarioFile,
	SHIPPED,
} from '../storage/index.js';
import { isPathLike } from './find-scenario.js';

/** A lesson and its scenario. */
export interface FoundLesson {
	readonly lesson: LessonDocument;
	readonly document: ScenarioDocument;
	/** Whether it is part of the book, not a file of the reader's own. */
	readonly isShipped: boolean;
	/** Its number in the book, as on screen; null: none. */
	readonly number: number | null;
}

/** Returns the lessons of the book in reading order. */
export const bookLessons = (): readonly FoundLesson[] => LESSONS.map(shippedLesson);

/**
 * Finds a lesson by its number, its id or its file.
 *
 * @throws Stop with 2 if there is none, with 1 for a file with problems
 */
export async function findLesson(name: string): Promise<FoundLesson> {
	const id = /^\d+$/.test(name) ? idOfNumber(name) : name;
	const shipped = LESSONS.find((lesson) => lesson.id === id);
	if (shipped) return shippedLesson(shipped);
	if (!isPathLike(name)) throw new Stop(unknownMessage(name), 2);
	return { ...(await readOwnLesson(name)), isShipped: false, number: null };
}

function idOfNumber(text: string): string {
	const lesson = LESSONS.find(({ number }) => number === Number(text));
	if (lesson) return lesson.id;
	const numbers = LESSONS.flatMap(({ number }) => number ?? []);
	throw new Stop(
		`There is no lesson ${text}: they are numbered ${Math.min(...numbers)} to ${Math.max(...numbers)}.`,
		2,
	);
}

function unknownMessage(name: string): string {
	const near = nearestNames(
		name,
		LESSONS.map(({ id }) => id),
	);
	const help =
		near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '`dispatch-board lesson` lists them; or give a file.';
	return `There is no lesson ${name}. ${help}`;
}

const shippedLesson = (lesson: LessonDocument): FoundLesson => ({
	...withScenario(lesson, shippedScenario),
	isShipped: true,
	number: listedNumber(lesson),
});

type PlayableLesson = Pick<FoundLesson, 'lesson' | 'document'>;

async function readOwnLesson(file: string): Promise<PlayableLesson> {
	const ownScenario = await scenarioInFolder(file);
	const scenarioById = (id: string): ScenarioDocument | null =>
		ownScenario?.scenario.id === id ? ownScenario : shippedScenario(id);
	const { parseProse } = await import('../app/markdown.js');
	const read = await readLessonFile(file, scenarioById, parseProse);
	if (read.ok) return withScenario(read.document, scenarioById);
	if ('unreadable' in read) throw new Stop(`${file}: ${read.unreadable}.`, 2);
	throw new Stop((await Promise.all(read.problems.map(describeProblem))).join('\n\n'), 1);
}

/** Returns the scenario of a lesson file if it is in the same folder; null otherwise. */
async function scenarioInFolder(file: string): Promise<ScenarioDocument | null> {
	const [head] = await lessonHeads([file]);
	if (!head || head.scenario === null) return null;
	for (const other of await contentFiles(dirname(file))) {
		if (!/\.ya?ml$/.test(other) || (await readContentId(other)) !== head.scenario) continue;
		const read = await readScenarioFile(other);
		if (read.ok) return read.document;
	}
	return null;
}

const shippedScenario: ScenarioById = (id) => SHIPPED.find(({ scenario }) => scenario.id === id) ?? null;

function withScenario(lesson: LessonDocument, scenarioById: ScenarioById): PlayableLesson {
	const document = scenarioById(lesson.scenario);
	if (!document) throw new Error(`the scenario ${lesson.scenario} of ${lesson.id} was not shipped`);
	return { lesson, document };
}
