import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { codeOf, NotAFile } from './fault.js';

/**
 * What a file holds now; null: there is none.
 *
 * @throws what the file system says
 */
export function readWhole(path: string): Buffer | null {
	try {
		const there = statSync(path);
		// Reading a pipe would wait for somebody at its other end.
		if (!there.isFile() && !there.isDirectory()) throw new NotAFile();
		return readFileSync(path);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return null;
		throw error;
	}
}

/** Whether there is something of that name. */
export const isThere = (path: string): boolean => existsSync(path);

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Whether two names lead to one file, which is there. */
export const isSameFile = (a: string, b: string): boolean =>
	existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);

/** The text of a file; null: there is none, or it cannot be read. */
export function textAt(path: string): string | null {
	try {
		return readWhole(path)?.toString('utf8') ?? null;
	} catch (error) {
		if (codeOf(error) === undefined) throw error;
		return null;
	}
}
