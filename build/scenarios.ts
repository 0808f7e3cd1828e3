import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { factOrder } from '../src/chapter/facts.js';
import { formatProblem, loadScenario, type ScenarioDocument } from '../src/content/index.js';
import { SCENARIO_KINDS } from '../src/content/scenario/document.js';
import { shippedContent } from './shipped-content.js';

const FOLDER = 'scenarios';

/**
 * Provides `import scenarios from 'virtual:scenarios'`: the shipped scenarios in catalogue order, checked at build
 * time, so that the program never parses YAML for them. Works in Rolldown and Vitest.
 */
export const shippedScenarios = ({ folder = FOLDER, beside = false } = {}): Plugin =>
	shippedContent(
		'scenarios',
		() => listScenarioFiles(folder).map((name) => join(folder, name)),
		() => loadScenarioFolder(folder),
		beside,
	);

let cache: { readonly key: string; readonly documents: readonly ScenarioDocument[] } | null = null;

/** Loads the scenarios of a folder. The result is cached, because the lessons need the scenarios too. */
export function loadScenarioFolder(folder = FOLDER): readonly ScenarioDocument[] {
	const names = listScenarioFiles(folder);
	const key = names.map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`).join('\n');
	if (cache?.key !== key) cache = { key, documents: loadScenarios(folder, names) };
	return cache.documents;
}

const listScenarioFiles = (folder: string): readonly string[] =>
	readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));

/** Loads all files; throws one error that lists every problem in every file. */
export function loadScenarios(folder: string, names: readonly string[]): readonly ScenarioDocument[] {
	const problems: string[] = [];
	const documents = new Map<string, ScenarioDocument>();
	const paths = new Map<string, string>();
	for (const name of names) {
		const path = `${folder}/${name}`;
		const loaded = loadScenario(readFileSync(path), path);
		if (!loaded.ok) {
			problems.push(...loaded.problems.map(formatProblem));
			continue;
		}
		const { id } = loaded.document.scenario;
		const other = paths.get(id);
		// Name both: it is not known which one is the copy.
		if (other !== undefined)
			problems.push(
				`${other} and ${path} have the same id: ${id}\n  help: Change the id of the copy to its file's name without .yaml, and its title.`,
			);
		documents.set(id, loaded.document);
		paths.set(id, path);
	}
	if (problems.length > 0) throw new Error(`Scenarios with problems:\n\n${problems.join('\n\n')}\n`);
	return [...documents.values()].sort(compareInCatalogue);
}

/** Compares by kind, then by the chapter's order of the main fact, then by id. */
function compareInCatalogue(a: ScenarioDocument, b: ScenarioDocument): number {
	const kind = ({ kind }: ScenarioDocument): number =>
		kind === null ? SCENARIO_KINDS.length : SCENARIO_KINDS.indexOf(kind);
	const fact = ({ teaches }: ScenarioDocument): number => factOrder(teaches[0]);
	return kind(a) - kind(b) || fact(a) - fact(b) || (a.scenario.id < b.scenario.id ? -1 : 1);
}
