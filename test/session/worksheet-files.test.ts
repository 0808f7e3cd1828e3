import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Action } from '../../src/screens/action.js';
import { createSheetFiles, type SheetFiles } from '../../src/session/worksheet-files.js';
import { newSheet } from '../worksheet/sheets.js';

let home: string;
let actions: Action[];
let files: SheetFiles;
beforeEach(async () => {
	home = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	actions = [];
	files = await createSheetFiles({ env: { DISPATCH_BOARD_HOME: home }, dispatch: (action) => actions.push(action) });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const path = () => join(home, 'worksheets', 'mine.yaml');
const titled = (title: string) => {
	const sheet = newSheet();
	return { ...sheet, scenario: { ...sheet.scenario, title } };
};
const save = (title: string, { over = false, subject = 'feature title' } = {}) =>
	files.run({ type: 'sheet-save', path: path(), sheet: titled(title), over, subject });
const waitForAction = (type: Action['type']) =>
	vi.waitFor(() => {
		const found = actions.find((action) => action.type === type);
		if (!found) throw new Error(`no ${type} yet`);
		return found;
	});
const createSheet = async () => {
	files.run({ type: 'sheet-create', sheet: newSheet(), path: null });
	await waitForAction('sheet-opened');
};

describe('file operations on worksheets', () => {
	it('writes only the last of several changes that came together, and reports it saved', async () => {
		await createSheet();
		for (const title of ['One', 'Two', 'Three']) save(title);
		expect(await waitForAction('sheet-saved')).toMatchObject({ saved: { state: 'saved' } });
		expect(actions.filter(({ type }) => type === 'sheet-saved')).toHaveLength(1);
		expect(readFileSync(path(), 'utf8')).toContain('title: Three');
	});

	it('stores one earlier version for quick edits of the same subject', async () => {
		await createSheet();
		for (const title of ['One', 'Two', 'Three']) {
			save(title);
			files.finish();
		}
		const kept = readdirSync(join(home, 'worksheets', '.versions', 'mine'));
		expect(kept).toHaveLength(1);
		expect(readFileSync(join(home, 'worksheets', '.versions', 'mine', kept[0] ?? ''), 'utf8')).toContain('title: Mine');
	});

	it('stores an earlier version for each subject, however quick the edits', async () => {
		await createSheet();
		for (const title of ['One', 'Two', 'Three']) {
			save(title, { subject: title });
			files.finish();
		}
		expect(readdirSync(join(home, 'worksheets', '.versions', 'mine'))).toHaveLength(3);
	});

	it('writes pending changes when the program ends', async () => {
		await createSheet();
		save('At the end');
		expect(files.finish()).toBeNull();
		expect(readFileSync(path(), 'utf8')).toContain('title: At the end');
	});

	it('saves a copy of unsaved changes at the end, and says where', async () => {
		await createSheet();
		rmSync(join(home, 'worksheets'), { recursive: true });
		writeFileSync(join(home, 'worksheets'), 'in the way');
		save('Nearly lost');
		const told = files.finish();
		const copy = /they are in (\S+\.yaml)\./.exec(told ?? '')?.[1] ?? '';
		expect(readFileSync(copy, 'utf8')).toContain('title: Nearly lost');
		rmSync(copy);
		expect(actions.at(-1)).toMatchObject({
			type: 'sheet-saved',
			saved: { state: expect.stringMatching(/failed|conflict/) },
		});
	});

	it('overwrites the changes of another program only when forced, and stores them as a version', async () => {
		await createSheet();
		const theirs = readFileSync(path(), 'utf8').replace('title: Mine', 'title: Theirs');
		writeFileSync(path(), theirs);
		save('Ours');
		expect(await waitForAction('sheet-saved')).toMatchObject({ saved: { state: 'conflict' } });
		expect(readFileSync(path(), 'utf8')).toBe(theirs);
		save('Ours', { over: true });
		files.finish();
		expect(readFileSync(path(), 'utf8')).toContain('title: Ours');
		const versions = join(home, 'worksheets', '.versions', 'mine');
		expect(readdirSync(versions).some((name) => readFileSync(join(versions, name), 'utf8') === theirs)).toBe(true);
	});

	it('saves over a file that it did not open itself, and keeps its comments', async () => {
		await createSheet();
		writeFileSync(path(), `# a note\n${readFileSync(path(), 'utf8')}`);
		const later = await createSheetFiles({
			env: { DISPATCH_BOARD_HOME: home },
			dispatch: (action) => actions.push(action),
		});
		later.run({ type: 'sheet-save', path: path(), sheet: titled('Changed'), over: false, subject: '' });
		expect(later.finish()).toBeNull();
		expect(readFileSync(path(), 'utf8')).toMatch(/^# a note\n[\s\S]*title: Changed/);
	});

	it('creates a file under another name if the first is taken, and names both files', async () => {
		await createSheet();
		files.run({ type: 'sheet-create', sheet: newSheet(), path: null, besides: path() });
		const opened = await vi.waitFor(() => {
			const found = actions.filter(({ type }) => type === 'sheet-opened');
			expect(found).toHaveLength(2);
			return found[1];
		});
		expect(opened).toMatchObject({ path: join(home, 'worksheets', 'mine-2.yaml') });
		expect(actions.at(-1)).toMatchObject({
			type: 'report-success',
			text: expect.stringContaining('the other version stays in mine.yaml'),
		});
	});

	it('refuses to open a file with the id of a shipped scenario', async () => {
		await createSheet();
		writeFileSync(path(), readFileSync(path(), 'utf8').replace('id: mine', 'id: week-31'));
		files.run({ type: 'sheet-open', path: path() });
		expect(await waitForAction('report-problem')).toMatchObject({
			text: expect.stringContaining('week-31 is a scenario that comes with'),
		});
	});

	it('renames, copies and deletes, and reports removed files', async () => {
		await createSheet();
		files.run({ type: 'sheet-duplicate', path: path(), name: 'other', words: 'other' });
		await waitForAction('report-success');
		expect(readFileSync(join(home, 'worksheets', 'other.yaml'), 'utf8')).toContain('title: other');
		files.run({ type: 'sheet-rename', path: path(), name: 'new', words: 'New!' });
		expect(await waitForAction('sheet-removed')).toEqual({ type: 'sheet-removed', path: path() });
		expect(readFileSync(join(home, 'worksheets', 'new.yaml'), 'utf8')).toContain('title: New!');
		actions = [];
		files.run({ type: 'sheet-delete', path: join(home, 'worksheets', 'new.yaml') });
		await waitForAction('sheet-removed');
		expect(existsSync(join(home, 'worksheets', 'new.yaml'))).toBe(false);
	});

	it('asks again for a price list that is not readable', async () => {
		mkdirSync(join(home, 'folder'));
		files.run({ type: 'sheet-prices', file: join(home, 'folder') });
		expect(await waitForAction('file-refused')).toMatchObject({ for: 'prices', text: 'it is a folder' });
	});
});
