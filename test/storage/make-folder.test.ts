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

function errorCodeOf(path: string): string | undefined {
	try {
		makeFolder(path);
	} catch (error) {
		return codeOf(error);
	}
	return undefined;
}

it('makeFolder creates a folder and its parents with mode 700', () => {
	const path = join(home, 'a', 'b', 'c');
	makeFolder(path);
	makeFolder(path);
	expect([path, join(home, 'a')].map((folder) => statSync(folder).mode & 0o777)).toEqual([0o700, 0o700]);
});

it('makeFolder throws EEXIST or ENOTDIR if a file is in the way', () => {
	writeFileSync(join(home, 'file'), '');
	expect(errorCodeOf(join(home, 'file'))).toBe('EEXIST');
	expect(errorCodeOf(join(home, 'file', 'a', 'b'))).toBe('ENOTDIR');
});

it.runIf(existsSync('/proc/self'))('makeFolder throws ENOENT under /proc instead of looping forever', () => {
	expect(errorCodeOf('/proc/dispatch-board/a/b')).toBe('ENOENT');
	expect(errorCodeOf('/proc/self/dispatch-board')).toBe('ENOENT');
});
