import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { readFirstBytes } from './scenario-file.js';

/** Returns the scenarios, decks and lessons in a folder and below, sorted. Any other path is returned as it is. */
export async function contentFiles(path: string): Promise<readonly string[]> {
	const isFolder = await stat(path).then(
		(stats) => stats.isDirectory(),
		() => false,
	);
	if (!isFolder) return [path];
	// Reading the folder as a file later reports why.
	const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
	if (entries === null) return [path];
	return (
		entries
			.filter((entry) => entry.isFile() && /\.(ya?ml|md)$/.test(entry.name))
			.map((entry) => join(entry.parentPath, entry.name))
			// Hidden files, such as earlier versions, are not content.
			.filter((file) => !/(^|[/\\])\.[^./\\]/.test(relative(path, file)))
			.sort()
	);
}

/** Whether a YAML file is meant as a deck, that is, has cards. */
export async function isDeckFile(path: string): Promise<boolean> {
	const bytes = await readFirstBytes(path, 200_000).catch(() => null);
	return bytes !== null && /^cards:/m.test(Buffer.from(bytes).toString('utf8'));
}
