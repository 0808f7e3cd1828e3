import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import type { DecodeResult, JournalEvent, SkipReason } from '../../course/index.js';
import { codeOf, describeFault, NotAFile } from '../fault.js';
import { type ByteRange, journalLines } from './lines.js';

/** Content of a journal file. */
export interface JournalContents {
	/** In the order they were written. */
	readonly events: readonly JournalEvent[];
	/** Counts of intact lines that are not events of this version. */
	readonly skipped: Readonly<Record<SkipReason, number>>;
	/** Byte ranges that are not lines of JSON. */
	readonly damaged: readonly ByteRange[];
	/** Why it could not be read to its end; null if it was, or if there is no file. */
	readonly fault: string | null;
}

/** Reads a journal as far as possible. A torn last line is dropped silently: its event never counted as recorded. */
export function readContents(path: string, decode: (value: unknown) => DecodeResult): JournalContents {
	const events: JournalEvent[] = [];
	const skipped = { newer: 0, unknown: 0, malformed: 0 };
	const damaged: ByteRange[] = [];
	const contents = { events, skipped, damaged };
	try {
		const fd = openForReading(path);
		if (fd === null) return { ...contents, fault: null };
		try {
			for (const line of journalLines(fd)) {
				if (line.kind === 'damaged') damaged.push(line);
				if (line.kind !== 'value') continue;
				const decoded = decode(line.value);
				if (decoded.ok) events.push(decoded.event);
				else skipped[decoded.skipped]++;
			}
		} finally {
			closeSync(fd);
		}
		return { ...contents, fault: null };
	} catch (error) {
		return { ...contents, fault: describeFault(error) };
	}
}

function openForReading(path: string): number | null {
	try {
		// Non-blocking: if the path is a pipe, opening it would wait for a writer.
		const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		if (fstatSync(fd).isFile()) return fd;
		closeSync(fd);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return null;
		throw error;
	}
	throw new NotAFile();
}
