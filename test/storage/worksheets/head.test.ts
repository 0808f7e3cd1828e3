import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadScenario, writeScenario } from '../../../src/content/index.js';
import { titleAt } from '../../../src/storage/worksheets/list.js';
import { rounds } from '../../support/effort.js';
import { documentOf, LONG_TEXT, TEXT, titled } from './sheets.js';

let folder: string;
let file: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	file = join(folder, 'mine.yaml');
});
afterAll(() => rmSync(folder, { recursive: true }));

const head = (text: string): string | null => {
	writeFileSync(file, text);
	return titleAt(file);
};
const changed = (line: string): string => TEXT.replace('title: Mine', line);

it.each([
	['title: Claims intake, 2026 (draft)!', 'Claims intake, 2026 (draft)!'],
	['title:   Über uns  ', 'Über uns'],
	['title: "He said: #1"', 'He said: #1'],
	["title: 'He said: #1'", 'He said: #1'],
])('a title is read from the head as the loader reads it: %s', (line, title) => {
	expect(head(changed(line))).toBe(title);
	expect(documentOf(changed(line)).scenario.title).toBe(title);
});

it.each([
	['on several lines', 'title: Mine\n  and yours'],
	['folded', 'title: >\n  Mine'],
	['escaped', 'title: "Mine \\u0041"'],
	['with a comment', 'title: Mine # yours'],
	['an alias', 'title: *mine'],
	['quoted itself', '"title": Mine'],
])('a title that is %s is left to who reads the whole file', (_, line) => {
	expect(head(changed(line))).toBeNull();
});

it('says nothing of a title far down, of a folder, or of no file', () => {
	expect(head(LONG_TEXT)).toBeNull();
	expect(titleAt(folder)).toBeNull();
	expect(titleAt(join(folder, 'none.yaml'))).toBeNull();
});

it('never says another title than the loader, whatever it is', () => {
	const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
	const oneOf = fc.constantFrom('a: b', '- a', '# a', "it's", '"a"', '{a}', '!a', '? a', 'a #b', '1e3', 'true', '~');
	fc.assert(
		fc.property(fc.oneof(words, oneOf), fc.boolean(), (title, written) => {
			const saved = written ? writeScenario(titled(title), null, 'a.yaml') : null;
			const text = saved?.ok ? saved.text : changed(`title: ${title}`);
			const loaded = loadScenario(text, 'a.yaml');
			const said = head(text);
			if (loaded.ok && said !== null) expect(said).toBe(loaded.document.scenario.title);
		}),
		{ numRuns: rounds(1000) },
	);
});
