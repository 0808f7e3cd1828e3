import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { LoadedPrices, LoadedScenario, Problem } from '../content/index.js';

/** A file that could not be read at all: why, in words. */
export interface Unreadable {
	readonly ok: false;
	readonly unreadable: string;
}

/**
 * Reads and validates a scenario file. YAML and the schema are loaded only here, because the shipped scenarios
 * need neither. At most one byte more than allowed is read, so that a huge file costs nothing.
 */
export async function readScenarioFile(path: string): Promise<LoadedScenario | Unreadable> {
	const { loadScenario, MAX_BYTES } = await import('../content/index.js');
	try {
		return loadScenario(await firstBytes(path, MAX_BYTES + 1), path);
	} catch (error) {
		return { ok: false, unreadable: reason(error) };
	}
}

/** A problem with the id of a scenario's or deck's file that loads. */
export async function readIdProblem(path: string, message: string, help: string): Promise<Problem> {
	const { idProblem, MAX_BYTES } = await import('../content/index.js');
	return idProblem(await firstBytes(path, MAX_BYTES + 1).catch(() => ''), path, message, help);
}

/** A problem as it is printed: place, message, the line with a caret, what to do. */
export async function describeProblem(problem: Problem): Promise<string> {
	const { formatProblem } = await import('../content/index.js');
	return formatProblem(problem);
}

/** At most so many bytes of a regular file. */
export async function firstBytes(path: string, most: number): Promise<Uint8Array> {
	// Without waiting: a pipe may have nobody at its other end.
	const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	try {
		const found = await file.stat();
		if (!found.isFile()) throw new NotAFile(found.isDirectory());
		const buffer = Buffer.alloc(most);
		let length = 0;
		for (;;) {
			const { bytesRead } = await file.read(buffer, length, most - length, null);
			length += bytesRead;
			if (bytesRead === 0 || length === most) return buffer.subarray(0, length);
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

/** Why a file could not be read, in words. */
export function reason(error: unknown): string {
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
			throw error; // not the file system's doing: a bug of ours
		default:
			return `it cannot be read (${String(code)})`;
	}
}

/** Reads a list of model prices that somebody brought; nothing is fetched from anywhere. */
export async function readPricesFile(path: string): Promise<LoadedPrices | Unreadable> {
	const { loadPrices, MAX_PRICE_BYTES } = await import('../content/index.js');
	try {
		return loadPrices(await firstBytes(path, MAX_PRICE_BYTES + 1), path);
	} catch (error) {
		return { ok: false, unreadable: reason(error) };
	}
}
