import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { codeOf, NotAFile } from './fault.js';

/**
 * Returns the content of a file; null if there is none.
 *
 * @throws the file system's error
 */
export function readWhole(path: string): Buffer | null {
	try {
		const stats = statSync(path);
		// Reading a pipe would wait for a writer.
		if (!stats.isFile() && !stats.isDirectory()) throw new NotAFile();
		return readFileSync(path);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return null;
		throw error;
	}
}

/** Whether a path exists. */
export const pathExists = (path: string): boolean => existsSync(path);

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Whether two paths lead to the same existing file. */
export const isSameFile = (a: string, b: string): boolean =>
	existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);

/** Returns the text of a file; null if it is missing or cannot be read. */
export function readText(path: string): string | null {
	try {
		return readWhole(path)?.toString('utf8') ?? null;
	} catch (error) {
		if (codeOf(error) === undefined) throw error;
		return null;
	}
}
