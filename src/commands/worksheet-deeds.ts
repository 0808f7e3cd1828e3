import { join, resolve } from 'node:path';
import { harmlessLine } from '../content/problems/harmless.js';
import { Stop } from '../stop.js';
import { describeProblem, SHIPPED } from '../storage/index.js';
import { isThere } from '../storage/read-whole.js';
import { listWorksheets } from '../storage/worksheets/list.js';
import { deleteWorksheet, duplicateWorksheet, renameWorksheet } from '../storage/worksheets/manage.js';
import { type Opened, openWorksheet } from '../storage/worksheets/open.js';
import { worksheetFile, worksheetFolder } from '../storage/worksheets/place.js';
import { restoreVersion } from '../storage/worksheets/restore.js';
import { versionsOf } from '../storage/worksheets/versions.js';
import { calledAnew, copied, freeName, nameFrom } from '../worksheet/index.js';
import type { Ask } from './ask.js';
import { looksLikeFile } from './find-scenario.js';

/**
 * Gives a worksheet another name, or copies it under one.
 *
 * @throws Stop with 2 for a name that is taken or impossible, with 1 where the disk refuses
 */
export async function named(path: string, typed: string, deed: 'rename' | 'copy'): Promise<string> {
	const { document, notice: mended } = await readWorksheet(path);
	const { entries } = await listWorksheets(process.env);
	const name = freeName(typed, [...SHIPPED_IDS, ...entries.map((entry) => entry.name)]);
	if (!name.ok) throw new Stop(`${name.message}. ${name.help}`, 2);
	const change = deed === 'rename' ? renameWorksheet : duplicateWorksheet;
	const changed = deed === 'rename' ? calledAnew(document, typed) : copied(document, typed);
	const done = await change(path, name.value, changed, process.env);
	if (!done.ok) throw new Stop(`${done.message}.`, 1);
	const notices = [mended, done.notice].flatMap((notice) => notice ?? []);
	return `${harmlessLine([`${deed === 'rename' ? 'Renamed' : 'Copied'} to ${done.path}`, ...notices].join('; '))}.\n`;
}

/** Deletes a worksheet once somebody said so; its last version stays. */
export async function removed(path: string, force: boolean, ask: Ask): Promise<string> {
	if (!isThere(path)) throw new Stop(`There is no worksheet ${path}.`, 2);
	if (!force) {
		const answer = await ask(`Delete ${path}? Its last version is kept.`);
		if (answer === null) throw new Stop(`${path} is not deleted without a terminal to ask in: --force does.`, 1);
		if (!answer) throw new Stop(`${path} stays.`, 1);
	}
	const deleted = await deleteWorksheet(path, process.env, new Date());
	if (!deleted.ok) throw new Stop(`${deleted.message}.`, 1);
	return `${harmlessLine(deleted.message)}.\n`;
}

/** The earlier versions, the newest first. */
export async function versionsText(path: string): Promise<string> {
	const versions = await versionsOf(path, process.env);
	if (versions.length === 0 && !isThere(path)) throw new Stop(`There is no worksheet ${path}.`, 2);
	if (versions.length === 0) return 'No earlier version is kept.\n';
	const lines = versions.map(
		({ path: file, at }, i) => `${String(i + 1).padStart(2)}  ${at.toISOString()}  ${harmlessLine(file)}`,
	);
	return `${lines.join('\n')}\n--restore 1 brings the newest of them back.\n`;
}

/** Brings an earlier version back. */
export async function restored(path: string, typed: string): Promise<string> {
	const number = Number(typed);
	if (!Number.isInteger(number) || number < 1) throw new Stop(`--restore takes a number from 1, not ${typed}.`, 2);
	const before = isThere(path);
	const { notice } = await sound(path, await restoreVersion(path, number, process.env, new Date()));
	const kept = before ? '; what was there is a version now' : '';
	return `${harmlessLine(path)} is version ${number} again${kept}${notice === null ? '' : ` (${notice})`}.\n`;
}

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

type SoundWorksheet = Extract<Opened, { ok: true }>;

/**
 * Reads a worksheet.
 *
 * @throws Stop with 2 where it cannot be read, with 1 where it has problems
 */
export const readWorksheet = async (path: string): Promise<SoundWorksheet> =>
	sound(path, await openWorksheet(path, process.env, new Date()));

/** A worksheet that was read, or what keeps it from being, as a Stop. */
async function sound(path: string, opened: Opened): Promise<SoundWorksheet> {
	if (opened.ok) return opened;
	if ('unreadable' in opened) throw new Stop(`${path}: ${opened.unreadable}.`, 2);
	const problems = await Promise.all(opened.problems.map(describeProblem));
	throw new Stop([...problems, ...(opened.notice === null ? [] : [opened.notice])].join('\n\n'), 1);
}
