import type { Environment } from '../data-folder.js';
import { fault } from '../fault.js';
import { readWhole } from '../read-whole.js';
import { writeWhole } from '../whole-file.js';
import { type Opened, textOf } from './open.js';
import { makeFolderOf, modeAt, notKept, placeOf, worksheetFolder } from './place.js';
import { keepVersion, versionsIn } from './versions.js';

/**
 * Restores an earlier version, also of a deleted worksheet. The current content is stored as a version first, even if
 * it is invalid.
 *
 * @param number 1 is the newest version
 */
export async function restoreVersion(path: string, number: number, env: Environment, now: Date): Promise<Opened> {
	const place = placeOf(path, await worksheetFolder(env));
	const versions = versionsIn(place.versions);
	const version = versions[number - 1];
	if (!version) return { ok: false, unreadable: `there is no version ${number} of it: ${countText(versions.length)}` };
	const { loadScenario } = await import('../../content/index.js');
	try {
		const bytes = readWhole(version.path);
		if (bytes === null) return { ok: false, unreadable: `version ${number} is gone` };
		const loaded = loadScenario(bytes, version.path);
		if (!loaded.ok) return { ok: false, problems: loaded.problems, notice: null };
		const current = readWhole(place.path);
		makeFolderOf(place);
		const stored = current === null ? null : keepVersion(place.versions, current, now);
		const writeError = writeWhole(place.path, bytes, { force: current !== null, ...modeAt(place) });
		if (writeError !== null) return { ok: false, unreadable: `it could not be written: ${writeError}` };
		return {
			ok: true,
			document: loaded.document,
			text: textOf(bytes),
			notice: notKept(stored === null || stored.ok ? null : stored.why),
		};
	} catch (error) {
		return { ok: false, unreadable: fault(error) };
	}
}

const countText = (count: number): string =>
	count === 0 ? 'none was kept' : count === 1 ? 'one was kept' : `${count} were kept`;
