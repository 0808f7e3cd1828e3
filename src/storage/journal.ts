import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Decoded, Happening, JournalEvent } from '../course/index.js';
import { copyAside } from './copy-aside.js';
import { dataFolder, type Environment } from './data-folder.js';
import { fault } from './fault.js';
import { LONGEST_LINE, type Stretch } from './journal/lines.js';
import { type Contents, readContents } from './journal/reading.js';
import { LineWriter } from './journal/writer.js';
import { sync } from './sync.js';

const FILE = 'progress.jsonl';
/** Lines that wait at the most. */
const MOST_WAITING = 1_000;
const HOMELESS = 'there is no home folder';

export interface JournalOptions {
	/** Says where, by `DISPATCH_BOARD_HOME`. */
	readonly env: Environment;
	readonly now: () => Date;
	/** Told apart from every other run of the program. */
	readonly runId: string;
	/** What the lines are; handed in, because this folder knows files and not courses. */
	readonly decode: (value: unknown) => Decoded;
	readonly stamp: (happening: Happening, at: string, run: string) => JournalEvent;
}

export interface Journal {
	/** What was kept when the journal was opened, in the order in which it was written. */
	readonly events: readonly JournalEvent[];
	/** What the reader should know: that nothing will be kept and why, or that the file was damaged. */
	readonly notice: string | null;
	/**
	 * Keeps what happened: when this returns null, the operating system has it, and all before it, whatever becomes of the
	 * program. Otherwise says why it is not kept; it waits, and is tried again with the next one.
	 */
	append(happening: Happening): string | null;
	/** Waits until what was kept is on the disk, where a power cut does not reach it; null, or why it may not be. */
	sync(): string | null;
	/** Tries what waits once more, and ends; what could not be kept, in a sentence, or null. */
	close(): string | null;
}

/** Opens the progress journal. Whatever the disk is like, the program can go on: nothing of it is thrown. */
export async function openJournal({ env, now, runId, decode, stamp }: JournalOptions): Promise<Journal> {
	const folder = await dataFolder(env);
	if (folder === null) {
		let lost = 0;
		return {
			events: [],
			notice: notKept(HOMELESS),
			append() {
				lost += 1;
				return notKept(HOMELESS);
			},
			sync: () => null,
			close: () => (lost > 0 ? lostWords(lost, HOMELESS) : null),
		};
	}
	const path = join(folder, FILE);
	const contents = readContents(path, decode);
	const writer = new LineWriter(path);
	/** Does something to the file; what the file system has against it. */
	const attempt = (action: () => void): string | null => {
		try {
			action();
			return null;
		} catch (error) {
			return `${path}: ${fault(error)}`;
		}
	};
	/** Lines that are not written yet, oldest first. */
	let waiting: string[] = [];
	let dropped = 0;
	const writeWaiting = (): string | null => {
		let written = 0;
		const why = attempt(() => {
			for (const line of waiting) {
				writer.write(line);
				written += 1;
			}
		});
		waiting = waiting.slice(written);
		return why;
	};
	const said = (why: string | null): string | null => why && notKept(why);
	const damage = mended(path, contents, now());
	const closed = said(attempt(() => writer.open()));
	// What keeps it from being written mostly keeps it from being read too, and is said once.
	const unread = closed === null && contents.fault !== null ? unreadable(path, contents.fault) : null;
	return {
		events: contents.events,
		notice: joined([unread, damage, closed]),
		append(happening) {
			const line = JSON.stringify(stamp(happening, now().toISOString(), runId));
			if (Buffer.byteLength(line) > LONGEST_LINE) return 'this was not kept: it is longer than a million characters';
			waiting.push(line);
			const why = writeWaiting();
			// A disk that stays full must not fill memory.
			dropped += Math.max(0, waiting.length - MOST_WAITING);
			waiting = waiting.slice(-MOST_WAITING);
			return said(why);
		},
		sync: () => said(attempt(() => writer.sync())),
		close() {
			const why = writeWaiting() ?? attempt(() => writer.close());
			const lost = dropped + waiting.length;
			return why !== null && lost > 0 ? lostWords(lost, why) : null;
		},
	};
}

/** What was read of a journal that is not going to be written to. */
export interface JournalReading extends Pick<Contents, 'events' | 'skipped'> {
	/** Why it could not be read; null: it was, or there is none yet. */
	readonly fault: string | null;
	/** What the reader should know. */
	readonly notice: string | null;
}

/** Reads the progress journal and touches nothing. */
export async function readJournal({ env, decode }: Pick<JournalOptions, 'env' | 'decode'>): Promise<JournalReading> {
	const folder = await dataFolder(env);
	if (folder === null)
		return { events: [], skipped: { newer: 0, unknown: 0, malformed: 0 }, fault: null, notice: notKept(HOMELESS) };
	const path = join(folder, FILE);
	const { events, skipped, damaged, fault } = readContents(path, decode);
	const notice = damaged.length > 0 ? `${damagedLines(path, damaged.length)}; all others were read` : null;
	return { events, skipped, fault: fault && unreadable(path, fault), notice };
}

/** Sets a damaged file aside and says so. */
function mended(path: string, { damaged }: Contents, now: Date): string | null {
	if (damaged.length === 0) return null;
	const found = damagedLines(path, damaged.length);
	try {
		return `${found}: the file as it was is now ${setAside(path, damaged, now)}, and all other lines are kept`;
	} catch (error) {
		return `${found}, which could not be set aside (${fault(error)}); all others were read`;
	}
}

const notKept = (why: string): string =>
	`progress is not being kept (${why}); DISPATCH_BOARD_HOME names another folder for it`;
const lostWords = (lost: number, why: string): string =>
	`${lost === 1 ? 'The last step' : `The last ${lost} steps`} of this run could not be kept (${why}). DISPATCH_BOARD_HOME names another folder for progress.`;
const unreadable = (path: string, why: string): string => `${path} cannot be read: ${why}`;
const damagedLines = (path: string, count: number): string =>
	`${count === 1 ? 'a line' : `${count} lines`} of ${path} ${count === 1 ? 'was' : 'were'} damaged`;

function joined(notices: readonly (string | null)[]): string | null {
	const said = notices.filter((notice) => notice !== null);
	return said.length > 0 ? said.join('. ') : null;
}

/**
 * Sets a damaged file aside: a copy as it was found, named with the time, and blanks over the damage in the file
 * itself, which keeps its length. To rename it instead would take it from under a program that is writing to it, and
 * what that writes next would be lost.
 *
 * @returns the copy's path
 * @throws what the file system says; then the file is as it was
 */
function setAside(path: string, damaged: readonly Stretch[], now: Date): string {
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
