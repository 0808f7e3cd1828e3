import { closeSync, openSync, writeSync } from 'node:fs';
import { copyAside } from '../copy-aside.js';
import { sync } from '../sync.js';
import type { Stretch } from './lines.js';

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

// With line ends in between: a line that is too long would be damage again.
const BLANKS = Buffer.from(`${' '.repeat(65_535)}\n`);

function blank(fd: number, start: number, end: number): void {
	for (let at = start; at < end; ) at += writeSync(fd, BLANKS, 0, Math.min(BLANKS.length, end - at), at);
}
