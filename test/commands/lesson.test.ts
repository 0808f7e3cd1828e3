import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lessons from 'virtual:lessons';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lessonCommand } from '../../src/commands/lesson.js';
import type { LessonDocument } from '../../src/content/index.js';
import { runCommand } from '../support/run-program.js';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const pathOf = (...names: string[]): string => join(folder, ...names);
const read = (...names: string[]): string => readFileSync(pathOf(...names), 'utf8');

const FIRST = '01-the-bill-fell';
const fileName = ({ id, number }: LessonDocument): string => `${String(number).padStart(2, '0')}-${id}`;
/** Lessons as files and in lists. */
const COUNT = lessons.length;
const LAST = COUNT - 1;

describe('dispatch-board lesson', () => {
	it('lists the lessons with their numbers on screen', async () => {
		const { out } = await runCommand('lesson');
		const listed = [...out.matchAll(/^ +(\d*) {2}(\S+) {2,}(.*) \(\d+ min\)$/gm)].map(([, ...found]) => found);
		expect(listed).toEqual(lessons.map(({ id, number, title }) => [String(number || ''), id, title]));
		expect(listed[0]).toEqual(['', 'before-you-start', 'Before you start']);
	});

	it.each(lessons.map(({ id, number }) => [number, id] as const))(
		'opens lesson %i by its number',
		async (number, id) => {
			const { exitCode, out } = await runCommand('lesson', String(number));
			expect(exitCode).toBe(0);
			expect(out).toBe((await runCommand('lesson', id)).out);
			if (number === 0) expect(out).toMatch(/^Before you start\n=+\nWarm-up, about 4 minutes\./);
			else expect(out).toContain(`\nLesson ${number}. `);
		},
	);

	it('prints, for a lesson without a number too, the command that computes what comes of an edit', async () => {
		expect((await runCommand('lesson', '0')).out.replace(/\s+/g, ' ')).toContain('dispatch-board report toy-request');
	});

	it('takes a number as it is in the names of files', async () => {
		expect((await runCommand('lesson', '03')).out).toBe((await runCommand('lesson', '3')).out);
	});

	it.each([String(LAST + 1), '99999999999999999999'])('refuses lesson %s and says the range', async (number) => {
		expect(await runCommand('lesson', number)).toEqual({
			exitCode: 2,
			out: '',
			err: `There is no lesson ${number}: they are numbered 0 to ${LAST}.\n`,
		});
	});

	it('gives a lesson of the reader no number', async () => {
		copyFileSync('lessons/model-routing/01-the-bill-fell.md', pathOf('07-mine.md'));
		const { out } = await runCommand('lesson', pathOf('07-mine.md'));
		expect(out).toMatch(/^The bill fell.*\n=+\nThe opening failure, about 6 minutes/);
	});

	it.each([
		[['the-slise'], /There is no lesson the-slise\. Did you mean the-slice\?/],
		[['1', '2'], /lesson takes one lesson, so 2 is too much/],
		[['1', '--format', 'htm'], /There is no format htm\. Did you mean html\?/],
		[['1', '-o', 'out'], /Name it \.md, \.html or \.txt, or add --format: out does not say its format\./],
		[['-o', 'out.md'], /Name the lesson to write to out\.md, or add --all to write all of them to that folder\./],
		[['--answers'], /--answers needs a lesson: name one, or add --all\./],
		[['--all'], /Add -o FOLDER: --all writes a file for each lesson\./],
		[['--all', '-o', '-', '--format', 'md'], /Add -o FOLDER/],
		[['--all', '-o', 'out'], /Add --format md, html or text: the folder out does not say the format of its files\./],
		[['3', '--all', '-o', 'out', '--format', 'md'], /--all takes every lesson: leave out 3, or --all\./],
	] as const)('refuses %j and says what to do', async (args, message) => {
		const { exitCode, out, err } = await runCommand('lesson', ...args);
		expect([exitCode, out]).toEqual([2, '']);
		expect(err).toMatch(message);
		expect(err.trim()).not.toContain('\n');
		expect(existsSync('out')).toBe(false);
	});
});

describe('dispatch-board lesson -o FILE', () => {
	it.each([
		['a.md', /^# The bill fell/],
		['a.markdown', /^# The bill fell/],
		['a.HTML', /^<!doctype html>/],
		['a.htm', /^<!doctype html>/],
		['a.txt', /^The bill fell.*\n===/],
	])('writes %s in the format of its extension', async (name, start) => {
		const { exitCode, out, err } = await runCommand('lesson', '1', '-o', pathOf(name));
		expect([exitCode, err]).toEqual([0, '']);
		expect(out).toMatch(new RegExp(`^Wrote .*${name} \\(\\w+, \\d+ KiB\\)\\.\n$`));
		expect(read(name)).toMatch(start);
		expect(readdirSync(folder)).toEqual([name]);
	});

	it('prefers --format, and prints for a dash', async () => {
		await runCommand('lesson', '1', '-o', pathOf('page'), '--format', 'html');
		expect(read('page')).toMatch(/^<!doctype html>/);
		const { out } = await runCommand('lesson', '1', '-o', '-', '--format', 'html');
		expect(out).toBe(read('page'));
	});

	it('overwrites a file only with --force', async () => {
		writeFileSync(pathOf('mine.md'), 'mine');
		const refused = await runCommand('lesson', '1', '-o', pathOf('mine.md'));
		expect(refused).toMatchObject({ exitCode: 1, out: '' });
		expect(refused.err).toMatch(/mine\.md exists already, and is not overwritten\. Add --force to overwrite\.\n$/);
		expect(read('mine.md')).toBe('mine');
		expect(await runCommand('lesson', '1', '-o', pathOf('mine.md'), '--force')).toMatchObject({ exitCode: 0 });
		expect(read('mine.md')).toMatch(/^# The bill fell/);
	});

	it('never overwrites a lesson', async () => {
		copyFileSync('lessons/model-routing/01-the-bill-fell.md', pathOf('mine.md'));
		const before = read('mine.md');
		const { exitCode, err } = await runCommand('lesson', pathOf('mine.md'), '-o', pathOf('mine.md'), '--force');
		expect(exitCode).toBe(2);
		expect(err).toMatch(/mine\.md is a lesson itself: choose another place for the handout\.\n$/);
		expect(read('mine.md')).toBe(before);
	});

	it('reports a folder in place of the file, and a folder that is missing', async () => {
		mkdirSync(pathOf('a.md'));
		expect((await runCommand('lesson', '1', '-o', pathOf('a.md'))).err).toMatch(/a\.md is a folder: name a file in it/);
		const { exitCode, err } = await runCommand('lesson', '1', '-o', pathOf('none', 'a.md'));
		expect(exitCode).toBe(1);
		expect(err).toMatch(/a\.md was not written: there is no such folder\.\n$/);
	});
});

describe('dispatch-board lesson --all', () => {
	const writeAll = (format: string, ...more: string[]) =>
		runCommand('lesson', '--all', '--format', format, '-o', pathOf('to', 'book'), ...more);

	it.each([
		['md', 'md'],
		['html', 'html'],
		['text', 'txt'],
	])('writes every lesson and an index as %s, to a folder that it makes', async (format, extension) => {
		const { exitCode, out, err } = await writeAll(format);
		expect([exitCode, err]).toEqual([0, '']);
		expect(out).toMatch(
			new RegExp(`^Wrote ${COUNT} handouts and index\\.${extension} to .*book \\(${format}, \\d+ KiB\\)`),
		);
		const names = lessons.map((lesson) => `${fileName(lesson)}.${extension}`);
		expect(readdirSync(pathOf('to', 'book')).sort()).toEqual([...names, `index.${extension}`].sort());
		for (const [i, name] of names.entries()) {
			const { out: printed } = await runCommand('lesson', String(i), '--format', format);
			expect(read('to', 'book', name)).toBe(printed);
		}
		// Others may read handouts; progress and worksheets are for the user alone.
		if (process.platform !== 'win32')
			expect(statSync(pathOf('to', 'book')).mode & 0o777).toBe(0o777 & ~process.umask());
	});

	it('links every lesson in the index, in order, with its part, number and minutes', async () => {
		await writeAll('md');
		const index = read('to', 'book', 'index.md');
		const linked = [...index.matchAll(/^(\d+\.|-) \[.*\]\((.*)\) \((\d+) min\)$/gm)].map(([, ...found]) => found);
		expect(linked).toEqual(
			lessons.map((lesson) => [
				lesson.number ? `${lesson.number}.` : '-',
				`${fileName(lesson)}.md`,
				String(lesson.minutes),
			]),
		);
		// What comes before lesson 1 counts neither as a lesson nor in the minutes.
		const minutes = lessons.reduce((sum, lesson) => sum + (lesson.number ? lesson.minutes : 0), 0);
		expect(index).toContain(`\n${LAST} lessons, about ${minutes} minutes.\n`);
		expect([...index.matchAll(/^## (.*)$/gm)].map(([, part]) => part)).toEqual([
			...new Set(lessons.map(({ part }) => part)),
		]);
		await writeAll('html');
		const page = read('to', 'book', 'index.html');
		const links = [...page.matchAll(/<li (?:value="(\d+)"|class="unnumbered")><a href="([^"]*)">/g)].map(
			([, ...found]) => found,
		);
		expect(links.map(([number]) => number)).toEqual(lessons.map(({ number }) => (number ? String(number) : undefined)));
		for (const [, name] of links) expect(existsSync(pathOf('to', 'book', name ?? '')), name).toBe(true);
	});

	it('keeps both editions in one folder', async () => {
		await writeAll('md');
		const readers = read('to', 'book', `${FIRST}.md`);
		const { exitCode, out } = await writeAll('md', '--answers');
		expect(exitCode).toBe(0);
		expect(out).toContain('handouts and index.answers.md');
		expect(readdirSync(pathOf('to', 'book'))).toHaveLength(2 * (COUNT + 1));
		expect(read('to', 'book', `${FIRST}.md`)).toBe(readers);
		expect(readers).not.toContain('a solution: ');
		expect(read('to', 'book', `${FIRST}.answers.md`)).toContain('a solution: ');
		expect(read('to', 'book', 'index.md')).toContain(`(${FIRST}.md)`);
		expect(read('to', 'book', 'index.answers.md')).toContain(`(${FIRST}.answers.md)`);
	});

	it('writes nothing if a file exists, except with --force', async () => {
		mkdirSync(pathOf('to', 'book'), { recursive: true });
		writeFileSync(pathOf('to', 'book', 'index.md'), 'mine');
		const refused = await writeAll('md');
		expect(refused).toMatchObject({ exitCode: 1, out: '' });
		expect(refused.err).toMatch(/index\.md exists already, and is not overwritten\. Add --force to overwrite\.\n$/);
		expect(readdirSync(pathOf('to', 'book'))).toEqual(['index.md']);
		writeFileSync(pathOf('to', 'book', `${FIRST}.md`), 'mine too');
		const { err } = await writeAll('md');
		expect(err).toMatch(
			/01-the-bill-fell\.md and 1 more file exist already, and are not overwritten\. Add --force to overwrite\.\n$/,
		);
		expect(await writeAll('md', '--force')).toMatchObject({ exitCode: 0 });
		expect(read('to', 'book', 'index.md')).toMatch(/^# Lessons/);
		expect(readdirSync(pathOf('to', 'book'))).toHaveLength(COUNT + 1);
	});

	it('asks once before overwriting if it is given a prompt', async () => {
		await writeAll('md');
		writeFileSync(pathOf('to', 'book', 'index.md'), 'mine');
		const questions: string[] = [];
		const run = (isYes: boolean) =>
			lessonCommand(
				{ name: null, all: true, answers: false, format: 'md', output: pathOf('to', 'book'), force: false },
				(question) => {
					questions.push(question);
					return Promise.resolve(isYes);
				},
			);
		await expect(run(false)).rejects.toThrow(`and ${COUNT} more files stay as they were.`);
		expect(read('to', 'book', 'index.md')).toBe('mine');
		await run(true);
		expect(read('to', 'book', 'index.md')).toMatch(/^# Lessons/);
		const question = `${pathOf('to', 'book', '00-before-you-start.md')} and ${COUNT} more files exist already. Overwrite them?`;
		expect(questions).toEqual([question, question]);
	});

	it('does not overwrite a file that appears while it asks', async () => {
		await writeAll('md');
		rmSync(pathOf('to', 'book', 'index.md'));
		const options = { name: null, all: true, answers: false, format: 'md', output: pathOf('to', 'book'), force: false };
		const written = lessonCommand(options, () => {
			writeFileSync(pathOf('to', 'book', 'index.md'), 'mine');
			return Promise.resolve(true);
		});
		await expect(written).rejects.toThrow('there is a file of this name already');
		expect(read('to', 'book', 'index.md')).toBe('mine');
	});

	it('never overwrites the lessons of a book, whose files have the names of handouts', async () => {
		mkdirSync(pathOf('to', 'book'), { recursive: true });
		copyFileSync(`lessons/model-routing/02-the-slice.md`, pathOf('to', 'book', '02-the-slice.md'));
		const { exitCode, err } = await writeAll('md', '--force');
		expect(exitCode).toBe(2);
		expect(err).toMatch(/02-the-slice\.md is a lesson itself/);
		expect(readdirSync(pathOf('to', 'book'))).toEqual(['02-the-slice.md']);
	});

	it('reports a file in place of the folder', async () => {
		writeFileSync(pathOf('to'), '');
		const { exitCode, err } = await writeAll('md');
		expect(exitCode).toBe(1);
		expect(err).toMatch(/^The folder .*book was not made: there is a file where a folder should be\.\n$/);
	});

	it.skipIf(process.platform === 'win32')('says how far it came if a file cannot be written', async () => {
		mkdirSync(pathOf('to', 'book'), { recursive: true });
		// The third name is a link to a folder that is missing.
		symlinkSync(pathOf('to', 'nowhere', 'x.md'), pathOf('to', 'book', '02-the-slice.md'));
		const { exitCode, err } = await writeAll('md');
		expect(exitCode).toBe(1);
		expect(err).toMatch(/02-the-slice\.md was not written: there is no such folder\. 2 of \d+ files were written\.\n$/);
		expect(existsSync(pathOf('to', 'book', 'index.md'))).toBe(false);
	});

	it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
		'reports a read-only folder (not as root, who can write anywhere)',
		async () => {
			mkdirSync(pathOf('to'));
			chmodSync(pathOf('to'), 0o500);
			const { exitCode, err } = await writeAll('md');
			expect(exitCode).toBe(1);
			expect(err).toMatch(/^The folder .*book was not made: permission was denied\.\n$/);
		},
	);
});
