import type { Environment } from '../data-folder.js';
import { fault } from '../fault.js';
import { readWhole } from '../read-whole.js';
import { writeWhole } from '../whole-file.js';
import { type Opened, textOf } from './open.js';
import { makeFolderOf, modeAt, notKept, placeOf, worksheetFolder } from './place.js';
import { keepVersion, versionsIn } from './versions.js';

/**
 * Makes an earlier version the present one; what stands there now is kept as a version, whatever it is. A worksheet
 * that was removed comes back.
 *
 * @param number from 1, the newest
 */
export async function restoreVersion(path: string, number: number, env: Environment, now: Date): Promise<Opened> {
	const place = placeOf(path, await worksheetFolder(env));
	const versions = versionsIn(place.versions);
	const version = versions[number - 1];
	if (!version) return { ok: false, unreadable: `there is no version ${number} of it: ${counted(versions.length)}` };
	const { loadScenario } = await import('../../content/index.js');
	try {
		const bytes = readWhole(version.path);
		if (bytes === null) return { ok: false, unreadable: `version ${number} is gone` };
		const loaded = loadScenario(bytes, version.path);
		if (!loaded.ok) return { ok: false, problems: loaded.problems, notice: null };
		const there = readWhole(place.path);
		makeFolderOf(place);
		const kept = there === null ? null : keepVersion(place.versions, there, now);
		const why = writeWhole(place.path, bytes, { force: there !== null, ...modeAt(place) });
		if (why !== null) return { ok: false, unreadable: `it could not be written: ${why}` };
		return {
			ok: true,
			document: loaded.document,
			text: textOf(bytes),
			notice: notKept(kept === null || kept.ok ? null : kept.why),
		};
	} catch (error) {
		return { ok: false, unreadable: fault(error) };
	}
}

const counted = (count: number): string =>
	count === 0 ? 'none was kept' : count === 1 ? 'one was kept' : `${count} were kept`;
