import { closeSync, constants, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../data-folder.js';
import { NotAFile, ShortWrite } from '../fault.js';
import { sync, syncFolder } from '../sync.js';
import { TORN_MARK } from './lines.js';

/**
 * Appends lines to a file, each in a single write that the kernel puts at the end even if other programs write too.
 * They are on disk once `sync` returns. The methods throw file system errors; the next call tries again.
 */
export class LineWriter {
	#fd: number | null = null;
	#unsynced = false;

	constructor(readonly path: string) {}

	/** Creates the file and its folder if missing. */
	open(): void {
		this.#currentFd();
	}

	write(line: string): void {
		const fd = this.#currentFd();
		// An unfinished line of another program or from a full disk must not swallow this one.
		const separator = endsTorn(fd) ? `${TORN_MARK}\n` : '';
		const bytes = Buffer.from(`${separator}${line}\n`);
		if (writeSync(fd, bytes) !== bytes.length) throw new ShortWrite();
		this.#unsynced = true;
	}

	/** Waits for the disk if anything was written since the last sync. */
	sync(): void {
		if (this.#unsynced && this.#fd !== null) sync(this.#fd);
		this.#unsynced = false;
	}

	close(): void {
		try {
			this.sync();
		} finally {
			if (this.#fd !== null) closeSync(this.#fd);
			this.#fd = null;
		}
	}

	/** Returns the file now at the path; the opened one may have been moved or removed. */
	#currentFd(): number {
		if (this.#fd !== null && !isAt(this.#fd, this.path)) this.close();
		this.#fd ??= openForAppending(this.path);
		return this.#fd;
	}
}

function isAt(fd: number, path: string): boolean {
	const atPath = statSync(path, { bigint: true, throwIfNoEntry: false });
	const opened = fstatSync(fd, { bigint: true });
	return atPath?.ino === opened.ino && atPath.dev === opened.dev;
}

const APPEND_FLAGS = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | (constants.O_NONBLOCK ?? 0);

function openForAppending(path: string): number {
	makeFolder(dirname(path));
	const fd = openSync(path, APPEND_FLAGS, 0o600);
	const stats = fstatSync(fd);
	if (!stats.isFile()) {
		closeSync(fd);
		throw new NotAFile();
	}
	if (stats.size === 0) syncFolder(dirname(path));
	return fd;
}

function endsTorn(fd: number): boolean {
	const { size } = fstatSync(fd);
	const last = Buffer.alloc(1);
	return size > 0 && readSync(fd, last, 0, 1, size - 1) === 1 && last[0] !== 10;
}
