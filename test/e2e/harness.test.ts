import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { KEYS, screenshotSvg, Tty, type TtyOptions, ttyThatLooks, ttyWithJobs } from './harness/index.js';

let tty: Tty | undefined;

/** Runs a script that stays until Enter, because the last output of a program can be lost when it ends. */
function run(script: string, options: TtyOptions = {}): Tty {
	const stay = `${script}; process.stdin.on('data', (key) => /[\\r\\n]/.test(key) && process.exit(0));`;
	tty = new Tty([], { command: [process.execPath, '-e', stay], ...options });
	return tty;
}

afterEach(async () => {
	await tty?.stop();
	tty = undefined;
});

it('a Tty shows text, colours and cells', async () => {
	const shown = run(`console.log('\\x1b[1;31mred\\x1b[0m \\x1b[48;5;21;3mblue\\x1b[0m 日本 ⚠️ 🚦|')`);
	await shown.waitFor('red blue');
	expect(shown.line(0)).toBe('red blue 日本 ⚠️ 🚦|');
	expect(shown.cell(0, 0)).toMatchObject({ text: 'r', bold: true, colour: '#e06c75', background: null });
	expect(shown.cell(4, 0)).toMatchObject({ text: 'b', italic: true, background: '#0000ff' });
	expect(shown.cell(9, 0)).toMatchObject({ text: '日', width: 2 });
	expect([14, 17, 19].map((x) => shown.cell(x, 0).text)).toEqual(['⚠️', '🚦', '|']);
	expect(() => shown.cell(80, 0)).toThrow(RangeError);
});

it('a Tty sends keys, resizes, and reports the exit code', async () => {
	const shown = run(`
		process.stdin.setRawMode(true).on('data', (key) => {
			console.log('key', JSON.stringify(String(key)));
			if (key[0] === 3) process.exit(7);
		});
		process.stdout.on('resize', () => console.log('size', process.stdout.columns, process.stdout.rows));
		console.log('ready');
	`);
	await shown.waitFor('ready');
	shown.type(KEYS.up);
	await shown.waitFor('"\\u001b[A"');
	shown.resize(100, 30);
	await shown.waitFor('size 100 30');
	shown.type(KEYS.ctrlC);
	expect(await shown.exited).toBe(7);
});

it('a wait of a Tty fails with the text it waited for and the screen', async () => {
	const shown = run(`console.log('something else')`);
	await shown.waitFor('something');
	shown.type(KEYS.enter);
	await expect(shown.waitFor('never')).rejects.toThrow(/never: the program ended with 0\. The screen:\nsomething else/);
	await expect(shown.waitForGone(/else/)).rejects.toThrow('no /else/');
});

it('a Tty runs the program with a clean environment and its own home', async () => {
	const shown = run(`console.log(Object.keys(process.env).sort().join(' ')); console.log('done')`);
	await shown.waitFor('done');
	expect(shown.line(0)).toBe('COLORTERM DISPATCH_BOARD_HOME HOME LANG PATH PWD TERM');
});

it.each([
	['a shell', ttyThatLooks],
	['a shell with job control', ttyWithJobs],
])('a Tty kills a busy process that ignores SIGHUP under %s', async (_, start) => {
	const folder = mkdtempSync(join(tmpdir(), 'dispatch-board-deaf-'));
	try {
		const program = join(folder, 'deaf.mjs');
		writeFileSync(program, `process.on('SIGHUP', () => {}); console.log('pid', process.pid, 'on'); for (;;);`);
		tty = start([], { program });
		await tty.waitFor(/pid \d+ on/);
		const pid = Number(/pid (\d+)/.exec(tty.text())?.[1]);
		await tty.stop();
		await expect.poll(() => isRunning(pid)).toBe(false);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

/** Returns whether a process runs; a zombie does not. */
function isRunning(pid: number): boolean {
	try {
		return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
	} catch {
		return false;
	}
}

it('a screenshot has every text in its columns', async () => {
	const shown = run(`console.log('\\u250c\\u2500 A & B  \\x1b[7mon\\x1b[0m \\u2585')`, { columns: 20, rows: 2 });
	await shown.waitFor('A & B');
	const svg = screenshotSvg(shown, 'a <test>');
	expect(svg).toContain('aria-label="a &#60;test&#62;"');
	expect(svg).toContain(
		'<text x="41.2" y="30" textLength="42" lengthAdjust="spacingAndGlyphs" fill="#d5d9e0">A &#38; B</text>',
	);
	expect(svg).toMatch(
		/<rect x="100" y="16" width="16.8" height="19" fill="#d5d9e0"\/><text x="100"[^>]* fill="#1d2027">on</,
	);
	expect(svg).toContain('<path d="M20.2 25.5H24.4M20.2 25.5V35" stroke="#d5d9e0"/>');
	expect(svg.match(/<rect/g)).toHaveLength(3);
});
