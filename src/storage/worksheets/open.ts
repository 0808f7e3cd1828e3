import { unlinkSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { LoadedScenario, Problem, ScenarioDocument } from '../../content/index.js';
import { copyAside } from '../copy-aside.js';
import type { Environment } from '../data-folder.js';
import { describeFault } from '../fault.js';
import { readWhole } from '../read-file.js';
import { describeReadError, readFirstBytes, type Unreadable } from '../scenario-file.js';
import { syncFolder } from '../sync.js';
import { writeWhole } from '../whole-file.js';
import { formatUtc, locateWorksheet, modeOption, problemLine, type WorksheetPlace, worksheetFolder } from './place.js';
import { type Version, versionsIn } from './versions.js';

export type OpenResult =
	| {
			readonly ok: true;
			readonly document: ScenarioDocument;
			/** The file's text, to be passed to the next save as the previous text. */
			readonly text: string;
			/** Message for the reader if the file was damaged: where it is now, and what is shown instead. */
			readonly notice: string | null;
	  }
	| {
			readonly ok: false;
			readonly problems: readonly Problem[];
			/** Message for the reader: where the damaged file is, or why it was not moved; null if it was left alone. */
			readonly notice: string | null;
	  }
	| Unreadable;

type Load = (input: Uint8Array, fileName: string) => LoadedScenario;

/**
 * Opens a worksheet. If a worksheet in the data folder does not load, it is copied aside and replaced by its newest
 * valid version. Files elsewhere are never changed.
 */
export async function openWorksheet(path: string, env: Environment, now: Date): Promise<OpenResult> {
	const place = locateWorksheet(path, await worksheetFolder(env));
	const { loadScenario, MAX_BYTES } = await import('../../content/index.js');
	let bytes: Uint8Array;
	try {
		bytes = await readFirstBytes(place.path, MAX_BYTES + 1);
	} catch (error) {
		return { ok: false, unreadable: describeReadError(error) };
	}
	const loaded = loadScenario(bytes, path);
	if (loaded.ok) return { ok: true, document: loaded.document, text: decodeText(bytes), notice: null };
	if (!place.isManaged) return { ok: false, problems: loaded.problems, notice: null };
	try {
		// Another program may have repaired it meanwhile.
		if (!readWhole(place.path)?.subarray(0, bytes.length).equals(bytes)) return openWorksheet(path, env, now);
		return recover(place, loaded.problems, loadScenario, now);
	} catch (error) {
		const notice = `${basename(path)} is damaged, and could not be set aside (${describeFault(error)})`;
		return { ok: false, problems: loaded.problems, notice };
	}
}

function recover(place: WorksheetPlace, problems: readonly Problem[], load: Load, now: Date): OpenResult {
	const message = `${basename(place.path)} was damaged (${problemLine(problems)})`;
	const valid = newestValid(versionsIn(place.versions), place.path, load);
	const aside = copyAside(place.path, now);
	if (valid === null) {
		unlinkSync(place.path);
		syncFolder(dirname(place.path));
		return {
			ok: false,
			problems,
			notice: `${message}; it is now ${aside}, and there is no earlier version that loads`,
		};
	}
	const { document, text, at } = valid;
	const writeError = writeWhole(place.path, text, { force: true, ...modeOption(place) });
	const writeNote = writeError === null ? '' : `, which could not be written back (${writeError})`;
	const notice = `${message}; it is now ${aside}, and this is the version before ${formatUtc(at)}${writeNote}`;
	return { ok: true, document, text, notice };
}

interface ValidVersion {
	readonly document: ScenarioDocument;
	readonly text: string;
	readonly at: Date;
}

function newestValid(versions: readonly Version[], fileName: string, load: Load): ValidVersion | null {
	for (const { path, at } of versions) {
		const bytes = readBytes(path);
		const loaded = bytes && load(bytes, fileName);
		if (loaded?.ok) return { document: loaded.document, text: decodeText(bytes), at };
	}
	return null;
}

function readBytes(path: string): Buffer | null {
	try {
		return readWhole(path);
	} catch (error) {
		describeFault(error);
		return null;
	}
}

/** Decodes the bytes of a file as they are, including a byte order mark; null gives an empty text. */
export const decodeText = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('utf8');
