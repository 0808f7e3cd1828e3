import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScenarioDocument } from '../../../src/content/index.js';
import { listWorksheets, MOST_READ, readEntry } from '../../../src/storage/worksheets/list.js';
import {
	type Deleted,
	deleteWorksheet,
	duplicateWorksheet,
	type Named,
	renameWorksheet,
} from '../../../src/storage/worksheets/manage.js';
import { type Opened, openWorksheet } from '../../../src/storage/worksheets/open.js';
import { worksheetFolder } from '../../../src/storage/worksheets/place.js';
import { restoreVersion } from '../../../src/storage/worksheets/restore.js';
import { openWriter, type Saved, saveWorksheet } from '../../../src/storage/worksheets/save.js';
import { versionsOf } from '../../../src/storage/worksheets/versions.js';
import { documentOf, TEXT, titled } from './sheets.js';

const NOW = new Date('2026-07-01T09:00:00.000Z');
const STAMP = '2026-07-01T09-00-00-000Z';
let home: string;
let folder: string;
let path: string;
let env: { readonly DISPATCH_BOARD_HOME: string };
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	env = { DISPATCH_BOARD_HOME: home };
	folder = join(home, 'worksheets');
	path = join(folder, 'mine.yaml');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const onDisk = (file = path): string => readFileSync(file, 'utf8');
const files = (): string[] => readdirSync(folder).filter((name) => name !== '.versions');
const save = (
	document: ScenarioDocument,
	previous: string | null,
	more: { readonly file?: string; readonly force?: boolean; readonly now?: Date } = {},
): Promise<Saved> =>
	saveWorksheet({
		path: more.file ?? path,
		document,
		previous,
		env,
		now: more.now ?? NOW,
		...(more.force && { force: true }),
	});
function saved(result: Saved): string {
	if (!result.ok) throw new Error(result.message);
	expect(result.notice).toBeNull();
	return result.text;
}
const put = (text: string | Uint8Array, file = path): void => {
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, text);
};
function opened(result: Opened): Extract<Opened, { ok: true }> {
	if (!result.ok) throw new Error(JSON.stringify(result));
	return result;
}
function named(result: Named): Extract<Named, { ok: true }> {
	if (!result.ok) throw new Error(result.message);
	return result;
}
/** Titles of the versions that are kept, the newest first. */
const titles = async (file = path): Promise<(string | undefined)[]> =>
	(await versionsOf(file, env)).map((version) => /title: (.*)/.exec(onDisk(version.path))?.[1]);

describe('a worksheet', () => {
	it('is a file for the reader alone, in a folder of its own, and is read back as it was saved', async () => {
		const text = saved(await save(titled('First'), null));
		expect(await worksheetFolder(env)).toBe(folder);
		expect(onDisk()).toBe(text);
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(await openWorksheet(path, env, NOW)).toEqual({ ok: true, document: titled('First'), text, notice: null });
		expect(await versionsOf(path, env)).toEqual([]);
		expect(files()).toEqual(['mine.yaml']);
	});

	it('keeps comments and layout, and is not written when nothing changed', async () => {
		put(TEXT);
		utimesSync(path, 1, 1);
		expect(saved(await save(documentOf(TEXT), TEXT))).toBe(TEXT);
		expect(statSync(path).mtimeMs).toBe(1000);
		expect(await versionsOf(path, env)).toEqual([]);
		const text = saved(await save(titled('Other'), TEXT));
		expect(text).toBe(TEXT.replace('title: Mine', 'title: Other'));
		expect(onDisk()).toBe(text);
	});

	it('may be saved without waiting, once the writer is open', async () => {
		const writer = await openWriter(env);
		let previous: string | null = null;
		for (const title of ['One', 'Two', 'Three'])
			previous = saved(writer.save({ path, document: titled(title), previous, now: NOW }));
		expect(onDisk()).toBe(previous);
		expect(await titles()).toEqual(['Two', 'One']);
	});

	it.each([
		['with a byte order mark', `\uFEFF${TEXT}`],
		['with the line ends of Windows', TEXT.replaceAll('\n', '\r\n')],
	])('that an editor saved %s can be opened and saved', async (_, text) => {
		put(text);
		const before = opened(await openWorksheet(path, env, NOW));
		const after = saved(await save(titled('Other', before.document), before.text));
		expect(documentOf(after)).toEqual(titled('Other'));
		expect((await versionsOf(path, env)).map((version) => onDisk(version.path))).toEqual([text]);
	});

	it('that could not be read back is not written', async () => {
		const text = saved(await save(titled('First'), null));
		expect(await save(titled('Bell \u0007'), text)).toMatchObject({
			ok: false,
			kind: 'problems',
			message: /BEL|control/,
		});
		expect(onDisk()).toBe(text);
	});
});

describe('earlier versions', () => {
	it('are the last ten, the newest first, even those of one millisecond', async () => {
		let text: string | null = null;
		for (let n = 0; n < 15; n++) text = saved(await save(titled(`T${n}`), text));
		expect(await titles()).toEqual(Array.from({ length: 10 }, (_, n) => `T${13 - n}`));
		const versions = await versionsOf(path, env);
		expect(new Set(versions.map(({ at }) => at.getTime()))).toEqual(new Set([NOW.getTime()]));
		const kept = join(folder, '.versions', 'mine');
		const names = readdirSync(kept);
		expect(names).toHaveLength(10);
		expect([...names].sort().reverse()).toEqual(versions.map((version) => version.path.slice(kept.length + 1)));
		expect(statSync(kept).mode & 0o777).toBe(0o700);
		expect(statSync(versions[0]?.path ?? '').mode & 0o777).toBe(0o600);
	});

	it('keep their order when the clock goes back', async () => {
		let text: string | null = null;
		for (let n = 0; n < 13; n++)
			text = saved(await save(titled(`T${n}`), text, { now: new Date(NOW.getTime() - n * 86_400_000) }));
		expect(await titles()).toEqual(Array.from({ length: 10 }, (_, n) => `T${11 - n}`));
	});

	it('come back, and what was there becomes one of them', async () => {
		let text: string | null = null;
		for (const title of ['One', 'Two', 'Three']) text = saved(await save(titled(title), text));
		expect(opened(await restoreVersion(path, 2, env, NOW)).document).toEqual(titled('One'));
		expect(documentOf(onDisk())).toEqual(titled('One'));
		expect(await titles()).toEqual(['Three', 'Two', 'One']);
		expect(await restoreVersion(path, 4, env, NOW)).toEqual({
			ok: false,
			unreadable: 'there is no version 4 of it: 3 were kept',
		});
	});

	it('are kept of files elsewhere too, apart from others of their name', async () => {
		const elsewhere = ['a', 'b'].map((name) => join(home, name, 'mine.yaml'));
		for (const file of elsewhere) {
			mkdirSync(join(file, '..'));
			writeFileSync(file, TEXT, { mode: 0o640 });
			chmodSync(file, 0o640);
			saved(await save(titled(file), TEXT, { file }));
			expect(statSync(file).mode & 0o777).toBe(0o640);
			expect(await titles(file)).toEqual(['Mine']);
			expect(readdirSync(join(file, '..'))).toEqual(['mine.yaml']);
		}
		expect(await titles()).toEqual([]);
		expect(readdirSync(join(folder, '.versions'))).toHaveLength(2);
	});

	it('that cannot be kept do not keep a worksheet from being saved, and it says so', async () => {
		const text = saved(await save(titled('One'), null));
		writeFileSync(join(folder, '.versions'), '');
		expect(await save(titled('Two'), text)).toMatchObject({
			ok: true,
			notice: 'the version before this one could not be kept (there is a file where a folder should be)',
		});
		expect(documentOf(onDisk())).toEqual(titled('Two'));
	});

	it.runIf(process.platform === 'linux')('are not kept where there is no data folder, and it says so', async () => {
		vi.stubEnv('XDG_DATA_HOME', 'not/absolute');
		try {
			const file = join(home, 'mine.yaml');
			writeFileSync(file, TEXT);
			const request = { path: file, document: titled('Two'), previous: TEXT, env: {}, now: NOW };
			expect(await saveWorksheet(request)).toMatchObject({
				ok: true,
				notice: 'the version before this one could not be kept (there is no home folder)',
			});
			expect(await versionsOf(file, {})).toEqual([]);
			expect(await worksheetFolder({})).toBeNull();
			expect((await listWorksheets({})).notices).toEqual([expect.stringMatching(/^worksheets cannot be kept/)]);
		} finally {
			vi.unstubAllEnvs();
		}
	});
});

describe('a file that somebody else changed', () => {
	it.each<[string, () => void, RegExp]>([
		[
			'with other text',
			() => put(TEXT.replace('Mine', 'Theirs')),
			/mine\.yaml was changed by somebody else; nothing was written$/,
		],
		['into nothing', () => rmSync(path), /mine\.yaml is gone: somebody moved or removed it; nothing was written$/],
	])('%s is not replaced, unless it is asked for', async (_, change, words) => {
		const text = saved(await save(titled('One'), null));
		change();
		const there = existsSync(path) ? onDisk() : null;
		expect(await save(titled('Two'), text)).toEqual({
			ok: false,
			kind: 'conflict',
			message: expect.stringMatching(words),
		});
		expect(existsSync(path) ? onDisk() : null).toBe(there);
		expect(await versionsOf(path, env)).toEqual([]);
		saved(await save(titled('Two'), text, { force: true }));
		expect(documentOf(onDisk())).toEqual(titled('Two'));
		expect(await titles()).toEqual(there === null ? [] : ['Theirs']);
	});

	it('or made, where a new one was to be, is not replaced', async () => {
		put(TEXT);
		expect(await save(titled('Two'), null)).toMatchObject({
			ok: false,
			kind: 'conflict',
			message: /there is a file .*mine\.yaml already/,
		});
		expect(onDisk()).toBe(TEXT);
	});
});

describe('a damaged worksheet', () => {
	const HALF = TEXT.slice(0, 100);
	it.each<[string, string | Uint8Array, RegExp]>([
		['torn', HALF, /line \d+: /],
		['empty', '', /the file is empty/],
		['garbage', Uint8Array.from([0, 255, 254, 1]), /this is not a text file/],
		['zeros', new Uint8Array(5000), /NUL/],
		['broken by hand', TEXT.replace('routedSmall: 0.5', 'routedSmall: 7'), /line 11: /],
	])('that is %s is set aside, and the newest version that loads takes its place', async (_, bytes, words) => {
		let text: string | null = null;
		for (const title of ['One', 'Two', 'Three']) text = saved(await save(titled(title), text));
		const [newest] = await versionsOf(path, env);
		writeFileSync(newest?.path ?? '', HALF);
		writeFileSync(path, bytes);
		const found = opened(await openWorksheet(path, env, NOW));
		expect(found.document).toEqual(titled('One'));
		expect(found.text).toBe(onDisk());
		const aside = join(folder, `mine.damaged-${STAMP}.yaml`);
		expect(readFileSync(aside)).toEqual(Buffer.from(bytes));
		expect(found.notice).toMatch(/^mine\.yaml was damaged \(/);
		expect(found.notice).toMatch(words);
		expect(found.notice).toContain(`it is now ${aside}, and this is the version before 2026-07-01 09:00:00 UTC`);
		expect(found.notice).not.toContain('\n');
		saved(await save(titled('Four'), found.text));
		expect(await openWorksheet(path, env, NOW)).toMatchObject({ ok: true, notice: null });
		expect((await listWorksheets(env)).entries.map(({ name }) => name)).toEqual(['mine']);
	});

	it('of which nothing was kept is set aside with its problems', async () => {
		put(HALF);
		const aside = join(folder, `mine.damaged-${STAMP}.yaml`);
		expect(await openWorksheet(path, env, NOW)).toMatchObject({
			ok: false,
			problems: [{ file: path, line: 6 }],
			notice: expect.stringContaining(`it is now ${aside}, and there is no earlier version that loads`),
		});
		expect(files()).toEqual([`mine.damaged-${STAMP}.yaml`]);
		expect(onDisk(aside)).toBe(HALF);
		expect(await openWorksheet(path, env, NOW)).toEqual({ ok: false, unreadable: 'there is no such file' });
	});

	it('elsewhere stays as it is', async () => {
		const file = join(home, 'mine.yaml');
		writeFileSync(file, HALF);
		expect(await openWorksheet(file, env, NOW)).toMatchObject({ ok: false, notice: null });
		expect(onDisk(file)).toBe(HALF);
		expect(readdirSync(home)).toEqual(['mine.yaml']);
	});
});

describe('the list of worksheets', () => {
	it('has the ones changed last first, and says what keeps one from being loaded', async () => {
		put(TEXT, join(folder, 'old.yaml'));
		put(TEXT, join(folder, 'new.yml'));
		put(TEXT.replace('risk: low', 'risk: lo'), join(folder, 'bad.yaml'));
		put('x', join(folder, `old.damaged-${STAMP}.yaml`));
		put('x', join(folder, 'notes.txt'));
		mkdirSync(join(folder, 'folder.yaml'));
		symlinkSync('nowhere', join(folder, 'link.yaml'));
		for (const [at, name] of ['old.yaml', 'bad.yaml', 'new.yml'].entries()) utimesSync(join(folder, name), at, at);
		const { entries, notices } = await listWorksheets(env);
		expect(notices).toEqual([]);
		expect(entries).toEqual([
			{
				name: 'new',
				path: join(folder, 'new.yml'),
				changed: new Date(2000),
				document: documentOf(TEXT),
				problem: null,
			},
			{
				name: 'bad',
				path: join(folder, 'bad.yaml'),
				changed: new Date(1000),
				document: null,
				problem: expect.stringMatching(/^line 11: .*lo/),
			},
			{ name: 'old', path: join(folder, 'old.yaml'), changed: new Date(0), document: documentOf(TEXT), problem: null },
		]);
	});

	it('reads the newest whole, and of all others the head, until they are asked for', async () => {
		for (let i = 0; i < MOST_READ + 10; i++) {
			put(TEXT.replace('title: Mine', `title: Mine ${i}`), join(folder, `s${i}.yaml`));
			utimesSync(join(folder, `s${i}.yaml`), i, i);
		}
		const { entries } = await listWorksheets(env);
		expect(entries.map(({ document }) => document?.scenario.title ?? null)).toEqual([
			...Array.from({ length: MOST_READ }, (_, i) => `Mine ${MOST_READ + 9 - i}`),
			...Array.from({ length: 10 }, () => null),
		]);
		expect(entries.slice(MOST_READ).map(({ title }) => title)).toEqual(
			Array.from({ length: 10 }, (_, i) => `Mine ${9 - i}`),
		);
		const last = entries.at(-1);
		expect(last && (await readEntry(last))).toEqual({
			name: 's0',
			path: join(folder, 's0.yaml'),
			changed: new Date(0),
			document: documentOf(TEXT.replace('title: Mine', 'title: Mine 0')),
			problem: null,
		});
	});

	it('is empty where there is no folder, and says why where there can be none', async () => {
		expect(await listWorksheets(env)).toEqual({ entries: [], notices: [] });
		writeFileSync(folder, '');
		expect(await listWorksheets(env)).toEqual({
			entries: [],
			notices: [`worksheets cannot be read (there is a file where a folder should be): ${folder}`],
		});
		expect(await save(titled('One'), null)).toEqual({
			ok: false,
			kind: 'fault',
			message: `not saved (there is a file where a folder should be): ${path}`,
		});
	});

	it('removes what a killed program left, and nothing that is being written', async () => {
		saved(await save(titled('One'), null));
		const left = ['.dispatch-board-0123456789abcdef.tmp', '.dispatch-board-fedcba9876543210.tmp'];
		for (const name of left) writeFileSync(join(folder, name), '');
		utimesSync(join(folder, left[0] ?? ''), 1, 1);
		await listWorksheets(env);
		expect(files().sort()).toEqual([left[1], 'mine.yaml']);
	});
});

describe('a worksheet’s name', () => {
	it('changes with its id, and its versions go along', async () => {
		let text: string | null = null;
		for (const title of ['One', 'Two']) text = saved(await save(titled(title), text));
		const {
			path: other,
			document,
			text: written,
		} = named(await renameWorksheet(path, 'other', titled('Two'), env, NOW));
		expect(other).toBe(join(folder, 'other.yaml'));
		expect(document.scenario.id).toBe('other');
		expect(await openWorksheet(other, env, NOW)).toEqual({ ok: true, document, text: written, notice: null });
		expect(statSync(other).mode & 0o777).toBe(0o600);
		expect(files()).toEqual(['other.yaml']);
		expect(await titles(other)).toEqual(['Two', 'One']);
		expect(await titles()).toEqual([]);
		expect(readdirSync(join(folder, '.versions'))).toEqual(['other']);
		expect(opened(await restoreVersion(other, 2, env, NOW)).document.scenario.title).toBe('One');
	});

	it('is not one that is taken, or no name', async () => {
		const text = saved(await save(titled('One'), null));
		put(TEXT, join(folder, 'other.yaml'));
		for (const change of [renameWorksheet, duplicateWorksheet]) {
			expect(await change(path, 'other', titled('One'), env)).toEqual({
				ok: false,
				message: `${join(folder, 'other.yaml')} could not be written: there is a file of this name already`,
			});
			for (const name of ['', '../up', '.hidden', 'a b', 'a/b', 'é'])
				expect(await change(path, name, titled('One'), env)).toMatchObject({ ok: false });
		}
		expect(onDisk()).toBe(text);
		expect(onDisk(join(folder, 'other.yaml'))).toBe(TEXT);
		expect(files().sort()).toEqual(['mine.yaml', 'other.yaml']);
	});

	it('that was another worksheet’s before keeps the versions of both', async () => {
		saved(await save(titled('Mine'), null));
		const other = join(folder, 'other.yaml');
		saved(await save(titled('Theirs'), null, { file: other }));
		expect(await deleteWorksheet(other, env, NOW)).toMatchObject({ ok: true });
		named(await renameWorksheet(path, 'other', titled('Mine'), env, NOW));
		expect((await titles(other)).sort()).toEqual(['Mine', 'Theirs']);
	});

	it('is its own for a duplicate, which has its comments and no versions', async () => {
		put(TEXT);
		const { path: twin, document } = named(await duplicateWorksheet(path, 'mine-2', documentOf(TEXT), env));
		expect(onDisk(twin)).toBe(TEXT.replace('id: mine', 'id: mine-2'));
		expect(document.scenario.id).toBe('mine-2');
		expect(await versionsOf(twin, env)).toEqual([]);
		expect(onDisk()).toBe(TEXT);
	});
});

describe('a worksheet that is removed', () => {
	it('can be restored', async () => {
		const text = saved(await save(titled('One'), null));
		const { message } = (await deleteWorksheet(path, env, NOW)) as Extract<Deleted, { ok: true }>;
		const [version] = await versionsOf(path, env);
		expect(message).toContain(`${version?.path}`);
		expect((await listWorksheets(env)).entries).toEqual([]);
		expect(opened(await restoreVersion(path, 1, env, NOW)).text).toBe(text);
		expect(onDisk()).toBe(text);
		expect(statSync(path).mode & 0o777).toBe(0o600);
	});

	it('stays where its last version cannot be kept', async () => {
		const text = saved(await save(titled('One'), null));
		writeFileSync(join(folder, '.versions'), '');
		expect(await deleteWorksheet(path, env, NOW)).toMatchObject({
			ok: false,
			message: /was not removed: its last version could not be kept/,
		});
		expect(onDisk()).toBe(text);
		expect(await deleteWorksheet(join(folder, 'none.yaml'), env, NOW)).toMatchObject({
			ok: false,
			message: /is gone already$/,
		});
	});
});
