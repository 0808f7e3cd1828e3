import { dirname } from 'node:path';
import type { LessonDocument, ScenarioById, ScenarioDocument } from '../content/index.js';
import { nearestNames } from '../engine/inputs/index.js';
import { HANDOUT_FORMATS } from '../export/formats.js';
import { renderHandout } from '../export/handout.js';
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
import { parseFormat } from './format.js';
import { reportWidth } from './report.js';

export interface LessonOptions {
	/** Id or file; null to list all lessons. */
	readonly name: string | null;
	readonly answers: boolean;
	readonly format: string;
}

/**
 * Returns a lesson as a handout, or the list of lessons.
 *
 * @throws Stop with 2 for arguments that do not exist, with 1 for a file with problems
 */
export async function lessonCommand({ name, answers, format }: LessonOptions): Promise<string> {
	const handoutFormat = parseFormat(format, HANDOUT_FORMATS);
	if (name === null) return lessonList();
	const ownScenario = isPathLike(name) ? await scenarioInFolder(name) : null;
	const scenarioById = (id: string): ScenarioDocument | null =>
		ownScenario?.scenario.id === id ? ownScenario : (SHIPPED.find(({ scenario }) => scenario.id === id) ?? null);
	const lesson = await findLesson(name, scenarioById);
	const document = scenarioById(lesson.scenario);
	if (!document) throw new Error(`the scenario ${lesson.scenario} of ${lesson.id} was not shipped`);
	return renderHandout({ lesson, document, answers }, handoutFormat, reportWidth(process.stdout));
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

function lessonList(): string {
	const parts = new Map<string, string[]>();
	const width = Math.max(...LESSONS.map(({ id }) => id.length));
	for (const { id, title, part, minutes } of LESSONS)
		parts.set(part, [...(parts.get(part) ?? []), `  ${id.padEnd(width)}  ${title} (${minutes} min)`]);
	return `${[...parts].map(([part, lines]) => [part, ...lines].join('\n')).join('\n\n')}\n`;
}

async function findLesson(name: string, scenarioById: ScenarioById): Promise<LessonDocument> {
	const shipped = LESSONS.find(({ id }) => id === name);
	if (shipped) return shipped;
	if (!isPathLike(name)) {
		const near = nearestNames(
			name,
			LESSONS.map(({ id }) => id),
		);
		const help =
			near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '`dispatch-board lesson` lists them; or give a file.';
		throw new Stop(`There is no lesson ${name}. ${help}`, 2);
	}
	const { parseProse } = await import('../app/markdown.js');
	const read = await readLessonFile(name, scenarioById, parseProse);
	if (read.ok) return read.document;
	if ('unreadable' in read) throw new Stop(`${name}: ${read.unreadable}.`, 2);
	throw new Stop((await Promise.all(read.problems.map(describeProblem))).join('\n\n'), 1);
}
