import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { LoadedPrices, LoadedScenario, Problem } from '../content/index.js';

/** Result for a file that could not be read at all, with the reason in words. */
export interface Unreadable {
	readonly ok: false;
	readonly unreadable: string;
}

/**
 * Reads and validates a scenario file. YAML and the schema are loaded only here, because shipped scenarios need
 * neither. Reads at most one byte more than allowed, so that a huge file costs nothing.
 */
export async function readScenarioFile(path: string): Promise<LoadedScenario | Unreadable> {
	const { loadScenario, MAX_BYTES } = await import('../content/index.js');
	try {
		return loadScenario(await readFirstBytes(path, MAX_BYTES + 1), path);
	} catch (error) {
		return { ok: false, unreadable: describeReadError(error) };
	}
}

/** Returns a problem located at the id of a scenario or deck file. */
export async function readIdProblem(path: string, message: string, help: string): Promise<Problem> {
	const { idProblem, MAX_BYTES } = await import('../content/index.js');
	return idProblem(await readFirstBytes(path, MAX_BYTES + 1).catch(() => ''), path, message, help);
}

/** Formats a problem for printing: place, message, the line with a caret, and what to do. */
export async function describeProblem(problem: Problem): Promise<string> {
	const { formatProblem } = await import('../content/index.js');
	return formatProblem(problem);
}

/** Reads at most `limit` bytes of a regular file. */
export async function readFirstBytes(path: string, limit: number): Promise<Uint8Array> {
	// Non-blocking: opening a pipe would wait for a writer.
	const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	try {
		const stats = await file.stat();
		if (!stats.isFile()) throw new NotAFile(stats.isDirectory());
		const buffer = Buffer.alloc(limit);
		let length = 0;
		for (;;) {
			const { bytesRead } = await file.read(buffer, length, limit - length, null);
			length += bytesRead;
			if (bytesRead === 0 || length === limit) return buffer.subarray(0, length);
		}
	} finally {
		await file.close();
	}
}

class NotAFile extends Error {
	constructor(readonly isFolder: boolean) {
		super();
	}
}

/** Describes in words why a file could not be read. */
export function describeReadError(error: unknown): string {
	if (error instanceof NotAFile) return error.isFolder ? 'it is a folder' : 'it is not a regular file';
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	switch (code) {
		case 'ENOENT':
			return 'there is no such file';
		case 'EACCES':
		case 'EPERM':
			return 'it may not be read: check its permissions';
		case 'EISDIR':
			return 'it is a folder';
		case 'ENOTDIR':
			return 'there is a file where a folder should be';
		case undefined:
			throw error; // not from the file system: a bug
		default:
			return `it cannot be read (${String(code)})`;
	}
}

/** Reads and validates a price list file. Nothing is fetched. */
export async function readPricesFile(path: string): Promise<LoadedPrices | Unreadable> {
	const { loadPrices, MAX_PRICE_BYTES } = await import('../content/index.js');
	try {
		return loadPrices(await readFirstBytes(path, MAX_PRICE_BYTES + 1), path);
	} catch (error) {
		return { ok: false, unreadable: describeReadError(error) };
	}
}
