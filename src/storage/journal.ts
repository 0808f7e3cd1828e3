import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DecodeResult, EventBody, JournalEvent } from '../course/index.js';
import { copyAside } from './copy-aside.js';
import { dataFolder, type Environment } from './data-folder.js';
import { describeFault } from './fault.js';
import { LineWriter } from './journal/line-writer.js';
import { type ByteRange, MAX_LINE_BYTES } from './journal/lines.js';
import { type JournalContents, readContents } from './journal/read-contents.js';
import { sync } from './sync.js';

const FILE = 'progress.jsonl';
/** Maximum number of unwritten lines kept in memory. */
const MAX_PENDING = 1_000;
const NO_HOME = 'there is no home folder';

export interface JournalOptions {
	/** Environment variables that locate the data folder. */
	readonly env: Environment;
	readonly now: () => Date;
	/** Unique id of this run of the program. */
	readonly runId: string;
	/** Decodes a line's value into an event. A parameter, because storage does not know courses. */
	readonly decode: (value: unknown) => DecodeResult;
	readonly stamp: (body: EventBody, at: string, run: string) => JournalEvent;
}

export interface Journal {
	/** Events in the journal when it was opened, in the order they were written. */
	readonly events: readonly JournalEvent[];
	/** Message for the reader: why nothing will be recorded, or that the file was damaged. null: nothing to report. */
	readonly notice: string | null;
	/**
	 * Records an event. Returns null once the operating system has it and all earlier ones, so that they survive a crash
	 * of the program. Otherwise returns the reason; the event is kept and retried with the next one.
	 */
	append(body: EventBody): string | null;
	/** Waits until all recorded events are on disk, safe from a power cut. Returns null, or why they may not be. */
	sync(): string | null;
	/** Retries the unwritten events and closes the file. Returns null, or a sentence on what was lost. */
	close(): string | null;
}

/** Opens the progress journal. Never throws a file system error: the program runs without a journal if it must. */
export async function openJournal({ env, now, runId, decode, stamp }: JournalOptions): Promise<Journal> {
	const folder = await dataFolder(env);
	if (folder === null) {
		let lost = 0;
		return {
			events: [],
			notice: notKept(NO_HOME),
			append() {
				lost += 1;
				return notKept(NO_HOME);
			},
			sync: () => null,
			close: () => (lost > 0 ? lostNotice(lost, NO_HOME) : null),
		};
	}
	const path = join(folder, FILE);
	const contents = readContents(path, decode);
	const writer = new LineWriter(path);
	/** Runs a file operation. Returns null, or the file system's error in words. */
	const attempt = (action: () => void): string | null => {
		try {
			action();
			return null;
		} catch (error) {
			return `${path}: ${describeFault(error)}`;
		}
	};
	/** Unwritten lines, oldest first. */
	let pending: string[] = [];
	let dropped = 0;
	const writePending = (): string | null => {
		let written = 0;
		const problem = attempt(() => {
			for (const line of pending) {
				writer.write(line);
				written += 1;
			}
		});
		pending = pending.slice(written);
		return problem;
	};
	const asNotice = (problem: string | null): string | null => problem && notKept(problem);
	const damage = repairDamage(path, contents, now());
	const unwritable = asNotice(attempt(() => writer.open()));
	// A file that cannot be written usually cannot be read for the same reason; report it once.
	const unreadable = unwritable === null && contents.fault !== null ? unreadableNotice(path, contents.fault) : null;
	return {
		events: contents.events,
		notice: joinNotices([unreadable, damage, unwritable]),
		append(body) {
			const line = JSON.stringify(stamp(body, now().toISOString(), runId));
			if (Buffer.byteLength(line) > MAX_LINE_BYTES) return 'this was not kept: it is longer than a million characters';
			pending.push(line);
			const problem = writePending();
			// A disk that stays full must not fill up memory.
			dropped += Math.max(0, pending.length - MAX_PENDING);
			pending = pending.slice(-MAX_PENDING);
			return asNotice(problem);
		},
		sync: () => asNotice(attempt(() => writer.sync())),
		close() {
			const problem = writePending() ?? attempt(() => writer.close());
			const lost = dropped + pending.length;
			return problem !== null && lost > 0 ? lostNotice(lost, problem) : null;
		},
	};
}

/** Content of a journal opened only for reading. */
export interface JournalReading extends Pick<JournalContents, 'events' | 'skipped'> {
	/** Why it could not be read; null if it was read or does not exist yet. */
	readonly fault: string | null;
	/** Message for the reader; null if there is nothing to report. */
	readonly notice: string | null;
}

/** Reads the progress journal without writing anything. */
export async function readJournal({ env, decode }: Pick<JournalOptions, 'env' | 'decode'>): Promise<JournalReading> {
	const folder = await dataFolder(env);
	if (folder === null)
		return { events: [], skipped: { newer: 0, unknown: 0, malformed: 0 }, fault: null, notice: notKept(NO_HOME) };
	const path = join(folder, FILE);
	const { events, skipped, damaged, fault } = readContents(path, decode);
	const notice = damaged.length > 0 ? `${damagedLines(path, damaged.length)}; all others were read` : null;
	return { events, skipped, fault: fault && unreadableNotice(path, fault), notice };
}

/** Repairs a damaged journal after copying it aside. Returns a message, or null if there is no damage. */
function repairDamage(path: string, { damaged }: JournalContents, now: Date): string | null {
	if (damaged.length === 0) return null;
	const summary = damagedLines(path, damaged.length);
	try {
		return `${summary}: the file as it was is now ${setAside(path, damaged, now)}, and all other lines are kept`;
	} catch (error) {
		return `${summary}, which could not be set aside (${describeFault(error)}); all others were read`;
	}
}

const notKept = (problem: string): string =>
	`progress is not being kept (${problem}); DISPATCH_BOARD_HOME names another folder for it`;
const lostNotice = (lost: number, problem: string): string =>
	`${lost === 1 ? 'The last step' : `The last ${lost} steps`} of this run could not be kept (${problem}). DISPATCH_BOARD_HOME names another folder for progress.`;
const unreadableNotice = (path: string, problem: string): string => `${path} cannot be read: ${problem}`;
const damagedLines = (path: string, count: number): string =>
	`${count === 1 ? 'a line' : `${count} lines`} of ${path} ${count === 1 ? 'was' : 'were'} damaged`;

function joinNotices(notices: readonly (string | null)[]): string | null {
	const present = notices.filter((notice) => notice !== null);
	return present.length > 0 ? present.join('. ') : null;
}

/**
 * Copies a damaged file aside under a name with the time, and overwrites the damage in the file itself with blanks,
 * which keeps its length. Renaming the file instead would lose what another program writes to it next.
 *
 * @returns the copy's path
 * @throws the file system's error; the file is then unchanged
 */
function setAside(path: string, damaged: readonly ByteRange[], now: Date): string {
	const fd = openSync(path, 'r+');
	try {
		const aside = copyAside(path, now);
		for (const { start, end } of damaged) overwriteWithBlanks(fd, start, end);
		sync(fd);
		return aside;
	} finally {
		closeSync(fd);
	}
}

// With line ends in between, because an overlong line would count as damage.
const BLANKS = Buffer.from(`${' '.repeat(65_535)}\n`);

function overwriteWithBlanks(fd: number, start: number, end: number): void {
	for (let at = start; at < end; ) at += writeSync(fd, BLANKS, 0, Math.min(BLANKS.length, end - at), at);
}
