import { closeSync, fsyncSync, openSync } from 'node:fs';
import { codeOf } from './fault.js';

/** Waits until what was written is on the disk. */
export function sync(fd: number): void {
	try {
		fsyncSync(fd);
	} catch (error) {
		// Some network and user-space file systems know no such thing; they keep what was written as well as they can.
		const code = codeOf(error);
		if (code !== 'EINVAL' && code !== 'ENOSYS' && code !== 'ENOTSUP') throw error;
	}
}

/** The same for the names in a folder. Not every platform opens folders, and a name that is late is no loss of what is in the file. */
export function syncFolder(path: string): void {
	try {
		const fd = openSync(path, 'r');
		try {
			fsyncSync(fd);
		} finally {
			closeSync(fd);
		}
	} catch {
		// As far as the platform goes.
	}
}
