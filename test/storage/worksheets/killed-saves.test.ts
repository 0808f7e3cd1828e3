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
	for (const directory of [home, folder]) chmodSync(directory, 0o700);
	rmSync(home, { recursive: true, force: true });
});

interface RunResult {
	/** Numbers of the versions that it reported as saved. */
	readonly saved: readonly number[];
	readonly lost: readonly string[];
	readonly lines: readonly string[];
}
/** Runs the saver to its end, or kills it when `kill` says so, after its first save. */
function run(
	task: Partial<SaveTask>,
	{ kill, limit = ':' }: { kill?: (now: () => void) => void; limit?: string } = {},
): Promise<RunResult> {
	const command = [process.execPath, saver.file, JSON.stringify({ home, path, count: 3, ...task })];
	const child = spawn('/bin/sh', ['-c', `${limit}; exec "$@"`, 'sh', ...command], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let output = '';
	child.stdout.on('data', (text) => {
		if (output === '') kill?.(() => child.kill('SIGKILL'));
		output += String(text);
	});
	return new Promise((resolve) => {
		child.on('close', () => {
			const lines = output.split('\n').slice(0, -1);
			const saved = lines.flatMap((line) => /^saved (\d+)/.exec(line)?.[1] ?? []).map(Number);
			resolve({ saved, lost: lines.filter((line) => line.startsWith('lost ')), lines });
		});
	});
}

/** Returns the number of the version in the file, which must be complete. */
async function versionOnDisk(): Promise<number> {
	const opened = await openWorksheet(path, { DISPATCH_BOARD_HOME: home }, new Date());
	if (!opened.ok) throw new Error(JSON.stringify(opened));
	expect(opened.notice).toBeNull();
	return numberIn(opened.text);
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

/** Calls `now` as soon as the next version starts to be written. */
function whileWriting(now: () => void): void {
	const watcher = watch(folder, (_, name) => {
		if (!name?.endsWith('.tmp')) return;
		watcher.close();
		now();
	});
}

describe('a process that saves worksheets', () => {
	it('leaves a complete file when killed at any moment: the last reported version or the next', async () => {
		const { uniform } = seeded(7);
		let current = 0;
		const atRandomTime = (now: () => void): unknown => setTimeout(now, uniform() * 60);
		for (let round = 0; round < rounds(24); round++) {
			const kill = round % 2 === 0 ? atRandomTime : whileWriting;
			const { saved, lost } = await run({ count: 1e9 }, { kill });
			expect(lost).toEqual([]);
			expect(saved[0]).toBe(current + 1);
			const last = saved.at(-1) ?? current;
			current = await versionOnDisk();
			expect([last, last + 1]).toContain(current);
			// Its stored versions are complete too.
			const versions = await versionsOf(path, { DISPATCH_BOARD_HOME: home });
			expect(versions.length).toBeLessThanOrEqual(11);
			const versionNumbers = versions.map((version) => numberIn(readFileSync(version.path, 'utf8')));
			expect(versionNumbers[0]).toBeGreaterThanOrEqual(current - 1);
		}
		// Some were killed while writing.
		expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).not.toEqual([]);
		const later = new Date(Date.now() + 3_600_000);
		await listWorksheets({ DISPATCH_BOARD_HOME: home }, later);
		expect(readdirSync(folder).sort()).toEqual(['.versions', 'mine.yaml']);
	});

	it('reports that a file may not grow, changes nothing, and saves again when there is space', async () => {
		const full = await run({}, { limit: 'ulimit -f 8' });
		expect(full.saved).toEqual([]);
		expect(full.lost).toHaveLength(3);
		for (const line of full.lost)
			expect(line).toMatch(
				/: fault, not saved \((it has reached the largest size allowed|the disk is full)\): .*mine\.yaml/,
			);
		expect(await versionOnDisk()).toBe(0);
		expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
		expect((await run({})).saved).toEqual([1, 2, 3]);
		expect(await versionOnDisk()).toBe(3);
	});

	it('reports a read-only folder, and changes nothing', async () => {
		for (const directory of [home, folder]) chmodSync(directory, 0o555);
		chmodSync(path, 0o644);
		const { saved, lost } = await run({ asNobody: true });
		expect(saved).toEqual([]);
		for (const line of lost) expect(line).toMatch(/: fault, not saved \(permission was denied\): .*mine\.yaml/);
		expect(lost).toHaveLength(3);
		expect(await versionOnDisk()).toBe(0);
		expect(readdirSync(folder)).toEqual(['mine.yaml']);
	});

	it('gets a conflict if another process saved first, and the file is complete', async () => {
		const [first, second] = await Promise.all([run({ count: 40 }), run({ count: 40 })]);
		const conflicts = [...first.lost, ...second.lost];
		for (const line of conflicts) expect(line).toMatch(/: conflict, .*was changed by another program/);
		const current = await versionOnDisk();
		expect([...first.saved, ...second.saved]).toContain(current);
	});
});
