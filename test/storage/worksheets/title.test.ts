import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadScenario, writeScenario } from '../../../src/content/index.js';
import { readTitle } from '../../../src/storage/worksheets/list.js';
import { rounds } from '../../support/effort.js';
import { documentOf, LONG_TEXT, TEXT, withTitle } from './sheets.js';

let folder: string;
let file: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	file = join(folder, 'mine.yaml');
});
afterAll(() => rmSync(folder, { recursive: true }));

const titleOf = (text: string): string | null => {
	writeFileSync(file, text);
	return readTitle(file);
};
const withTitleLine = (line: string): string => TEXT.replace('title: Mine', line);

it.each([
	['title: Claims intake, 2026 (draft)!', 'Claims intake, 2026 (draft)!'],
	['title:   Über uns  ', 'Über uns'],
	['title: "He said: #1"', 'He said: #1'],
	["title: 'He said: #1'", 'He said: #1'],
])('readTitle reads the same title as the loader: %s', (line, title) => {
	expect(titleOf(withTitleLine(line))).toBe(title);
	expect(documentOf(withTitleLine(line)).scenario.title).toBe(title);
});

it.each([
	['on several lines', 'title: Mine\n  and yours'],
	['folded', 'title: >\n  Mine'],
	['escaped', 'title: "Mine \\u0041"'],
	['with a comment', 'title: Mine # yours'],
	['an alias', 'title: *mine'],
	['under a quoted key', '"title": Mine'],
])('readTitle returns null for a title that is %s', (_, line) => {
	expect(titleOf(withTitleLine(line))).toBeNull();
});

it('readTitle returns null for a title far down, a folder or a missing file', () => {
	expect(titleOf(LONG_TEXT)).toBeNull();
	expect(readTitle(folder)).toBeNull();
	expect(readTitle(join(folder, 'none.yaml'))).toBeNull();
});

it('readTitle never returns a different title than the loader', () => {
	const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
	const oneOf = fc.constantFrom('a: b', '- a', '# a', "it's", '"a"', '{a}', '!a', '? a', 'a #b', '1e3', 'true', '~');
	fc.assert(
		fc.property(fc.oneof(words, oneOf), fc.boolean(), (title, isWritten) => {
			const saved = isWritten ? writeScenario(withTitle(title), null, 'a.yaml') : null;
			const text = saved?.ok ? saved.text : withTitleLine(`title: ${title}`);
			const loaded = loadScenario(text, 'a.yaml');
			const found = titleOf(text);
			if (loaded.ok && found !== null) expect(found).toBe(loaded.document.scenario.title);
		}),
		{ numRuns: rounds(1000) },
	);
});
