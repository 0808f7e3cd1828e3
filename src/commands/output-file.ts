import { stat } from 'node:fs/promises';
import { Stop } from '../stop.js';
import type { Ask } from './ask.js';

/**
 * Returns those of the files that writing may replace; asks if some exist.
 *
 * @param force whether to replace them without asking
 * @throws Stop with 1 if one may not be replaced
 */
export async function confirmOverwrite(
	files: readonly string[],
	force: boolean,
	ask: Ask,
): Promise<ReadonlySet<string>> {
	const existing: string[] = [];
	for (const file of files) {
		const found = await stat(file).catch(() => null);
		if (found?.isDirectory()) throw new Stop(`${file} is a folder: name a file in it.`, 1);
		if (found !== null) existing.push(file);
	}
	if (force) return new Set(files);
	const [first] = existing;
	if (first === undefined) return new Set();
	const more = existing.length - 1;
	const [names, exist, are, stay] =
		more === 0
			? [first, 'exists', 'is', 'stays as it was']
			: [`${first} and ${more} more ${more === 1 ? 'file' : 'files'}`, 'exist', 'are', 'stay as they were'];
	const answer = await ask(`${names} ${exist} already. Overwrite ${more === 0 ? 'it' : 'them'}?`);
	if (answer === null)
		throw new Stop(`${names} ${exist} already, and ${are} not overwritten. Add --force to overwrite.`, 1);
	if (!answer) throw new Stop(`${names} ${stay}.`, 1);
	return new Set(existing);
}

/** Formats the size of a text for a message: `12 KiB`. */
export const sizeText = (...texts: readonly string[]): string =>
	`${Math.ceil(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1024)} KiB`;
