import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedScenario, ScenarioDocument } from '../../content/index.js';
import type { Environment } from '../data-folder.js';
import { codeOf, fault } from '../fault.js';
import { firstBytes, reason } from '../scenario-file.js';
import { sweep } from '../sweep.js';
import { placeOf, worksheetFolder } from './place.js';
import { problemLine } from './words.js';

/** A file in the folder of worksheets. */
export interface WorksheetEntry {
	readonly name: string;
	readonly path: string;
	/** When it was written last. */
	readonly changed: Date;
	/** null: it does not load. */
	readonly document: ScenarioDocument | null;
	/** What keeps it from being loaded, on one line. */
	readonly problem: string | null;
}

export interface WorksheetList {
	/** What was written last comes first. */
	readonly entries: readonly WorksheetEntry[];
	/** What the reader should know: that there is no folder for worksheets, or that it cannot be read. */
	readonly notices: readonly string[];
}

/** The worksheets that are kept. Nothing of them is changed; what programs that were killed left is removed. */
export async function listWorksheets(env: Environment, now: Date = new Date()): Promise<WorksheetList> {
	const folder = await worksheetFolder(env);
	if (folder === null) return { entries: [], notices: [NOWHERE] };
	let names: readonly string[];
	try {
		names = await readdir(folder);
	} catch (error) {
		const why = fault(error);
		return {
			entries: [],
			notices: codeOf(error) === 'ENOENT' ? [] : [`worksheets cannot be read (${why}): ${folder}`],
		};
	}
	sweep(folder, names, now);
	const { loadScenario, MAX_BYTES } = await import('../../content/index.js');
	const read = async (path: string): Promise<LoadedScenario> =>
		loadScenario(await firstBytes(path, MAX_BYTES + 1), path);
	const files = names.filter((name) => WORKSHEET.test(name) && !ASIDE.test(name));
	const entries = await Promise.all(files.map((name) => entryAt(join(folder, name), folder, read)));
	const found = entries.filter((entry) => entry !== null);
	return {
		entries: found.sort((a, b) => b.changed.getTime() - a.changed.getTime() || (a.name < b.name ? -1 : 1)),
		notices: [],
	};
}

const NOWHERE =
	'worksheets cannot be kept (there is no home folder); DISPATCH_BOARD_HOME names another folder for them';
const WORKSHEET = /^[^.].*\.ya?ml$/;
const ASIDE = /\.damaged-[^.]+\.ya?ml$/;

async function entryAt(
	path: string,
	folder: string,
	read: (path: string) => Promise<LoadedScenario>,
): Promise<WorksheetEntry | null> {
	const { name } = placeOf(path, folder);
	const found = await stat(path).catch(() => null);
	if (!found?.isFile()) return null;
	const entry = { name, path, changed: found.mtime };
	try {
		const loaded = await read(path);
		if (loaded.ok) return { ...entry, document: loaded.document, problem: null };
		return { ...entry, document: null, problem: problemLine(loaded.problems) };
	} catch (error) {
		return { ...entry, document: null, problem: reason(error) };
	}
}
