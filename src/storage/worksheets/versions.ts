import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileTimestamp, removeUnfinished } from '../copy-aside.js';
import { type Environment, makeFolder } from '../data-folder.js';
import { codeOf, describeFault } from '../fault.js';
import { syncFolder } from '../sync.js';
import { writeWhole } from '../whole-file.js';
import { FILE_MODE, locateWorksheet, worksheetFolder } from './place.js';

/** Earlier version of a worksheet. */
export interface Version {
	readonly path: string;
	/** When it was replaced. */
	readonly at: Date;
}

/** Maximum number of versions per worksheet; the oldest are removed. */
export const MAX_VERSIONS = 10;

/** Returns the earlier versions of a worksheet, newest first; also of a deleted worksheet. */
export async function versionsOf(path: string, env: Environment): Promise<readonly Version[]> {
	return versionsIn(locateWorksheet(path, await worksheetFolder(env)).versions);
}

/** Returns the versions in a folder, newest first; none if it cannot be read. */
export function versionsIn(folder: string | null): readonly Version[] {
	if (folder === null) return [];
	return parseNames(namesIn(folder))
		.reverse()
		.map(({ name, at }) => ({ path: join(folder, name), at: new Date(at) }));
}

export type StoreResult = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly why: string };

/** Stores a version as the newest one, even if the clock went back. Does nothing if it equals the newest. */
export function storeVersion(folder: string | null, bytes: Buffer, now: Date): StoreResult {
	if (folder === null) return { ok: false, why: 'there is no home folder' };
	try {
		makeFolder(folder);
		const names = namesIn(folder);
		removeUnfinished(folder, names, now);
		const last = parseNames(names).at(-1);
		if (last && readFileSync(join(folder, last.name)).equals(bytes)) return { ok: true, path: join(folder, last.name) };
	} catch (error) {
		return { ok: false, why: describeFault(error) };
	}
	for (let attempt = 1; ; attempt++) {
		const path = join(folder, nextName(parseNames(namesIn(folder)).at(-1), now));
		const reason = writeWhole(path, bytes, { mode: FILE_MODE });
		// Another program has just stored a version of the same worksheet.
		if (reason !== null && existsSync(path) && attempt < 100) continue;
		if (reason !== null) return { ok: false, why: reason };
		for (const old of versionsIn(folder).slice(MAX_VERSIONS)) remove(old.path);
		return { ok: true, path };
	}
}

/** Moves the versions of a worksheet to its new name. Versions that cannot be moved stay. */
export function moveVersions(from: string | null, to: string | null): void {
	if (from === null || to === null || from === to) return;
	const versions = parseNames(namesIn(from));
	if (versions.length === 0) return;
	try {
		makeFolder(to);
		for (const { name, at } of versions) {
			const freeName = existsSync(join(to, name)) ? nextName(parseNames(namesIn(to)).at(-1), new Date(at)) : name;
			renameSync(join(from, name), join(to, freeName));
		}
		for (const old of versionsIn(to).slice(MAX_VERSIONS)) remove(old.path);
		rmdirSync(from);
	} catch (error) {
		if (codeOf(error) === undefined) throw error;
	}
	syncFolder(to);
	syncFolder(dirname(to));
}

interface VersionName {
	readonly name: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Distinguishes versions with the same time. */
	readonly count: number;
}

const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-(\d{4})\.yaml$/;

/** Parses the file names that are versions, oldest first. */
const parseNames = (names: readonly string[]): VersionName[] =>
	names
		.flatMap((name): VersionName[] => {
			const [, day, hours, minutes, seconds, millis, count] = NAME.exec(name) ?? [];
			const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${millis}Z`);
			return Number.isNaN(at) ? [] : [{ name, at, count: Number(count) }];
		})
		.sort((a, b) => a.at - b.at || a.count - b.count);

function nextName(last: VersionName | undefined, now: Date): string {
	const format = (at: number, count: number): string =>
		`${fileTimestamp(new Date(at))}-${String(count).padStart(4, '0')}.yaml`;
	if (!last || now.getTime() > last.at) return format(now.getTime(), 0);
	return last.count < 9999 ? format(last.at, last.count + 1) : format(last.at + 1, 0);
}

function namesIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		if (codeOf(error) === undefined) throw error;
		return [];
	}
}

function remove(path: string): void {
	try {
		unlinkSync(path);
	} catch {
		// One version too many; the next call removes it.
	}
}
