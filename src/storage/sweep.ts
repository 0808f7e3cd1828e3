import { statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { UNFINISHED } from './whole-file.js';

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
