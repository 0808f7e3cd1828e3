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
import { codeOf, fault, NotAFile, ShortWrite } from './fault.js';
import { sync, syncFolder } from './sync.js';

export interface WholeOptions {
	/** Replaces a file that is there; without it, one that is there stays as it is, whoever made it and when. */
	readonly force?: boolean;
	/** Permissions of a new file; a file that is replaced keeps its own. Default: what the reader's other new files have. */
	readonly mode?: number;
}

/** What a file is written to before it takes its place; what a crash left of such files has this name too. */
export const UNFINISHED = /^\.dispatch-board-[0-9a-f]{16}\.tmp$/;

/**
 * Writes a file whole or not at all: when this returns null it is on the disk, and otherwise everything is as it was.
 * At every moment in between, a power cut included, the file is the old one or the new one. Links are followed.
 *
 * @returns null, or what the file system had against it, in words that go on from the file's name
 */
export function writeWhole(path: string, content: string | Uint8Array, options: WholeOptions = {}): string | null {
	try {
		put(targetOf(path), Buffer.from(content), options);
		return null;
	} catch (error) {
		return fault(error, NAMES);
	}
}

const NAMES = { ENOENT: 'there is no such folder', EEXIST: 'there is a file of this name already' };

function put(target: string, bytes: Buffer, { force = false, mode }: WholeOptions): void {
	const there = statSync(target, { throwIfNoEntry: false }) ?? null;
	refuse(target, there, force);
	const staged = join(dirname(target), `.dispatch-board-${randomBytes(8).toString('hex')}.tmp`);
	try {
		stage(staged, bytes, there, mode);
		if (force) renameSync(staged, target);
		else settle(staged, target);
	} finally {
		remove(staged);
	}
	syncFolder(dirname(target));
}

/** Replacing goes by names and would get rid of anything: a folder, a device, a file that is write-protected. */
function refuse(target: string, there: Stats | null, force: boolean): void {
	if (there === null) return;
	if (there.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
	if (!there.isFile()) throw new NotAFile();
	if (!force) throw Object.assign(new Error(), { code: 'EEXIST' });
	accessSync(target, constants.W_OK);
}

function stage(staged: string, bytes: Buffer, there: Stats | null, mode = 0o666): void {
	// Until it has the permissions of what it replaces, it is nobody else's business.
	const fd = openSync(staged, 'wx', there ? 0o600 : mode);
	try {
		for (let at = 0; at < bytes.length; ) {
			const written = writeSync(fd, bytes, at);
			if (written === 0) throw new ShortWrite();
			at += written;
		}
		if (there) takeAfter(fd, there);
		sync(fd);
	} finally {
		closeSync(fd);
	}
}

function takeAfter(fd: number, { uid, gid, mode }: Stats): void {
	try {
		fchownSync(fd, uid, gid);
	} catch {
		// Only an administrator gives files away; then it is the reader's own.
	}
	try {
		fchmodSync(fd, mode & 0o777);
	} catch {
		// Not every file system knows permissions.
	}
}

/** Gives the file its name, unless somebody else took that meanwhile. */
function settle(staged: string, target: string): void {
	try {
		linkSync(staged, target);
	} catch (error) {
		if (!LINKLESS.has(codeOf(error) ?? '')) throw error;
		// A file system without links: an empty file holds the name for the moment until it is replaced.
		closeSync(openSync(target, 'wx'));
		try {
			renameSync(staged, target);
		} catch (failed) {
			remove(target);
			throw failed;
		}
	}
}

const LINKLESS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

function remove(path: string): void {
	try {
		unlinkSync(path);
	} catch {
		// It took its place, or never was.
	}
}

/** What a name stands for: a link leads to a file that may not be there yet. */
function targetOf(path: string): string {
	let target = resolve(path);
	for (let links = 0; links < MOST_LINKS; links++) {
		try {
			return realpathSync(target);
		} catch (error) {
			if (codeOf(error) !== 'ENOENT') throw error;
		}
		const next = linkAt(target);
		if (next === null) return target;
		target = resolve(dirname(target), next);
	}
	return target;
}

const MOST_LINKS = 40;

function linkAt(path: string): string | null {
	try {
		return readlinkSync(path);
	} catch {
		return null;
	}
}
