import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_READ_WHOLE } from '../../src/storage/worksheets/list.js';
import { runCommand } from '../support/run-program.js';

let home: string;
const previousHome = process.env['DISPATCH_BOARD_HOME'];
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	process.env['DISPATCH_BOARD_HOME'] = home;
});
afterEach(() => {
	if (previousHome === undefined) delete process.env['DISPATCH_BOARD_HOME'];
	else process.env['DISPATCH_BOARD_HOME'] = previousHome;
	rmSync(home, { recursive: true, force: true });
});
const file = (name: string): string => join(home, 'worksheets', `${name}.yaml`);

describe('dispatch-board worksheet without a terminal', () => {
	it('creates a worksheet from a template, prints its gaps, and lists it', async () => {
		expect((await runCommand('worksheet', 'Help desk', '--from', 'support-bot')).out).toContain(
			'help-desk.yaml from support-bot',
		);
		const { out } = await runCommand('worksheet', 'Help desk');
		expect(out).toContain('Help desk: not ready: 19 missing');
		expect(out).toContain('- what changes is not said');
		expect(out).toContain('dispatch-board export "Help desk"');
		expect((await runCommand('worksheet')).out).toBe('help-desk: Help desk (not ready: 19 missing)\n');
		expect(JSON.parse((await runCommand('worksheet', 'help-desk', '--format', 'json')).out)).toMatchObject({
			name: 'help-desk',
			ready: false,
			notice: null,
		});
		expect((await runCommand('export', 'Help desk')).out).toContain('# Design review: Help desk');
		expect((await runCommand('report', 'help-desk', '--format', 'json')).out).toContain('"scenario": "help-desk"');
	});

	it.each([
		[['worksheet', 'none'], /There is no worksheet none\. --from SCENARIO makes one/, 2],
		[['worksheet', 'week-31'], /week-31 comes with the program/, 2],
		[['worksheet', './week-31.yaml', '--from', 'support-bot'], /week-31 is the name of another/, 2],
		[['worksheet', 'con', '--from', 'support-bot'], /con cannot be the name of a file/, 2],
		[['worksheet', './日本.yaml', '--from', 'support-bot'], /needs a letter from a to z/, 2],
		[['worksheet', '--rename', 'x'], /Say which worksheet/, 2],
		[['worksheet', 'a', '--versions', '--delete'], /Only one of/, 2],
		[['worksheet', 'a', '--delete', '--force'], /There is no worksheet/, 2],
		[['worksheet', 'a', '--versions'], /There is no worksheet/, 2],
		[['worksheet', 'a', '--restore', ''], /--restore takes a number from 1/, 2],
		[['worksheet', '--format', 'yaml'], /There is no format yaml/, 2],
	] as const)('rejects %j and says what to do', async (args, message, code) => {
		const { exitCode, out, err } = await runCommand(...args);
		expect([exitCode, out]).toEqual([code, '']);
		expect(err).toMatch(message);
	});

	it('renames, copies, deletes and restores a worksheet', async () => {
		await runCommand('worksheet', 'one', '--from', 'support-bot');
		expect((await runCommand('worksheet', 'one', '--rename', 'Two!')).out).toContain('Renamed to');
		// The title matched the old name, so it follows the new one.
		expect(readFileSync(file('two'), 'utf8')).toContain('title: Two!');
		await runCommand('worksheet', 'two', '--copy', 'three');
		expect(readFileSync(file('three'), 'utf8')).toContain('title: three');
		expect((await runCommand('worksheet', 'three', '--delete')).exitCode).toBe(1);
		expect((await runCommand('worksheet', 'three', '--delete', '--force')).exitCode).toBe(0);
		expect((await runCommand('worksheet', 'three', '--restore', '1')).out).toMatch(/is version 1 again\.\n$/);
		expect((await runCommand('worksheet')).out.split('\n').filter(Boolean)).toHaveLength(2);
	});

	it('reports a damaged file, in text and JSON', async () => {
		await runCommand('worksheet', 'one', '--from', 'support-bot');
		await runCommand('worksheet', 'one', '--rename', 'two');
		writeFileSync(file('two'), 'bad: [');
		expect((await runCommand('worksheet', 'two')).out).toMatch(/^two\.yaml was damaged \(line 1: /);
		writeFileSync(file('two'), 'bad: [');
		const { out } = await runCommand('worksheet', 'two', '--format', 'json');
		expect(JSON.parse(out).notice).toContain('was damaged');
		expect(readdirSync(join(home, 'worksheets')).filter((name) => name.includes('damaged'))).toHaveLength(2);
	});

	it('marks the worksheets that were not checked in a long list', async () => {
		await runCommand('worksheet', 'one', '--from', 'support-bot');
		const text = readFileSync(file('one'), 'utf8');
		for (let i = 0; i < MAX_READ_WHOLE + 1; i++)
			writeFileSync(file(`w${i}`), text.replace(/^title: .*/m, `title: Number ${i}`));
		utimesSync(file('w7'), 1, 1);
		utimesSync(file('w8'), 2, 2);
		const { out } = await runCommand('worksheet');
		expect(out).toMatch(/^w9: Number 9 \(not ready: \d+ missing\)$/m);
		expect(out.split('\n').slice(-4)).toEqual([
			'w8: Number 8 (not checked)',
			'w7: Number 7 (not checked)',
			`Only the newest ${MAX_READ_WHOLE} were checked: dispatch-board worksheet NAME says how another one stands.`,
			'',
		]);
		const entries = JSON.parse((await runCommand('worksheet', '--format', 'json')).out);
		expect(entries.at(-1)).toEqual({ name: 'w7', title: 'Number 7', path: file('w7'), ready: null, missing: null });
	});

	it('escapes file names, and reports a folder that cannot be read', async () => {
		await runCommand('worksheet', 'one', '--from', 'support-bot');
		writeFileSync(join(home, 'worksheets', 'a\u001b[31mred\u0007.yaml'), 'nothing');
		const { out } = await runCommand('worksheet');
		// biome-ignore lint/suspicious/noControlCharactersInRegex: the point of the test
		expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
		rmSync(join(home, 'worksheets'), { recursive: true });
		mkdirSync(home, { recursive: true });
		writeFileSync(join(home, 'worksheets'), '');
		expect(await runCommand('worksheet')).toMatchObject({
			exitCode: 1,
			err: expect.stringContaining('cannot be read'),
		});
	});
});
