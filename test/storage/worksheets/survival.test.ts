import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listWorksheets } from '../../../src/storage/worksheets/list.js';
import { openWorksheet } from '../../../src/storage/worksheets/open.js';
import { versionsOf } from '../../../src/storage/worksheets/versions.js';
import { type Bundle, bundle } from '../../e2e/harness/bundle.js';
import { rounds } from '../../support/effort.js';
import { seeded } from '../../support/random.js';
import type { SaveTask } from '../programs/saver.js';
import { LONG_TEXT } from './sheets.js';

let saver: Bundle;
beforeAll(async () => {
	saver = await bundle('test/storage/programs/saver.ts', { tuned: false });
}, 60_000);
afterAll(() => saver.remove());

let home: string;
let folder: string;
let path: string;
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	folder = join(home, 'worksheets');
	path = join(folder, 'mine.yaml');
	mkdirSync(folder);
	writeFileSync(path, LONG_TEXT);
});
afterEach(() => {
	for (const at of [home, folder]) chmodSync(at, 0o700);
	rmSync(home, { recursive: true, force: true });
});

interface Ran {
	/** Numbers of the versions that it said were on the disk. */
	readonly saved: readonly number[];
	readonly lost: readonly string[];
	readonly lines: readonly string[];
}
/** Runs the saver to its end, or kills it when it is told to, once it has saved for the first time. */
function run(
	task: Partial<SaveTask>,
	{ kill, limit = ':' }: { kill?: (now: () => void) => void; limit?: string } = {},
): Promise<Ran> {
	const command = [process.execPath, saver.file, JSON.stringify({ home, path, count: 3, ...task })];
	const child = spawn('/bin/sh', ['-c', `${limit}; exec "$@"`, 'sh', ...command], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let said = '';
	child.stdout.on('data', (text) => {
		if (said === '') kill?.(() => child.kill('SIGKILL'));
		said += String(text);
	});
	return new Promise((settle) => {
		child.on('close', () => {
			const lines = said.split('\n').slice(0, -1);
			const saved = lines.flatMap((line) => /^saved (\d+)/.exec(line)?.[1] ?? []).map(Number);
			settle({ saved, lost: lines.filter((line) => line.startsWith('lost ')), lines });
		});
	});
}

/** The number of the version that is there, which is whole. */
async function whole(): Promise<number> {
	const found = await openWorksheet(path, { DISPATCH_BOARD_HOME: home }, new Date());
	if (!found.ok) throw new Error(JSON.stringify(found));
	expect(found.notice).toBeNull();
	return numberIn(found.text);
}
function numberIn(text: string): number {
	const n = Number(/^volumePerWeek: (\d+)\n$/m.exec(text)?.[1]);
	const changed = LONG_TEXT.replace('A file of my own.', `Version ${n}.`).replace(
		'volumePerWeek: 0',
		`volumePerWeek: ${n}`,
	);
	expect(text).toBe(n === 0 ? LONG_TEXT : changed);
	return n;
}

/** As soon as the next version begins to be written. */
function whileWriting(now: () => void): void {
	const watching = watch(folder, (_, name) => {
		if (!name?.endsWith('.tmp')) return;
		watching.close();
		now();
	});
}

describe('a program that saves', () => {
	it('may be killed at any moment: the file is whole, and is what it said last or the one after', async () => {
		const { uniform } = seeded(7);
		let there = 0;
		const sometime = (now: () => void): unknown => setTimeout(now, uniform() * 60);
		for (let round = 0; round < rounds(24); round++) {
			const kill = round % 2 === 0 ? sometime : whileWriting;
			const { saved, lost } = await run({ count: 1e9 }, { kill });
			expect(lost).toEqual([]);
			expect(saved[0]).toBe(there + 1);
			const last = saved.at(-1) ?? there;
			there = await whole();
			expect([last, last + 1]).toContain(there);
			// What was kept of it is whole too.
			const versions = await versionsOf(path, { DISPATCH_BOARD_HOME: home });
			expect(versions.length).toBeLessThanOrEqual(11);
			const kept = versions.map((version) => numberIn(readFileSync(version.path, 'utf8')));
			expect(kept[0]).toBeGreaterThanOrEqual(there - 1);
		}
		// Some were killed in the middle of writing.
		expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).not.toEqual([]);
		const later = new Date(Date.now() + 3_600_000);
		await listWorksheets({ DISPATCH_BOARD_HOME: home }, later);
		expect(readdirSync(folder).sort()).toEqual(['.versions', 'mine.yaml']);
	});

	it('says that a file may not grow, changes nothing, and saves again when there is room', async () => {
		const full = await run({}, { limit: 'ulimit -f 8' });
		expect(full.saved).toEqual([]);
		expect(full.lost).toHaveLength(3);
		for (const line of full.lost)
			expect(line).toMatch(/: fault, not saved \((it may not grow any more|the disk is full)\): .*mine\.yaml/);
		expect(await whole()).toBe(0);
		expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
		expect((await run({})).saved).toEqual([1, 2, 3]);
		expect(await whole()).toBe(3);
	});

	it('says that its folder is read-only, and changes nothing', async () => {
		for (const at of [home, folder]) chmodSync(at, 0o555);
		chmodSync(path, 0o644);
		const { saved, lost } = await run({ asNobody: true });
		expect(saved).toEqual([]);
		for (const line of lost) expect(line).toMatch(/: fault, not saved \(permission is missing\): .*mine\.yaml/);
		expect(lost).toHaveLength(3);
		expect(await whole()).toBe(0);
		expect(readdirSync(folder)).toEqual(['mine.yaml']);
	});

	it('is one of two at once: whoever comes second is told, and the file is whole', async () => {
		const [one, two] = await Promise.all([run({ count: 40 }), run({ count: 40 })]);
		const conflicts = [...one.lost, ...two.lost];
		for (const line of conflicts) expect(line).toMatch(/: conflict, .*was changed by somebody else/);
		const there = await whole();
		expect([...one.saved, ...two.saved]).toContain(there);
	});
});
