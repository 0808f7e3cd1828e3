import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem } from '../../content/index.js';
import { dataFolder, type Environment, makeFolder } from '../data-folder.js';
import { pathExists } from '../read-file.js';

/** Paths and properties that follow from a worksheet's location. */
export interface WorksheetPlace {
	/** Absolute path of the file. */
	readonly path: string;
	/** File name without its extension. */
	readonly name: string;
	/** Whether it is in the program's worksheet folder; elsewhere the program manages no folders or permissions. */
	readonly isManaged: boolean;
	/** Folder of its earlier versions; null if there is no data folder. */
	readonly versions: string | null;
}

/** Permissions of saved files: for the user only, as for the journal. */
export const FILE_MODE = 0o600;

const VERSIONS = '.versions';

/** Returns the worksheet folder, which may not exist yet; null if there is no data folder. */
export async function worksheetFolder(env: Environment): Promise<string | null> {
	const data = await dataFolder(env);
	return data === null ? null : join(data, 'worksheets');
}

/** Returns the file of a saved worksheet by its listed name; null if there is none. */
export async function worksheetFile(name: string, env: Environment): Promise<string | null> {
	const folder = await worksheetFolder(env);
	const files =
		folder === null || !/^[^./\\][^/\\]*$/.test(name)
			? []
			: ['yaml', 'yml'].map((extension) => join(folder, `${name}.${extension}`));
	return files.find(pathExists) ?? null;
}

/** Locates a worksheet; `folder` is the result of `worksheetFolder`. */
export function locateWorksheet(file: string, folder: string | null): WorksheetPlace {
	const path = resolve(file);
	const isManaged = folder !== null && realPath(dirname(path)) === realPath(folder);
	const key = basename(path).replace(/\.yaml$/, '');
	// Files elsewhere may share a name, so a hash of the path is added.
	const versions = isManaged ? key : `${key}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
	return {
		path,
		name: basename(path).replace(/\.ya?ml$/, ''),
		isManaged,
		versions: folder === null ? null : join(folder, VERSIONS, versions),
	};
}

/** Returns the mode of a new file in this place. */
export const modeOption = ({ isManaged }: WorksheetPlace): { readonly mode?: number } =>
	isManaged ? { mode: FILE_MODE } : {};

/** Creates the worksheet folder; other folders are up to the user. */
export function makeWorksheetFolder({ isManaged, path }: WorksheetPlace): void {
	if (isManaged) makeFolder(dirname(path));
}

/** Resolves links, so that the same folder compares equal. */
function realPath(folder: string): string {
	try {
		return realpathSync(folder);
	} catch {
		return resolve(folder);
	}
}

/** Formats the first problem of a file on one line, with the number of others. */
export function problemLine(problems: readonly Problem[]): string {
	const [first] = problems;
	if (!first) return 'it cannot be read';
	const others = problems.length - 1;
	const place = first.excerpt === null ? '' : `line ${first.line}: `;
	return `${place}${first.message}${others === 0 ? '' : `, and ${others} more ${others === 1 ? 'problem' : 'problems'}`}`;
}

/** Formats a time for the reader: `2026-07-01 09:00:00 UTC`. */
export const formatUtc = (at: Date): string => `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** Returns a notice that the replaced version could not be stored; null if it was. */
export const versionNotice = (why: string | null): string | null =>
	why === null ? null : `the version before this one could not be kept (${why})`;
