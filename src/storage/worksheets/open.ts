import { unlinkSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { LoadedScenario, Problem, ScenarioDocument } from '../../content/index.js';
import { copyAside } from '../copy-aside.js';
import type { Environment } from '../data-folder.js';
import { fault } from '../fault.js';
import { readWhole } from '../read-whole.js';
import { firstBytes, reason, type Unreadable } from '../scenario-file.js';
import { syncFolder } from '../sync.js';
import { writeWhole } from '../whole-file.js';
import { modeAt, momentOf, type Place, placeOf, problemLine, worksheetFolder } from './place.js';
import { type Version, versionsIn } from './versions.js';

export type Opened =
	| {
			readonly ok: true;
			readonly document: ScenarioDocument;
			/** The file's text, which the next save takes as `previous`. */
			readonly text: string;
			/** Message for the reader if the file was damaged: where it is now, and what is shown instead. */
			readonly notice: string | null;
	  }
	| {
			readonly ok: false;
			readonly problems: readonly Problem[];
			/** Where the file was moved to; null if it was not moved. */
			readonly notice: string | null;
	  }
	| Unreadable;

type Load = (input: Uint8Array, fileName: string) => LoadedScenario;

/**
 * Opens a worksheet. If a worksheet in the data folder does not load, it is copied aside and replaced by its newest
 * valid version. Files elsewhere are never changed.
 */
export async function openWorksheet(path: string, env: Environment, now: Date): Promise<Opened> {
	const place = placeOf(path, await worksheetFolder(env));
	const { loadScenario, MAX_BYTES } = await import('../../content/index.js');
	let bytes: Uint8Array;
	try {
		bytes = await firstBytes(place.path, MAX_BYTES + 1);
	} catch (error) {
		return { ok: false, unreadable: reason(error) };
	}
	const loaded = loadScenario(bytes, path);
	if (loaded.ok) return { ok: true, document: loaded.document, text: textOf(bytes), notice: null };
	if (!place.kept) return { ok: false, problems: loaded.problems, notice: null };
	try {
		// Another program may have repaired it meanwhile.
		if (!readWhole(place.path)?.subarray(0, bytes.length).equals(bytes)) return openWorksheet(path, env, now);
		return recover(place, loaded.problems, loadScenario, now);
	} catch (error) {
		const notice = `${basename(path)} is damaged, and could not be set aside (${fault(error)})`;
		return { ok: false, problems: loaded.problems, notice };
	}
}

function recover(place: Place, problems: readonly Problem[], load: Load, now: Date): Opened {
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
	const writeError = writeWhole(place.path, text, { force: true, ...modeAt(place) });
	const writeNote = writeError === null ? '' : `, which could not be written back (${writeError})`;
	const notice = `${message}; it is now ${aside}, and this is the version before ${momentOf(at)}${writeNote}`;
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
		if (loaded?.ok) return { document: loaded.document, text: textOf(bytes), at };
	}
	return null;
}

function readBytes(path: string): Buffer | null {
	try {
		return readWhole(path);
	} catch (error) {
		fault(error);
		return null;
	}
}

/** Decodes the bytes of a file as they are, including a byte order mark; null gives an empty text. */
export const textOf = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('utf8');
