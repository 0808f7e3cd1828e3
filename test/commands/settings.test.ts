import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runColored, runCommand } from '../support/run-program.js';

let home: string;
let path: string;
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	path = join(home, 'data', 'settings.json');
	vi.stubEnv('DISPATCH_BOARD_HOME', join(home, 'data'));
	for (const name of ['THEME', 'ASCII', 'SCREEN_READER']) vi.stubEnv(`DISPATCH_BOARD_${name}`, undefined);
	vi.stubEnv('INK_SCREEN_READER', undefined);
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(home, { recursive: true, force: true });
});

const settings = (...args: string[]) => runCommand('settings', ...args);
const readFile = (): unknown => JSON.parse(readFileSync(path, 'utf8'));
const sourceOf = (out: string, name: string): string | undefined =>
	out.split('\n').find((line) => line.startsWith(`${name} `));

describe('settings', () => {
	it('lists every setting with its value and where it comes from, and writes nothing', async () => {
		const { exitCode, out, err } = await settings();
		expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
		expect(sourceOf(out, 'theme')).toMatch(/^theme +auto +by default$/);
		expect(sourceOf(out, 'ascii')).toMatch(/^ascii +auto +by default$/);
		expect(sourceOf(out, 'screen-reader')).toMatch(/^screen-reader +off +by default$/);
		expect(out).toContain('one of auto, dark, light, high-contrast, none\n');
		expect(out).toContain('also set by --theme, DISPATCH_BOARD_THEME\n');
		expect(out).toContain(`Kept in ${path}`);
		expect(Math.max(...out.split('\n').map((line) => (line.includes(home) ? 0 : line.length)))).toBeLessThanOrEqual(80);
		expect(existsSync(join(home, 'data'))).toBe(false);
	});

	it('sets one, which is then listed as kept, printed alone, and followed', async () => {
		expect(await settings('theme', 'Light')).toEqual({
			exitCode: 0,
			out: `theme is light from now on, kept in ${path}.\n`,
			err: '',
		});
		expect(readFile()).toEqual({ version: 1, settings: { theme: 'light' } });
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(await settings('theme')).toEqual({ exitCode: 0, out: 'light\n', err: '' });
		expect(sourceOf((await settings()).out, 'theme')).toMatch(/ light +from the settings file$/);
		const dark = await runColored(256, 'report', 'week-31', '--theme', 'dark');
		const kept = await runColored(256, 'report', 'week-31');
		expect(kept.out).toBe((await runColored(256, 'report', 'week-31', '--theme', 'light')).out);
		expect(kept.out).not.toBe(dark.out);
	});

	it('says which place wins over the file', async () => {
		vi.stubEnv('DISPATCH_BOARD_THEME', 'dark');
		expect((await settings('theme', 'light')).out).toMatch(/\nHere DISPATCH_BOARD_THEME wins: it says dark\.\n$/);
		expect(sourceOf((await settings()).out, 'theme')).toMatch(/ dark +from the environment: DISPATCH_BOARD_THEME$/);
		expect((await settings('theme', '--theme', 'none')).out).toBe('none\n');
		expect(sourceOf((await settings('--ascii')).out, 'ascii')).toMatch(/ on +from the flag --ascii$/);
		expect(sourceOf((await settings('--no-ascii')).out, 'ascii')).toMatch(/ off +from the flag --no-ascii$/);
	});

	it('goes back to the default, and leaves the other settings and those of newer versions', async () => {
		await settings('theme', 'light');
		writeFileSync(path, JSON.stringify({ version: 1, settings: { theme: 'light', ascii: true, rollover: 4 } }));
		expect((await settings('theme', '--reset')).out).toBe(`theme is taken out of ${path}: it is auto by default.\n`);
		expect(readFile()).toEqual({ version: 1, settings: { ascii: true, rollover: 4 } });
		expect((await settings('ascii')).out).toBe('on\n');
		expect((await settings('theme', '--reset')).out).toBe('theme was not set: it is auto by default.\n');
		expect(readdirSync(join(home, 'data'))).toEqual(['settings.json']);
	});

	it('prints JSON with the same', async () => {
		await settings('ascii', 'on');
		const { out } = await settings('--format', 'json');
		expect(JSON.parse(out)).toMatchObject({
			file: path,
			settings: [
				{ name: 'theme', value: 'auto', from: 'default', default: 'auto' },
				{ name: 'ascii', value: 'on', from: 'file', place: path, values: ['auto', 'on', 'off'] },
				{ name: 'screen-reader', value: 'off', from: 'default' },
			],
			problems: [],
		});
	});

	it.each([
		[['them'], 'There is no setting them. Did you mean theme?'],
		[['theme', 'drak'], 'The setting theme cannot be drak. It takes auto, dark, light, high-contrast or none.'],
		[['theme', 'dark', '--reset'], 'Leave out dark, or --reset.'],
		[['--reset'], '--reset needs a setting: theme, ascii, screen-reader.'],
		[['theme', 'dark', 'light'], /is too much/],
		[['--format', 'xml'], /text/],
		[['--theme', 'drak'], /Allowed choices are auto, dark, light, high-contrast, none/],
	])('%j is wrong usage: exit 2, one line, nothing written', async (args, message) => {
		const { exitCode, err, out } = await settings(...args);
		expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
		expect(err).toMatch(message);
		expect(err.trim().split('\n')).toHaveLength(1);
		expect(existsSync(path)).toBe(false);
	});
});

it('the options of settings are taken before and after a command, and its help names them', async () => {
	const light = await runColored(256, '--theme', 'light', 'report', 'week-31');
	expect(await runColored(256, 'report', 'week-31', '--theme', 'light')).toEqual(light);
	expect(await runColored(256, 'report', 'week-31', '--theme=dark')).not.toEqual(light);
	const { out } = await runCommand('report', '--help');
	for (const flag of ['--theme <theme>', '--ascii', '--screen-reader', '--no-color']) expect(out).toContain(flag);
});

describe('a damaged settings file', () => {
	beforeEach(async () => {
		await settings('theme', 'light');
	});

	it.each([
		['', /settings\.json:1:1: .*\. Mend it, or move it away\.$/m],
		['{\n "version": 1,\n "settings": {"theme" "dark"}\n}', /settings\.json:3:\d+: /],
		['[]', /settings\.json:1:1: this is not a settings file\. Expected \{"version": 1/],
		['{"version": 1}', /has no object "settings"/],
		['{"version": 2, "settings": {}}', /was written by a newer version/],
		['\u0000\u001b[2J', /settings\.json:1:1: /],
	])('%j: the defaults hold, a line on stderr says why, and it is not overwritten', async (content, message) => {
		writeFileSync(path, content);
		const { exitCode, out, err } = await settings();
		expect(exitCode).toBe(0);
		expect(sourceOf(out, 'theme')).toMatch(/ auto +by default$/);
		expect(err).toMatch(message);
		expect(err.trim().split('\n')).toHaveLength(1);
		expect(err).not.toContain('\u001b');

		const report = await runCommand('report', 'week-31');
		expect(report).toMatchObject({ exitCode: 0, err });
		expect((await runCommand('lab', 'week-31')).err).toBe(err);

		const written = await settings('theme', 'dark');
		expect(written).toMatchObject({ exitCode: 1, out: '' });
		expect(written.err).toMatch(message);
		expect((await settings('theme', '--reset')).exitCode).toBe(1);
		expect(readFileSync(path, 'utf8')).toBe(content);
	});

	it('with one wrong value keeps the others, and can be set again', async () => {
		writeFileSync(path, '\ufeff{"version": 1, "settings": {"theme": "drak", "ascii": "on"}}');
		const { out, err } = await settings();
		expect(err).toBe(`${path} sets theme to drak. It takes auto, dark, light, high-contrast or none.\n`);
		expect(sourceOf(out, 'ascii')).toMatch(/ on /);
		expect((await settings('theme', 'dark')).exitCode).toBe(0);
		expect(await settings('theme')).toEqual({ exitCode: 0, out: 'dark\n', err: '' });
	});

	it('that is a folder is said to be one', async () => {
		rmSync(path);
		mkdirSync(path);
		expect((await settings()).err).toBe(
			`${path} cannot be read: it is a folder. Correct that, or move the file away.\n`,
		);
	});

	it('whose folder is a file cannot be written, and says so', async () => {
		const file = join(home, 'file');
		writeFileSync(file, '');
		vi.stubEnv('DISPATCH_BOARD_HOME', file);
		expect(await settings('theme')).toEqual({ exitCode: 0, out: 'auto\n', err: '' });
		const written = await settings('theme', 'dark');
		expect(written.exitCode).toBe(1);
		expect(written.err).toMatch(/settings\.json was not written: there is a file where a folder should be\.\n$/);
	});

	it('draw what is printed from the next command on', async () => {
		const drawn = async (...flags: string[]): Promise<boolean> =>
			/[^\n -~]/.test((await runCommand('report', 'week-31', ...flags)).out);
		expect(await drawn()).toBe(true);
		await settings('ascii', 'on');
		expect(await drawn()).toBe(false);
		expect(await drawn('--no-ascii')).toBe(true);
	});
});
