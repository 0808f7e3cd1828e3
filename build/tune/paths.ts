import { resolve } from 'node:path';

/**
 * A file of build/fast, the replacements that end up in the program. Configurations run bundled, from a place of the
 * bundler's choosing, so the repository is where npm runs scripts.
 */
export function fast(file: string): string {
	return resolve('build/fast', file).replaceAll('\\', '/');
}
