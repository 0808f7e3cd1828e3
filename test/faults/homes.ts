import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '../e2e/harness/home.js';
import { inTerminal, withHome } from './in-terminal.js';
import { ensureCleanExit, runBuilt } from './run-built.js';
import { storedEvents } from './stored.js';
import { ensure, NotTried, type Trial } from './trial.js';

interface BadHome {
	readonly what: string;
	/** Creates the bad home in a folder, and returns the value of `DISPATCH_BOARD_HOME`. */
	readonly make: (folder: string) => string;
	/** Set if progress can still be recorded in it. */
	readonly keeps?: true;
	/** Set if it depends on permissions, so that the program must drop root privileges first. */
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
	{ what: 'a file', make: (folder) => createFile(join(folder, 'file')) },
	{ what: 'a folder in a file', make: (folder) => join(createFile(join(folder, 'file')), 'deep', 'er') },
	{ what: 'a device', make: () => '/dev/null' },
	{ what: 'a folder in a device', make: () => '/dev/null/home' },
	{ what: 'a folder under /proc', make: () => '/proc/dispatch-board' },
	{ what: 'a link to itself', make: (folder) => createLink('loop', join(folder, 'loop')) },
	{ what: 'a name that is too long', make: (folder) => join(folder, 'n'.repeat(300)) },
	{ what: 'a path that is too long', make: (folder) => join(folder, 'long/'.repeat(1000)) },
	{ what: 'a folder as journal', make: inside((data) => mkdirSync(join(data, JOURNAL))) },
	{ what: 'a device as journal', make: inside((data) => createLink('/dev/full', join(data, JOURNAL))) },
	{ what: 'a journal that is a link to itself', make: inside((data) => createLink(JOURNAL, join(data, JOURNAL))) },
	{ what: 'a pipe as journal', make: inside((data) => execFileSync('mkfifo', [join(data, JOURNAL)])) },
	{ what: 'a file as folder of worksheets', make: inside((data) => createFile(join(data, 'worksheets'))), keeps: true },
	{ what: 'a read-only folder', make: inside((data) => setMode(data, 0o555)), asNobody: true },
	{ what: 'a folder that cannot be read', make: inside((data) => setMode(data, 0o000)), asNobody: true },
	{
		what: 'a read-only journal',
		make: inside((data) => setMode(createFile(join(data, JOURNAL)), 0o444)),
		asNobody: true,
	},
];

/** Homes that cannot be written: the program reports it, continues, and ends normally. */
export const BAD_HOMES: Trial = {
	name: 'homes',
	shows: 'an unwritable home is reported at the start and the end, and the program continues',
	cases: (random, most) =>
		random
			.shuffled(HOMES)
			.slice(0, most)
			.map((badHome) => ({ name: badHome.what, run: () => withHome((home) => tryHome(badHome, home)) })),
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
				(await storedEvents(home)).some(({ type }) => type === 'edited'),
				'the edit is not kept',
			);
		if (asNobody) return;
		for (const args of [['progress'], ['worksheet'], ['worksheet', 'New one', '--from', 'support-bot']])
			ensureCleanExit(await runBuilt(args, { home, dataFolder }), [0, 1]);
	} finally {
		// Otherwise only root could remove it.
		if (asNobody) chmodSync(dataFolder, 0o700);
	}
}

/** Returns a Node command that drops root privileges; plain Node if there are none. */
function commandAsNobody(home: Home): readonly [string, ...string[]] {
	if (process.getuid === undefined) throw new NotTried('this system knows no rights');
	if (process.getuid() !== 0) return [process.execPath];
	const file = join(home.folder, 'as-nobody.cjs');
	chmodSync(home.folder, 0o755);
	writeFileSync(file, 'process.setgid(65534); process.setuid(65534);');
	return [process.execPath, '--require', file];
}

function createFile(file: string): string {
	writeFileSync(file, '');
	return file;
}

function createLink(to: string, link: string): string {
	symlinkSync(to, link);
	return link;
}

function setMode(path: string, mode: number): string {
	chmodSync(path, mode);
	return path;
}
