import { dirname } from 'node:path';
import type { LessonDocument, ScenarioById, ScenarioDocument } from '../content/index.js';
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

/** A lesson, its scenario, and its number in the book. */
export interface FoundLesson {
	readonly lesson: LessonDocument;
	readonly document: ScenarioDocument;
	/** From 1, as on screen; null: it is not part of the book. */
	readonly number: number | null;
}

/** Returns the lessons of the book in reading order. */
export const bookLessons = (): readonly (FoundLesson & { readonly number: number })[] =>
	LESSONS.map((lesson, i) => ({ ...withScenario(lesson, shippedScenario), number: i + 1 }));

/**
 * Finds a lesson by its number, its id or its file.
 *
 * @throws Stop with 2 if there is none, with 1 for a file with problems
 */
export async function findLesson(name: string): Promise<FoundLesson> {
	const id = /^\d+$/.test(name) ? idOfNumber(name) : name;
	const at = LESSONS.findIndex((lesson) => lesson.id === id);
	const shipped = LESSONS[at];
	if (shipped) return { ...withScenario(shipped, shippedScenario), number: at + 1 };
	if (!isPathLike(name)) throw new Stop(unknownMessage(name), 2);
	return { ...(await readOwnLesson(name)), number: null };
}

function idOfNumber(text: string): string {
	const lesson = LESSONS[Number(text) - 1];
	if (lesson) return lesson.id;
	throw new Stop(`There is no lesson ${text}: they are numbered 1 to ${LESSONS.length}.`, 2);
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

async function readOwnLesson(file: string): Promise<Omit<FoundLesson, 'number'>> {
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

function withScenario(lesson: LessonDocument, scenarioById: ScenarioById): Omit<FoundLesson, 'number'> {
	const document = scenarioById(lesson.scenario);
	if (!document) throw new Error(`the scenario ${lesson.scenario} of ${lesson.id} was not shipped`);
	return { lesson, document };
}
