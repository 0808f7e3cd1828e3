import { execFile } from 'node:child_process';
import {
	chmodSync,
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/storage/whole-file.js';
import { type Bundle, bundle } from '../e2e/harness/bundle.js';
import type { WriteTask } from './programs/whole-writer.js';

let folder: string;
let path: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	path = join(folder, 'a.yaml');
});
afterEach(() => {
	chmodSync(folder, 0o700);
	rmSync(folder, { recursive: true, force: true });
});
const text = (): string => readFileSync(path, 'utf8');
const modeOf = (file: string): number => statSync(file).mode & 0o777;

describe('writeWhole', () => {
	it('creates the file with the given permissions, and leaves no other file', () => {
		expect(writeWhole(path, 'eins\n', { mode: 0o600 })).toBeNull();
		expect(text()).toBe('eins\n');
		expect(modeOf(path)).toBe(0o600);
		expect(readdirSync(folder)).toEqual(['a.yaml']);
	});

	it('uses the default permissions of new files if none are given', () => {
		writeFileSync(join(folder, 'usual'), '');
		expect(writeWhole(path, '')).toBeNull();
		expect(modeOf(path)).toBe(modeOf(join(folder, 'usual')));
	});

	it('replaces an existing file only with force, and keeps its permissions', () => {
		writeFileSync(path, 'old', { mode: 0o640 });
		chmodSync(path, 0o640);
		expect(writeWhole(path, 'new')).toBe('there is a file of this name already');
		expect(text()).toBe('old');
		expect(writeWhole(path, 'new', { force: true, mode: 0o600 })).toBeNull();
		expect(text()).toBe('new');
		expect(modeOf(path)).toBe(0o640);
		expect(readdirSync(folder)).toEqual(['a.yaml']);
	});

	it('writes to the target of a link, whether or not it exists', () => {
		mkdirSync(join(folder, 'kept'));
		symlinkSync('kept/b.yaml', path);
		for (const content of ['one', 'two']) {
			expect(writeWhole(path, content, { force: content === 'two' })).toBeNull();
			expect(readlinkSync(path)).toBe('kept/b.yaml');
			expect(lstatSync(join(folder, 'kept/b.yaml')).isFile()).toBe(true);
			expect(text()).toBe(content);
		}
		expect(writeWhole(path, 'three')).toBe('there is a file of this name already');
	});

	it.each<[string, () => string, string]>([
		['a folder', () => folder, 'it is a folder'],
		['in a missing folder', () => join(folder, 'no/a.yaml'), 'there is no such folder'],
		[
			'in a file',
			() => {
				writeFileSync(path, '');
				return join(path, 'b.yaml');
			},
			'there is a file where a folder should be',
		],
		['a device', () => '/dev/null', 'it is no file'],
		['a name that is too long', () => join(folder, 'n'.repeat(300)), 'its name is too long'],
		[
			'a link to itself',
			() => {
				symlinkSync('a.yaml', path);
				return path;
			},
			'its links lead in a circle',
		],
	])('fails with a description if the path is %s', (_, setUp, words) => {
		const target = setUp();
		const before = readdirSync(folder);
		for (const force of [false, true]) expect(writeWhole(target, 'x', { force })).toBe(words);
		expect(readdirSync(folder)).toEqual(before);
		expect(existsSync('/dev/null')).toBe(true);
	});
});

describe('writeWhole in another process', () => {
	let writer: Bundle;
	beforeAll(async () => {
		writer = await bundle('test/storage/programs/whole-writer.ts', { tuned: false });
	}, 60_000);
	afterAll(() => writer.remove());

	/** Calls `writeWhole` in a separate process, and returns its result. */
	async function writeInProcess(options: Partial<WriteTask>, limit = ':'): Promise<string | null> {
		const task: WriteTask = { path, length: 20_000, force: true, ...options };
		const command = [process.execPath, writer.file, JSON.stringify(task)];
		const output = await promisify(execFile)('/bin/sh', ['-c', `${limit}; exec "$@"`, 'sh', ...command]);
		expect(output.stderr).toBe('');
		return JSON.parse(output.stdout) as string | null;
	}

	it.each([true, false])('changes nothing if the file may not grow (file exists: %s)', async (fileExists) => {
		if (fileExists) writeFileSync(path, 'old');
		expect(await writeInProcess({}, 'ulimit -f 8')).toMatch(/it has reached the largest size allowed|the disk is full/);
		expect(readdirSync(folder)).toEqual(fileExists ? ['a.yaml'] : []);
		if (fileExists) expect(text()).toBe('old');
		expect(await writeInProcess({})).toBeNull();
		expect(text()).toBe('n'.repeat(20_000));
	});

	it('lets only one of several processes create the file', async () => {
		const lengths = Array.from({ length: 8 }, (_, n) => 50_000 + n);
		const results = await Promise.all(lengths.map((length) => writeInProcess({ length, force: false })));
		const [winner] = lengths.filter((_, n) => results[n] === null);
		expect(results.filter((result) => result !== null)).toEqual(Array(7).fill('there is a file of this name already'));
		expect(text()).toHaveLength(winner ?? 0);
		expect(readdirSync(folder)).toEqual(['a.yaml']);
	});

	it('changes nothing in a read-only folder', async () => {
		writeFileSync(path, 'old');
		chmodSync(path, 0o666);
		chmodSync(folder, 0o555);
		expect(await writeInProcess({ asNobody: true })).toBe('permission was denied');
		expect(await writeInProcess({ asNobody: true, path: join(folder, 'b.yaml'), force: false })).toBe(
			'permission was denied',
		);
		expect(text()).toBe('old');
		expect(readdirSync(folder)).toEqual(['a.yaml']);
	});

	it('changes nothing if the file is write-protected', async () => {
		writeFileSync(path, 'old');
		chmodSync(path, 0o444);
		chmodSync(folder, 0o777);
		expect(await writeInProcess({ asNobody: true })).toBe('permission was denied');
		expect(text()).toBe('old');
		expect(readdirSync(folder)).toEqual(['a.yaml']);
	});
});
