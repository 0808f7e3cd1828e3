import { mkdirSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { codeOf } from './fault.js';
import { isFolder } from './read-whole.js';
import { syncFolder } from './sync.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The one folder that the program writes to: `DISPATCH_BOARD_HOME`, else where the platform keeps a program's data
 * (on Linux `$XDG_DATA_HOME/dispatch-board`, which is `~/.local/share/dispatch-board` by default).
 *
 * @returns null where there is none: a user without a home, or a home that is no absolute path
 */
export async function dataFolder(env: Environment): Promise<string | null> {
	const own = env['DISPATCH_BOARD_HOME'];
	try {
		if (own) return resolve(own);
		// Asks for the home folder as it loads, and throws for a user who has none.
		const { default: envPaths } = await import('env-paths');
		const { data } = envPaths('dispatch-board', { suffix: '' });
		return isAbsolute(data) ? data : null;
	} catch {
		return null;
	}
}

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
