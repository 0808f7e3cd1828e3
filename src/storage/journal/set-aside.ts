import { closeSync, constants, copyFileSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Stretch } from './lines.js';
import { sync, syncFolder } from './writer.js';

/**
 * Sets a damaged file aside: a copy as it was found, named with the time, and blanks over the damage in the file
 * itself, which keeps its length. To rename it instead would take it from under a program that is writing to it, and
 * what that writes next would be lost.
 *
 * @returns the copy's path
 * @throws what the file system says; then the file is as it was
 */
export function setAside(path: string, damaged: readonly Stretch[], now: Date): string {
	const fd = openSync(path, 'r+');
	try {
		const aside = copyAside(path, now);
		for (const { start, end } of damaged) blank(fd, start, end);
		sync(fd);
		return aside;
	} finally {
		closeSync(fd);
	}
}

/** Two programs may find the same damage at the same time. */
const MOST_COPIES_AT_ONCE = 100;

function copyAside(path: string, now: Date): string {
	const stamp = now.toISOString().replace(/[:.]/g, '-');
	for (let copy = 1; ; copy++) {
		const aside = path.replace(/(\.\w+)?$/, `.damaged-${stamp}${copy === 1 ? '' : `-${copy}`}$1`);
		try {
			copyFileSync(path, aside, constants.COPYFILE_EXCL);
		} catch (error) {
			const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
			if (taken && copy < MOST_COPIES_AT_ONCE) continue;
			throw error;
		}
		const fd = openSync(aside, 'r+');
		try {
			sync(fd);
		} finally {
			closeSync(fd);
		}
		syncFolder(dirname(aside));
		return aside;
	}
}

// With line ends in between: a line that is too long would be damage again.
const BLANKS = Buffer.from(`${' '.repeat(65_535)}\n`);

function blank(fd: number, start: number, end: number): void {
	for (let at = start; at < end; ) at += writeSync(fd, BLANKS, 0, Math.min(BLANKS.length, end - at), at);
}
