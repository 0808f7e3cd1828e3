import { closeSync, constants, openSync, readSync } from 'node:fs';
import { codeOf } from '../fault.js';

/** The first lines, where what makes a worksheet says what it is called. */
const HEAD_BYTES = 2048;

/** A title on its line as everybody writes it: bare words, or quotes with nothing in them that stands for something else. */
const TITLE = /^title: +(?:([\p{L}\d][^#:\p{C}]*)|"([^"\\\p{C}]+)"|'([^'\p{C}]+)') *\r?\n(?![ \t])/mu;

/** The title that the head of a worksheet's file says; null: it does not say it plainly, or cannot be read. */
export function titleAt(path: string): string | null {
	const head = headOf(path);
	const found = head === null ? null : TITLE.exec(head);
	// A title within a text or a list would be set in.
	return (found?.[1] ?? found?.[2] ?? found?.[3])?.trim() ?? null;
}

function headOf(path: string): string | null {
	try {
		// Without waiting: a pipe may have nobody at its other end.
		const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		try {
			const buffer = Buffer.alloc(HEAD_BYTES);
			return buffer.toString('utf8', 0, readSync(fd, buffer, 0, HEAD_BYTES, 0));
		} finally {
			closeSync(fd);
		}
	} catch (error) {
		if (codeOf(error) === undefined) throw error;
		return null;
	}
}
