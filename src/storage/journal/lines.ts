import { isUtf8 } from 'node:buffer';
import { readSync } from 'node:fs';

/** Maximum length of a line in bytes. Longer lines are never written, and not read into memory. */
export const MAX_LINE_BYTES = 1_048_576;

/** Marks the end of a torn line, so that it is not taken for damage. No JSON ends like this. */
export const TORN_MARK = '#torn';

/** Byte range of a file; `end` is exclusive. */
export interface ByteRange {
	readonly start: number;
	readonly end: number;
}

/** Line of a journal: a JSON value, a torn line whose writing was cut off, or damage. */
export type Line =
	| ({ readonly kind: 'value'; readonly value: unknown } & ByteRange)
	| ({ readonly kind: 'torn' | 'damaged' } & ByteRange);

/** Yields the lines of an open file except blank ones. Other programs may be appending to it. */
export function* journalLines(fd: number): Generator<Line> {
	for (const { start, end, bytes, hasLineFeed } of rawLines(fd)) {
		const read = bytes ? parseLine(bytes, hasLineFeed) : DAMAGED;
		if (read) yield { ...read, start, end };
	}
}

const DAMAGED = { kind: 'damaged' } as const;
const OPENING_BRACE = 0x7b;
const TORN_MARK_BYTES = Buffer.from(TORN_MARK);

function parseLine(bytes: Buffer, hasLineFeed: boolean) {
	const isMarked = bytes.subarray(-TORN_MARK_BYTES.length).equals(TORN_MARK_BYTES);
	const content = isMarked ? bytes.subarray(0, -TORN_MARK_BYTES.length) : bytes;
	// Trims a byte order mark and carriage return, which editors may add.
	const text = content.toString('utf8').trim();
	if (text === '') return null;
	try {
		// Decoding puts U+FFFD for bytes that are not UTF-8, but the text may also contain one.
		if (!text.includes('\uFFFD') || isUtf8(content))
			return { kind: 'value', value: JSON.parse(text) as unknown } as const;
	} catch {
		// Not JSON.
	}
	// A torn line starts like any other, or with zeros that the disk never replaced.
	const isCutOff = content[0] === OPENING_BRACE || content[0] === 0;
	return (isMarked || !hasLineFeed) && isCutOff ? ({ kind: 'torn' } as const) : DAMAGED;
}

interface RawLine extends ByteRange {
	/** null if the line is too long. */
	readonly bytes: Buffer | null;
	/** Whether it ends in a line feed. */
	readonly hasLineFeed: boolean;
}

const CHUNK = 262_144;
const MAX_BYTES = MAX_LINE_BYTES + TORN_MARK_BYTES.length;
const LINE_FEED = 10;

/** Reads in chunks, so that a huge file takes time but no memory. */
function* rawLines(fd: number): Generator<RawLine> {
	const chunk = Buffer.allocUnsafe(CHUNK);
	let parts: Buffer[] = [];
	let start = 0;
	let offset = 0;
	const line = (end: number, hasLineFeed: boolean): RawLine => ({
		start,
		end,
		bytes: end - start > MAX_BYTES ? null : parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts),
		hasLineFeed,
	});
	for (;;) {
		const read = chunk.subarray(0, readSync(fd, chunk, 0, CHUNK, offset));
		if (read.length === 0) break;
		for (let from = 0; from < read.length; ) {
			const lineFeed = read.indexOf(LINE_FEED, from);
			const to = lineFeed < 0 ? read.length : lineFeed;
			const part = read.subarray(from, to);
			// The next read overwrites the chunk, so an unfinished line is copied; a complete one is used before that.
			if (offset + to - start <= MAX_BYTES) parts.push(lineFeed < 0 ? Buffer.from(part) : part);
			from = to + 1;
			if (lineFeed < 0) continue;
			yield line(offset + lineFeed, true);
			parts = [];
			start = offset + from;
		}
		offset += read.length;
	}
	if (offset > start) yield line(offset, false);
}
