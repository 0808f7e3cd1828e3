import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { contrast, neededContrast } from '../support/contrast.js';
import { cleanEnvironment, type Home, temporaryHome } from './harness/home.js';
import { KEYS, Tty, type TtyOptions } from './harness/index.js';

const run = promisify(execFile);
const DARK_REPLY = '\u001B]11;rgb:1d1d/2020/2727\u001B\\';
const LIGHT_REPLY = '\u001B]11;rgb:fafa/fafa/fafa\u001B\\';
const QUESTION = '\u001B]11;?';

let tty: Tty;
let home: Home | null = null;
afterEach(async () => {
	await tty?.stop();
	home?.remove();
	home = null;
});

/** Returns the colours on screen. */
function colorsOnScreen(): ReadonlySet<string> {
	const found = new Set<string>();
	for (let y = 0; y < tty.rows; y++)
		for (let x = 0; x < tty.columns; x++) {
			const { text, colour } = tty.cell(x, y);
			if (text.trim() !== '' && colour !== null) found.add(colour);
		}
	return found;
}

/** Returns the cells on screen whose contrast with the paper is too low. */
function faintCells(paper: string): readonly string[] {
	const faint: string[] = [];
	for (let y = 0; y < tty.rows; y++)
		for (let x = 0; x < tty.columns; x++) {
			const { text, colour, background, dim } = tty.cell(x, y);
			// Dim text is as faint as the terminal makes it, so there must be none.
			const found = colour === null ? 21 : contrast(colour, background ?? paper);
			if (text.trim() !== '' && (dim || found < neededContrast(text)))
				faint.push(`${x},${y} ${text} ${colour} ${found.toFixed(1)}`);
		}
	return faint;
}

async function openLab(args: readonly string[] = [], options: TtyOptions = {}): Promise<void> {
	tty = new Tty([...args, 'lab', 'week-31'], options);
	await tty.waitFor(/FAQ answer/);
}

/** The colour of good marks in each palette. */
const GOOD = { dark: '#5fafff', light: '#005faf', highDark: '#87d7ff', highLight: '#000087', neutral: '#0087d7' };

const waitForColor = (color: string): Promise<void> =>
	tty.waitUntil(() => colorsOnScreen().has(color), `the colour ${color}`);

describe('every theme is readable', () => {
	const BLACK = '#000000';
	const WHITE = '#ffffff';
	it.each([
		['high-contrast', DARK_REPLY, BLACK, GOOD.highDark],
		['high-contrast', LIGHT_REPLY, WHITE, GOOD.highLight],
		['auto', DARK_REPLY, BLACK, GOOD.dark],
		['auto', LIGHT_REPLY, WHITE, GOOD.light],
		// Without a reply.
		['auto', '', BLACK, GOOD.neutral],
		['auto', '', WHITE, GOOD.neutral],
	])('--theme %s, reply %j, on %s: edited lab, its panes, help, lesson', async (theme, reply, paper, good) => {
		await openLab(['--theme', theme], { columns: 120, rows: 36 });
		tty.type(reply);
		await waitForColor(good);
		tty.type(KEYS.shiftLeft);
		await tty.waitFor('74.0%▼');
		expect(faintCells(paper)).toEqual([]);
		for (const pane of ['2', '3', '4', '5', '6', '7']) {
			const before = tty.text();
			tty.type(']');
			await tty.waitUntil(() => tty.text() !== before, `pane ${pane}`);
			expect(faintCells(paper)).toEqual([]);
		}
		tty.type('?');
		await tty.waitFor(/Esc/);
		expect(faintCells(paper)).toEqual([]);
		await tty.stop();

		tty = new Tty(['--theme', theme]);
		await tty.waitFor('Space read on');
		tty.type(`${reply}n`);
		await tty.waitFor(/1 of \d+ · /);
		tty.type(' ');
		await tty.waitFor(/your guess/i);
		await tty.waitUntil(() => faintCells(paper).length === 0, `colours for ${paper}`);
	});
});

describe('the terminal is asked for its background', () => {
	it('once at the start, before the first frame, which does not wait for the reply', async () => {
		await openLab();
		expect(tty.raw.split(QUESTION)).toHaveLength(2);
		expect(tty.raw.indexOf(QUESTION)).toBeLessThan(tty.raw.indexOf('FAQ answer'));
	});

	it('a reply in pieces, after the first frame, changes colours and is no key', async () => {
		await openLab();
		await waitForColor(GOOD.neutral);
		const before = tty.text();
		for (const piece of LIGHT_REPLY.match(/.{1,9}/gs) ?? []) tty.type(piece);
		await waitForColor(GOOD.light);
		expect(tty.text()).toBe(before);
		expect(faintCells('#ffffff')).toEqual([]);
		tty.type(KEYS.shiftLeft);
		await tty.waitFor('74.0%▼');
	});

	it.each([
		['--theme', 'dark'],
		['--theme', 'light'],
		['--theme', 'none'],
		['--no-color', '--theme=auto'],
	])('not with %s %s', async (...args) => {
		await openLab(args);
		expect(tty.raw).not.toContain(QUESTION);
	});

	it('COLORFGBG tells it where the terminal does not', async () => {
		await openLab([], { env: { COLORFGBG: '0;15' } });
		await waitForColor(GOOD.light);
	});
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern is for escape sequences
const SGR = /\u001B\[([\d;]*)m/g;
const sgrOf = (text: string): readonly string[] => [...new Set([...text.matchAll(SGR)].map(([, part]) => part ?? ''))];

describe('sixteen colours', () => {
	it.each(['linux', 'vt100', 'screen', 'xterm'])('TERM=%s gets no other', async (TERM) => {
		await openLab([], { env: { TERM, COLORTERM: '' } });
		tty.type(KEYS.shiftLeft);
		await tty.waitFor('74.0%▼');
		const found = sgrOf(tty.raw);
		expect(found.filter((sgr) => /^[39]\d$/.test(sgr)).length).toBeGreaterThan(2);
		for (const sgr of found) expect(sgr).toMatch(/^(?:0?|[1-9]|2\d|3[0-79]|9[0-7])$/);
	});

	it('are other ones in the light theme', async () => {
		await openLab(['--theme', 'light'], { env: { TERM: 'linux', COLORTERM: '' } });
		expect(sgrOf(tty.raw).filter((sgr) => /^9\d$/.test(sgr))).toEqual([]);
		expect(sgrOf(tty.raw)).toContain('34');
	});
});

describe('no colours come out', () => {
	it.each([
		['NO_COLOR', [], { NO_COLOR: '1' }],
		['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }],
		['--no-color', ['--no-color'], {}],
		['--theme none', ['--theme', 'none'], {}],
	] as const)('with %s', async (_, args, env) => {
		await openLab(args, { env });
		tty.type(KEYS.shiftLeft);
		await tty.waitFor('74.0%▼');
		expect(sgrOf(tty.raw).filter((sgr) => /[34]8;|^[349][0-7]$/.test(sgr))).toEqual([]);
		// The focus and what can be changed are still marked.
		expect(sgrOf(tty.raw)).toEqual(expect.arrayContaining(['1', '7']));
	});
});

describe('printed text', () => {
	const print = async (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> => {
		home ??= temporaryHome();
		const { stdout } = await run(process.execPath, ['dist/dispatch-board.js', ...args], {
			env: cleanEnvironment(home.folder, env),
		});
		return stdout;
	};

	it.each([
		[['report', 'week-31'], true],
		[['lab', 'week-31'], true],
		[['scenarios', 'week-31'], true],
		[['lesson', '3'], true],
		[['settings'], true],
		// Without a mark or title, words keep the colour of the terminal.
		[['progress'], false],
		[['check', 'scenarios/week-31.yaml'], false],
	])(
		'of %j is plain in a pipe, and coloured there by FORCE_COLOR: %s, with the same words',
		async (args, isColored) => {
			const plain = await print(args);
			expect(sgrOf(plain)).toEqual([]);
			const colored = await print(args, { FORCE_COLOR: '1' });
			expect(colored.replace(SGR, '')).toBe(plain);
			expect(sgrOf(colored).length > 0).toBe(isColored);
		},
	);

	it('has sixteen colours where the terminal has no more', async () => {
		const found = sgrOf(await print(['report', 'week-31'], { FORCE_COLOR: '1', TERM: 'linux', COLORTERM: '' }));
		expect(found).toContain('93');
		expect(found.join(' ')).not.toContain('38;5');
	});

	it('is coloured on a terminal, in the theme that the flag says', async () => {
		tty = new Tty(['report', 'week-31', '--theme', 'light'], { rows: 200, columns: 100 });
		expect(await tty.exited).toBe(0);
		await tty.waitFor('Segments');
		expect(colorsOnScreen().size).toBeGreaterThan(2);
		expect(faintCells('#ffffff')).toEqual([]);
	});

	it('for programs is never coloured', async () => {
		for (const format of ['md', 'csv', 'json'])
			expect(sgrOf(await print(['report', 'week-31', '--format', format], { FORCE_COLOR: '3' }))).toEqual([]);
	});
});

it('a theme that was set is kept, an environment variable wins over it, and a flag over both', async () => {
	home = temporaryHome();
	tty = new Tty(['settings', 'theme', 'light'], { home });
	expect(await tty.exited).toBe(0);
	await tty.stop();

	await openLab([], { home });
	expect(tty.raw).not.toContain(QUESTION);
	await waitForColor(GOOD.light);
	await tty.stop();

	await openLab([], { home, env: { DISPATCH_BOARD_THEME: 'dark' } });
	await waitForColor(GOOD.dark);
	await tty.stop();

	await openLab(['--theme', 'none'], { home, env: { DISPATCH_BOARD_THEME: 'dark' } });
	expect(colorsOnScreen().size).toBe(0);
});
