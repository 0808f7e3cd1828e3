import { join, resolve } from 'node:path';
import { describeProblem, SHIPPED } from '../storage/index.js';
import { type Opened, openWorksheet } from '../storage/worksheets/open.js';
import { worksheetFile, worksheetFolder } from '../storage/worksheets/place.js';
import { nameFrom } from '../worksheet/index.js';
import { looksLikeFile } from './find-scenario.js';
import { Stop } from './stop.js';

/** Ids that a worksheet cannot have: it would stand in for these scenarios in lessons. */
export const SHIPPED_IDS: readonly string[] = SHIPPED.map(({ scenario }) => scenario.id);

/**
 * Where the worksheet is that an argument names, or would be.
 *
 * @throws Stop where there can be none
 */
export async function worksheetPath(name: string): Promise<string> {
	if (looksLikeFile(name)) return resolve(name);
	const folder = await worksheetFolder(process.env);
	if (folder === null) throw new Stop('There is no home folder: DISPATCH_BOARD_HOME names another one.', 1);
	const there = await worksheetFile(name, process.env);
	if (there !== null) return there;
	const words = nameFrom(name);
	if (words === '') throw new Stop(`${name} is no name: it needs a letter from a to z, or a digit.`, 2);
	if (SHIPPED_IDS.includes(words))
		throw new Stop(`${words} comes with the program: name the worksheet otherwise, and start it --from ${words}.`, 2);
	return join(folder, `${words}.yaml`);
}

export type SoundWorksheet = Extract<Opened, { ok: true }>;

/**
 * Reads a worksheet.
 *
 * @throws Stop with 2 where it cannot be read, with 1 where it has problems
 */
export const readWorksheet = async (path: string): Promise<SoundWorksheet> =>
	sound(path, await openWorksheet(path, process.env, new Date()));

/** A worksheet that was read, or what keeps it from being, as a Stop. */
export async function sound(path: string, opened: Opened): Promise<SoundWorksheet> {
	if (opened.ok) return opened;
	if ('unreadable' in opened) throw new Stop(`${path}: ${opened.unreadable}.`, 2);
	const problems = await Promise.all(opened.problems.map(describeProblem));
	throw new Stop([...problems, ...(opened.notice === null ? [] : [opened.notice])].join('\n\n'), 1);
}
