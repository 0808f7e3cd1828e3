import { randomBytes } from 'node:crypto';
import {
	accessSync,
	closeSync,
	constants,
	fchmodSync,
	fchownSync,
	linkSync,
	openSync,
	readlinkSync,
	realpathSync,
	renameSync,
	type Stats,
	statSync,
	unlinkSync,
	writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { codeOf, describeFault, NotAFile, ShortWrite } from './fault.js';
import { sync, syncFolder } from './sync.js';

export interface WriteOptions {
	/** Whether to replace an existing file; otherwise writing fails if the file exists. */
	readonly force?: boolean;
	/** Permissions of a new file; a replaced file keeps its own. Default: as for any new file (0o666 less the umask). */
	readonly mode?: number;
}

/** Name of a temporary file before it is renamed; also of those left by a crash. */
export const TEMPORARY_NAME = /^\.dispatch-board-[0-9a-f]{16}\.tmp$/;

/**
 * Writes a file atomically: if this returns null, the content is on disk; otherwise nothing has changed. At any moment
 * in between, including a power cut, the file is either the old or the new one. Follows symbolic links.
 *
 * @returns null, or the file system's error in words that continue a sentence after the file's name
 */
export function writeWhole(path: string, content: string | Uint8Array, options: WriteOptions = {}): string | null {
	try {
		replaceOrCreate(targetOf(path), Buffer.from(content), options);
		return null;
	} catch (error) {
		return describeFault(error, DESCRIPTIONS);
	}
}

const DESCRIPTIONS = { ENOENT: 'there is no such folder', EEXIST: 'there is a file of this name already' };

function replaceOrCreate(target: string, bytes: Buffer, { force = false, mode }: WriteOptions): void {
	const existing = statSync(target, { throwIfNoEntry: false }) ?? null;
	assertReplaceable(target, existing, force);
	const temporary = join(dirname(target), `.dispatch-board-${randomBytes(8).toString('hex')}.tmp`);
	try {
		writeTemporary(temporary, bytes, existing, mode);
		if (force) renameSync(temporary, target);
		else linkNew(temporary, target);
	} finally {
		remove(temporary);
	}
	syncFolder(dirname(target));
}

/** Checks that the target may be replaced: a rename would also replace a folder, a device or a write-protected file. */
function assertReplaceable(target: string, existing: Stats | null, force: boolean): void {
	if (existing === null) return;
	if (existing.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
	if (!existing.isFile()) throw new NotAFile();
	if (!force) throw Object.assign(new Error(), { code: 'EEXIST' });
	accessSync(target, constants.W_OK);
}

function writeTemporary(temporary: string, bytes: Buffer, existing: Stats | null, mode = 0o666): void {
	// Private until it gets the permissions of the file it replaces.
	const fd = openSync(temporary, 'wx', existing ? 0o600 : mode);
	try {
		for (let offset = 0; offset < bytes.length; ) {
			const written = writeSync(fd, bytes, offset);
			if (written === 0) throw new ShortWrite();
			offset += written;
		}
		if (existing) copyPermissions(fd, existing);
		sync(fd);
	} finally {
		closeSync(fd);
	}
}

function copyPermissions(fd: number, { uid, gid, mode }: Stats): void {
	try {
		fchownSync(fd, uid, gid);
	} catch {
		// Only root may change the owner; the file then belongs to the user.
	}
	try {
		fchmodSync(fd, mode & 0o777);
	} catch {
		// Not every file system has permissions.
	}
}

/** Gives a new file its name, and fails if another program has created that name meanwhile. */
function linkNew(temporary: string, target: string): void {
	try {
		linkSync(temporary, target);
	} catch (error) {
		if (!NO_LINK_CODES.has(codeOf(error) ?? '')) throw error;
		// A file system without hard links: an empty file reserves the name until it is replaced.
		closeSync(openSync(target, 'wx'));
		try {
			renameSync(temporary, target);
		} catch (failed) {
			remove(target);
			throw failed;
		}
	}
}

const NO_LINK_CODES = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

function remove(path: string): void {
	try {
		unlinkSync(path);
	} catch {
		// Already renamed, or never created.
	}
}

/** Resolves links to the target file, which need not exist yet. */
function targetOf(path: string): string {
	let target = resolve(path);
	for (let links = 0; links < MAX_LINKS; links++) {
		try {
			return realpathSync(target);
		} catch (error) {
			if (codeOf(error) !== 'ENOENT') throw error;
		}
		const next = readLink(target);
		if (next === null) return target;
		target = resolve(dirname(target), next);
	}
	return target;
}

const MAX_LINKS = 40;

function readLink(path: string): string | null {
	try {
		return readlinkSync(path);
	} catch {
		return null;
	}
}
