import { closeSync, constants, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../data-folder.js';
import { NotAFile, ShortWrite } from '../fault.js';
import { sync, syncFolder } from '../sync.js';
import { TORN_MARK } from './lines.js';

/**
 * Appends lines to a file, each in one write that the kernel puts at the end, whoever else is writing; they are on the
 * disk when `sync` returns. The methods throw what the file system says; the next call tries afresh.
 */
export class LineWriter {
	#fd: number | null = null;
	#unsynced = false;

	constructor(readonly path: string) {}

	/** Makes the file and its folder where they are missing. */
	open(): void {
		this.#current();
	}

	write(line: string): void {
		const fd = this.#current();
		// What another program, or a full disk, left unfinished must not swallow this line.
		const fence = endsTorn(fd) ? `${TORN_MARK}\n` : '';
		const bytes = Buffer.from(`${fence}${line}\n`);
		if (writeSync(fd, bytes) !== bytes.length) throw new ShortWrite();
		this.#unsynced = true;
	}

	/** Waits for the disk, if anything was written since. */
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

	/** The file that stands there now: the one that was opened may have been moved or removed. */
	#current(): number {
		if (this.#fd !== null && !isAt(this.#fd, this.path)) this.close();
		this.#fd ??= openForAppending(this.path);
		return this.#fd;
	}
}

function isAt(fd: number, path: string): boolean {
	const there = statSync(path, { bigint: true, throwIfNoEntry: false });
	const ours = fstatSync(fd, { bigint: true });
	return there?.ino === ours.ino && there.dev === ours.dev;
}

const APPENDING = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | (constants.O_NONBLOCK ?? 0);

function openForAppending(path: string): number {
	makeFolder(dirname(path));
	const fd = openSync(path, APPENDING, 0o600);
	const found = fstatSync(fd);
	if (!found.isFile()) {
		closeSync(fd);
		throw new NotAFile();
	}
	if (found.size === 0) syncFolder(dirname(path));
	return fd;
}

function endsTorn(fd: number): boolean {
	const { size } = fstatSync(fd);
	const last = Buffer.alloc(1);
	return size > 0 && readSync(fd, last, 0, 1, size - 1) === 1 && last[0] !== 10;
}
