import { join, resolve } from 'node:path';
import { drawUnsafeLine } from '../content/problems/unsafe-text.js';
import { Stop } from '../stop.js';
import { describeProblem, SHIPPED } from '../storage/index.js';
import { pathExists } from '../storage/read-file.js';
import { listWorksheets } from '../storage/worksheets/list.js';
import { deleteWorksheet, duplicateWorksheet, renameWorksheet } from '../storage/worksheets/manage.js';
import { type OpenResult, openWorksheet } from '../storage/worksheets/open.js';
import { worksheetFile, worksheetFolder } from '../storage/worksheets/place.js';
import { restoreVersion } from '../storage/worksheets/restore.js';
import { versionsOf } from '../storage/worksheets/versions.js';
import { checkName, copySheet, renameSheet, worksheetName } from '../worksheet/index.js';
import type { Ask } from './ask.js';
import { isPathLike } from './find-scenario.js';

/**
 * Renames a worksheet, or copies it under another name.
 *
 * @throws Stop with 2 for a taken or invalid name, with 1 for a file system error
 */
export async function renameOrCopy(path: string, typed: string, action: 'rename' | 'copy'): Promise<string> {
	const { document, notice: openNotice } = await readWorksheet(path);
	const { entries } = await listWorksheets(process.env);
	const name = checkName(typed, [...SHIPPED_IDS, ...entries.map((entry) => entry.name)]);
	if (!name.ok) throw new Stop(`${name.message}. ${name.help}`, 2);
	const apply = action === 'rename' ? renameWorksheet : duplicateWorksheet;
	const renamedDocument = action === 'rename' ? renameSheet(document, typed) : copySheet(document, typed);
	const result = await apply(path, name.value, renamedDocument, process.env);
	if (!result.ok) throw new Stop(`${result.message}.`, 1);
	const notices = [openNotice, result.notice].flatMap((notice) => notice ?? []);
	return `${drawUnsafeLine([`${action === 'rename' ? 'Renamed' : 'Copied'} to ${result.path}`, ...notices].join('; '))}.\n`;
}

/** Deletes a worksheet after confirmation or with `force`; its last version is kept. */
export async function deleteWithConfirmation(path: string, force: boolean, ask: Ask): Promise<string> {
	if (!pathExists(path)) throw new Stop(`There is no worksheet ${path}.`, 2);
	if (!force) {
		const answer = await ask(`Delete ${path}? Its last version is kept.`);
		if (answer === null)
			throw new Stop(
				`${path} was not deleted, because there is no terminal to ask in. --force deletes it without asking.`,
				1,
			);
		if (!answer) throw new Stop(`${path} stays.`, 1);
	}
	const deleted = await deleteWorksheet(path, process.env, new Date());
	if (!deleted.ok) throw new Stop(`${deleted.message}.`, 1);
	return `${drawUnsafeLine(deleted.message)}.\n`;
}

/** Lists the earlier versions, newest first. */
export async function versionsText(path: string): Promise<string> {
	const versions = await versionsOf(path, process.env);
	if (versions.length === 0 && !pathExists(path)) throw new Stop(`There is no worksheet ${path}.`, 2);
	if (versions.length === 0) return 'No earlier version is kept.\n';
	const lines = versions.map(
		({ path: file, at }, i) => `${String(i + 1).padStart(2)}  ${at.toISOString()}  ${drawUnsafeLine(file)}`,
	);
	return `${lines.join('\n')}\n--restore 1 brings the newest of them back.\n`;
}

/** Restores an earlier version. */
export async function restoreEarlierVersion(path: string, typed: string): Promise<string> {
	const number = Number(typed);
	if (!Number.isInteger(number) || number < 1) throw new Stop(`--restore takes a number from 1, not ${typed}.`, 2);
	const existed = pathExists(path);
	const { notice } = await assertOpened(path, await restoreVersion(path, number, process.env, new Date()));
	const keptNote = existed ? '; what was there is a version now' : '';
	return `${drawUnsafeLine(path)} is version ${number} again${keptNote}${notice === null ? '' : ` (${notice})`}.\n`;
}

/** Ids that a worksheet cannot have, because it would replace these scenarios in lessons. */
export const SHIPPED_IDS: readonly string[] = SHIPPED.map(({ scenario }) => scenario.id);

/**
 * Returns the path of the worksheet that an argument names, whether or not it exists.
 *
 * @throws Stop if there is no worksheet folder, or the name is invalid or taken
 */
export async function worksheetPath(name: string): Promise<string> {
	if (isPathLike(name)) return resolve(name);
	const folder = await worksheetFolder(process.env);
	if (folder === null) throw new Stop('There is no home folder: DISPATCH_BOARD_HOME names another one.', 1);
	const existing = await worksheetFile(name, process.env);
	if (existing !== null) return existing;
	const slug = worksheetName(name);
	if (slug === '') throw new Stop(`${name} cannot be a name: it needs a letter from a to z, or a digit.`, 2);
	if (SHIPPED_IDS.includes(slug))
		throw new Stop(`${slug} comes with the program: name the worksheet otherwise, and start it --from ${slug}.`, 2);
	return join(folder, `${slug}.yaml`);
}

type OpenedWorksheet = Extract<OpenResult, { ok: true }>;

/**
 * Reads a worksheet.
 *
 * @throws Stop with 2 if it cannot be read, with 1 if it has problems
 */
export const readWorksheet = async (path: string): Promise<OpenedWorksheet> =>
	assertOpened(path, await openWorksheet(path, process.env, new Date()));

/** Returns an opened worksheet, or throws its problems as a Stop. */
async function assertOpened(path: string, opened: OpenResult): Promise<OpenedWorksheet> {
	if (opened.ok) return opened;
	if ('unreadable' in opened) throw new Stop(`${path}: ${opened.unreadable}.`, 2);
	const problems = await Promise.all(opened.problems.map(describeProblem));
	throw new Stop([...problems, ...(opened.notice === null ? [] : [opened.notice])].join('\n\n'), 1);
}
