import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { referencePages } from '../../build/reference/index.js';
import { capitalized } from '../../build/reference/page.js';
import { commandName } from '../../src/app/keys.js';
import { COMMAND_HELP } from '../../src/commands/command-help.js';
import { createProgram } from '../../src/commands/program.js';
import { METRIC_NAMES } from '../../src/engine/scenario.js';
import { keyText } from '../../src/screens/key-text.js';
import { ROWS } from '../support/layers.js';
import { runCommand } from '../support/run-program.js';

const read = (page: string): string => readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');

describe('the reference', () => {
	it('is up to date with the program (npm run reference writes it)', async () => {
		for (const { file, text } of await referencePages()) expect(read(file), file).toBe(text);
	});

	it('has every row of the key table', () => {
		const lines = read('keys.md').split('\n');
		const missing = ROWS.filter((row) => {
			const [key = ''] = row.keys;
			const isKnown = (line: string): boolean =>
				/^\d$/.test(key) || line.includes(`\`${keyText(key).replaceAll('|', '\\|')}\``);
			const name = capitalized(commandName(row));
			return !lines.some((line) => (line.includes(`| ${name} |`) || line.includes(`| ${name} (`)) && isKnown(line));
		});
		expect(missing).toEqual([]);
	});

	it('has the help of every command', async () => {
		const { program } = await createProgram([], '', { print: () => undefined, printError: () => undefined });
		expect(Object.keys(COMMAND_HELP).sort()).toEqual(program.commands.map((command) => command.name()).sort());
	});
});

describe('an example', () => {
	let home: string;
	beforeAll(() => {
		home = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
		vi.stubEnv('DISPATCH_BOARD_HOME', home);
	});
	afterAll(() => {
		vi.unstubAllEnvs();
		rmSync(home, { recursive: true, force: true });
	});

	/** Runs a command line; what it writes goes to a folder of its own. */
	const run = (line: string) => {
		const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
		const folder = mkdtempSync(join(home, 'output-'));
		return runCommand(...words.map((word, i) => (words[i - 1] === '-o' ? join(folder, word) : word)));
	};

	/** Needs a terminal or a file of the reader's, or is tried elsewhere. */
	const isTried = (line: string): boolean => !/^check|my-|--minutes/.test(line);
	const inReadme = [...readFileSync('README.md', 'utf8').matchAll(/^npm start -- ([^#\n]+)/gm)].map(([, line = '']) =>
		line.trim(),
	);
	const inHelp = Object.values(COMMAND_HELP).flatMap(({ examples }) => examples.map(({ line }) => line));

	it.each(inReadme.filter(isTried))('of the README runs: %s', async (line) => {
		expect(await run(line)).toMatchObject({ exitCode: 0, err: '' });
	});

	// The worksheet of the README is there already.
	it.each(inHelp.filter(isTried).filter((line) => !line.includes('--from')))('of the help runs: %s', async (line) => {
		expect(await run(line)).toMatchObject({ exitCode: 0, err: '' });
	});
});

describe('docs/formats.md', () => {
	it('names every field of the JSON report, of progress and of a journal line', async () => {
		const page = read('formats.md');
		const report = JSON.parse((await runCommand('report', 'week-31', '--format', 'json')).out) as object;
		const progress = JSON.parse(readFileSync(new URL('../net/outputs/progress.json', import.meta.url), 'utf8')) as {
			readonly counts: object;
		};
		const names = [...Object.keys(report), ...Object.keys(progress), ...Object.keys(progress.counts)];
		expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
		expect(METRIC_NAMES.filter((name) => !read('fields.md').includes(`| \`${name}\` |`))).toEqual([]);
	});
});
