import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { KEYS } from '../e2e/harness/keys.js';
import { ttyThatLooks } from '../e2e/harness/shells.js';
import { ensureModesLeft } from './ensure-modes.js';
import { inTerminal, pressUntil, withHome } from './in-terminal.js';
import { COMMANDS, commandLine, ensureCleanExit, runBuilt } from './run-built.js';
import { ensure, type Trial } from './trial.js';

/** Shell code that creates a folder, changes to it and removes it. */
const DELETED_FOLDER = 'mkdir gone && cd gone && rmdir ../gone';

/** Deletes the working folder, before a command or while the program is on screen. */
export const FOLDER_DELETED: Trial = {
	name: 'folder',
	shows: 'a deleted working folder causes no crash',
	cases: (random, most) => {
		const relative = [
			['check', 'x.yaml'],
			['lab', './x.yaml'],
			['worksheet', './x.yaml'],
			['export', 'week-31', '-o', 'x.md'],
		];
		const commands = [...COMMANDS, ...relative].map((args) => ({
			name: commandLine(args),
			run: () =>
				withHome(async (home) => {
					const result = await runBuilt(args, { home, before: DELETED_FOLDER });
					ensureCleanExit(result, [0, 1, 2]);
					ensure(result.out + result.err !== '', 'it says nothing');
				}),
		}));
		return [{ name: 'while the lab is open', run: whileOpen }, ...random.shuffled(commands)].slice(0, most);
	},
};

async function whileOpen(): Promise<void> {
	await withHome(async (home) => {
		const cwd = join(home.folder, 'gone');
		mkdirSync(cwd);
		await inTerminal(
			['lab', 'week-31'],
			{ home, cwd },
			async (tty) => {
				await tty.waitFor('quit');
				rmSync(cwd, { recursive: true });
				tty.type('l');
				await tty.waitFor(/85\.0%▲/);
				await pressUntil(tty, 'e', /write the review artifact to/);
				tty.type(KEYS.enter);
				await tty.waitFor(/not written|does not exist|no such folder/);
				tty.type(KEYS.ctrlC);
				await ensureModesLeft(tty, 0);
			},
			ttyThatLooks,
		);
	});
}
