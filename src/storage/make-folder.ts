import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './sync.js';

/**
 * Makes a folder, and those it is in, for the reader alone; one that is there stays as it is.
 *
 * @throws what the file system says
 */
export function makeFolder(path: string): void {
	const first = mkdirSync(path, { recursive: true, mode: 0o700 });
	if (first === undefined) return;
	for (let made = path; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made));
}
