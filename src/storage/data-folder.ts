import { isAbsolute, resolve } from 'node:path';

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
