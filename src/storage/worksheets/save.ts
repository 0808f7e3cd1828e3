import { existsSync } from 'node:fs';
import type { ScenarioDocument, WrittenScenario } from '../../content/index.js';
import type { Environment } from '../data-folder.js';
import { describeFault } from '../fault.js';
import { readWhole } from '../read-file.js';
import { writeWhole } from '../whole-file.js';
import {
	locateWorksheet,
	makeWorksheetFolder,
	modeOption,
	problemLine,
	versionNotice,
	type WorksheetPlace,
	worksheetFolder,
} from './place.js';
import { storeVersion } from './versions.js';

export interface SaveRequest {
	readonly path: string;
	readonly document: ScenarioDocument;
	/** The file's text when last read or written; null for a new file. */
	readonly previous: string | null;
	readonly now: Date;
	/** Whether to overwrite a file that another program has changed; its content is then stored as a version. */
	readonly force?: boolean;
	/** Whether this continues the previous change, as a held key does, so that no version is stored in between. */
	readonly continues?: boolean;
}

export type SaveResult =
	| {
			readonly ok: true;
			/** The file's new text. */
			readonly text: string;
			/** Message for the reader if the previous version could not be stored. */
			readonly notice: string | null;
	  }
	| {
			readonly ok: false;
			/** Cause: the disk, the worksheet, or a change of the file by another program. */
			readonly kind: 'fault' | 'problems' | 'conflict';
			/** One line. */
			readonly message: string;
	  };

export interface WorksheetWriter {
	/** Saves synchronously: on return the worksheet is on disk, or the file is unchanged. */
	save(request: SaveRequest): SaveResult;
}

/** Loads what saving needs, so that the program can save synchronously when it exits. */
export async function openWriter(env: Environment): Promise<WorksheetWriter> {
	const [folder, { writeScenario }] = await Promise.all([worksheetFolder(env), import('../../content/index.js')]);
	return { save: (request) => save(request, folder, writeScenario) };
}

/** Saves one worksheet once. */
export async function saveWorksheet({
	env,
	...request
}: SaveRequest & { readonly env: Environment }): Promise<SaveResult> {
	return (await openWriter(env)).save(request);
}

type WriteScenario = (document: ScenarioDocument, previous: string | null, fileName: string) => WrittenScenario;

/**
 * Compares the file right before replacing it; file systems cannot make that a single step. The earlier version is
 * stored before its file is replaced, so that it exists at every moment.
 */
function save(
	{ path, document, previous, now, force = false, continues = false }: SaveRequest,
	folder: string | null,
	write: WriteScenario,
): SaveResult {
	const place = locateWorksheet(path, folder);
	const written = write(document, previous, path);
	if (!written.ok) return { ok: false, kind: 'problems', message: problemLine(written.problems) };
	const { text } = written;
	try {
		const bytes = readWhole(place.path);
		const current = bytes?.toString('utf8') ?? null;
		if (!force && current !== previous) return conflict(path, previous, bytes);
		if (current === text) return { ok: true, text, notice: null };
		makeWorksheetFolder(place);
		// Changes by another program are always stored as a version.
		return replace(place, bytes, text, continues && current === previous ? null : now);
	} catch (error) {
		return failure(path, describeFault(error));
	}
}

/** Replaces the file. `storedAt`: time of the version to store; null to store none. */
function replace(place: WorksheetPlace, bytes: Buffer | null, text: string, storedAt: Date | null): SaveResult {
	const stored = bytes === null || storedAt === null ? null : storeVersion(place.versions, bytes, storedAt);
	const reason = writeWhole(place.path, text, { force: bytes !== null, ...modeOption(place) });
	if (reason === null)
		return { ok: true, text, notice: versionNotice(stored === null || stored.ok ? null : stored.why) };
	// Another program has just created it.
	if (bytes === null && existsSync(place.path)) return conflict(place.path, null, Buffer.alloc(0));
	return failure(place.path, reason);
}

const failure = (path: string, reason: string): SaveResult => ({
	ok: false,
	kind: 'fault',
	message: `not saved (${reason}): ${path}`,
});

function conflict(path: string, previous: string | null, bytes: Buffer | null): SaveResult {
	const cause =
		bytes === null
			? `${path} is no longer there: another program moved or removed it`
			: previous === null
				? `a file ${path} exists already`
				: `${path} was changed by another program`;
	return { ok: false, kind: 'conflict', message: `${cause}; nothing was written` };
}
