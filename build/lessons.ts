import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { parseProse } from '../src/app/markdown.js';
import { checkBook, formatProblem, type LessonDocument, loadLesson, type PlacedLesson } from '../src/content/index.js';
import { loadScenarioFolder } from './scenarios.js';
import { shippedContent } from './shipped-content.js';

const FOLDER = 'lessons/model-routing';

/**
 * Provides `import lessons from 'virtual:lessons'`: the shipped lessons in reading order, checked at build time,
 * including that their challenges can be solved. Works in Rolldown and Vitest.
 */
export const shippedLessons = ({ beside = false } = {}): Plugin =>
	shippedContent('lessons', () => listLessonFiles().map((name) => join(FOLDER, name)), loadShippedLessons, beside);

/** Loads the shipped lessons in reading order. */
export const loadShippedLessons = (): readonly LessonDocument[] => loadLessons(listLessonFiles());

const listLessonFiles = (): readonly string[] =>
	readdirSync(FOLDER)
		.filter((name) => name.endsWith('.md'))
		.sort();

/** Loads all lessons, in the order of their names; throws one error that lists every problem in every file. */
function loadLessons(names: readonly string[]): readonly LessonDocument[] {
	const scenarios = new Map(loadScenarioFolder().map((document) => [document.scenario.id, document]));
	const problems: string[] = [];
	const loadedLessons: PlacedLesson[] = [];
	for (const name of names) {
		const path = `${FOLDER}/${name}`;
		const loaded = loadLesson(readFileSync(path), path, (id) => scenarios.get(id) ?? null, parseProse);
		if (loaded.ok) loadedLessons.push(loaded);
		else problems.push(...loaded.problems.map(formatProblem));
	}
	problems.push(...checkBook(loadedLessons).map(formatProblem));
	if (problems.length > 0) throw new Error(`Lessons with problems:\n\n${problems.join('\n\n')}\n`);
	return loadedLessons.map(({ document }) => document);
}
