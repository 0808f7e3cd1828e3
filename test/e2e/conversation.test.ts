import { execFile } from 'node:child_process';
import { constants } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanEnvironment, type Home, homeInLesson, temporaryHome } from './harness/home.js';
import { KEYS, Tty } from './harness/index.js';
import { PROGRAM } from './harness/tty.js';

let tty: Tty;
let home: Home | null = null;
afterEach(async () => {
	await tty?.stop();
	home?.remove();
	home = null;
});

/** Control characters besides line breaks, and what draws boxes and bars. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: none may be written
const DRAWN = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f←-⇿─-◿⠀-⣿]/;

/** Waits for a text anywhere in what was said. */
const hear = (wanted: RegExp): Promise<void> => tty.waitUntil(() => wanted.test(tty.raw), String(wanted));

describe('in a dumb terminal', () => {
	it('a lesson is read, guessed and solved, and the next run goes on there', async () => {
		home = homeInLesson();
		tty = new Tty([], { home, env: { TERM: 'dumb' } });
		await hear(/Lesson 1 of \d+: .*[\s\S]*help lists all\.\r\nlesson> $/);
		tty.type(' \r');
		await hear(/Guess: 80% of the requests went small[\s\S]*lesson> $/);
		tty.type('94\r');
		await hear(/You said 94\.0%; it is 94\.1%[\s\S]*lesson> $/);
		tty.type(' \r');
		await hear(/Before week 31 the expensive model[\s\S]*lesson> $/);
		tty.type(' \r');
		await hear(/Challenge: next: resolution[\s\S]*lesson> $/);
		tty.type('tab\r');
		await hear(/FAQ answer, routed small 84%, allowed/);
		tty.type('40\r');
		await hear(/FAQ answer: yours 40\.0%, down [\s\S]*Challenge: next: resolution 95\.9%, needs at least 96\.1%/);
		tty.type('down down\r');
		await hear(/Policy exception, routed small 44%, allowed/);
		tty.type('0\r');
		await hear(/Policy exception: yours 0\.0%, down [\s\S]*[Cc]hallenge.*solved/);
		tty.type('quit\r');
		expect(await tty.exited).toBe(0);
		expect(tty.raw).toMatch(/What you did is kept\.\r\n$/);
		expect(tty.raw).not.toMatch(DRAWN);
		await tty.stop();
		tty = new Tty(['--screen-reader'], { home });
		await hear(/Lesson 1 of \d+[\s\S]*Policy exception: .*yours 0\.0%[\s\S]*lesson> $/);
	});

	it.each([
		['Ctrl-C', '\u0003'],
		['the end of the input', '\u0004'],
	])('%s ends the conversation as quit does', async (_, key) => {
		tty = new Tty(['lab', 'week-31'], { env: { TERM: 'dumb' } });
		await hear(/lab> $/);
		tty.type(key);
		expect(await tty.exited).toBe(0);
		expect(tty.raw).toMatch(/\r\nWhat you did is kept\.\r\n$/);
	});
});

describe('a closed terminal', () => {
	it('ends the conversation as a hang-up does, and everything is kept', async () => {
		home = temporaryHome();
		tty = new Tty(['lab', 'week-31'], { home, env: { TERM: 'dumb' } });
		await hear(/lab> $/);
		tty.type('left\r');
		await hear(/FAQ answer: 83\.0% routed small[\s\S]*lab> $/);
		tty.hangUp();
		expect(await tty.exited).toBe(128 + constants.signals.SIGHUP);
		tty = new Tty(['lab', 'week-31'], { home, env: { TERM: 'dumb' } });
		await hear(/small 83\.0%[\s\S]*lab> $/);
	});
});

describe('asked for in a terminal that can draw', () => {
	it.each([
		['the flag', ['--screen-reader', 'drill', 'recall'], {}],
		['the variable', ['drill', 'recall'], { INK_SCREEN_READER: 'true' }],
	])('%s gives the conversation, and takes an answer of several lines', async (_, args, env) => {
		tty = new Tty(args, { env });
		await hear(/What went wrong in week 31[\s\S]*write> $/);
		tty.type('Resolution dropped three points\rhelp\r');
		await hear(/Commands while you write\.[\s\S]*write> $/);
		tty.type('\r');
		await hear(/Ticked: Resolution dropped by three points/);
		tty.type('3\r');
		await hear(/The obvious fix was to turn the FAQ row back/);
		expect(tty.raw).not.toMatch(DRAWN);
	});

	it('the flag against it draws the screen', async () => {
		tty = new Tty(['--no-screen-reader', 'lab', 'week-31'], { env: { INK_SCREEN_READER: '1' } });
		await tty.waitFor('FAQ answer');
		tty.type(KEYS.ctrlC);
		await tty.exited;
		expect(tty.raw).toContain('\u001b[?1049h');
	});
});

it('lines that arrive before the program is ready are answered, and its output ends with the last', async () => {
	home = temporaryHome();
	const { folder } = home;
	const said = await new Promise<string>((settle, fail) => {
		const args = [PROGRAM, '--screen-reader', 'worksheet', 'mine', '--from', 'voice-assistant'];
		const program = execFile(process.execPath, args, { env: cleanEnvironment(folder) }, (error, stdout) =>
			error ? fail(error) : settle(stdout),
		);
		program.stdin?.end('step\ntab tab\n0.06\nhelp\n');
	});
	expect(said).toMatch(/Step 2 of 8: Prices\.[\s\S]*Small input price \$0\.06[\s\S]*> Commands, and their keys\./);
	expect(said).toMatch(/worksheet> \nWhat you did is kept\.\n$/);
});
