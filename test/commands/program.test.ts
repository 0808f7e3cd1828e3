import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../src/commands/program.js';
import { reportWidth } from '../../src/commands/report.js';
import { outputStop } from '../../src/stop.js';
import { width } from '../../src/text/width.js';
import { runCommand } from '../support/run-program.js';
import { SHIPPED_IDS } from '../support/shipped.js';

let folder: string;
const writeFixture = (name: string, text: string | Uint8Array): string => {
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

describe('the command line', () => {
	it('prints help and version, exit 0', async () => {
		expect(await runCommand('--version')).toMatchObject({ exitCode: 0, out: '1.2.3\n' });
		const help = await runCommand('--help');
		expect(help.exitCode).toBe(0);
		for (const command of ['lab', 'report', 'scenarios', 'check']) expect(help.out).toContain(command);
		expect((await runCommand('report', '--help')).out).toMatch(/--set <path=value>/);
	});

	it('has help with scenarios, exit codes and valid example paths, without raw defaults', async () => {
		const { out } = await runCommand('--help');
		expect(out).toContain('dispatch-board scenarios');
		expect(out).toMatch(/Exit codes:\n\s+0 .*\n\s+1 .*\n\s+2 /);
		for (const example of EXAMPLES) {
			expect(out).toContain(example);
			expect((await runCommand('report', 'week-31', '--set', example)).exitCode).toBe(0);
		}
		expect((await runCommand('report', '--help')).out).not.toContain('[]');
	});

	it.each([
		'report week-31',
		'report week-31 --set threshold=2',
		'lesson 1',
		'scenarios',
		'progress',
		'--help',
		'help report',
	])('prints ASCII alone with --ascii: %s', async (line) => {
		const plain = await runCommand(...line.split(' '));
		const { out, exitCode } = await runCommand('--ascii', ...line.split(' '));
		expect(exitCode).toBe(0);
		expect([...new Set(out)].filter((one) => one > '\u007f')).toEqual([]);
		expect(out.split('\n').map(width)).toEqual(plain.out.split('\n').map(width));
	});

	it('keeps the characters of documents and data with --ascii', async () => {
		for (const line of [
			'report week-31 --format md',
			'report week-31 --format json',
			'export week-31',
			'lesson 1 --format html',
		])
			expect(await runCommand(...line.split(' '), '--ascii')).toEqual(await runCommand(...line.split(' ')));
	});

	it('prints the same help with the help command', async () => {
		expect(await runCommand('help')).toEqual(await runCommand('--help'));
		for (const command of ['lab', 'report', 'scenarios', 'check', 'progress', 'help'])
			expect(await runCommand('help', command)).toEqual(await runCommand(command, '--help'));
		expect(await runCommand('help', 'reprot')).toMatchObject({
			exitCode: 2,
			err: 'There is no command reprot. Did you mean report?\n',
		});
	});

	it('reports a failed write in one line, but not a closed pipe', () => {
		const faultOf = (code: string) => outputStop(Object.assign(new Error(`write ${code}`), { code }));
		expect(faultOf('ENOSPC')).toMatchObject({
			exitCode: 1,
			message: 'The output could not be written: the disk is full.',
		});
		expect(faultOf('EIO')?.message).toMatch(/EIO\.$/);
		expect(faultOf('EPIPE')).toBeNull();
	});

	it('clamps the terminal’s width for reports, and uses the default without a terminal', () => {
		expect([40, 80, 300].map((columns) => reportWidth({ isTTY: true, columns }))).toEqual([60, 80, 120]);
		expect(reportWidth({ isTTY: true, columns: 0 })).toBeUndefined();
		expect(reportWidth({ columns: 80 })).toBeUndefined();
	});

	it.each([
		[['reprot', 'week-31'], /There is no command reprot\. Did you mean report\?/],
		[
			['report'],
			/^missing required argument 'scenario'\. Take week-31, one that `dispatch-board scenarios` lists, or a file\. See/,
		],
		[['check'], /^missing required argument 'path'\. See/],
		[['report', 'week-31', '--set'], /argument missing\. See/],
		[
			['report', 'week-31', 'segments.faq.routedSmall=50%'],
			/too much\. Did you mean --set segments\.faq\.routedSmall=50%\?/,
		],
		[['report', 'week-31', '--set', 'a=1', 'b=2', 'c=3'], /Did you mean --set b=2 --set c=3\?/],
		[['report', 'week-31', 'toy-request'], /report takes one scenario, so toy-request is too much/],
		[['lab', 'week-31', 'threshold=1'], /lab takes one scenario, so threshold=1 is too much/],
		[['progress', 'week-31'], /progress takes no argument, so week-31 is too much/],
		[['help', 'report', 'check'], /help takes one command, so check is too much/],
		[
			['report', 'week-31', '--set', 'segments.faq.repairRate=3%', '--set', 'check.catches=0.9'],
			/segments\.faq\.repairRate is derived while a check is on\. Turn it off first/,
		],
		[
			['report', 'week-31', '--set', 'check.catches=0.9', '--set', 'segments.faq.repairRate=3%'],
			/segments\.faq\.repairRate is derived while a check is on\. Turn it off first/,
		],
		[['check', './missing.yaml'], /\.\/missing\.yaml: there is no such file/],
		[['report', 'week-31', '--sett', 'x=1'], /unknown option '--sett'.*--set/],
		[['report', 'week-13'], /There is no scenario week-13\. Did you mean week-31\?/],
		[
			['report', 'nothing-like-it'],
			/There is no scenario nothing-like-it\. `dispatch-board scenarios` lists them; or give a file/,
		],
		[['report', './missing.yaml'], /\.\/missing\.yaml: there is no such file\./],
		[['report', 'week-31', '--format', 'jsn'], /There is no format jsn\. Did you mean json\?/],
		[
			['report', 'week-31', '--set', 'segments.faq.routedSmal=1'],
			/there is no input segments\.faq\.routedSmal\. Did you mean segments\.faq\.routedSmall/,
		],
		[['report', 'week-31', '--set', 'segments.faq.routedSmall=150%'], /150% is out of range\. Allowed: 0% to 100%\./],
		[['report', 'week-31', '--set', 'segments.faq.share=0.5'], /shares/],
		[['report', 'week-31', '--baseline', 'nope=1'], /--baseline: there is no input nope/],
	])('rejects %j in one line with exit 2', async (args, complaint) => {
		const { exitCode, out, err } = await runCommand(...args);
		expect(exitCode).toBe(2);
		expect(out).toBe('');
		expect(err).toMatch(complaint);
		// `check` adds the line with the counts.
		expect(
			err
				.replace(/\n\n\d+ files? checked.*/, '')
				.trim()
				.split('\n'),
		).toHaveLength(1);
	});
});

describe('a scenario file of the reader', () => {
	it('can be reported and checked like a shipped one', async () => {
		const path = writeFixture('mine.yaml', MINIMAL);
		expect((await runCommand('report', path, '--format', 'json')).out).toMatch(/"scenario": "mine"/);
		expect(await runCommand('check', path)).toMatchObject({ exitCode: 0, out: '1 file checked, no problem\n' });
		expect((await runCommand('lab', path)).out).toMatch(/^Mine/); // without a terminal: the report
	});

	it('causes a warning but no failure for a likely mistake', async () => {
		const slow = `${MINIMAL}latency: { measures: answer, small: { p50: 0.7, p95: 2 }, strong: { p50: 1900, p95: 4800 } }\n`;
		const { exitCode, out, err } = await runCommand('check', writeFixture('slow.yaml', slow));
		expect([exitCode, err]).toEqual([0, '']);
		expect(out).toMatch(/slow\.yaml:11:44: warning: latency\.small\.p50 is 0\.7 ms, which looks like seconds\n/);
		expect(out).toMatch(/\n {2}help: Times are in milliseconds: write 700 if 0\.7 s is meant\.\n/);
		expect(out).toMatch(/\n1 file checked, no problem, 1 warning\n$/);
	});

	it('is rejected with every problem at its place, and exit 1', async () => {
		const path = writeFixture(
			'bad.yaml',
			MINIMAL.replace('share: 1', 'share: 0.9').replace('summary', 'sumary').replace('risk: low', 'risk: lo'),
		);
		for (const command of ['check', 'report', 'lab']) {
			const { exitCode, out, err } = await runCommand(command, path);
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
	])('is rejected without stack trace or control characters: %s', async (name, text) => {
		const { exitCode, err } = await runCommand('check', writeFixture(name, text));
		expect(exitCode).toBe(1);
		expect(err).toContain(name);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: the point of the test
		expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]|\n\s+at /);
	});

	it('cannot share its id with another in the same folder', async () => {
		const twinFolder = join(folder, 'twins');
		mkdirSync(join(twinFolder, 'deeper'), { recursive: true });
		const original = writeFixture('twins/mine.yaml', MINIMAL);
		const copy = writeFixture('twins/copy.yaml', `# copied\n${MINIMAL}`);
		const { exitCode, err } = await runCommand('check', twinFolder);
		expect(exitCode).toBe(1);
		expect(err).toContain(`${copy}:2:5: the id mine is that of ${original} too`);
		expect(err).toMatch(/2 files checked, 1 problem in 1/);
		expect((await runCommand('check', original, copy)).exitCode).toBe(0);
	});

	it('causes exit 2 if the only problem is that files cannot be read or found', async () => {
		const good = writeFixture('fine.yaml', MINIMAL);
		const bad = writeFixture('unfit.yaml', 'id: 1');
		const empty = join(folder, 'empty');
		mkdirSync(empty);
		expect((await runCommand('check', good, join(folder, 'nowhere'))).exitCode).toBe(2);
		expect((await runCommand('check', bad, join(folder, 'nowhere'))).exitCode).toBe(1);
		const { exitCode, err } = await runCommand('check', empty);
		expect(exitCode).toBe(2);
		expect(err).toContain(`${empty}: no scenario or deck (.yaml) and no lesson (.md) is in this folder`);
	});

	it.skipIf(process.platform === 'win32')('must be a regular file, and a pipe does not block', async () => {
		const pipe = join(folder, 'pipe.yaml');
		execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
		for (const command of ['check', 'report'])
			expect(await runCommand(command, pipe)).toMatchObject({
				exitCode: 2,
				err: expect.stringContaining(`${pipe}: it is not a regular file`),
			});
		expect((await runCommand('report', `${folder}/`)).err).toMatch(/it is a folder/);
	});

	it('is found in folders, and reported if missing', async () => {
		writeFixture('good.yaml', MINIMAL);
		expect((await runCommand('check', join(folder, 'good.yaml'), join(folder, 'nowhere'))).err).toMatch(
			/nowhere: there is no such file/,
		);
		expect((await runCommand('check', folder)).err).toMatch(/files checked, \d+ problems in \d+/);
		expect((await runCommand('check', 'scenarios')).out).toMatch(
			/4 files checked, no problem|\d+ files checked, no problem/,
		);
	});
});

describe('dispatch-board scenarios', () => {
	it('lists all scenarios with their summaries', async () => {
		const { exitCode, out } = await runCommand('scenarios');
		expect(exitCode).toBe(0);
		for (const id of SHIPPED_IDS) expect(out).toContain(`${id}: `);
		expect(out).toMatch(/^Opening\n/);
		expect(out).toMatch(/Failure shapes\n-+\n/);
	});

	it('filters by what they teach and by kind', async () => {
		const ids = async (...args: string[]) =>
			(
				JSON.parse((await runCommand('scenarios', '--format', 'json', ...args)).out) as { id: string; kind: string }[]
			).map(({ id }) => id);
		expect(await ids('--teaches', 'F2')).toEqual(['self-approval']);
		expect(await ids('--teaches', 'checks its own')).toEqual(['self-approval']);
		expect(await ids('--kind', 'opening')).toEqual(['week-31', 'toy-request']);
		expect(await ids('--kind', 'opening', '--teaches', 'O6')).toEqual(['toy-request']);
	});

	it('prints the claims of one scenario in each state, with the computed values', async () => {
		const { out } = await runCommand('scenarios', 'self-approval');
		expect(out).toMatch(/\nROLL BACK +unedited\n/);
		expect(out).toMatch(/\nSHIP +Week 10: before the self-check \(healthy\)\n/);
		expect(out).toMatch(/✓ shows the fault: Silent failures .*\s+.*\[silent ÷\s+healthy at least 2\.9: it is 2\.966\]/);
	});

	it('rejects filters and names that do not exist', async () => {
		expect(await runCommand('scenarios', '--teaches', 'zebra')).toMatchObject({
			exitCode: 2,
			err: expect.stringMatching(/^No scenario teaches zebra/),
		});
		expect(await runCommand('scenarios', '--kind', 'opning')).toMatchObject({
			exitCode: 2,
			err: 'There is no kind opning. Did you mean opening?\n',
		});
		expect(await runCommand('scenarios', 'nobody')).toMatchObject({ exitCode: 2 });
	});
});

describe('report --state', () => {
	it('reports a named state with further edits, as the edits that produce it', async () => {
		const { out } = await runCommand(
			'report',
			'week-31',
			'--state',
			'overridden',
			'--set',
			'handoffCost=6',
			'--format',
			'json',
		);
		const report = JSON.parse(out) as { edits: string[]; metrics: { resolution: number } };
		expect(report.edits).toEqual([
			'segments.policy.override=strong',
			'segments.billing.override=strong',
			'handoffCost=6',
		]);
		expect(report.metrics.resolution).toBeCloseTo(0.94519, 6);
	});

	it('rejects a state that does not exist', async () => {
		expect(await runCommand('report', 'week-31', '--state', 'overriden')).toMatchObject({
			exitCode: 2,
			err: 'week-31 has no state overriden. Did you mean overridden?\n',
		});
		expect(await runCommand('report', 'mmlu-mixtral-gpt4', '--state', 'x')).toMatchObject({
			exitCode: 2,
			err: expect.stringMatching(/It has none/),
		});
	});
});
