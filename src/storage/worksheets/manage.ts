import { unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ScenarioDocument } from '../../content/index.js';
import type { Environment } from '../data-folder.js';
import { describeFault } from '../fault.js';
import { readWhole } from '../read-file.js';
import { syncFolder } from '../sync.js';
import { writeWhole } from '../whole-file.js';
import { decodeText } from './open.js';
import {
	locateWorksheet,
	makeWorksheetFolder,
	modeOption,
	problemLine,
	versionNotice,
	worksheetFolder,
} from './place.js';
import { moveVersions, storeVersion } from './versions.js';

export interface Refusal {
	readonly ok: false;
	/** One line, without a full stop. */
	readonly message: string;
}

/** Result of writing a worksheet under another name. */
export type NamedResult =
	| {
			readonly ok: true;
			readonly path: string;
			readonly document: ScenarioDocument;
			readonly text: string;
			readonly notice: string | null;
	  }
	| Refusal;

/**
 * Renames a worksheet, which changes its id too; its earlier versions move with it. The new file is written before the
 * old one is removed, and the old content becomes the newest earlier version.
 */
export async function renameWorksheet(
	path: string,
	newName: string,
	document: ScenarioDocument,
	env: Environment,
	now: Date = new Date(),
): Promise<NamedResult> {
	const folder = await worksheetFolder(env);
	const renamed = await writeAs(path, newName, document, folder);
	if (!renamed.ok) return renamed;
	const from = locateWorksheet(path, folder);
	const to = locateWorksheet(renamed.path, folder);
	try {
		const bytes = readWhole(from.path);
		const version = bytes === null ? null : storeVersion(from.versions, bytes, now);
		moveVersions(from.versions, to.versions);
		if (bytes !== null) unlinkSync(from.path);
		syncFolder(dirname(from.path));
		return { ...renamed, notice: versionNotice(version === null || version.ok ? null : version.why) };
	} catch (error) {
		return { ...renamed, notice: `${path} is still there: it could not be removed (${describeFault(error)})` };
	}
}

/** Copies a worksheet within its folder, under another name and id; the copy has no earlier versions. */
export async function duplicateWorksheet(
	path: string,
	newName: string,
	document: ScenarioDocument,
	env: Environment,
): Promise<NamedResult> {
	return writeAs(path, newName, document, await worksheetFolder(env));
}

export type DeleteResult = { readonly ok: true /** Where its last version is. */; readonly message: string } | Refusal;

/** Removes a worksheet after storing its last version, which can be restored. If that fails, the worksheet stays. */
export async function deleteWorksheet(path: string, env: Environment, now: Date): Promise<DeleteResult> {
	const place = locateWorksheet(path, await worksheetFolder(env));
	try {
		const bytes = readWhole(place.path);
		if (bytes === null) return refuse(`${path} was removed already`);
		const version = storeVersion(place.versions, bytes, now);
		if (!version.ok) return refuse(`${path} was not removed: its last version could not be kept (${version.why})`);
		unlinkSync(place.path);
		syncFolder(dirname(place.path));
		return { ok: true, message: `${place.name} was removed; its last version is ${version.path}, and can be restored` };
	} catch (error) {
		return refuse(`${path} could not be removed: ${describeFault(error)}`);
	}
}

const refuse = (message: string): Refusal => ({ ok: false, message });

async function writeAs(
	path: string,
	newName: string,
	document: ScenarioDocument,
	folder: string | null,
): Promise<NamedResult> {
	if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/.test(newName)) return refuse('a name is made of letters, digits and hyphens');
	const { writeScenario } = await import('../../content/index.js');
	const place = locateWorksheet(join(dirname(path), `${newName}.yaml`), folder);
	const renamed = { ...document, scenario: { ...document.scenario, id: newName } };
	try {
		makeWorksheetFolder(place);
		const bytes = readWhole(path);
		const written = writeScenario(renamed, bytes && decodeText(bytes), place.path);
		if (!written.ok) return refuse(problemLine(written.problems));
		const writeError = writeWhole(place.path, written.text, modeOption(place));
		if (writeError !== null) return refuse(`${place.path} could not be written: ${writeError}`);
		return { ok: true, path: place.path, document: renamed, text: written.text, notice: null };
	} catch (error) {
		return refuse(`${place.path} could not be written: ${describeFault(error)}`);
	}
}
