import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from '../../src/storage/data-folder.js';
import { codeOf } from '../../src/storage/fault.js';

let home: string;
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
});
afterEach(() => rmSync(home, { recursive: true }));

function codeAt(path: string): string | undefined {
	try {
		makeFolder(path);
	} catch (error) {
		return codeOf(error);
	}
	return undefined;
}

it('makes a folder and those it is in, for the reader alone', () => {
	const path = join(home, 'a', 'b', 'c');
	makeFolder(path);
	makeFolder(path);
	expect([path, join(home, 'a')].map((made) => statSync(made).mode & 0o777)).toEqual([0o700, 0o700]);
});

it('says what stands in the way', () => {
	writeFileSync(join(home, 'file'), '');
	expect(codeAt(join(home, 'file'))).toBe('EEXIST');
	expect(codeAt(join(home, 'file', 'a', 'b'))).toBe('ENOTDIR');
});

it.runIf(existsSync('/proc/self'))('ends where nothing can be made and nothing says why', () => {
	expect(codeAt('/proc/dispatch-board/a/b')).toBe('ENOENT');
	expect(codeAt('/proc/self/dispatch-board')).toBe('ENOENT');
});
