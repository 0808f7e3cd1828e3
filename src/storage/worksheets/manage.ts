import { unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ScenarioDocument } from '../../content/index.js';
import type { Environment } from '../data-folder.js';
import { fault } from '../fault.js';
import { readWhole } from '../read-whole.js';
import { syncFolder } from '../sync.js';
import { writeWhole } from '../whole-file.js';
import { textOf } from './open.js';
import { makeFolderOf, modeAt, notKept, placeOf, problemLine, worksheetFolder } from './place.js';
import { keepVersion, moveVersions } from './versions.js';

export interface Refused {
	readonly ok: false;
	/** One line, without a full stop. */
	readonly message: string;
}

/** Result of writing a worksheet under another name. */
export type Named =
	| {
			readonly ok: true;
			readonly path: string;
			readonly document: ScenarioDocument;
			readonly text: string;
			readonly notice: string | null;
	  }
	| Refused;

/**
 * Renames a worksheet, and so changes its id; its earlier versions move along. The new file is written before the old
 * one is removed, and the old content becomes the newest earlier version.
 */
export async function renameWorksheet(
	path: string,
	newName: string,
	document: ScenarioDocument,
	env: Environment,
	now: Date = new Date(),
): Promise<Named> {
	const folder = await worksheetFolder(env);
	const renamed = await writeAs(path, newName, document, folder);
	if (!renamed.ok) return renamed;
	const from = placeOf(path, folder);
	const to = placeOf(renamed.path, folder);
	try {
		const bytes = readWhole(from.path);
		const version = bytes === null ? null : keepVersion(from.versions, bytes, now);
		moveVersions(from.versions, to.versions);
		if (bytes !== null) unlinkSync(from.path);
		syncFolder(dirname(from.path));
		return { ...renamed, notice: notKept(version === null || version.ok ? null : version.why) };
	} catch (error) {
		return { ...renamed, notice: `${path} is still there: it could not be removed (${fault(error)})` };
	}
}

/** Copies a worksheet in its folder, under another name and id; the copy has no earlier versions. */
export async function duplicateWorksheet(
	path: string,
	newName: string,
	document: ScenarioDocument,
	env: Environment,
): Promise<Named> {
	return writeAs(path, newName, document, await worksheetFolder(env));
}

export type Deleted = { readonly ok: true /** Where its last version is. */; readonly message: string } | Refused;

/** Removes a worksheet after storing its last version, which can be restored. If that fails, the worksheet is not removed. */
export async function deleteWorksheet(path: string, env: Environment, now: Date): Promise<Deleted> {
	const place = placeOf(path, await worksheetFolder(env));
	try {
		const bytes = readWhole(place.path);
		if (bytes === null) return refuse(`${path} is gone already`);
		const version = keepVersion(place.versions, bytes, now);
		if (!version.ok) return refuse(`${path} was not removed: its last version could not be kept (${version.why})`);
		unlinkSync(place.path);
		syncFolder(dirname(place.path));
		return { ok: true, message: `${place.name} was removed; its last version is ${version.path}, and can be restored` };
	} catch (error) {
		return refuse(`${path} could not be removed: ${fault(error)}`);
	}
}

const refuse = (message: string): Refused => ({ ok: false, message });

async function writeAs(
	path: string,
	newName: string,
	document: ScenarioDocument,
	folder: string | null,
): Promise<Named> {
	if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/.test(newName)) return refuse('a name is made of letters, digits and hyphens');
	const { writeScenario } = await import('../../content/index.js');
	const place = placeOf(join(dirname(path), `${newName}.yaml`), folder);
	const renamed = { ...document, scenario: { ...document.scenario, id: newName } };
	try {
		makeFolderOf(place);
		const bytes = readWhole(path);
		const written = writeScenario(renamed, bytes && textOf(bytes), place.path);
		if (!written.ok) return refuse(problemLine(written.problems));
		const writeError = writeWhole(place.path, written.text, modeAt(place));
		if (writeError !== null) return refuse(`${place.path} could not be written: ${writeError}`);
		return { ok: true, path: place.path, document: renamed, text: written.text, notice: null };
	} catch (error) {
		return refuse(`${place.path} could not be written: ${fault(error)}`);
	}
}
