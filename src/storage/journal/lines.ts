import { isUtf8 } from 'node:buffer';
import { readSync } from 'node:fs';

/** No longer line is written, and none is read: what is longer is not ours, and is not taken into memory. */
export const LONGEST_LINE = 1_048_576;

/** Ends a line that was torn, so that it is never taken for damage. No JSON ends like this. */
export const TORN_MARK = '#torn';

/** Bytes of a file, from the first to before the last. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

/** A line as it was read: a JSON value, the rest of one that was cut off while it was written, or neither. */
export type Line =
	| ({ readonly kind: 'value'; readonly value: unknown } & Stretch)
	| ({ readonly kind: 'torn' | 'damaged' } & Stretch);

/** The lines of a file that is open for reading, without the blank ones. Others may be appending to it. */
export function* journalLines(fd: number): Generator<Line> {
	for (const { start, end, bytes, ended } of rawLines(fd)) {
		const read = bytes ? readLine(bytes, ended) : DAMAGED;
		if (read) yield { ...read, start, end };
	}
}

const DAMAGED = { kind: 'damaged' } as const;
const OPENING_BRACE = 0x7b;
const MARK = Buffer.from(TORN_MARK);

function readLine(bytes: Buffer, ended: boolean) {
	const marked = bytes.subarray(-MARK.length).equals(MARK);
	const content = marked ? bytes.subarray(0, -MARK.length) : bytes;
	// A byte order mark and a carriage return, which editors leave, count as blanks.
	const text = content.toString('utf8').trim();
	if (text === '') return null;
	try {
		// Decoding leaves U+FFFD where bytes were no UTF-8; somebody may also have typed one.
		if (!text.includes('\uFFFD') || isUtf8(content))
			return { kind: 'value', value: JSON.parse(text) as unknown } as const;
	} catch {
		// Not JSON.
	}
	// A last line that was cut off begins like any other, or was never filled by the disk.
	const cutOff = content[0] === OPENING_BRACE || content[0] === 0;
	return (marked || !ended) && cutOff ? ({ kind: 'torn' } as const) : DAMAGED;
}

interface RawLine extends Stretch {
	/** null: longer than the longest. */
	readonly bytes: Buffer | null;
	/** A line feed ends it. */
	readonly ended: boolean;
}

const CHUNK = 262_144;
const MOST_BYTES = LONGEST_LINE + MARK.length;
const LINE_FEED = 10;

/** Reads in pieces, so that a huge file costs time and no memory. */
function* rawLines(fd: number): Generator<RawLine> {
	const chunk = Buffer.allocUnsafe(CHUNK);
	let parts: Buffer[] = [];
	let start = 0;
	let at = 0;
	const line = (end: number, ended: boolean): RawLine => ({
		start,
		end,
		bytes: end - start > MOST_BYTES ? null : parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts),
		ended,
	});
	for (;;) {
		const read = chunk.subarray(0, readSync(fd, chunk, 0, CHUNK, at));
		if (read.length === 0) break;
		for (let from = 0; from < read.length; ) {
			const feed = read.indexOf(LINE_FEED, from);
			const to = feed < 0 ? read.length : feed;
			const part = read.subarray(from, to);
			// The next read overwrites what a line began with here; a whole line is taken before that.
			if (at + to - start <= MOST_BYTES) parts.push(feed < 0 ? Buffer.from(part) : part);
			from = to + 1;
			if (feed < 0) continue;
			yield line(at + feed, true);
			parts = [];
			start = at + from;
		}
		at += read.length;
	}
	if (at > start) yield line(at, false);
}
