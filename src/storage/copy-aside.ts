import { closeSync, constants, copyFileSync, openSync, statSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from './fault.js';
import { sync, syncFolder } from './sync.js';
import { TEMPORARY_NAME } from './whole-file.js';

/** Attempts to find a free name: two programs may find the same damage at the same time. */
const MAX_ATTEMPTS = 100;

/**
 * Copies a damaged file to `NAME.damaged-TIME.EXT` in the same folder; the copy is synced to disk on return.
 *
 * @returns the copy's path
 * @throws the file system's error
 */
export function copyAside(path: string, now: Date): string {
	const stamp = fileTimestamp(now);
	for (let copy = 1; ; copy++) {
		const aside = path.replace(/(\.\w+)?$/, `.damaged-${stamp}${copy === 1 ? '' : `-${copy}`}$1`);
		try {
			copyFileSync(path, aside, constants.COPYFILE_EXCL);
		} catch (error) {
			if (codeOf(error) === 'EEXIST' && copy < MAX_ATTEMPTS) continue;
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

/** Formats a time for a file name: `2026-07-01T09-00-00-000Z`. */
export const fileTimestamp = (now: Date): string => now.toISOString().replace(/[:.]/g, '-');

/** Age in milliseconds from which an unfinished file is abandoned; writing one takes far less. */
const ABANDONED_MS = 60_000;

/** Removes unfinished files that killed programs left in a folder. */
export function removeUnfinished(folder: string, names: readonly string[], now: Date): void {
	for (const name of names) {
		if (!TEMPORARY_NAME.test(name)) continue;
		const path = join(folder, name);
		try {
			if (now.getTime() - statSync(path).mtimeMs > ABANDONED_MS) unlinkSync(path);
		} catch {
			// Already removed, or not permitted; the file is hidden and harmless.
		}
	}
}
