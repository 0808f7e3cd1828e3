import { closeSync, constants, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ScenarioDocument } from '../../content/index.js';
import { removeUnfinished } from '../copy-aside.js';
import type { Environment } from '../data-folder.js';
import { codeOf, describeFault } from '../fault.js';
import { describeReadError, readFirstBytes } from '../scenario-file.js';
import { problemLine, worksheetFolder } from './place.js';

/** File in the worksheet folder. */
export interface WorksheetEntry {
	readonly name: string;
	readonly path: string;
	/** Time of the last change. */
	readonly changed: Date;
	/** null if it does not load, or if only its head was read. */
	readonly document: ScenarioDocument | null;
	/** Why it does not load, on one line; null if no problem is known. */
	readonly problem: string | null;
	/** Title from the head, if only that was read; null if the head has none. Missing: the whole file was read. */
	readonly title?: string | null;
}

interface WorksheetList {
	/** Most recently changed first. */
	readonly entries: readonly WorksheetEntry[];
	/** Messages for the reader: there is no worksheet folder, or it cannot be read. */
	readonly notices: readonly string[];
}

/** Number of newest worksheets that a list reads whole. Reading and checking one takes as long as many heads. */
export const MAX_READ_WHOLE = 20;

/**
 * Lists the saved worksheets. The newest are read whole; of the others, only the head is read. Removes unfinished files
 * of killed programs, and changes nothing else.
 */
export async function listWorksheets(env: Environment, now: Date = new Date()): Promise<WorksheetList> {
	const folder = await worksheetFolder(env);
	if (folder === null) return { entries: [], notices: [NO_FOLDER] };
	let names: readonly string[];
	try {
		names = readdirSync(folder);
	} catch (error) {
		const description = describeFault(error);
		return {
			entries: [],
			notices: codeOf(error) === 'ENOENT' ? [] : [`worksheets cannot be read (${description}): ${folder}`],
		};
	}
	removeUnfinished(folder, names, now);
	const files = names
		.flatMap((name) => fileAt(folder, name) ?? [])
		.sort((a, b) => b.changed.getTime() - a.changed.getTime() || (a.name < b.name ? -1 : 1));
	const read = await Promise.all(files.slice(0, MAX_READ_WHOLE).map(readEntry));
	const heads = files.slice(MAX_READ_WHOLE).map((file) => ({ ...file, ...UNREAD, title: readTitle(file.path) }));
	return { entries: [...read, ...heads], notices: [] };
}

type WorksheetFile = Pick<WorksheetEntry, 'name' | 'path' | 'changed'>;

/** Reads one worksheet of the list whole. */
export async function readEntry({ name, path, changed }: WorksheetFile): Promise<WorksheetEntry> {
	const { loadScenario, MAX_BYTES } = await import('../../content/index.js');
	const file = { name, path, changed, ...UNREAD };
	try {
		const loaded = loadScenario(await readFirstBytes(path, MAX_BYTES + 1), path);
		return loaded.ok ? { ...file, document: loaded.document } : { ...file, problem: problemLine(loaded.problems) };
	} catch (error) {
		return { ...file, problem: describeReadError(error) };
	}
}

const UNREAD = { document: null, problem: null };
const NO_FOLDER =
	'worksheets cannot be kept (there is no home folder); DISPATCH_BOARD_HOME names another folder for them';
const WORKSHEET = /^([^.].*)\.ya?ml$/;
const DAMAGED_COPY = /\.damaged-[^.]+\.ya?ml$/;

/** Returns the worksheet file of a name in the folder; null if it is not a worksheet or no longer exists. */
function fileAt(folder: string, fileName: string): WorksheetFile | null {
	const [, name] = (!DAMAGED_COPY.test(fileName) && WORKSHEET.exec(fileName)) || [];
	if (name === undefined) return null;
	const path = join(folder, fileName);
	try {
		const found = statSync(path);
		return found.isFile() ? { name, path, changed: found.mtime } : null;
	} catch (error) {
		describeFault(error);
		return null;
	}
}

/** Bytes at the start of a file that are searched for its title. */
const HEAD_BYTES = 2048;

/** Title on a line of its own: plain words, or quoted text without escapes. */
const TITLE = /^title: +(?:([\p{L}\d][^#:\p{C}]*)|"([^"\\\p{C}]+)"|'([^'\p{C}]+)') *\r?\n(?![ \t])/mu;

/** Returns the title in the head of a worksheet file; null if it is not in plain form or the file cannot be read. */
export function readTitle(path: string): string | null {
	const head = headOf(path);
	const match = head === null ? null : TITLE.exec(head);
	// A `title:` inside a text or list would be indented.
	return (match?.[1] ?? match?.[2] ?? match?.[3])?.trim() ?? null;
}

function headOf(path: string): string | null {
	try {
		// Non-blocking: opening a pipe would wait for a writer.
		const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		try {
			const buffer = Buffer.alloc(HEAD_BYTES);
			return buffer.toString('utf8', 0, readSync(fd, buffer, 0, HEAD_BYTES, 0));
		} finally {
			closeSync(fd);
		}
	} catch (error) {
		if (codeOf(error) === undefined) throw error;
		return null;
	}
}
