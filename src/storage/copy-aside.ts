import { closeSync, constants, copyFileSync, openSync, statSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from './fault.js';
import { sync, syncFolder } from './sync.js';
import { UNFINISHED } from './whole-file.js';

/** Two programs may find the same damage at the same time. */
const MOST_COPIES_AT_ONCE = 100;

/**
 * Copies a damaged file as it was found, beside it: `NAME.damaged-TIME.EXT`, which is on the disk when this returns.
 *
 * @returns the copy's path
 * @throws what the file system says
 */
export function copyAside(path: string, now: Date): string {
	const stamp = stampOf(now);
	for (let copy = 1; ; copy++) {
		const aside = path.replace(/(\.\w+)?$/, `.damaged-${stamp}${copy === 1 ? '' : `-${copy}`}$1`);
		try {
			copyFileSync(path, aside, constants.COPYFILE_EXCL);
		} catch (error) {
			if (codeOf(error) === 'EEXIST' && copy < MOST_COPIES_AT_ONCE) continue;
			throw error;
		}
		const fd = openSync(aside, 'r+');
		try {
			sync(fd);
		} finally {
			closeSync(fd);
		}
		syncFolder(dirname(aside));
		return aside;
	}
}

/** A time as a part of a file's name: `2026-07-01T09-00-00-000Z`. */
export const stampOf = (now: Date): string => now.toISOString().replace(/[:.]/g, '-');

/** A file that is being written has its place long before that. */
const ABANDONED_MS = 60_000;

/** Removes what programs that were killed left unfinished in a folder. */
export function sweep(folder: string, names: readonly string[], now: Date): void {
	for (const name of names) {
		if (!UNFINISHED.test(name)) continue;
		const path = join(folder, name);
		try {
			if (now.getTime() - statSync(path).mtimeMs > ABANDONED_MS) unlinkSync(path);
		} catch {
			// Somebody else was quicker, or it may not be removed: nobody sees it.
		}
	}
}
