import type { Environment } from '../data-folder.js';
import { describeFault } from '../fault.js';
import { readWhole } from '../read-file.js';
import { writeWhole } from '../whole-file.js';
import { decodeText, type OpenResult } from './open.js';
import { locateWorksheet, makeWorksheetFolder, modeOption, versionNotice, worksheetFolder } from './place.js';
import { storeVersion, versionsIn } from './versions.js';

/**
 * Restores an earlier version, also of a deleted worksheet. The current content is stored as a version first, even if
 * it is invalid.
 *
 * @param number 1 is the newest version
 */
export async function restoreVersion(path: string, number: number, env: Environment, now: Date): Promise<OpenResult> {
	const place = locateWorksheet(path, await worksheetFolder(env));
	const versions = versionsIn(place.versions);
	const version = versions[number - 1];
	if (!version) return { ok: false, unreadable: `version ${number} does not exist: ${countText(versions.length)}` };
	const { loadScenario } = await import('../../content/index.js');
	try {
		const bytes = readWhole(version.path);
		if (bytes === null) return { ok: false, unreadable: `version ${number} is gone` };
		const loaded = loadScenario(bytes, version.path);
		if (!loaded.ok) return { ok: false, problems: loaded.problems, notice: null };
		const current = readWhole(place.path);
		makeWorksheetFolder(place);
		const stored = current === null ? null : storeVersion(place.versions, current, now);
		const writeError = writeWhole(place.path, bytes, { force: current !== null, ...modeOption(place) });
		if (writeError !== null) return { ok: false, unreadable: `it could not be written: ${writeError}` };
		return {
			ok: true,
			document: loaded.document,
			text: decodeText(bytes),
			notice: versionNotice(stored === null || stored.ok ? null : stored.why),
		};
	} catch (error) {
		return { ok: false, unreadable: describeFault(error) };
	}
}

const countText = (count: number): string =>
	count === 0 ? 'none was kept' : count === 1 ? 'one was kept' : `${count} were kept`;
