import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem } from '../../content/index.js';
import { dataFolder, type Environment, makeFolder } from '../data-folder.js';
import { isThere } from '../read-whole.js';

/** What of a worksheet's file follows from where it is. */
export interface Place {
	/** Absolute. */
	readonly path: string;
	/** The file's name without its ending. */
	readonly name: string;
	/** Whether it is in the folder that the program keeps worksheets in; anywhere else it is somebody's own business. */
	readonly kept: boolean;
	/** The folder of its earlier versions; null: nothing can be kept anywhere. */
	readonly versions: string | null;
}

/** Only the reader may look at what is kept, as with the journal. */
export const FILE_MODE = 0o600;

const VERSIONS = '.versions';

/** Where worksheets are kept: `worksheets` in the data folder, which may not be there yet. null: there is no data folder. */
export async function worksheetFolder(env: Environment): Promise<string | null> {
	const data = await dataFolder(env);
	return data === null ? null : join(data, 'worksheets');
}

/** The file of a kept worksheet, by its name as it is listed; null: there is none. */
export async function worksheetFile(name: string, env: Environment): Promise<string | null> {
	const folder = await worksheetFolder(env);
	const files =
		folder === null || !/^[^./\\][^/\\]*$/.test(name)
			? []
			: ['yaml', 'yml'].map((end) => join(folder, `${name}.${end}`));
	return files.find(isThere) ?? null;
}

/** @param folder as `worksheetFolder` says */
export function placeOf(file: string, folder: string | null): Place {
	const path = resolve(file);
	const kept = folder !== null && real(dirname(path)) === real(folder);
	const key = basename(path).replace(/\.yaml$/, '');
	// Files elsewhere may have one name: their paths tell them apart.
	const versions = kept ? key : `${key}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
	return {
		path,
		name: basename(path).replace(/\.ya?ml$/, ''),
		kept,
		versions: folder === null ? null : join(folder, VERSIONS, versions),
	};
}

/** The mode of a new file in this place. */
export const modeAt = ({ kept }: Place): { readonly mode?: number } => (kept ? { mode: FILE_MODE } : {});

/** Makes the folder of what is kept; any other is its owner’s to make. */
export function makeFolderOf({ kept, path }: Place): void {
	if (kept) makeFolder(dirname(path));
}

/** Links on the way to a folder make it no other folder. */
function real(folder: string): string {
	try {
		return realpathSync(folder);
	} catch {
		return resolve(folder);
	}
}

/** The first problem of a file, on one line, and how many more there are. */
export function problemLine(problems: readonly Problem[]): string {
	const [first] = problems;
	if (!first) return 'it cannot be read';
	const more = problems.length - 1;
	const place = first.excerpt === null ? '' : `line ${first.line}: `;
	return `${place}${first.message}${more === 0 ? '' : `, and ${more} more ${more === 1 ? 'problem' : 'problems'}`}`;
}

/** A moment, for people: `2026-07-01 09:00:00 UTC`. */
export const momentOf = (at: Date): string => `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** What was not kept of a file that was replaced; null: all of it was. */
export const notKept = (why: string | null): string | null =>
	why === null ? null : `the version before this one could not be kept (${why})`;
