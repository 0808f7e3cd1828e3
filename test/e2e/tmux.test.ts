import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanEnvironment, type Home, temporaryHome } from './harness/home.js';
import { KEYS, Tty } from './harness/index.js';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;
// Skipped tests are not listed, so this says that they did not run.
if (!hasTmux) process.stderr.write('The keys were not tried in tmux: it is not installed here.\n');

const ESC = '\u001B';

let home: Home;
let tty: Tty;
let env: Record<string, string>;

beforeEach(() => {
	home = temporaryHome();
	// The socket is in this home, so that no other server is used.
	env = cleanEnvironment(home.folder, { TMUX_TMPDIR: home.folder });
	writeFileSync(join(home.folder, 'tmux.conf'), 'set -g status off\nset -sg escape-time 10\nset -g focus-events on\n');
});
afterEach(async () => {
	spawnSync('tmux', ['kill-server'], { env });
	await tty.stop();
	home.remove();
});

const tmux = (...args: readonly string[]): string => execFileSync('tmux', args, { env, encoding: 'utf8' });

/** Opens the program in tmux in a terminal. Keys go through tmux, which decodes them and sends its own sequences. */
async function open(args: readonly string[], shown: string): Promise<void> {
	const config = join(home.folder, 'tmux.conf');
	const command = ['tmux', '-f', config, 'new-session', '-s', 'board', process.execPath] as const;
	tty = new Tty(args, { home, env: { TMUX_TMPDIR: home.folder }, command });
	await tty.waitFor(shown);
}

describe.skipIf(!hasTmux)('in tmux', () => {
	it('moves by arrows, pages, Home and End, and types on the keypad', async () => {
		await open(['lab', 'week-31'], 'q quit');
		tty.type(KEYS.right);
		await tty.waitFor(/FAQ answer .* 85\.0%▲/);
		tty.type(KEYS.shiftLeft);
		await tty.waitFor(/FAQ answer .* 75\.0%▼/);
		tty.type(`${ESC}Oq${ESC}Or`);
		await tty.waitFor('12▏');
		tmux('send-keys', '-t', 'board', 'Escape');
		await tty.waitForGone(/12▏/);
		tmux('send-keys', '-t', 'board', 'C-o');
		await tty.waitFor('1 of 43');
	});

	it('ignores unknown keys and reports', async () => {
		await open([], 'Space read on');
		tty.type('nnn');
		await tty.waitFor('3 of 43');
		tty.type(KEYS.tab);
		tmux('send-keys', '-t', 'board', 'S-F3', 'M-q', 'M-n', 'M-3', 'C-F5', 'IC');
		tty.type(`${ESC}[1;2R${ESC}[25~${ESC}[29~${ESC}[O${ESC}[I${ESC}q`);
		tmux('send-keys', '-t', 'board', '?');
		await tty.waitFor(/^ Help/m);
		tmux('send-keys', '-t', 'board', 'Escape');
		await tty.waitFor('3 of 43');
		expect(tty.text()).not.toMatch(/Enter take it/);
	});

	it('takes a paste of tmux as text, and ends on Ctrl-C', async () => {
		await open(['drill', 'recall', '--seed', '1'], 'Tab done');
		tmux('set-buffer', `one ${ESC}[31mtwo${ESC}[0m qj`);
		tmux('paste-buffer', '-p', '-t', 'board');
		await tty.waitFor('one two qj▏');
		tmux('send-keys', '-t', 'board', 'M-b', 'x');
		await tty.waitFor('one two x▏qj');
		tmux('send-keys', '-t', 'board', 'C-c', 'C-c');
		expect(await tty.exited).toBe(0);
	});

	it('redraws after its pane shrank and grew', async () => {
		await open(['lab', 'week-31'], 'q quit');
		const whole = tty.text();
		tty.resize(60, 18);
		tty.resize(80, 24);
		await tty.waitUntil(() => tty.text() === whole, 'the screen as it was');
	});
});
