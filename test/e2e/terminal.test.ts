import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
	type Bundle,
	bundle,
	expectGivenBack,
	expectModesGivenBack,
	KEYS,
	Tty,
	ttyThatLooks,
	ttyWithJobs,
} from './harness/index.js';

let program: Bundle;
let tty: Tty;

beforeAll(async () => {
	program = await bundle('test/e2e/fixtures/rows.tsx', { tuned: true });
});
afterAll(() => program.remove());
afterEach(() => tty.stop());

async function open(start: typeof ttyThatLooks = ttyThatLooks): Promise<Tty> {
	tty = start([], { program: program.file });
	await tty.waitFor('80×24, at 0');
	return tty;
}

it('the program draws on the alternate screen up to the last column of the last row, without a cursor', async () => {
	await open();
	expect(tty.screen.terminal.buffer.active.type).toBe('alternate');
	expect(tty.screen.cursorShown).toBe(false);
	expect(tty.line(0)).toBe(`row 0${'.'.repeat(74)}│`);
	expect(tty.line(22)).toBe(`row 22${'.'.repeat(73)}│`);
	expect(tty.line(23)).toBe('80×24, at 0');
});

it('the program writes only the rows that a key changes', async () => {
	await open();
	const before = tty.raw.length;
	tty.type('j');
	await tty.waitFor('at 1');
	expect(tty.cell(0, 0).inverse).toBe(false);
	expect(tty.cell(0, 1).inverse).toBe(true);
	expect(tty.raw.length - before).toBeLessThan(400);
});

it('the program fits every new size without clearing the scrollback', async () => {
	await open();
	for (const [columns, rows] of [
		[60, 18],
		[120, 40],
		[40, 10],
		[80, 24],
	] as const) {
		tty.resize(columns, rows);
		await tty.waitFor(`${columns}×${rows}, at 0`);
		expect(tty.line(rows - 2)).toBe(`row ${rows - 2}`.padEnd(columns - 1, '.').concat('│'));
		expect(tty.line(rows - 1)).toBe(`${columns}×${rows}, at 0`);
	}
	expect(tty.screen.scrollbackWipes).toBe(0);
});

it('the program redraws after the window changed its size and back while the program was busy', async () => {
	await open();
	tty.type('B');
	await tty.waitUntil(() => tty.raw.includes(']0;busy'), 'a busy program');
	tty.resize(40, 10);
	tty.resize(80, 24);
	expect(tty.text()).not.toMatch(/^row 0/);
	await tty.waitUntil(() => /^row 0\.{74}│\n.*\nrow 22\.{73}│\n80×24, at 0$/s.test(tty.text()), 'a whole screen');
});

it('the program restores the terminal on quitting', async () => {
	await open();
	tty.type('q');
	await expectGivenBack(tty, 0);
	expect(tty.transcript()).not.toContain('row 0');
});

it('the program restores the terminal on Ctrl-C', async () => {
	await open();
	tty.type(KEYS.ctrlC);
	await expectGivenBack(tty, 0);
});

it.each([
	['SIGHUP', 129],
	['SIGINT', 130],
	['SIGQUIT', 131],
	['SIGTERM', 143],
] as const)('the program restores the terminal on %s', async (signal, code) => {
	await open();
	tty.kill(signal);
	await expectGivenBack(tty, code);
	expect(tty.transcript()).not.toContain('bug');
});

it.each([
	['E', 'Error: from a key'],
	['R', 'Error: from drawing'],
	['P', 'TypeError: from a promise \uFFFD[2J'],
])('the program restores the terminal before it reports a bug (%s)', async (key, message) => {
	await open();
	tty.type(key);
	await expectGivenBack(tty, 1);
	expect(tty.transcript()).toContain('This is a bug in dispatch-board');
	expect(tty.transcript()).toContain(message);
});

it('the program holds back output of other code until the screen is closed', async () => {
	await open();
	tty.type('Lj');
	await tty.waitFor('at 1');
	expect(tty.raw).not.toContain('a stray line');
	tty.type('q');
	await expectGivenBack(tty, 0);
	expect(tty.transcript()).toContain('a stray line');
});

it('the program stops on Ctrl-Z, and redraws when resumed', async () => {
	await open(ttyWithJobs);
	tty.type('j');
	await tty.waitFor('at 1');
	tty.type(KEYS.ctrlZ);
	await tty.waitFor(/stopped with \d+/);
	expectModesGivenBack(tty);
	expect(tty.transcript()).not.toContain('row 0');
	tty.type(KEYS.enter);
	await tty.waitFor('80×24, at 1');
	expect(tty.screen.terminal.buffer.active.type).toBe('alternate');
	expect(tty.screen.cursorShown).toBe(false);
	expect(tty.line(0)).toBe(`row 0${'.'.repeat(74)}│`);
	tty.type('j');
	await tty.waitFor('at 2');
	tty.type('q');
	await expectGivenBack(tty, 0);
});

it.each([
	[100, 30],
	[60, 18],
])('the program has the new size (%i×%i) when resumed after a resize while stopped', async (columns, rows) => {
	await open(ttyWithJobs);
	tty.type(KEYS.ctrlZ);
	await tty.waitFor(/stopped with \d+/);
	tty.resize(columns, rows);
	tty.type(KEYS.enter);
	await tty.waitFor(`${columns}×${rows}, at 0`);
	expect(tty.line(0)).toBe(`row 0${'.'.repeat(columns - 6)}│`);
	expect(tty.line(rows - 1)).toBe(`${columns}×${rows}, at 0`);
});

it('the program resumes by itself if no shell can stop it', async () => {
	tty = new Tty([], { program: program.file });
	await tty.waitFor('at 0');
	tty.type(KEYS.ctrlZ);
	await tty.waitUntil(() => tty.raw.includes('[?1049l'), 'the screen given back');
	await tty.waitFor('80×24, at 0');
	tty.type('j');
	await tty.waitFor('at 1');
});

it('the program ends without a core dump when its terminal is closed', async () => {
	tty = new Tty([], { program: program.file });
	await tty.waitFor('at 0');
	tty.hangUp();
	expect(await tty.exited).toBe(129);
});
