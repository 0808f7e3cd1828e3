import { closeSync, constants, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ScenarioDocument } from '../../content/index.js';
import { sweep } from '../copy-aside.js';
import type { Environment } from '../data-folder.js';
import { codeOf, fault } from '../fault.js';
import { firstBytes, reason } from '../scenario-file.js';
import { problemLine, worksheetFolder } from './place.js';

/** A file in the folder of worksheets. */
export interface WorksheetEntry {
	readonly name: string;
	readonly path: string;
	/** When it was written last. */
	readonly changed: Date;
	/** null: it does not load, or only its head was read. */
	readonly document: ScenarioDocument | null;
	/** What keeps it from being loaded, on one line; null: nothing that is known. */
	readonly problem: string | null;
	/** What the head of a file calls it that was not read whole; null: it does not say. Missing: the file was read whole. */
	readonly title?: string | null;
}

interface WorksheetList {
	/** What was written last comes first. */
	readonly entries: readonly WorksheetEntry[];
	/** What the reader should know: that there is no folder for worksheets, or that it cannot be read. */
	readonly notices: readonly string[];
}

/** Worksheets that a list reads whole, those written last: to read one and check it takes as long as the heads of many. */
export const MOST_READ = 20;

/**
 * The worksheets that are kept: the newest are read whole, of others the head. Nothing of them is changed; what programs
 * that were killed left is removed.
 */
export async function listWorksheets(env: Environment, now: Date = new Date()): Promise<WorksheetList> {
	const folder = await worksheetFolder(env);
	if (folder === null) return { entries: [], notices: [NOWHERE] };
	let names: readonly string[];
	try {
		names = readdirSync(folder);
	} catch (error) {
		const why = fault(error);
		return {
			entries: [],
			notices: codeOf(error) === 'ENOENT' ? [] : [`worksheets cannot be read (${why}): ${folder}`],
		};
	}
	sweep(folder, names, now);
	const files = names
		.flatMap((name) => fileAt(folder, name) ?? [])
		.sort((a, b) => b.changed.getTime() - a.changed.getTime() || (a.name < b.name ? -1 : 1));
	const read = await Promise.all(files.slice(0, MOST_READ).map(readEntry));
	const heads = files.slice(MOST_READ).map((file) => ({ ...file, ...UNREAD, title: titleAt(file.path) }));
	return { entries: [...read, ...heads], notices: [] };
}

type WorksheetFile = Pick<WorksheetEntry, 'name' | 'path' | 'changed'>;

/** A worksheet of the list, read whole. */
export async function readEntry({ name, path, changed }: WorksheetFile): Promise<WorksheetEntry> {
	const { loadScenario, MAX_BYTES } = await import('../../content/index.js');
	const file = { name, path, changed, ...UNREAD };
	try {
		const loaded = loadScenario(await firstBytes(path, MAX_BYTES + 1), path);
		return loaded.ok ? { ...file, document: loaded.document } : { ...file, problem: problemLine(loaded.problems) };
	} catch (error) {
		return { ...file, problem: reason(error) };
	}
}

const UNREAD = { document: null, problem: null };
const NOWHERE =
	'worksheets cannot be kept (there is no home folder); DISPATCH_BOARD_HOME names another folder for them';
const WORKSHEET = /^([^.].*)\.ya?ml$/;
const ASIDE = /\.damaged-[^.]+\.ya?ml$/;

/** A file by its name in the folder; null: it is no worksheet, or gone. */
function fileAt(folder: string, fileName: string): WorksheetFile | null {
	const [, name] = (!ASIDE.test(fileName) && WORKSHEET.exec(fileName)) || [];
	if (name === undefined) return null;
	const path = join(folder, fileName);
	try {
		const found = statSync(path);
		return found.isFile() ? { name, path, changed: found.mtime } : null;
	} catch (error) {
		fault(error);
		return null;
	}
}

/** The first lines, where what makes a worksheet says what it is called. */
const HEAD_BYTES = 2048;

/** A title on its line as everybody writes it: bare words, or quotes with nothing in them that stands for something else. */
const TITLE = /^title: +(?:([\p{L}\d][^#:\p{C}]*)|"([^"\\\p{C}]+)"|'([^'\p{C}]+)') *\r?\n(?![ \t])/mu;

/** The title that the head of a worksheet's file says; null: it does not say it plainly, or cannot be read. */
export function titleAt(path: string): string | null {
	const head = headOf(path);
	const found = head === null ? null : TITLE.exec(head);
	// A title within a text or a list would be set in.
	return (found?.[1] ?? found?.[2] ?? found?.[3])?.trim() ?? null;
}

function headOf(path: string): string | null {
	try {
		// Without waiting: a pipe may have nobody at its other end.
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
