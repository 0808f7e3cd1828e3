import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Action } from '../../src/screens/action.js';
import { type SheetFiles, sheetFiles } from '../../src/session/worksheet-files.js';
import { aSheet } from '../worksheet/sheets.js';

let home: string;
let said: Action[];
let files: SheetFiles;
beforeEach(async () => {
	home = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	said = [];
	files = await sheetFiles({ env: { DISPATCH_BOARD_HOME: home }, dispatch: (action) => said.push(action) });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const path = () => join(home, 'worksheets', 'mine.yaml');
const titled = (title: string) => {
	const sheet = aSheet();
	return { ...sheet, scenario: { ...sheet.scenario, title } };
};
const save = (title: string, { over = false, subject = 'feature title' } = {}) =>
	files.run({ type: 'sheet-save', path: path(), sheet: titled(title), over, subject });
const until = (type: Action['type']) =>
	vi.waitFor(() => {
		const found = said.find((action) => action.type === type);
		if (!found) throw new Error(`no ${type} yet`);
		return found;
	});
const made = async () => {
	files.run({ type: 'sheet-create', sheet: aSheet(), path: null });
	await until('sheet-opened');
};

describe('files of worksheets in the workbook', () => {
	it('writes the last of several changes that came together, and says that it is saved', async () => {
		await made();
		for (const title of ['One', 'Two', 'Three']) save(title);
		expect(await until('sheet-saved')).toMatchObject({ saved: { state: 'saved' } });
		expect(said.filter(({ type }) => type === 'sheet-saved')).toHaveLength(1);
		expect(readFileSync(path(), 'utf8')).toContain('title: Three');
	});

	it('keeps one version of keys that come one after the other', async () => {
		await made();
		for (const title of ['One', 'Two', 'Three']) {
			save(title);
			files.finish();
		}
		const kept = readdirSync(join(home, 'worksheets', '.versions', 'mine'));
		expect(kept).toHaveLength(1);
		expect(readFileSync(join(home, 'worksheets', '.versions', 'mine', kept[0] ?? ''), 'utf8')).toContain('title: Mine');
	});

	it('keeps a version for each thing that is changed, however fast', async () => {
		await made();
		for (const title of ['One', 'Two', 'Three']) {
			save(title, { subject: title });
			files.finish();
		}
		expect(readdirSync(join(home, 'worksheets', '.versions', 'mine'))).toHaveLength(3);
	});

	it('writes what waits when the program ends', async () => {
		await made();
		save('At the end');
		expect(files.finish()).toBeNull();
		expect(readFileSync(path(), 'utf8')).toContain('title: At the end');
	});

	it('leaves a copy of what cannot be saved at the end, and says where', async () => {
		await made();
		rmSync(join(home, 'worksheets'), { recursive: true });
		writeFileSync(join(home, 'worksheets'), 'in the way');
		save('Nearly lost');
		const told = files.finish();
		const copy = /they are in (\S+\.yaml)\./.exec(told ?? '')?.[1] ?? '';
		expect(readFileSync(copy, 'utf8')).toContain('title: Nearly lost');
		rmSync(copy);
		expect(said.at(-1)).toMatchObject({
			type: 'sheet-saved',
			saved: { state: expect.stringMatching(/failed|conflict/) },
		});
	});

	it('asks before it writes over what somebody else wrote, and keeps that when it does', async () => {
		await made();
		const theirs = readFileSync(path(), 'utf8').replace('title: Mine', 'title: Theirs');
		writeFileSync(path(), theirs);
		save('Ours');
		expect(await until('sheet-saved')).toMatchObject({ saved: { state: 'conflict' } });
		expect(readFileSync(path(), 'utf8')).toBe(theirs);
		save('Ours', { over: true });
		files.finish();
		expect(readFileSync(path(), 'utf8')).toContain('title: Ours');
		const versions = join(home, 'worksheets', '.versions', 'mine');
		expect(readdirSync(versions).some((name) => readFileSync(join(versions, name), 'utf8') === theirs)).toBe(true);
	});

	it('takes a file that was opened in the lab as it is, comments included', async () => {
		await made();
		writeFileSync(path(), `# a note\n${readFileSync(path(), 'utf8')}`);
		const later = await sheetFiles({ env: { DISPATCH_BOARD_HOME: home }, dispatch: (action) => said.push(action) });
		later.run({ type: 'sheet-save', path: path(), sheet: titled('Changed'), over: false, subject: '' });
		expect(later.finish()).toBeNull();
		expect(readFileSync(path(), 'utf8')).toMatch(/^# a note\n[\s\S]*title: Changed/);
	});

	it('finds another name where the one is taken, and says where it went beside somebody else’s', async () => {
		await made();
		files.run({ type: 'sheet-create', sheet: aSheet(), path: null, besides: path() });
		const opened = await vi.waitFor(() => {
			const found = said.filter(({ type }) => type === 'sheet-opened');
			expect(found).toHaveLength(2);
			return found[1];
		});
		expect(opened).toMatchObject({ path: join(home, 'worksheets', 'mine-2.yaml') });
		expect(said.at(-1)).toMatchObject({ type: 'done', text: expect.stringContaining('theirs stays in mine.yaml') });
	});

	it('opens nothing that has the id of a scenario of the program', async () => {
		await made();
		writeFileSync(path(), readFileSync(path(), 'utf8').replace('id: mine', 'id: week-31'));
		files.run({ type: 'sheet-open', path: path() });
		expect(await until('told')).toMatchObject({
			text: expect.stringContaining('week-31 is a scenario that comes with'),
		});
	});

	it('renames, copies and deletes, and says what is gone', async () => {
		await made();
		files.run({ type: 'sheet-duplicate', path: path(), name: 'other', words: 'other' });
		await until('done');
		expect(readFileSync(join(home, 'worksheets', 'other.yaml'), 'utf8')).toContain('title: other');
		files.run({ type: 'sheet-rename', path: path(), name: 'new', words: 'New!' });
		expect(await until('sheet-gone')).toEqual({ type: 'sheet-gone', path: path() });
		expect(readFileSync(join(home, 'worksheets', 'new.yaml'), 'utf8')).toContain('title: New!');
		said = [];
		files.run({ type: 'sheet-delete', path: join(home, 'worksheets', 'new.yaml') });
		await until('sheet-gone');
		expect(existsSync(join(home, 'worksheets', 'new.yaml'))).toBe(false);
	});

	it('asks again for a price list that cannot be read', async () => {
		mkdirSync(join(home, 'folder'));
		files.run({ type: 'sheet-prices', file: join(home, 'folder') });
		expect(await until('file-refused')).toMatchObject({ for: 'prices', text: 'it is a folder' });
	});
});
