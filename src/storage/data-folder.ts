import { mkdirSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { codeOf } from './fault.js';
import { isFolder } from './read-file.js';
import { syncFolder } from './sync.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Returns the folder that the program keeps progress and worksheets in: `DISPATCH_BOARD_HOME`, or the platform's data
 * folder (on Linux `$XDG_DATA_HOME/dispatch-board`, by default `~/.local/share/dispatch-board`).
 *
 * @returns null if there is none: the user has no home, or the home is not an absolute path
 */
export async function dataFolder(env: Environment): Promise<string | null> {
	const configured = env['DISPATCH_BOARD_HOME'];
	try {
		if (configured) return resolve(configured);
		// env-paths looks up the home folder on import, and throws for a user without one.
		const { default: envPaths } = await import('env-paths');
		const { data } = envPaths('dispatch-board', { suffix: '' });
		return isAbsolute(data) ? data : null;
	} catch {
		return null;
	}
}

/**
 * Creates a folder and its parents. An existing folder is left as it is.
 *
 * @param mode permissions; by default only the user may enter
 * @throws the file system's error
 */
export function makeFolder(path: string, mode = 0o700): void {
	// Node's `recursive` loops forever on file systems that answer ENOENT although the parent exists, such as /proc.
	if (isFolder(path)) return;
	if (dirname(path) !== path) makeFolder(dirname(path), mode);
	try {
		mkdirSync(path, { mode });
	} catch (error) {
		// Another program has just created it.
		if (codeOf(error) === 'EEXIST' && isFolder(path)) return;
		throw error;
	}
	syncFolder(dirname(path));
}
