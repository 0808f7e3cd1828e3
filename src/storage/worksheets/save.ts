import { existsSync } from 'node:fs';
import type { ScenarioDocument, WrittenScenario } from '../../content/index.js';
import type { Environment } from '../data-folder.js';
import { fault } from '../fault.js';
import { readWhole } from '../read-whole.js';
import { writeWhole } from '../whole-file.js';
import { makeFolderOf, modeAt, notKept, type Place, placeOf, problemLine, worksheetFolder } from './place.js';
import { keepVersion } from './versions.js';

export interface SaveRequest {
	readonly path: string;
	readonly document: ScenarioDocument;
	/** The file's text as it was read or written last; null: it is new. */
	readonly previous: string | null;
	readonly now: Date;
	/** Writes although the file is another one by now; that one stays as an earlier version. */
	readonly force?: boolean;
	/** It goes on with the change before it, as a key that is held does: the version before that is kept already. */
	readonly continues?: boolean;
}

export type Saved =
	| {
			readonly ok: true;
			/** What the file holds now. */
			readonly text: string;
			/** What the reader should know: that the version before it could not be kept. */
			readonly notice: string | null;
	  }
	| {
			readonly ok: false;
			/** What is wrong: the disk, the worksheet, or that somebody else changed the file. */
			readonly kind: 'fault' | 'problems' | 'conflict';
			/** One line. */
			readonly message: string;
	  };

export interface WorksheetWriter {
	/** Saves at once: when this returns, the worksheet is on the disk, or the file is as it was. */
	save(request: SaveRequest): Saved;
}

/** Loads what saving needs, once, so that a program that is about to end can save without waiting. */
export async function openWriter(env: Environment): Promise<WorksheetWriter> {
	const [folder, { writeScenario }] = await Promise.all([worksheetFolder(env), import('../../content/index.js')]);
	return { save: (request) => save(request, folder, writeScenario) };
}

/** Saves once. */
export async function saveWorksheet({ env, ...request }: SaveRequest & { readonly env: Environment }): Promise<Saved> {
	return (await openWriter(env)).save(request);
}

type Write = (document: ScenarioDocument, previous: string | null, fileName: string) => WrittenScenario;

/**
 * What is there is looked at right before it is replaced; nothing on a disk can make that one step. An earlier version
 * is kept before its file is replaced, so that at no moment it is nowhere.
 */
function save(
	{ path, document, previous, now, force = false, continues = false }: SaveRequest,
	folder: string | null,
	write: Write,
): Saved {
	const place = placeOf(path, folder);
	const written = write(document, previous, path);
	if (!written.ok) return { ok: false, kind: 'problems', message: problemLine(written.problems) };
	const { text } = written;
	try {
		const there = readWhole(place.path);
		const standing = there?.toString('utf8') ?? null;
		if (!force && standing !== previous) return conflict(path, previous, there);
		if (standing === text) return { ok: true, text, notice: null };
		makeFolderOf(place);
		// What somebody else wrote is kept in any case.
		return replace(place, there, text, continues && standing === previous ? null : now);
	} catch (error) {
		return failed(path, fault(error));
	}
}

/** @param keptAt when the version that is replaced is kept; null: it is not */
function replace(place: Place, there: Buffer | null, text: string, keptAt: Date | null): Saved {
	const kept = there === null || keptAt === null ? null : keepVersion(place.versions, there, keptAt);
	const why = writeWhole(place.path, text, { force: there !== null, ...modeAt(place) });
	if (why === null) return { ok: true, text, notice: notKept(kept === null || kept.ok ? null : kept.why) };
	// Somebody made it in this very moment.
	if (there === null && existsSync(place.path)) return conflict(place.path, null, Buffer.alloc(0));
	return failed(place.path, why);
}

const failed = (path: string, why: string): Saved => ({
	ok: false,
	kind: 'fault',
	message: `not saved (${why}): ${path}`,
});

function conflict(path: string, previous: string | null, there: Buffer | null): Saved {
	const happened =
		there === null
			? `${path} is gone: somebody moved or removed it`
			: previous === null
				? `there is a file ${path} already`
				: `${path} was changed by somebody else`;
	return { ok: false, kind: 'conflict', message: `${happened}; nothing was written` };
}
