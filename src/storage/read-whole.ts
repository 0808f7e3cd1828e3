import { readFileSync, statSync } from 'node:fs';
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
