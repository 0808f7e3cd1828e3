import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportCommand } from '../../src/commands/export.js';
import { runCommand } from '../support/run-program.js';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const pathOf = (name: string): string => join(folder, name);

describe('dispatch-board export', () => {
	it('prints Markdown, or the format given by --format', async () => {
		expect((await runCommand('export', 'week-31')).out).toMatch(/^# Design review: Week 31/);
		expect((await runCommand('export', 'week-31', '--format', 'html')).out).toMatch(/^<!doctype html>/);
		const { exitCode, out } = await runCommand('export', 'week-31', '--format', 'json', '--state', 'mended');
		expect([exitCode, JSON.parse(out).review.command]).toEqual([0, expect.stringContaining('--set ')]);
	});

	it.each([
		['review.md', /^# Design review/],
		['review.markdown', /^# Design review/],
		['review.html', /^<!doctype html>/],
		['review.HTM', /^<!doctype html>/],
		['review.json', /^\{/],
	])('writes %s in the format of its extension', async (name, start) => {
		const { exitCode, out, err } = await runCommand('export', 'week-31', '-o', pathOf(name));
		expect([exitCode, err]).toEqual([0, '']);
		expect(out).toMatch(new RegExp(`^Wrote .*${name} \\(\\w+, \\d+ KiB\\)\\.\n$`));
		expect(readFileSync(pathOf(name), 'utf8')).toMatch(start);
		expect(readdirSync(folder)).toEqual([name]);
	});

	it('writes the same text to a file as it prints', async () => {
		await runCommand('export', 'week-31', '--set', 'segments.faq.routedSmall=50%', '-o', pathOf('a.html'));
		const { out } = await runCommand('export', 'week-31', '--set', 'segments.faq.routedSmall=50%', '--format', 'html');
		expect(readFileSync(pathOf('a.html'), 'utf8')).toBe(out);
	});

	it('compares with a pinned baseline', async () => {
		const { out } = await runCommand('export', 'week-31', '--baseline', 'segments.faq.routedSmall=50%');
		expect(out).toContain('against the pinned state');
		expect(out).toContain('--baseline segments.faq.routedSmall=0.5');
	});

	it('overwrites a file only with --force', async () => {
		writeFileSync(pathOf('mine.md'), 'mine');
		const refused = await runCommand('export', 'week-31', '-o', pathOf('mine.md'));
		expect(refused).toMatchObject({ exitCode: 1, out: '' });
		expect(refused.err).toMatch(/mine\.md exists already, and is not overwritten\. Add --force to overwrite\.\n$/);
		expect(readFileSync(pathOf('mine.md'), 'utf8')).toBe('mine');
		expect(await runCommand('export', 'week-31', '-o', pathOf('mine.md'), '--force')).toMatchObject({ exitCode: 0 });
		expect(readFileSync(pathOf('mine.md'), 'utf8')).toMatch(/^# Design review/);
	});

	it('asks before overwriting if it is given a prompt', async () => {
		writeFileSync(pathOf('mine.md'), 'mine');
		const options = { name: 'week-31', format: null, force: false, state: null, set: [], baseline: [] };
		const questions: string[] = [];
		const answer = (isYes: boolean) => (question: string) => {
			questions.push(question);
			return Promise.resolve(isYes);
		};
		await expect(exportCommand({ ...options, file: pathOf('mine.md') }, answer(false))).rejects.toThrow(
			'stays as it was',
		);
		expect(readFileSync(pathOf('mine.md'), 'utf8')).toBe('mine');
		await exportCommand({ ...options, file: pathOf('mine.md') }, answer(true));
		expect(readFileSync(pathOf('mine.md'), 'utf8')).not.toBe('mine');
		expect(questions).toEqual(Array(2).fill(`${pathOf('mine.md')} exists already. Overwrite it?`));
		await exportCommand({ ...options, file: pathOf('new.md') }, answer(false));
		expect(questions).toHaveLength(2);
	});

	it.each([
		[['-o', '/nowhere/at/all/review.md'], /review\.md was not written: there is no such folder\.\n$/, 1],
		[
			['-o', 'review.txt'],
			/^Name it \.md, \.html or \.json, or add --format: review\.txt does not say its format\.\n$/,
			2,
		],
		[['-o', 'review'], /does not say its format/, 2],
		[['--format', 'htm'], /There is no format htm\. Did you mean html\?\n$/, 2],
		[['--state', 'mendd'], /has no state mendd\. Did you mean mended\?/, 2],
		[['--set', 'segments.fak.routedSmall=1'], /--set: .*faq/, 2],
		[['--baseline', 'x=1'], /--baseline: /, 2],
		[['extra'], /export takes one scenario, so extra is too much/, 2],
	] as const)('rejects %j and says what to do', async (args, message, code) => {
		const { exitCode, out, err } = await runCommand('export', 'week-31', ...args);
		expect([exitCode, out]).toEqual([code, '']);
		expect(err).toMatch(message);
		expect(err.trim()).not.toContain('\n');
	});

	it('reports that the file is a folder', async () => {
		mkdirSync(pathOf('folder.md'));
		const { exitCode, err } = await runCommand('export', 'week-31', '-o', pathOf('folder.md'), '--force');
		expect(exitCode).toBe(1);
		expect(err).toMatch(/folder\.md is a folder: name a file in it\.\n$/);
	});

	it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
		'reports a read-only folder (not as root, who can write anywhere)',
		async () => {
			mkdirSync(pathOf('locked'));
			chmodSync(pathOf('locked'), 0o500);
			const { exitCode, err } = await runCommand('export', 'week-31', '-o', pathOf('locked/review.md'));
			expect(exitCode).toBe(1);
			expect(err).toMatch(/locked\/review\.md was not written: .+\.\n$/);
			expect(existsSync(pathOf('locked/review.md'))).toBe(false);
		},
	);

	it('suggests a scenario for an unknown name, as other commands do', async () => {
		const { exitCode, err } = await runCommand('export', 'week-32');
		expect([exitCode, err]).toEqual([2, expect.stringContaining('Did you mean week-31')]);
	});

	it('never overwrites the scenario itself, and prints if the file is -', async () => {
		const source = pathOf('own.yaml');
		writeFileSync(source, readFileSync('scenarios/toy-request.yaml', 'utf8'));
		const refused = await runCommand('export', source, '-o', source, '--format', 'json', '--force');
		expect(refused).toMatchObject({ exitCode: 2, err: expect.stringContaining('is the scenario itself') });
		expect(readFileSync(source, 'utf8')).toContain('id: toy-request');
		expect((await runCommand('export', 'toy-request', '-o', '-')).out).toContain(
			'# Design review: One request, two lanes',
		);
	});
});

describe('normalised shares', () => {
	const FILE = `id: mix
title: Mix
summary: As printed.
source: A log.
prices: { small: { input: 1, output: 1 }, strong: { input: 10, output: 10 } }
tokens: { fresh: 1000, output: 100 }
shares: normalize
segments:
  - { id: a, name: A, share: 0.667, risk: low, routedSmall: 0.5 }
  - { id: b, name: B, share: 0.334, risk: low, routedSmall: 0.5 }
`;
	const NOTE = /The shares in the file sum to 100\.1%: each was divided by that sum \(shares: normalize\)\./;

	it.each([
		['report', 'text'],
		['report', 'md'],
		['report', 'json'],
		['report', 'csv'],
		['export', 'md'],
		['export', 'html'],
		['export', 'json'],
	])('are noted in a %s as %s', async (command, format) => {
		writeFileSync(pathOf('mix.yaml'), FILE);
		const { exitCode, out } = await runCommand(command, pathOf('mix.yaml'), '--format', format);
		expect(exitCode).toBe(0);
		expect(out.replace(/\s+/g, ' ')).toMatch(NOTE);
	});

	it('come with a cached-input price that follows the input price', async () => {
		writeFileSync(pathOf('mix.yaml'), FILE);
		const json = async (...set: string[]) =>
			JSON.parse((await runCommand('report', pathOf('mix.yaml'), '--format', 'json', ...set)).out);
		expect((await json()).prices.small).toEqual({ input: 1, cachedInput: 1, output: 1, request: 0, above: [] });
		const edited = await json('--set', 'prices.small.input=2');
		expect(edited.prices.small).toMatchObject({ input: 2, cachedInput: 2 });
		expect(edited.edits).toEqual(['prices.small.input=2']);
	});
});
