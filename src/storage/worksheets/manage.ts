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
	/** One line. */
	readonly message: string;
}

/** A worksheet as it is under another name. */
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
 * Gives a worksheet another name, which is its id too; its earlier versions go with it. The new file is there before the
 * old one goes, and what the old one held is the newest earlier version of the new one.
 */
export async function renameWorksheet(
	path: string,
	newName: string,
	document: ScenarioDocument,
	env: Environment,
	now: Date = new Date(),
): Promise<Named> {
	const folder = await worksheetFolder(env);
	const named = await writeAs(path, newName, document, folder);
	if (!named.ok) return named;
	const from = placeOf(path, folder);
	const to = placeOf(named.path, folder);
	try {
		const there = readWhole(from.path);
		const kept = there === null ? null : keepVersion(from.versions, there, now);
		moveVersions(from.versions, to.versions);
		if (there !== null) unlinkSync(from.path);
		syncFolder(dirname(from.path));
		return { ...named, notice: notKept(kept === null || kept.ok ? null : kept.why) };
	} catch (error) {
		return { ...named, notice: `${path} is still there: it could not be removed (${fault(error)})` };
	}
}

/** Writes a worksheet a second time, beside itself, under another name and id; it starts without earlier versions. */
export async function duplicateWorksheet(
	path: string,
	newName: string,
	document: ScenarioDocument,
	env: Environment,
): Promise<Named> {
	return writeAs(path, newName, document, await worksheetFolder(env));
}

export type Deleted = { readonly ok: true /** Where its last version is. */; readonly message: string } | Refused;

/** Removes a worksheet; its last version stays, and can be restored. Without that, it is not removed. */
export async function deleteWorksheet(path: string, env: Environment, now: Date): Promise<Deleted> {
	const place = placeOf(path, await worksheetFolder(env));
	try {
		const there = readWhole(place.path);
		if (there === null) return refused(`${path} is gone already`);
		const kept = keepVersion(place.versions, there, now);
		if (!kept.ok) return refused(`${path} was not removed: its last version could not be kept (${kept.why})`);
		unlinkSync(place.path);
		syncFolder(dirname(place.path));
		return { ok: true, message: `${place.name} was removed; its last version is ${kept.path}, and can be restored` };
	} catch (error) {
		return refused(`${path} could not be removed: ${fault(error)}`);
	}
}

const refused = (message: string): Refused => ({ ok: false, message });

async function writeAs(
	path: string,
	newName: string,
	document: ScenarioDocument,
	folder: string | null,
): Promise<Named> {
	if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/.test(newName))
		return refused('a name is made of letters, digits and hyphens');
	const { writeScenario } = await import('../../content/index.js');
	const place = placeOf(join(dirname(path), `${newName}.yaml`), folder);
	const renamed = { ...document, scenario: { ...document.scenario, id: newName } };
	try {
		makeFolderOf(place);
		const there = readWhole(path);
		const written = writeScenario(renamed, there && textOf(there), place.path);
		if (!written.ok) return refused(problemLine(written.problems));
		const why = writeWhole(place.path, written.text, modeAt(place));
		if (why !== null) return refused(`${place.path} could not be written: ${why}`);
		return { ok: true, path: place.path, document: renamed, text: written.text, notice: null };
	} catch (error) {
		return refused(`${place.path} could not be written: ${fault(error)}`);
	}
}
