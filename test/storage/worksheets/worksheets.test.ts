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
import { listWorksheets, MAX_READ_WHOLE, readEntry } from '../../../src/storage/worksheets/list.js';
import {
	type DeleteResult,
	deleteWorksheet,
	duplicateWorksheet,
	type NamedResult,
	renameWorksheet,
} from '../../../src/storage/worksheets/manage.js';
import { type OpenResult, openWorksheet } from '../../../src/storage/worksheets/open.js';
import { worksheetFolder } from '../../../src/storage/worksheets/place.js';
import { restoreVersion } from '../../../src/storage/worksheets/restore.js';
import { openWriter, type SaveResult, saveWorksheet } from '../../../src/storage/worksheets/save.js';
import { versionsOf } from '../../../src/storage/worksheets/versions.js';
import { documentOf, TEXT, withTitle } from './sheets.js';

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
	options: { readonly file?: string; readonly force?: boolean; readonly now?: Date } = {},
): Promise<SaveResult> =>
	saveWorksheet({
		path: options.file ?? path,
		document,
		previous,
		env,
		now: options.now ?? NOW,
		...(options.force && { force: true }),
	});
function expectSaved(result: SaveResult): string {
	if (!result.ok) throw new Error(result.message);
	expect(result.notice).toBeNull();
	return result.text;
}
const write = (text: string | Uint8Array, file = path): void => {
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, text);
};
function expectOpened(result: OpenResult): Extract<OpenResult, { ok: true }> {
	if (!result.ok) throw new Error(JSON.stringify(result));
	return result;
}
function expectRenamed(result: NamedResult): Extract<NamedResult, { ok: true }> {
	if (!result.ok) throw new Error(result.message);
	return result;
}
/** Returns the titles of the stored versions, newest first. */
const titles = async (file = path): Promise<(string | undefined)[]> =>
	(await versionsOf(file, env)).map((version) => /title: (.*)/.exec(onDisk(version.path))?.[1]);

describe('a worksheet', () => {
	it('is saved privately in the worksheet folder, and read back as it was saved', async () => {
		const text = expectSaved(await save(withTitle('First'), null));
		expect(await worksheetFolder(env)).toBe(folder);
		expect(onDisk()).toBe(text);
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(await openWorksheet(path, env, NOW)).toEqual({ ok: true, document: withTitle('First'), text, notice: null });
		expect(await versionsOf(path, env)).toEqual([]);
		expect(files()).toEqual(['mine.yaml']);
	});

	it('keeps comments and layout, and is not written if nothing changed', async () => {
		write(TEXT);
		utimesSync(path, 1, 1);
		expect(expectSaved(await save(documentOf(TEXT), TEXT))).toBe(TEXT);
		expect(statSync(path).mtimeMs).toBe(1000);
		expect(await versionsOf(path, env)).toEqual([]);
		const text = expectSaved(await save(withTitle('Other'), TEXT));
		expect(text).toBe(TEXT.replace('title: Mine', 'title: Other'));
		expect(onDisk()).toBe(text);
	});

	it('can be saved synchronously once the writer is open', async () => {
		const writer = await openWriter(env);
		let previous: string | null = null;
		for (const title of ['One', 'Two', 'Three'])
			previous = expectSaved(writer.save({ path, document: withTitle(title), previous, now: NOW }));
		expect(onDisk()).toBe(previous);
		expect(await titles()).toEqual(['Two', 'One']);
	});

	it.each([
		['with a byte order mark', `\uFEFF${TEXT}`],
		['with Windows line ends', TEXT.replaceAll('\n', '\r\n')],
	])('saved %s can be opened and saved', async (_, text) => {
		write(text);
		const before = expectOpened(await openWorksheet(path, env, NOW));
		const after = expectSaved(await save(withTitle('Other', before.document), before.text));
		expect(documentOf(after)).toEqual(withTitle('Other'));
		expect((await versionsOf(path, env)).map((version) => onDisk(version.path))).toEqual([text]);
	});

	it('that could not be read back is not saved', async () => {
		const text = expectSaved(await save(withTitle('First'), null));
		expect(await save(withTitle('Bell \u0007'), text)).toMatchObject({
			ok: false,
			kind: 'problems',
			message: /BEL|control/,
		});
		expect(onDisk()).toBe(text);
	});
});

describe('earlier versions', () => {
	it('are the last ten, newest first, even within one millisecond', async () => {
		let text: string | null = null;
		for (let n = 0; n < 15; n++) text = expectSaved(await save(withTitle(`T${n}`), text));
		expect(await titles()).toEqual(Array.from({ length: 10 }, (_, n) => `T${13 - n}`));
		const versions = await versionsOf(path, env);
		expect(new Set(versions.map(({ at }) => at.getTime()))).toEqual(new Set([NOW.getTime()]));
		const versionFolder = join(folder, '.versions', 'mine');
		const names = readdirSync(versionFolder);
		expect(names).toHaveLength(10);
		expect([...names].sort().reverse()).toEqual(
			versions.map((version) => version.path.slice(versionFolder.length + 1)),
		);
		expect(statSync(versionFolder).mode & 0o777).toBe(0o700);
		expect(statSync(versions[0]?.path ?? '').mode & 0o777).toBe(0o600);
	});

	it('keep their order when the clock goes back', async () => {
		let text: string | null = null;
		for (let n = 0; n < 13; n++)
			text = expectSaved(await save(withTitle(`T${n}`), text, { now: new Date(NOW.getTime() - n * 86_400_000) }));
		expect(await titles()).toEqual(Array.from({ length: 10 }, (_, n) => `T${11 - n}`));
	});

	it('can be restored, which stores the current content as a version', async () => {
		let text: string | null = null;
		for (const title of ['One', 'Two', 'Three']) text = expectSaved(await save(withTitle(title), text));
		expect(expectOpened(await restoreVersion(path, 2, env, NOW)).document).toEqual(withTitle('One'));
		expect(documentOf(onDisk())).toEqual(withTitle('One'));
		expect(await titles()).toEqual(['Three', 'Two', 'One']);
		expect(await restoreVersion(path, 4, env, NOW)).toEqual({
			ok: false,
			unreadable: 'version 4 does not exist: 3 were kept',
		});
	});

	it('are stored for files elsewhere too, separately for files of the same name', async () => {
		const elsewhere = ['a', 'b'].map((name) => join(home, name, 'mine.yaml'));
		for (const file of elsewhere) {
			mkdirSync(join(file, '..'));
			writeFileSync(file, TEXT, { mode: 0o640 });
			chmodSync(file, 0o640);
			expectSaved(await save(withTitle(file), TEXT, { file }));
			expect(statSync(file).mode & 0o777).toBe(0o640);
			expect(await titles(file)).toEqual(['Mine']);
			expect(readdirSync(join(file, '..'))).toEqual(['mine.yaml']);
		}
		expect(await titles()).toEqual([]);
		expect(readdirSync(join(folder, '.versions'))).toHaveLength(2);
	});

	it('that cannot be stored do not prevent saving, but cause a notice', async () => {
		const text = expectSaved(await save(withTitle('One'), null));
		writeFileSync(join(folder, '.versions'), '');
		expect(await save(withTitle('Two'), text)).toMatchObject({
			ok: true,
			notice: 'the version before this one could not be kept (there is a file where a folder should be)',
		});
		expect(documentOf(onDisk())).toEqual(withTitle('Two'));
	});

	it.runIf(process.platform === 'linux')('are not stored without a data folder, which causes a notice', async () => {
		vi.stubEnv('XDG_DATA_HOME', 'not/absolute');
		try {
			const file = join(home, 'mine.yaml');
			writeFileSync(file, TEXT);
			const request = { path: file, document: withTitle('Two'), previous: TEXT, env: {}, now: NOW };
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

describe('a file that another program changed', () => {
	it.each<[string, () => void, RegExp]>([
		[
			'with other text',
			() => write(TEXT.replace('Mine', 'Theirs')),
			/mine\.yaml was changed by another program; nothing was written$/,
		],
		[
			'by deleting it',
			() => rmSync(path),
			/mine\.yaml is no longer there: another program moved or removed it; nothing was written$/,
		],
	])('%s is not replaced without force', async (_, operation, words) => {
		const text = expectSaved(await save(withTitle('One'), null));
		operation();
		const content = existsSync(path) ? onDisk() : null;
		expect(await save(withTitle('Two'), text)).toEqual({
			ok: false,
			kind: 'conflict',
			message: expect.stringMatching(words),
		});
		expect(existsSync(path) ? onDisk() : null).toBe(content);
		expect(await versionsOf(path, env)).toEqual([]);
		expectSaved(await save(withTitle('Two'), text, { force: true }));
		expect(documentOf(onDisk())).toEqual(withTitle('Two'));
		expect(await titles()).toEqual(content === null ? [] : ['Theirs']);
	});

	it('by creating it is not replaced by a new worksheet', async () => {
		write(TEXT);
		expect(await save(withTitle('Two'), null)).toMatchObject({
			ok: false,
			kind: 'conflict',
			message: /a file .*mine\.yaml exists already/,
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
	])('that is %s is copied aside and replaced by the newest valid version', async (_, bytes, words) => {
		let text: string | null = null;
		for (const title of ['One', 'Two', 'Three']) text = expectSaved(await save(withTitle(title), text));
		const [newest] = await versionsOf(path, env);
		writeFileSync(newest?.path ?? '', HALF);
		writeFileSync(path, bytes);
		const recovered = expectOpened(await openWorksheet(path, env, NOW));
		expect(recovered.document).toEqual(withTitle('One'));
		expect(recovered.text).toBe(onDisk());
		const aside = join(folder, `mine.damaged-${STAMP}.yaml`);
		expect(readFileSync(aside)).toEqual(Buffer.from(bytes));
		expect(recovered.notice).toMatch(/^mine\.yaml was damaged \(/);
		expect(recovered.notice).toMatch(words);
		expect(recovered.notice).toContain(`it is now ${aside}, and this is the version before 2026-07-01 09:00:00 UTC`);
		expect(recovered.notice).not.toContain('\n');
		expectSaved(await save(withTitle('Four'), recovered.text));
		expect(await openWorksheet(path, env, NOW)).toMatchObject({ ok: true, notice: null });
		expect((await listWorksheets(env)).entries.map(({ name }) => name)).toEqual(['mine']);
	});

	it('without a valid version is moved aside, and its problems are reported', async () => {
		write(HALF);
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

	it('outside the worksheet folder is left as it is', async () => {
		const file = join(home, 'mine.yaml');
		writeFileSync(file, HALF);
		expect(await openWorksheet(file, env, NOW)).toMatchObject({ ok: false, notice: null });
		expect(onDisk(file)).toBe(HALF);
		expect(readdirSync(home)).toEqual(['mine.yaml']);
	});
});

describe('the list of worksheets', () => {
	it('is sorted by last change, and reports why a worksheet does not load', async () => {
		write(TEXT, join(folder, 'old.yaml'));
		write(TEXT, join(folder, 'new.yml'));
		write(TEXT.replace('risk: low', 'risk: lo'), join(folder, 'bad.yaml'));
		write('x', join(folder, `old.damaged-${STAMP}.yaml`));
		write('x', join(folder, 'notes.txt'));
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

	it('reads the newest whole and only the head of others, which can be read later', async () => {
		for (let i = 0; i < MAX_READ_WHOLE + 10; i++) {
			write(TEXT.replace('title: Mine', `title: Mine ${i}`), join(folder, `s${i}.yaml`));
			utimesSync(join(folder, `s${i}.yaml`), i, i);
		}
		const { entries } = await listWorksheets(env);
		expect(entries.map(({ document }) => document?.scenario.title ?? null)).toEqual([
			...Array.from({ length: MAX_READ_WHOLE }, (_, i) => `Mine ${MAX_READ_WHOLE + 9 - i}`),
			...Array.from({ length: 10 }, () => null),
		]);
		expect(entries.slice(MAX_READ_WHOLE).map(({ title }) => title)).toEqual(
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

	it('is empty without a folder, and reports why a folder cannot exist', async () => {
		expect(await listWorksheets(env)).toEqual({ entries: [], notices: [] });
		writeFileSync(folder, '');
		expect(await listWorksheets(env)).toEqual({
			entries: [],
			notices: [`worksheets cannot be read (there is a file where a folder should be): ${folder}`],
		});
		expect(await save(withTitle('One'), null)).toEqual({
			ok: false,
			kind: 'fault',
			message: `not saved (there is a file where a folder should be): ${path}`,
		});
	});

	it('removes unfinished files of killed programs, but not recent ones', async () => {
		expectSaved(await save(withTitle('One'), null));
		const unfinished = ['.dispatch-board-0123456789abcdef.tmp', '.dispatch-board-fedcba9876543210.tmp'];
		for (const name of unfinished) writeFileSync(join(folder, name), '');
		utimesSync(join(folder, unfinished[0] ?? ''), 1, 1);
		await listWorksheets(env);
		expect(files().sort()).toEqual([unfinished[1], 'mine.yaml']);
	});
});

describe('the name of a worksheet', () => {
	it('is changed together with its id and versions', async () => {
		let text: string | null = null;
		for (const title of ['One', 'Two']) text = expectSaved(await save(withTitle(title), text));
		const {
			path: other,
			document,
			text: written,
		} = expectRenamed(await renameWorksheet(path, 'other', withTitle('Two'), env, NOW));
		expect(other).toBe(join(folder, 'other.yaml'));
		expect(document.scenario.id).toBe('other');
		expect(await openWorksheet(other, env, NOW)).toEqual({ ok: true, document, text: written, notice: null });
		expect(statSync(other).mode & 0o777).toBe(0o600);
		expect(files()).toEqual(['other.yaml']);
		expect(await titles(other)).toEqual(['Two', 'One']);
		expect(await titles()).toEqual([]);
		expect(readdirSync(join(folder, '.versions'))).toEqual(['other']);
		expect(expectOpened(await restoreVersion(other, 2, env, NOW)).document.scenario.title).toBe('One');
	});

	it('cannot be taken or invalid', async () => {
		const text = expectSaved(await save(withTitle('One'), null));
		write(TEXT, join(folder, 'other.yaml'));
		for (const operation of [renameWorksheet, duplicateWorksheet]) {
			expect(await operation(path, 'other', withTitle('One'), env)).toEqual({
				ok: false,
				message: `${join(folder, 'other.yaml')} could not be written: there is a file of this name already`,
			});
			for (const name of ['', '../up', '.hidden', 'a b', 'a/b', 'é'])
				expect(await operation(path, name, withTitle('One'), env)).toMatchObject({ ok: false });
		}
		expect(onDisk()).toBe(text);
		expect(onDisk(join(folder, 'other.yaml'))).toBe(TEXT);
		expect(files().sort()).toEqual(['mine.yaml', 'other.yaml']);
	});

	it('of a deleted worksheet can be reused, and keeps the versions of both', async () => {
		expectSaved(await save(withTitle('Mine'), null));
		const other = join(folder, 'other.yaml');
		expectSaved(await save(withTitle('Theirs'), null, { file: other }));
		expect(await deleteWorksheet(other, env, NOW)).toMatchObject({ ok: true });
		expectRenamed(await renameWorksheet(path, 'other', withTitle('Mine'), env, NOW));
		expect((await titles(other)).sort()).toEqual(['Mine', 'Theirs']);
	});

	it('differs for a duplicate, which has the comments but no versions', async () => {
		write(TEXT);
		const { path: twin, document } = expectRenamed(await duplicateWorksheet(path, 'mine-2', documentOf(TEXT), env));
		expect(onDisk(twin)).toBe(TEXT.replace('id: mine', 'id: mine-2'));
		expect(document.scenario.id).toBe('mine-2');
		expect(await versionsOf(twin, env)).toEqual([]);
		expect(onDisk()).toBe(TEXT);
	});
});

describe('a deleted worksheet', () => {
	it('can be restored', async () => {
		const text = expectSaved(await save(withTitle('One'), null));
		const { message } = (await deleteWorksheet(path, env, NOW)) as Extract<DeleteResult, { ok: true }>;
		const [version] = await versionsOf(path, env);
		expect(message).toContain(`${version?.path}`);
		expect((await listWorksheets(env)).entries).toEqual([]);
		expect(expectOpened(await restoreVersion(path, 1, env, NOW)).text).toBe(text);
		expect(onDisk()).toBe(text);
		expect(statSync(path).mode & 0o777).toBe(0o600);
	});

	it('is not removed if its last version cannot be stored', async () => {
		const text = expectSaved(await save(withTitle('One'), null));
		writeFileSync(join(folder, '.versions'), '');
		expect(await deleteWorksheet(path, env, NOW)).toMatchObject({
			ok: false,
			message: /was not removed: its last version could not be kept/,
		});
		expect(onDisk()).toBe(text);
		expect(await deleteWorksheet(join(folder, 'none.yaml'), env, NOW)).toMatchObject({
			ok: false,
			message: /was removed already$/,
		});
	});
});
