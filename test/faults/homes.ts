import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '../e2e/harness/home.js';
import { inTerminal, withHome } from './in-terminal.js';
import { keptEvents } from './kept.js';
import { ensureOrderly, runBuilt } from './run-built.js';
import { ensure, NotTried, type Trial } from './trial.js';

interface BadHome {
	readonly what: string;
	/** Makes it, and returns what stands in `DISPATCH_BOARD_HOME`. */
	readonly make: (folder: string) => string;
	/** Progress can be kept in it all the same. */
	readonly keeps?: true;
	/** Rights decide, of which an administrator has all: the program gives them up first. */
	readonly asNobody?: true;
}

const inside = (make: (data: string) => void) => (folder: string) => {
	const data = join(folder, 'dispatch-board');
	mkdirSync(data);
	make(data);
	return data;
};
const JOURNAL = 'progress.jsonl';

const HOMES: readonly BadHome[] = [
	{ what: 'a file', make: (folder) => written(join(folder, 'file')) },
	{ what: 'a folder in a file', make: (folder) => join(written(join(folder, 'file')), 'deep', 'er') },
	{ what: 'a device', make: () => '/dev/null' },
	{ what: 'a folder in a device', make: () => '/dev/null/home' },
	{ what: 'a folder under /proc', make: () => '/proc/dispatch-board' },
	{ what: 'a link to itself', make: (folder) => linked('loop', join(folder, 'loop')) },
	{ what: 'a name that is too long', make: (folder) => join(folder, 'n'.repeat(300)) },
	{ what: 'a path that is too long', make: (folder) => join(folder, 'long/'.repeat(1000)) },
	{ what: 'a folder as journal', make: inside((data) => mkdirSync(join(data, JOURNAL))) },
	{ what: 'a device as journal', make: inside((data) => linked('/dev/full', join(data, JOURNAL))) },
	{ what: 'a journal that is a link to itself', make: inside((data) => linked(JOURNAL, join(data, JOURNAL))) },
	{ what: 'a pipe as journal', make: inside((data) => execFileSync('mkfifo', [join(data, JOURNAL)])) },
	{ what: 'a file as folder of worksheets', make: inside((data) => written(join(data, 'worksheets'))), keeps: true },
	{ what: 'a read-only folder', make: inside((data) => withMode(data, 0o555)), asNobody: true },
	{ what: 'a folder that cannot be read', make: inside((data) => withMode(data, 0o000)), asNobody: true },
	{
		what: 'a read-only journal',
		make: inside((data) => withMode(written(join(data, JOURNAL)), 0o444)),
		asNobody: true,
	},
];

/** Homes in which nothing can be kept: the program says so, goes on, and ends in order. */
export const HOMES_BAD: Trial = {
	name: 'homes',
	shows: 'a home that takes nothing is said to be so, at the start and at the end, and the program goes on',
	cases: (random, most) =>
		random
			.shuffled(HOMES)
			.slice(0, most)
			.map((bad) => ({ name: bad.what, run: () => withHome((home) => tryHome(bad, home)) })),
};

async function tryHome({ make, keeps, asNobody }: BadHome, home: Home): Promise<void> {
	const dataFolder = make(home.folder);
	const env = { DISPATCH_BOARD_HOME: dataFolder };
	const command = asNobody && commandAsNobody(home);
	try {
		await inTerminal(['lab', 'week-31'], { home, env, ...(command && { command }) }, async (tty) => {
			await tty.waitFor('quit');
			if (!keeps) await tty.waitFor(/progress is not being kept/);
			tty.type('l');
			await tty.waitFor(/85\.0%▲/);
			tty.type('q');
			const code = await tty.exited;
			ensure(code === (keeps ? 0 : 1), `exit ${code}: ${tty.transcript().slice(-500)}`);
			if (!keeps) await tty.waitUntil(() => /could not be kept/.test(tty.transcript()), 'what was not kept');
			await tty.waitUntil(() => tty.screen.terminal.buffer.active.type === 'normal', 'the normal screen');
		});
		if (keeps)
			ensure(
				(await keptEvents(home)).some(({ type }) => type === 'edited'),
				'the edit is not kept',
			);
		if (asNobody) return;
		for (const args of [['progress'], ['worksheet'], ['worksheet', 'New one', '--from', 'support-bot']])
			ensureOrderly(await runBuilt(args, { home, dataFolder }), [0, 1]);
	} finally {
		// Nobody but an administrator could remove it.
		if (asNobody) chmodSync(dataFolder, 0o700);
	}
}

/** Node that gives up the rights of an administrator; without them, Node as it is. */
function commandAsNobody(home: Home): readonly [string, ...string[]] {
	if (process.getuid === undefined) throw new NotTried('this system knows no rights');
	if (process.getuid() !== 0) return [process.execPath];
	const file = join(home.folder, 'as-nobody.cjs');
	chmodSync(home.folder, 0o755);
	writeFileSync(file, 'process.setgid(65534); process.setuid(65534);');
	return [process.execPath, '--require', file];
}

function written(file: string): string {
	writeFileSync(file, '');
	return file;
}

function linked(to: string, link: string): string {
	symlinkSync(to, link);
	return link;
}

function withMode(path: string, mode: number): string {
	chmodSync(path, mode);
	return path;
}
