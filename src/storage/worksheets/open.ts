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
			/** The file's text, to be given to the next save as the previous one. */
			readonly text: string;
			/** What the reader should know: that the file was damaged, where it is now, and what is shown instead. */
			readonly notice: string | null;
	  }
	| {
			readonly ok: false;
			readonly problems: readonly Problem[];
			/** Where the file was set aside; null: it is where it was. */
			readonly notice: string | null;
	  }
	| Unreadable;

type Load = (input: Uint8Array, fileName: string) => LoadedScenario;

/**
 * Opens a worksheet. One that is kept in the data folder and does not load is set aside, and the newest version that
 * loads takes its place; a file anywhere else is never touched.
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
		// Another program may have mended it meanwhile.
		if (!readWhole(place.path)?.subarray(0, bytes.length).equals(bytes)) return openWorksheet(path, env, now);
		return damaged(place, loaded.problems, loadScenario, now);
	} catch (error) {
		const notice = `${basename(path)} is damaged, and could not be set aside (${fault(error)})`;
		return { ok: false, problems: loaded.problems, notice };
	}
}

function damaged(place: Place, problems: readonly Problem[], load: Load, now: Date): Opened {
	const said = `${basename(place.path)} was damaged (${problemLine(problems)})`;
	const sound = newestSound(versionsIn(place.versions), place.path, load);
	const aside = copyAside(place.path, now);
	if (sound === null) {
		unlinkSync(place.path);
		syncFolder(dirname(place.path));
		return { ok: false, problems, notice: `${said}; it is now ${aside}, and there is no earlier version that loads` };
	}
	const { document, text, at } = sound;
	const why = writeWhole(place.path, text, { force: true, ...modeAt(place) });
	const since = why === null ? '' : `, which could not be written back (${why})`;
	const notice = `${said}; it is now ${aside}, and this is the version before ${momentOf(at)}${since}`;
	return { ok: true, document, text, notice };
}

interface Sound {
	readonly document: ScenarioDocument;
	readonly text: string;
	readonly at: Date;
}

function newestSound(versions: readonly Version[], fileName: string, load: Load): Sound | null {
	for (const { path, at } of versions) {
		const bytes = bytesOf(path);
		const loaded = bytes && load(bytes, fileName);
		if (loaded?.ok) return { document: loaded.document, text: textOf(bytes), at };
	}
	return null;
}

function bytesOf(path: string): Buffer | null {
	try {
		return readWhole(path);
	} catch (error) {
		fault(error);
		return null;
	}
}

/** As it is on the disk, a byte order mark included. */
export const textOf = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('utf8');
