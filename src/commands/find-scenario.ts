import { resolve } from 'node:path';
import type { ScenarioDocument } from '../content/index.js';
import { nearest } from '../engine/inputs/index.js';
import { describeProblem, readScenarioFile, SHIPPED } from '../storage/index.js';
import { worksheetFile } from '../storage/worksheets/place.js';
import { nameFrom } from '../worksheet/names.js';
import { Stop } from './stop.js';

/**
 * The scenario that an argument names: an id of a shipped one, the name of a worksheet, or a file.
 *
 * @throws Stop with 2 for a name that is none of these, with 1 for a file with problems
 */
export async function findScenario(name: string): Promise<ScenarioDocument> {
	const shipped = SHIPPED.find(({ scenario }) => scenario.id === name);
	if (shipped) return shipped;
	const file = await keptFile(name);
	const read = await readScenarioFile(file ?? name);
	if (read.ok) return read.document;
	if ('unreadable' in read) throw new Stop(looksLikeFile(name) ? `${name}: ${read.unreadable}.` : unknown(name), 2);
	const problems = await Promise.all(read.problems.map(describeProblem));
	throw new Stop(problems.join('\n\n'), 1);
}

/** The file that an argument names; null: it names a scenario that comes with the program. */
export async function scenarioFile(name: string): Promise<string | null> {
	if (SHIPPED.some(({ scenario }) => scenario.id === name)) return null;
	return (await keptFile(name)) ?? resolve(name);
}

/** The file of a worksheet by its name or its title; null: there is none. */
const keptFile = async (name: string): Promise<string | null> =>
	looksLikeFile(name)
		? null
		: ((await worksheetFile(name, process.env)) ?? (await worksheetFile(nameFrom(name), process.env)));

/** Whether an argument is meant as a path, and not as an id. */
export const looksLikeFile = (name: string): boolean => /[/\\]|\.(?:ya?ml|md)$/.test(name);

function unknown(name: string): string {
	const ids = SHIPPED.map(({ scenario }) => scenario.id);
	const near = nearest(name, ids);
	const help =
		near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '`dispatch-board scenarios` lists them; or give a file.';
	return `There is no scenario ${name}. ${help}`;
}
