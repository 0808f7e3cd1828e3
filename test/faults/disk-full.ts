import { execFileSync } from 'node:child_process';
import {
	appendFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	statfsSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { stampEvent } from '../../src/course/index.js';
import type { Home } from '../e2e/harness/home.js';
import { KEYS } from '../e2e/harness/keys.js';
import type { Tty, TtyOptions } from '../e2e/harness/tty.js';
import { inTerminal, withHome } from './in-terminal.js';
import { ensureCleanExit, runBuilt } from './run-built.js';
import { dataIn, journalIn, makeWorksheet, storedChange, storedEvents, worksheetIn } from './stored.js';
import { ensure, NotTried, type Trial } from './trial.js';

/** Shell code that limits files to two blocks of 512 or 1024 bytes: less than a worksheet or the journal below. */
const LIMIT = 'ulimit -f 2;';
const EVENTS = 200;
const PAGE = 65_536;

/** Way to make writing fail for lack of space. */
interface FullDisk {
	readonly what: string;
	/** Shell code to run before the program. */
	readonly before: string;
	/** Sets up the disk, runs `use`, which calls `fill` to use up the space, and cleans up. */
	readonly on: (home: Home, use: (fill: () => void) => Promise<void>) => Promise<void>;
}

const FULL_DISKS: readonly FullDisk[] = [
	{ what: 'files may not grow', before: LIMIT, on: (_, use) => use(() => undefined) },
	{ what: 'the disk is full', before: '', on: onSmallDisk },
];

/** Full disks, and files that may not grow, while the program runs. */
export const DISK_FULL: Trial = {
	name: 'disk',
	shows: 'a failed write is reported, existing files stay intact, and later changes are stored again',
	cases: (_, most) =>
		FULL_DISKS.flatMap((full) => [
			{ name: `an edit where ${full.what}`, run: () => withHome((home) => editLab(full, home)) },
			{ name: `a worksheet where ${full.what}`, run: () => withHome((home) => changeWorksheet(full, home)) },
			...COMMANDS.map((args) => ({
				name: `${args.join(' ')} where ${full.what}`,
				run: () => withHome((home) => runCommand(full, home, args)),
			})),
		]).slice(0, most),
};

/** Returns options that run the program under a shell that sets limits first. */
const underShell = (before: string, home: Home): TtyOptions => ({
	home,
	env: { TMPDIR: home.folder },
	command: ['/bin/sh', '-c', `${before} exec "$@"`, 'sh', process.execPath],
});

async function editLab({ before, on }: FullDisk, home: Home): Promise<void> {
	await on(home, async (fill) => {
		mkdirSync(dataIn(home), { recursive: true });
		for (let n = 0; n < EVENTS; n++)
			appendFileSync(
				journalIn(home),
				`${JSON.stringify(stampEvent({ type: 'went', screen: 'lab', lesson: null }, new Date(n).toISOString(), 'first'))}\n`,
			);
		// A partly filled page of the disk would still have space; blank lines are not events.
		appendFileSync(journalIn(home), '\n'.repeat(PAGE - (statSync(journalIn(home)).size % PAGE)));
		fill();
		await inTerminal(['lab', 'week-31'], underShell(before, home), async (tty) => {
			await tty.waitFor(/progress is not being kept/);
			tty.type('l');
			await tty.waitFor(/85\.0%▲/);
			tty.type('q');
			await ensureEnded(tty, 1);
			await tty.waitFor(/could not be kept/);
		});
		ensure((await storedEvents(home)).length === EVENTS, 'what was kept before is not what is there');
		rmSync(fillerIn(home), { force: true });
		await inTerminal(['lab', 'week-31'], { home }, async (tty) => {
			await tty.waitFor('quit');
			tty.type('h');
			await tty.waitFor(/83\.0%▼/);
			tty.type('q');
			await ensureEnded(tty, 0);
		});
		const kept = await storedEvents(home);
		ensure(kept.length > EVENTS && kept.some(({ type }) => type === 'edited'), 'nothing is kept once there is room');
	});
}

async function changeWorksheet({ before, on }: FullDisk, home: Home): Promise<void> {
	await on(home, async (fill) => {
		await makeWorksheet(home, 'mine');
		const text = readFileSync(worksheetIn(home, 'mine'), 'utf8');
		fill();
		await inTerminal(['worksheet', 'mine'], underShell(before, home), async (tty) => {
			await tty.waitFor(/› what changes/);
			tty.type('\rwords\r');
			await tty.waitFor(/NOT SAVED/);
			ensure(readFileSync(worksheetIn(home, 'mine'), 'utf8') === text, 'the worksheet is another one');
			tty.type(KEYS.ctrlC);
			await ensureEnded(tty, 1);
			// The last output of a program can arrive after its exit.
			const hasWords = (): boolean => /-unsaved-\d+\.yaml|change: words/.test(tty.transcript().replaceAll('\n', ''));
			await tty.waitUntil(hasWords, 'where the words are');
			const [copy] = /\S+-unsaved-\d+\.yaml/.exec(tty.transcript().replaceAll('\n', '')) ?? [];
			const rest = copy === undefined ? tty.transcript() : readFileSync(copy, 'utf8');
			ensure(/change: words/.test(rest), `the words are nowhere: ${tty.transcript().slice(-300)}`);
		});
		await storedChange(home, 'mine');
	});
}

const COMMANDS = [
	['export', 'week-31', '-o', 'dispatch-board/out.html'],
	['worksheet', 'New one', '--from', 'support-bot'],
	['worksheet', 'mine', '--copy', 'Another'],
	['worksheet', 'mine', '--rename', 'Another'],
] as const;

/** Checks that a command that cannot write reports it and changes nothing. */
async function runCommand({ before, on }: FullDisk, home: Home, args: readonly string[]): Promise<void> {
	await on(home, async (fill) => {
		await makeWorksheet(home, 'mine');
		const text = readFileSync(worksheetIn(home, 'mine'), 'utf8');
		fill();
		const result = await runBuilt(args, { home, before });
		ensureCleanExit(result, [1]);
		ensure(/it has reached the largest size allowed|the disk is full/.test(result.err), `it says ${result.err}`);
		ensure(readFileSync(worksheetIn(home, 'mine'), 'utf8') === text, 'the worksheet is another one');
		for (const file of [join(dataIn(home), 'out.html'), worksheetIn(home, 'new-one'), worksheetIn(home, 'another')])
			ensure(!existsSync(file), `${file} is there`);
	});
}

async function ensureEnded(tty: Tty, expected: number): Promise<void> {
	const code = await tty.exited;
	ensure(code === expected, `exit ${code}, not ${expected}: ${tty.transcript().slice(-500)}`);
	await tty
		.waitUntil(() => tty.screen.terminal.buffer.active.type === 'normal', 'the normal screen')
		.catch(() => {
			throw new Error('the alternate screen is still shown');
		});
}

const fillerIn = (home: Home): string => join(dataIn(home), 'filler');

/** Mounts a small disk at the data folder; `fill` uses up its free space. */
async function onSmallDisk(home: Home, use: (fill: () => void) => Promise<void>): Promise<void> {
	mkdirSync(dataIn(home), { recursive: true });
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', dataIn(home)], { stdio: 'ignore' });
	} catch {
		throw new NotTried('a small disk cannot be mounted');
	}
	try {
		await use(() => {
			mkdirSync(dirname(fillerIn(home)), { recursive: true });
			const { bavail, bsize } = statfsSync(dataIn(home));
			writeFileSync(fillerIn(home), Buffer.alloc(bavail * bsize));
		});
	} finally {
		execFileSync('umount', [dataIn(home)], { stdio: 'ignore' });
	}
}
