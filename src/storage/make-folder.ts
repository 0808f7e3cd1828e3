import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from './fault.js';
import { isFolder } from './read-whole.js';
import { syncFolder } from './sync.js';

/**
 * Makes a folder, and those it is in, for the reader alone; one that is there stays as it is.
 *
 * @throws what the file system says
 */
export function makeFolder(path: string): void {
	// Node's own `recursive` never ends where a file system answers ENOENT for a folder whose parent is there, as /proc does.
	if (isFolder(path)) return;
	if (dirname(path) !== path) makeFolder(dirname(path));
	try {
		mkdirSync(path, { mode: 0o700 });
	} catch (error) {
		// Somebody else was quicker.
		if (codeOf(error) === 'EEXIST' && isFolder(path)) return;
		throw error;
	}
	syncFolder(dirname(path));
}
