import { resolve } from 'node:path';

/**
 * Returns the path of a file in build/fast, the replacements that are bundled into the program. It is relative to the
 * working directory, because the bundler runs configurations from a temporary folder.
 */
export function fastPath(file: string): string {
	return resolve('build/fast', file).replaceAll('\\', '/');
}
