import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { factOrder } from '../src/chapter/facts.js';
import { formatProblem, loadScenario, type ScenarioDocument } from '../src/content/index.js';
import { KINDS_OF_SCENARIO } from '../src/content/scenario/document.js';

const FOLDER = 'scenarios';
const RESOLVED = '\0virtual:scenarios';

/**
 * `import scenarios from 'virtual:scenarios'`: the shipped scenarios, checked while building, in the order of
 * the catalogue. The
 * program never parses YAML for them. Works in Rolldown and in Vitest.
 */
export function shippedScenarios(folder = FOLDER): Plugin {
	return {
		name: 'shipped-scenarios',
		resolveId: {
			filter: { id: /^virtual:scenarios$/ },
			handler: () => RESOLVED,
		},
		load: {
			filter: { id: /^\0virtual:scenarios$/ },
			handler() {
				for (const name of scenarioFiles(folder)) this.addWatchFile(join(folder, name));
				// A long literal is read faster as JSON than as JavaScript.
				const json = JSON.stringify(scenariosIn(folder));
				return `export default JSON.parse(${JSON.stringify(json)});`;
			},
		},
	};
}

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
