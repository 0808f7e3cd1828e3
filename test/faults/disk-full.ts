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
import { dataIn, journalIn, keptChange, keptEvents, makeWorksheet, worksheetIn } from './kept.js';
import { ensureOrderly, runBuilt } from './run-built.js';
import { ensure, NotTried, type Trial } from './trial.js';

/** Blocks of 512 or 1024 bytes that a file may have: less than a worksheet and less than the journal below. */
const LIMIT = 'ulimit -f 2;';
const EVENTS = 200;
const PAGE = 65_536;

/** A disk on which nothing more can be written. */
interface Full {
	readonly what: string;
	/** Shell that comes before the program. */
	readonly before: string;
	/** Does something on it, once it was filled in by `fill`, and clears up. */
	readonly on: (home: Home, use: (fill: () => void) => Promise<void>) => Promise<void>;
}

const FULL: readonly Full[] = [
	{ what: 'files may not grow', before: LIMIT, on: (_, use) => use(() => undefined) },
	{ what: 'the disk is full', before: '', on: onSmallDisk },
];

/** Disks that are full, or files that may not grow, while the program runs. */
export const DISK_FULL: Trial = {
	name: 'disk',
	shows: 'where nothing can be written, that is said, what was there stays whole, and later things are kept again',
	cases: (_, most) =>
		FULL.flatMap((full) => [
			{ name: `an edit where ${full.what}`, run: () => withHome((home) => edit(full, home)) },
			{ name: `a worksheet where ${full.what}`, run: () => withHome((home) => worksheet(full, home)) },
			...COMMANDS.map((args) => ({
				name: `${args.join(' ')} where ${full.what}`,
				run: () => withHome((home) => command(full, home, args)),
			})),
		]).slice(0, most),
};

/** The program under a shell that sets limits first. */
const under = (before: string, home: Home): TtyOptions => ({
	home,
	env: { TMPDIR: home.folder },
	command: ['/bin/sh', '-c', `${before} exec "$@"`, 'sh', process.execPath],
});

async function edit({ before, on }: Full, home: Home): Promise<void> {
	await on(home, async (fill) => {
		mkdirSync(dataIn(home), { recursive: true });
		for (let n = 0; n < EVENTS; n++)
			appendFileSync(
				journalIn(home),
				`${JSON.stringify(stampEvent({ type: 'went', screen: 'lab', lesson: null }, new Date(n).toISOString(), 'first'))}\n`,
			);
		// A page of the disk that is half full still has room; blank lines are no events.
		appendFileSync(journalIn(home), '\n'.repeat(PAGE - (statSync(journalIn(home)).size % PAGE)));
		fill();
		await inTerminal(['lab', 'week-31'], under(before, home), async (tty) => {
			await tty.waitFor(/progress is not being kept/);
			tty.type('l');
			await tty.waitFor(/85\.0%▲/);
			tty.type('q');
			await ensureEnded(tty, 1);
			await tty.waitFor(/could not be kept/);
		});
		ensure((await keptEvents(home)).length === EVENTS, 'what was kept before is not what is there');
		rmSync(fillerIn(home), { force: true });
		await inTerminal(['lab', 'week-31'], { home }, async (tty) => {
			await tty.waitFor('quit');
			tty.type('h');
			await tty.waitFor(/83\.0%▼/);
			tty.type('q');
			await ensureEnded(tty, 0);
		});
		const kept = await keptEvents(home);
		ensure(kept.length > EVENTS && kept.some(({ type }) => type === 'edited'), 'nothing is kept once there is room');
	});
}

async function worksheet({ before, on }: Full, home: Home): Promise<void> {
	await on(home, async (fill) => {
		await makeWorksheet(home, 'mine');
		const text = readFileSync(worksheetIn(home, 'mine'), 'utf8');
		fill();
		await inTerminal(['worksheet', 'mine'], under(before, home), async (tty) => {
			await tty.waitFor(/› what changes/);
			tty.type('\rwords\r');
			await tty.waitFor(/NOT SAVED/);
			ensure(readFileSync(worksheetIn(home, 'mine'), 'utf8') === text, 'the worksheet is another one');
			tty.type(KEYS.ctrlC);
			await ensureEnded(tty, 1);
			// What a program said last can arrive after its end is known.
			const words = (): boolean => /-unsaved-\d+\.yaml|change: words/.test(tty.transcript().replaceAll('\n', ''));
			await tty.waitUntil(words, 'where the words are');
			const [copy] = /\S+-unsaved-\d+\.yaml/.exec(tty.transcript().replaceAll('\n', '')) ?? [];
			const rest = copy === undefined ? tty.transcript() : readFileSync(copy, 'utf8');
			ensure(/change: words/.test(rest), `the words are nowhere: ${tty.transcript().slice(-300)}`);
		});
		await keptChange(home, 'mine');
	});
}

const COMMANDS = [
	['export', 'week-31', '-o', 'dispatch-board/out.html'],
	['worksheet', 'New one', '--from', 'support-bot'],
	['worksheet', 'mine', '--copy', 'Another'],
	['worksheet', 'mine', '--rename', 'Another'],
] as const;

/** A command that cannot write says so and changes nothing. */
async function command({ before, on }: Full, home: Home, args: readonly string[]): Promise<void> {
	await on(home, async (fill) => {
		await makeWorksheet(home, 'mine');
		const text = readFileSync(worksheetIn(home, 'mine'), 'utf8');
		fill();
		const ran = await runBuilt(args, { home, before });
		ensureOrderly(ran, [1]);
		ensure(/it may not grow any more|the disk is full/.test(ran.err), `it says ${ran.err}`);
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

/** Has a disk of its own under the data folder, of which `fill` takes all the room that is left. */
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
