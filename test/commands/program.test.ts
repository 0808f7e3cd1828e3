import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/commands/program.js';
import { Stop } from '../../src/commands/stop.js';

interface Ran {
	readonly exitCode: number;
	readonly out: string;
	readonly err: string;
}

async function run(...args: string[]): Promise<Ran> {
	let out = '';
	let err = '';
	try {
		const exitCode = await runProgram(args, '1.2.3', {
			print: (text) => {
				out += text;
			},
			complain: (text) => {
				err += text;
			},
		});
		return { exitCode, out, err };
	} catch (error) {
		if (!(error instanceof Stop)) throw error;
		return { exitCode: error.exitCode, out, err: `${err}${error.message}\n` };
	}
}

let folder: string;
const file = (name: string, text: string | Uint8Array): string => {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
};
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
});

const MINIMAL = `id: mine
title: Mine
summary: A file of my own.
source: Illustrative.
prices:
  small: { input: 1, cachedInput: 1, output: 1 }
  strong: { input: 10, cachedInput: 10, output: 10 }
tokens: { fresh: 1000, cached: 0, output: 100 }
segments:
  - { id: all, name: All, share: 1, risk: low, routedSmall: 0.5 }
`;

describe('usage', () => {
	it('prints help and version, exit 0', async () => {
		expect(await run('--version')).toMatchObject({ exitCode: 0, out: '1.2.3\n' });
		const help = await run('--help');
		expect(help.exitCode).toBe(0);
		for (const command of ['lab', 'report', 'check']) expect(help.out).toContain(command);
		expect((await run('report', '--help')).out).toMatch(/--set <path=value>/);
	});

	it.each([
		[['reprot', 'week-31'], /There is no command reprot\. Did you mean report\?/],
		[['report'], /missing required argument 'scenario'/],
		[['report', 'week-31', '--sett', 'x=1'], /unknown option '--sett'.*--set/],
		[['report', 'week-13'], /There is no scenario week-13\. Did you mean week-31\?/],
		[['report', 'nothing-like-it'], /There is no scenario nothing-like-it\. There are week-31, /],
		[['report', './missing.yaml'], /\.\/missing\.yaml: there is no such file\./],
		[['report', 'week-31', '--format', 'jsn'], /There is no format jsn\. Did you mean json\?/],
		[
			['report', 'week-31', '--set', 'segments.faq.routedSmal=1'],
			/there is no input segments\.faq\.routedSmal\. Did you mean segments\.faq\.routedSmall/,
		],
		[['report', 'week-31', '--set', 'segments.faq.routedSmall=150%'], /150% is out of range\. Allowed: 0% to 100%\./],
		[['report', 'week-31', '--set', 'segments.faq.share=0.5'], /shares/],
		[['report', 'week-31', '--baseline', 'nope=1'], /--baseline: there is no input nope/],
	])('refuses %j in one line with exit 2', async (args, complaint) => {
		const { exitCode, out, err } = await run(...args);
		expect(exitCode).toBe(2);
		expect(out).toBe('');
		expect(err).toMatch(complaint);
		expect(err.trim().split('\n')).toHaveLength(1);
	});
});

describe('a file of one’s own', () => {
	it('is reported and checked like a shipped one', async () => {
		const path = file('mine.yaml', MINIMAL);
		expect((await run('report', path, '--format', 'json')).out).toMatch(/"scenario": "mine"/);
		expect(await run('check', path)).toMatchObject({ exitCode: 0, out: '1 file checked, no problem\n' });
		expect((await run('lab', path)).out).toMatch(/^Mine/); // no terminal here: the report
	});

	it('is refused with every problem at its place, and exit 1', async () => {
		const path = file(
			'bad.yaml',
			MINIMAL.replace('share: 1', 'share: 0.9').replace('summary', 'sumary').replace('risk: low', 'risk: lo'),
		);
		for (const command of ['check', 'report', 'lab']) {
			const { exitCode, out, err } = await run(command, path);
			expect(exitCode).toBe(1);
			expect(out).toBe('');
			expect(err).toContain(`${path}:3:1`);
			expect(err).toMatch(/summary/);
			expect(err).toMatch(/low, medium/);
			expect(err).toMatch(/\^/);
			expect(err).not.toMatch(/\n\s+at /);
		}
	});

	it.each([
		['empty.yaml', ''],
		['binary.yaml', new Uint8Array([0, 1, 2, 255])],
		['huge.yaml', 'a'.repeat(1_000_001)],
		['hostile.yaml', MINIMAL.replace('Mine', '"\\u001b]0;owned\\u0007"')],
	])('refuses %s without a stack or a control character', async (name, text) => {
		const { exitCode, err } = await run('check', file(name, text));
		expect(exitCode).toBe(1);
		expect(err).toContain(name);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: the point of the test
		expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]|\n\s+at /);
	});

	it('is found in folders, and missing ones are said', async () => {
		file('good.yaml', MINIMAL);
		expect((await run('check', join(folder, 'good.yaml'), join(folder, 'nowhere'))).err).toMatch(
			/nowhere: there is no such file/,
		);
		expect((await run('check', folder)).err).toMatch(/files checked, \d+ problems in \d+/);
		expect((await run('check', 'scenarios')).out).toMatch(/4 files checked, no problem|\d+ files checked, no problem/);
	});
});
