import { closeSync, fsyncSync, openSync } from 'node:fs';
import { codeOf } from './fault.js';

/** Waits until a file's content is on disk. */
export function sync(fd: number): void {
	try {
		fsyncSync(fd);
	} catch (error) {
		// Some network and user-space file systems do not support fsync; nothing more can be done there.
		const code = codeOf(error);
		if (code !== 'EINVAL' && code !== 'ENOSYS' && code !== 'ENOTSUP') throw error;
	}
}

/** Waits until a folder's entries are on disk, where the platform supports it. */
export function syncFolder(path: string): void {
	try {
		const fd = openSync(path, 'r');
		try {
			fsyncSync(fd);
		} finally {
			closeSync(fd);
		}
	} catch {
		// Not every platform can open folders; a late entry does not lose the file's content.
	}
}
