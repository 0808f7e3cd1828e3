import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { factOrder } from '../src/chapter/facts.js';
import { formatProblem, loadScenario, type ScenarioDocument } from '../src/content/index.js';
import { KINDS_OF_SCENARIO } from '../src/content/scenario/document.js';
import { shippedContent } from './shipped-content.js';

const FOLDER = 'scenarios';

/**
 * `import scenarios from 'virtual:scenarios'`: the shipped scenarios, checked while building, in the order of
 * the catalogue. The
 * program never parses YAML for them. Works in Rolldown and in Vitest.
 */
export const shippedScenarios = ({ folder = FOLDER, beside = false } = {}): Plugin =>
	shippedContent(
		'scenarios',
		() => scenarioFiles(folder).map((name) => join(folder, name)),
		() => scenariosIn(folder),
		beside,
	);

let loadedBefore: { readonly key: string; readonly documents: readonly ScenarioDocument[] } | null = null;

/** The scenarios of a folder; they are read once for the scenarios and for the lessons that are played on them. */
export function scenariosIn(folder = FOLDER): readonly ScenarioDocument[] {
	const names = scenarioFiles(folder);
	const key = names.map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`).join('\n');
	if (loadedBefore?.key !== key) loadedBefore = { key, documents: loadScenarios(folder, names) };
	return loadedBefore.documents;
}

const scenarioFiles = (folder: string): readonly string[] =>
	readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));

/** Reads all files; throws one error that names every problem in every file. */
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
		// Nobody knows which of the two is the copy.
		if (other !== undefined)
			problems.push(
				`${other} and ${path} have the same id: ${id}\n  help: Change the id of the copy to its file's name without .yaml, and its title.`,
			);
		documents.set(id, loaded.document);
		paths.set(id, path);
	}
	if (problems.length > 0) throw new Error(`Scenarios with problems:\n\n${problems.join('\n\n')}\n`);
	return [...documents.values()].sort(inTheCatalogue);
}

/** By kind, then in the order of the chapter by what each is about, then by id. */
function inTheCatalogue(a: ScenarioDocument, b: ScenarioDocument): number {
	const kind = ({ kind }: ScenarioDocument): number =>
		kind === null ? KINDS_OF_SCENARIO.length : KINDS_OF_SCENARIO.indexOf(kind);
	const fact = ({ teaches }: ScenarioDocument): number => factOrder(teaches[0]);
	return kind(a) - kind(b) || fact(a) - fact(b) || (a.scenario.id < b.scenario.id ? -1 : 1);
}
