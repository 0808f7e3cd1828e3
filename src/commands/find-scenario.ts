import { resolve } from 'node:path';
import type { ScenarioDocument } from '../content/index.js';
import { drawUnsafeLine } from '../content/problems/unsafe-text.js';
import { findUnprovedClaims } from '../content/scenario/unproved-claims.js';
import { nearestNames } from '../engine/inputs/index.js';
import { Stop } from '../stop.js';
import { describeProblem, isDeckFile, lessonHeads, readScenarioFile, SHIPPED } from '../storage/index.js';
import { readFirstBytes } from '../storage/scenario-file.js';
import { worksheetFile } from '../storage/worksheets/place.js';
import { worksheetName } from '../worksheet/names.js';

/** Scenario that can be shown, with its failed claims. */
export interface FoundScenario {
	readonly document: ScenarioDocument;
	/** Formatted problems of claims that do not hold, with their places in the file. */
	readonly problems: readonly string[];
	/** The same claims as one sentence each. */
	readonly failedClaims: readonly string[];
}

/**
 * Finds the scenario that an argument names: the id of a shipped one, the name of a worksheet, or a file.
 *
 * @throws Stop with 2 if there is none, with 1 for a file with problems
 */
export async function findScenario(name: string): Promise<ScenarioDocument> {
	const { document, problems } = await findScenarioToShow(name);
	if (problems.length > 0) throw new Stop(problems.join('\n\n'), 1);
	return document;
}

/**
 * Finds a scenario like `findScenario`, but accepts one whose claims do not all hold.
 *
 * @throws Stop as `findScenario`, except for claims
 */
export async function findScenarioToShow(name: string): Promise<FoundScenario> {
	const shipped = SHIPPED.find(({ scenario }) => scenario.id === name);
	if (shipped) return { document: shipped, problems: [], failedClaims: [] };
	const file = (await savedWorksheet(name)) ?? name;
	const read = await readScenarioFile(file);
	if (read.ok) return { document: read.document, problems: [], failedClaims: [] };
	if ('unreadable' in read) throw new Stop(isPathLike(name) ? `${name}: ${read.unreadable}.` : unknownMessage(name), 2);
	const otherKind = await describeOtherContent(file);
	if (otherKind !== null) throw new Stop(`${name} is ${otherKind}.`, 2);
	const problems = await Promise.all(read.problems.map(describeProblem));
	if (read.document === null) throw new Stop(problems.join('\n\n'), 1);
	const failedClaims = findUnprovedClaims(read.document).map(
		({ claim, found }) => `The claim “${drawUnsafeLine(claim)}” does not hold: ${found}.`,
	);
	return { document: read.document, problems, failedClaims };
}

/** Returns the absolute path that an argument names; null for a shipped scenario. */
export async function scenarioFile(name: string): Promise<string | null> {
	if (SHIPPED.some(({ scenario }) => scenario.id === name)) return null;
	return (await savedWorksheet(name)) ?? resolve(name);
}

/** Returns the file of a saved worksheet by name or title; null if there is none. */
const savedWorksheet = async (name: string): Promise<string | null> =>
	isPathLike(name)
		? null
		: ((await worksheetFile(name, process.env)) ?? (await worksheetFile(worksheetName(name), process.env)));

/** Whether an argument is meant as a path rather than an id. */
export const isPathLike = (name: string): boolean => /[/\\]|\.(?:ya?ml|md|json)$/.test(name);

function unknownMessage(name: string): string {
	const ids = SHIPPED.map(({ scenario }) => scenario.id);
	const near = nearestNames(name, ids);
	const help =
		near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '`dispatch-board scenarios` lists them; or give a file.';
	return `There is no scenario ${name}. ${help}`;
}

/**
 * Describes a lesson, deck or price list given in place of a scenario, with the command that accepts it. null if the
 * file may be meant as a scenario.
 */
export async function describeOtherContent(path: string): Promise<string | null> {
	const [lesson] = await lessonHeads([path]);
	if (lesson) {
		const lab = lesson.scenario === null ? '' : `; it is played on the scenario ${lesson.scenario}`;
		return `a lesson: \`dispatch-board lesson ${path}\` prints it${lab}`;
	}
	if (await isDeckFile(path)) return `a deck of questions: \`dispatch-board drill --deck ${path}\` asks them`;
	const head = await readFirstBytes(path, HEAD_BYTES).catch(() => Buffer.alloc(0));
	if (/^\s*\{[\s\S]*"input_cost_per_token"/.test(Buffer.from(head).toString('utf8')))
		return `a list of prices: \`dispatch-board report week-31 --prices ${path} --small MODEL --strong MODEL\` uses it`;
	return null;
}

const HEAD_BYTES = 200_000;
