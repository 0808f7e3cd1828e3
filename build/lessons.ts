import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { parseProse } from '../src/app/markdown.js';
import {
	formatProblem,
	type LessonDocument,
	lessonsTogether,
	loadLesson,
	type PlacedLesson,
} from '../src/content/index.js';
import { scenariosIn } from './scenarios.js';
import { shippedContent } from './shipped-content.js';

const FOLDER = 'lessons/model-routing';

/**
 * `import lessons from 'virtual:lessons'`: the shipped lessons in reading order, checked while building: that their
 * challenges can be solved included. Works in Rolldown and in Vitest.
 */
export const shippedLessons = ({ beside = false } = {}): Plugin =>
	shippedContent('lessons', () => lessonFiles().map((name) => join(FOLDER, name)), lessonsIn, beside);

/** The lessons in reading order. */
export const lessonsIn = (): readonly LessonDocument[] => loadLessons(lessonFiles());

const lessonFiles = (): readonly string[] =>
	readdirSync(FOLDER)
		.filter((name) => name.endsWith('.md'))
		.sort();

/** Reads all of them, in the order of their names; throws one error that names every problem in every file. */
function loadLessons(names: readonly string[]): readonly LessonDocument[] {
	const scenarios = new Map(scenariosIn().map((document) => [document.scenario.id, document]));
	const problems: string[] = [];
	const sound: PlacedLesson[] = [];
	for (const name of names) {
		const path = `${FOLDER}/${name}`;
		const loaded = loadLesson(readFileSync(path), path, (id) => scenarios.get(id) ?? null, parseProse);
		if (loaded.ok) sound.push(loaded);
		else problems.push(...loaded.problems.map(formatProblem));
	}
	problems.push(...lessonsTogether(sound).map(formatProblem));
	if (problems.length > 0) throw new Error(`Lessons with problems:\n\n${problems.join('\n\n')}\n`);
	return sound.map(({ document }) => document);
}
