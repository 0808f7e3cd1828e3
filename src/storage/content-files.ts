import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { firstBytes } from './scenario-file.js';

/** A path as given, or, for a folder, the scenarios and lessons in it and below it, in order. Missing paths come back as they are. */
export async function contentFiles(path: string): Promise<readonly string[]> {
	const isFolder = await stat(path).then(
		(found) => found.isDirectory(),
		() => false,
	);
	if (!isFolder) return [path];
	// Reading the folder as a file then says why.
	const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
	if (entries === null) return [path];
	return (
		entries
			.filter((entry) => entry.isFile() && /\.(ya?ml|md)$/.test(entry.name))
			.map((entry) => join(entry.parentPath, entry.name))
			// What is hidden, such as earlier versions, is no content.
			.filter((file) => !/(^|[/\\])\.[^./\\]/.test(relative(path, file)))
			.sort()
	);
}

/** Whether a YAML file is meant as a deck: it has cards. */
export async function isDeckFile(path: string): Promise<boolean> {
	const bytes = await firstBytes(path, 200_000).catch(() => null);
	return bytes !== null && /^cards:/m.test(Buffer.from(bytes).toString('utf8'));
}
