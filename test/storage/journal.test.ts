import { type ChildProcess, spawn } from 'node:child_process';
import {
	appendFileSync,
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decodeEvent, type EventBody, type JournalEvent, stampEvent } from '../../src/course/index.js';
import { dataFolder } from '../../src/storage/data-folder.js';
import { type Journal, openJournal, readJournal } from '../../src/storage/journal.js';
import { type Bundle, bundle } from '../e2e/harness/bundle.js';
import { rounds } from '../support/effort.js';
import type { Task } from './programs/appender.js';

const NOW = new Date('2026-07-01T09:00:00.000Z');
let home: string;
let file: string;
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	file = join(home, 'progress.jsonl');
});
afterEach(() => {
	chmodSync(home, 0o700);
	rmSync(home, { recursive: true, force: true });
});

const open = (folder = home, runId = 'run-1'): Promise<Journal> =>
	openJournal({
		env: { DISPATCH_BOARD_HOME: folder },
		now: () => NOW,
		runId,
		decode: decodeEvent,
		stamp: stampEvent,
	});
const edit = (n: number): EventBody => ({ type: 'edited', scenario: 'week-31', edits: [`n=${n}`], baseline: null });
const line = (n: number): string => JSON.stringify(stampEvent(edit(n), NOW.toISOString(), 'before'));
const numbers = (events: readonly JournalEvent[]): number[] =>
	events.flatMap((event) => (event.type === 'edited' ? [Number(event.edits[0]?.slice(2))] : []));
/** Returns the events that the next run of the program would read. */
async function readEvents(folder = home): Promise<number[]> {
	const { events, notice } = await readJournal({ env: { DISPATCH_BOARD_HOME: folder }, decode: decodeEvent });
	expect(notice).toBeNull();
	return numbers(events);
}
const damagedCopies = (): string[] => readdirSync(home).filter((name) => name.includes('damaged'));

describe('the journal', () => {
	it('creates a private folder and file, and returns the recorded events in the next run', async () => {
		const folder = join(home, 'not', 'yet');
		const journal = await open(folder);
		expect(journal).toMatchObject({ events: [], notice: null });
		for (const n of [1, 2, 3]) expect(journal.append(edit(n))).toBeNull();
		journal.close();
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		expect(statSync(join(folder, 'progress.jsonl')).mode & 0o777).toBe(0o600);
		expect(readdirSync(folder)).toEqual(['progress.jsonl']);
		const reopened = await open(folder, 'run-2');
		expect(reopened.events).toEqual([1, 2, 3].map((n) => stampEvent(edit(n), NOW.toISOString(), 'run-1')));
		reopened.close();
	});

	it('is in the platform’s data folder unless DISPATCH_BOARD_HOME is set', async () => {
		expect(await dataFolder({ DISPATCH_BOARD_HOME: '/some/where' })).toBe('/some/where');
		expect(await dataFolder({ DISPATCH_BOARD_HOME: '' })).toMatch(/dispatch-board/);
		expect(await dataFolder({})).not.toMatch(/nodejs/);
	});

	it('skips lines of a newer program and keeps them in the file', async () => {
		writeFileSync(file, `${line(1)}\n{"v":2,"what":"ever"}\n{"v":1,"type":"x"}\n[]\n`);
		const before = readFileSync(file, 'utf8');
		const journal = await open();
		expect(journal.notice).toBeNull();
		expect(numbers(journal.events)).toEqual([1]);
		journal.close();
		expect(readFileSync(file, 'utf8')).toBe(before);
		const { skipped } = await readJournal({ env: { DISPATCH_BOARD_HOME: home }, decode: decodeEvent });
		expect(skipped).toEqual({ newer: 1, unknown: 0, malformed: 2 });
	});

	it('reads a file with a byte order mark and Windows line ends', async () => {
		writeFileSync(file, `\uFEFF${line(1)}\r\n\r\n${line(2)}\r\n`);
		expect(await readEvents()).toEqual([1, 2]);
	});

	it('continues in a new file after its file was moved or removed', async () => {
		const journal = await open();
		journal.append(edit(1));
		renameSync(file, join(home, 'moved'));
		expect(journal.append(edit(2))).toBeNull();
		expect(await readEvents()).toEqual([2]);
		rmSync(home, { recursive: true });
		expect(journal.append(edit(3))).toBeNull();
		expect(await readEvents()).toEqual([3]);
		journal.close();
	});

	it('rejects a line that is too long to read back', async () => {
		const journal = await open();
		const huge: EventBody = { type: 'edited', scenario: 'a', edits: ['x'.repeat(1_048_576)], baseline: null };
		expect(journal.append(huge)).toMatch(/not kept/);
		const large: EventBody = { type: 'edited', scenario: 'a', edits: ['x'.repeat(1_048_000)], baseline: null };
		expect(journal.append(large)).toBeNull();
		journal.close();
		expect((await open()).events).toHaveLength(1);
	});
});

describe('a torn last line', () => {
	it('is dropped silently wherever it was cut, without affecting later lines', async () => {
		const whole = Buffer.from(
			JSON.stringify(stampEvent({ ...edit(2), scenario: 'wöche' } as EventBody, NOW.toISOString(), 'r')),
		);
		for (let cut = 1; cut <= whole.length; cut++) {
			writeFileSync(file, Buffer.concat([Buffer.from(`${line(1)}\n`), whole.subarray(0, cut)]));
			const expected = cut === whole.length ? [1, 2] : [1];
			const journal = await open();
			expect(journal.notice).toBeNull();
			expect(numbers(journal.events)).toEqual(expected);
			expect(journal.append(edit(3))).toBeNull();
			journal.close();
			expect(await readEvents()).toEqual([...expected, 3]);
		}
		expect(damagedCopies()).toEqual([]);
	});

	it('may consist of zeros after a power cut', async () => {
		writeFileSync(file, Buffer.concat([Buffer.from(`${line(1)}\n`), Buffer.alloc(5000)]));
		const journal = await open();
		expect(journal.notice).toBeNull();
		journal.append(edit(2));
		journal.close();
		expect(await readEvents()).toEqual([1, 2]);
	});

	it('may come from another program while this one is running', async () => {
		const journal = await open();
		journal.append(edit(1));
		appendFileSync(file, line(9).slice(0, 30));
		journal.append(edit(2));
		appendFileSync(file, line(9).slice(0, 1));
		journal.append(edit(3));
		journal.close();
		expect(await readEvents()).toEqual([1, 2, 3]);
	});
});

describe('a damaged file', () => {
	const GARBAGE = Buffer.from([0, 255, 254, 1, 2, 200, 13, 27, 91]);

	it.each([
		['binary garbage between lines', GARBAGE],
		['half a line between lines', Buffer.from('{"v":1,"at":"20')],
		['a line that is not UTF-8', Buffer.from([...Buffer.from('{"v":1,"x":"'), 0xff, ...Buffer.from('"}')])],
		['prose', Buffer.from('Dear diary')],
		['an overlong line', Buffer.alloc(3_000_000, 'x')],
	])('with %s is copied aside and repaired, and every other line is kept', async (_, garbage) => {
		const before = Buffer.concat([Buffer.from(`${line(1)}\n`), garbage, Buffer.from(`\n${line(2)}\n`)]);
		writeFileSync(file, before);
		const journal = await open();
		const [aside = ''] = damagedCopies();
		expect(aside).toBe('progress.damaged-2026-07-01T09-00-00-000Z.jsonl');
		expect(journal.notice).toContain(join(home, aside));
		expect(journal.notice).toMatch(/a line of .* was damaged/);
		expect(readFileSync(join(home, aside)).equals(before)).toBe(true);
		expect(numbers(journal.events)).toEqual([1, 2]);
		expect(journal.append(edit(3))).toBeNull();
		journal.close();
		const reopened = await open();
		expect(reopened.notice).toBeNull();
		expect(numbers(reopened.events)).toEqual([1, 2, 3]);
		reopened.close();
		expect(damagedCopies()).toHaveLength(1);
	});

	it('without any readable line is repaired too', async () => {
		writeFileSync(file, Buffer.concat([GARBAGE.subarray(1), Buffer.from('\n\n'), GARBAGE.subarray(1)]));
		const journal = await open();
		expect(journal.notice).toMatch(/2 lines .* were damaged/);
		expect(journal.append(edit(1))).toBeNull();
		journal.close();
		expect(await readEvents()).toEqual([1]);
	});

	it('is repaired while another program writes to it, without losing its lines', async () => {
		const first = await open();
		first.append(edit(1));
		appendFileSync(file, '\u0001\u0002\n');
		const second = await open(home, 'run-2');
		expect(second.notice).toMatch(/damaged/);
		for (const n of [2, 4]) {
			expect(first.append(edit(n))).toBeNull();
			expect(second.append(edit(n + 1))).toBeNull();
		}
		first.close();
		second.close();
		expect(await readEvents()).toEqual([1, 2, 3, 4, 5]);
	});

	it('is reported but not repaired when only read', async () => {
		writeFileSync(file, `nonsense\n${line(1)}\n`);
		const read = await readJournal({ env: { DISPATCH_BOARD_HOME: home }, decode: decodeEvent });
		expect(read.notice).toMatch(/damaged/);
		expect(numbers(read.events)).toEqual([1]);
		expect(readdirSync(home)).toEqual(['progress.jsonl']);
	});

	it('returns every intact line, with any garbage in between', async () => {
		const piece = fc.oneof(
			fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
			fc.string().map((text) => Buffer.from(text)),
			fc.nat(200).map((cut) => Buffer.from(line(7).slice(0, cut % line(7).length))),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 8 }), piece, async (pieces, tail) => {
				for (const name of readdirSync(home)) rmSync(join(home, name));
				const parts = pieces.flatMap((garbage, n) => [garbage, Buffer.from(`\n${line(n)}\n`)]);
				writeFileSync(file, Buffer.concat([...parts, tail]));
				const expected = pieces.map((_, n) => n);
				const journal = await open();
				expect(numbers(journal.events)).toEqual(expected);
				expect(journal.append(edit(99))).toBeNull();
				journal.close();
				const reopened = await open();
				expect(numbers(reopened.events)).toEqual([...expected, 99]);
				expect(reopened.notice).toBeNull();
				reopened.close();
			}),
			{ numRuns: rounds(150) },
		);
	});
});

describe('a journal that cannot be written', () => {
	it.each([
		['a file where its folder should be', () => writeFileSync(join(home, 'at'), ''), /file where a folder should be/],
		[
			'a folder where its file should be',
			() => mkdirSync(join(home, 'at/progress.jsonl'), { recursive: true }),
			/it is/,
		],
		['a link to nowhere in its place', () => symlinkSync('/nowhere/at/all', join(home, 'at')), /not being kept/],
	])('reports it and recovers later: %s', async (_, setUp, words) => {
		setUp();
		const journal = await open(join(home, 'at'));
		expect(journal.events).toEqual([]);
		expect(journal.notice).toMatch(/progress is not being kept/);
		expect(journal.notice).toMatch(words);
		expect(journal.append(edit(1))).toMatch(/not being kept/);
		// The obstacle may disappear while the program runs.
		rmSync(join(home, 'at'), { recursive: true, force: true });
		expect(journal.append(edit(2))).toBeNull();
		expect(journal.close()).toBeNull();
		// The pending event was recorded with the new one.
		expect(await readEvents(join(home, 'at'))).toEqual([1, 2]);
	});

	it('reports on closing how many events were lost, and why', async () => {
		writeFileSync(join(home, 'at'), '');
		const journal = await open(join(home, 'at'));
		for (const n of [1, 2]) journal.append(edit(n));
		expect(journal.close()).toMatch(
			/^The last 2 steps of this run could not be kept \(.*a file where a folder should be/,
		);
		const idle = await open(join(home, 'at'));
		expect(idle.close()).toBeNull();
	});

	it('keeps a thousand pending events, and drops the oldest beyond that', async () => {
		writeFileSync(join(home, 'at'), '');
		const journal = await open(join(home, 'at'));
		for (let n = 0; n < 1_005; n += 1) journal.append(edit(n));
		rmSync(join(home, 'at'));
		expect(journal.append(edit(1_005))).toBeNull();
		expect((await readEvents(join(home, 'at'))).slice(0, 2)).toEqual([5, 6]);
	});

	it('does not block on a device', async () => {
		symlinkSync('/dev/zero', file);
		const journal = await open();
		expect(journal.notice).toMatch(/it is no file/);
		expect(journal.append(edit(1))).toMatch(/it is no file/);
		journal.close();
	});
});

describe('processes with one journal', () => {
	let appender: Bundle;
	beforeAll(async () => {
		appender = await bundle('test/storage/programs/appender.ts', { tuned: false });
	}, 60_000);
	afterAll(() => appender.remove());

	interface RunResult {
		readonly kept: readonly number[];
		readonly lost: readonly string[];
		readonly notice: string | null;
	}
	/** Runs the appender to its end, or until `watch` kills it. */
	function run(
		task: Partial<Task>,
		watch?: (child: ChildProcess, output: string) => void,
		limit?: string,
	): Promise<RunResult> {
		const fullTask: Task = { home, run: 'a', count: 10, longer: 0, ...task };
		const command = [process.execPath, appender.file, JSON.stringify(fullTask)];
		const shell = ['-c', `${limit ?? ':'}; exec "$@"`, 'sh', ...command];
		const child = spawn('/bin/sh', shell, { stdio: ['ignore', 'pipe', 'inherit'] });
		let output = '';
		child.stdout.on('data', (text) => {
			output += String(text);
			watch?.(child, output);
		});
		return new Promise((resolve) => {
			child.on('close', () => {
				const lines = output.split('\n').slice(0, -1);
				const linesOf = (word: string): string[] =>
					lines.filter((text) => text.startsWith(`${word} `)).map((text) => text.slice(word.length + 1));
				resolve({ kept: linesOf('kept').map(Number), lost: linesOf('lost'), notice: linesOf('notice')[0] ?? null });
			});
		});
	}
	const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

	it('write at the same time, and lose nothing, each in its order', async () => {
		const tasks = ['a', 'b'].map((name) => run({ run: name, count: 600, longer: 20_000 }));
		for (const { kept, lost } of await Promise.all(tasks)) {
			expect(kept).toHaveLength(600);
			expect(lost).toEqual([]);
		}
		const journal = await open();
		expect(journal.notice).toBeNull();
		for (const name of ['a', 'b'])
			expect(numbers(journal.events.filter((event) => event.run === name))).toEqual(range(600));
		// They really wrote at the same time.
		const runs = journal.events.map((event) => event.run).join('');
		expect(runs.match(/ab/g)?.length).toBeGreaterThan(3);
		journal.close();
	});

	it('lose no acknowledged event when killed at any moment', async () => {
		const survivor = run({ run: 'survivor', count: 400, longer: 5000 });
		for (const round of range(8)) {
			const name = `killed-${round}`;
			const { kept } = await run({ run: name, count: 1e9, longer: 30_000 }, (child, output) => {
				if (output.length > 7 * (5 + 13 * round)) child.kill('SIGKILL');
			});
			expect(kept.length).toBeGreaterThan(3);
			const { events, notice } = await readJournal({ env: { DISPATCH_BOARD_HOME: home }, decode: decodeEvent });
			expect(notice).toBeNull();
			const written = numbers(events.filter((event) => event.run === name));
			// One more may have been written than acknowledged.
			expect(written.slice(0, kept.length)).toEqual(kept);
		}
		expect((await survivor).kept).toEqual(range(400));
		const journal = await open();
		expect(journal.notice).toBeNull();
		expect(numbers(journal.events.filter((event) => event.run === 'survivor'))).toEqual(range(400));
		journal.close();
	});

	it('report a full disk, keep acknowledged events, and continue when there is space', async () => {
		const full = await run({ count: 300, longer: 3000 }, undefined, 'ulimit -f 8');
		expect(full.kept.length).toBeGreaterThan(3);
		expect(full.lost.length).toBeGreaterThan(3);
		expect(full.lost[0]).toMatch(/not being kept \(.*(may not grow|disk is full)/);
		expect((await run({ run: 'b', count: 5 })).kept).toEqual(range(5));
		const journal = await open();
		expect(journal.notice).toBeNull();
		expect(numbers(journal.events.filter((event) => event.run === 'a'))).toEqual(full.kept);
		expect(numbers(journal.events.filter((event) => event.run === 'b'))).toEqual(range(5));
		journal.close();
	});

	it('report a read-only folder, read its events, and continue', async () => {
		writeFileSync(file, `${line(1)}\nnonsense\n`);
		chmodSync(file, 0o444);
		chmodSync(home, 0o555);
		const { kept, lost, notice } = await run({ count: 2, asNobody: true });
		expect(notice).toMatch(/could not be set aside \(permission was denied\)/);
		expect(notice).toMatch(/not being kept \(.*permission was denied\)/);
		expect(kept).toEqual([]);
		expect(lost).toHaveLength(2);
		chmodSync(home, 0o755);
		expect(readFileSync(file, 'utf8')).toBe(`${line(1)}\nnonsense\n`);
		expect(existsSync(join(home, 'progress.jsonl'))).toBe(true);
		expect(damagedCopies()).toEqual([]);
	});
});
