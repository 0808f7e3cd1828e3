import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stampOf, sweep } from '../copy-aside.js';
import { type Environment, makeFolder } from '../data-folder.js';
import { codeOf, fault } from '../fault.js';
import { syncFolder } from '../sync.js';
import { writeWhole } from '../whole-file.js';
import { FILE_MODE, placeOf, worksheetFolder } from './place.js';

/** An earlier version of a worksheet. */
export interface Version {
	readonly path: string;
	/** When something else took its place. */
	readonly at: Date;
}

/** Versions of one worksheet that are kept; the oldest go. */
export const MOST_VERSIONS = 10;

/** The earlier versions of a worksheet, the newest first; also those of one that was removed. */
export async function versionsOf(path: string, env: Environment): Promise<readonly Version[]> {
	return versionsIn(placeOf(path, await worksheetFolder(env)).versions);
}

/** The versions in a folder, the newest first; none where it cannot be read. */
export function versionsIn(folder: string | null): readonly Version[] {
	if (folder === null) return [];
	return numbered(namesIn(folder))
		.reverse()
		.map(({ name, at }) => ({ path: join(folder, name), at: new Date(at) }));
}

export type Kept = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly why: string };

/** Keeps a version: the newest from now on, whatever the clock says. One that is the newest already is not kept twice. */
export function keepVersion(folder: string | null, bytes: Buffer, now: Date): Kept {
	if (folder === null) return { ok: false, why: 'there is no home folder' };
	try {
		makeFolder(folder);
		const names = namesIn(folder);
		sweep(folder, names, now);
		const last = numbered(names).at(-1);
		if (last && readFileSync(join(folder, last.name)).equals(bytes)) return { ok: true, path: join(folder, last.name) };
	} catch (error) {
		return { ok: false, why: fault(error) };
	}
	for (let tries = 1; ; tries++) {
		const path = join(folder, nextName(numbered(namesIn(folder)).at(-1), now));
		const why = writeWhole(path, bytes, { mode: FILE_MODE });
		// Another program keeps a version of the same worksheet.
		if (why !== null && existsSync(path) && tries < 100) continue;
		if (why !== null) return { ok: false, why };
		for (const old of versionsIn(folder).slice(MOST_VERSIONS)) remove(old.path);
		return { ok: true, path };
	}
}

/** Takes the versions of a worksheet along to its new name. What cannot be moved stays. */
export function moveVersions(from: string | null, to: string | null): void {
	if (from === null || to === null || from === to) return;
	const before = numbered(namesIn(from));
	if (before.length === 0) return;
	try {
		makeFolder(to);
		for (const { name, at } of before) {
			const free = existsSync(join(to, name)) ? nextName(numbered(namesIn(to)).at(-1), new Date(at)) : name;
			renameSync(join(from, name), join(to, free));
		}
		for (const old of versionsIn(to).slice(MOST_VERSIONS)) remove(old.path);
		rmdirSync(from);
	} catch (error) {
		if (codeOf(error) === undefined) throw error;
	}
	syncFolder(to);
	syncFolder(dirname(to));
}

interface Numbered {
	readonly name: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Tells versions of one moment apart. */
	readonly count: number;
}

const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-(\d{4})\.yaml$/;

/** The names that are versions, the oldest first. */
const numbered = (names: readonly string[]): Numbered[] =>
	names
		.flatMap((name): Numbered[] => {
			const [, day, hours, minutes, seconds, millis, count] = NAME.exec(name) ?? [];
			const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${millis}Z`);
			return Number.isNaN(at) ? [] : [{ name, at, count: Number(count) }];
		})
		.sort((a, b) => a.at - b.at || a.count - b.count);

function nextName(last: Numbered | undefined, now: Date): string {
	const named = (at: number, count: number): string =>
		`${stampOf(new Date(at))}-${String(count).padStart(4, '0')}.yaml`;
	if (!last || now.getTime() > last.at) return named(now.getTime(), 0);
	return last.count < 9999 ? named(last.at, last.count + 1) : named(last.at + 1, 0);
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
		// One more than need be: it goes with the next.
	}
}
