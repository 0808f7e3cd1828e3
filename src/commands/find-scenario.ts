import { resolve } from 'node:path';
import type { ScenarioDocument } from '../content/index.js';
import { harmlessLine } from '../content/problems/harmless.js';
import { unproved } from '../content/scenario/unproved.js';
import { nearest } from '../engine/inputs/index.js';
import { Stop } from '../stop.js';
import { describeProblem, isDeckFile, lessonHeads, readScenarioFile, SHIPPED } from '../storage/index.js';
import { firstBytes } from '../storage/scenario-file.js';
import { worksheetFile } from '../storage/worksheets/place.js';
import { nameFrom } from '../worksheet/names.js';

/** A scenario that can be shown, and what is wrong with it all the same. */
export interface FoundScenario {
	readonly document: ScenarioDocument;
	/** Claims that its figures do not bear out, in words with their places; empty: all of them hold. */
	readonly problems: readonly string[];
	/** The same in a sentence each. */
	readonly failed: readonly string[];
}

/**
 * The scenario that an argument names: an id of a shipped one, the name of a worksheet, or a file.
 *
 * @throws Stop with 2 for a name that is none of these, with 1 for a file with problems
 */
export async function findScenario(name: string): Promise<ScenarioDocument> {
	const { document, problems } = await findShowable(name);
	if (problems.length > 0) throw new Stop(problems.join('\n\n'), 1);
	return document;
}

/**
 * The same for those who show why a claim does not hold, where a claim that does not hold is no obstacle.
 *
 * @throws Stop as `findScenario`, except for claims
 */
export async function findShowable(name: string): Promise<FoundScenario> {
	const shipped = SHIPPED.find(({ scenario }) => scenario.id === name);
	if (shipped) return { document: shipped, problems: [], failed: [] };
	const file = (await keptFile(name)) ?? name;
	const read = await readScenarioFile(file);
	if (read.ok) return { document: read.document, problems: [], failed: [] };
	if ('unreadable' in read) throw new Stop(looksLikeFile(name) ? `${name}: ${read.unreadable}.` : unknown(name), 2);
	const other = await otherContent(file);
	if (other !== null) throw new Stop(`${name} is ${other}.`, 2);
	const problems = await Promise.all(read.problems.map(describeProblem));
	if (read.document === null) throw new Stop(problems.join('\n\n'), 1);
	const failed = unproved(read.document).map(
		({ claim, found }) => `The claim “${harmlessLine(claim)}” does not hold: ${found}.`,
	);
	return { document: read.document, problems, failed };
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
export const looksLikeFile = (name: string): boolean => /[/\\]|\.(?:ya?ml|md|json)$/.test(name);

function unknown(name: string): string {
	const ids = SHIPPED.map(({ scenario }) => scenario.id);
	const near = nearest(name, ids);
	const help =
		near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '`dispatch-board scenarios` lists them; or give a file.';
	return `There is no scenario ${name}. ${help}`;
}

/**
 * What a file is that is no scenario, with the command that takes it: for who gave it to the wrong one. null: it may
 * well be meant as a scenario.
 */
export async function otherContent(path: string): Promise<string | null> {
	const [lesson] = await lessonHeads([path]);
	if (lesson) {
		const lab = lesson.scenario === null ? '' : `; it is played on the scenario ${lesson.scenario}`;
		return `a lesson: \`dispatch-board lesson ${path}\` prints it${lab}`;
	}
	if (await isDeckFile(path)) return `a deck of questions: \`dispatch-board drill --deck ${path}\` asks them`;
	const head = await firstBytes(path, HEAD_BYTES).catch(() => Buffer.alloc(0));
	if (/^\s*\{[\s\S]*"input_cost_per_token"/.test(Buffer.from(head).toString('utf8')))
		return `a list of prices: \`dispatch-board report week-31 --prices ${path} --small MODEL --strong MODEL\` uses it`;
	return null;
}

const HEAD_BYTES = 200_000;
