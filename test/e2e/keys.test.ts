import { afterEach, describe, expect, it } from 'vitest';
import { expectGivenBack, KEYS, Tty, ttyThatLooks } from './harness/index.js';

const ESC = '\u001B';

let tty: Tty;
afterEach(() => tty.stop());

/** Opens the third lesson with a number in focus: a key taken for a command would turn to another lesson or edit it. */
async function openLesson(): Promise<void> {
	tty = ttyThatLooks();
	await tty.waitFor('Space read on');
	tty.type('nnn');
	await tty.waitFor('3 of 43');
	tty.type(KEYS.tab);
}

async function openLab(): Promise<void> {
	tty = ttyThatLooks(['lab', 'week-31']);
	await tty.waitFor('q quit');
}

async function openAnswer(): Promise<void> {
	tty = ttyThatLooks(['drill', 'recall', '--seed', '1']);
	await tty.waitFor('Tab done');
}

describe('Ctrl-C', () => {
	it.each([
		['twice at once', '\u0003\u0003'],
		['after a key in the same read', 'j\u0003'],
		['after a value that is being typed', '12\u0003'],
		['after Escape', `${ESC}\u0003`],
		['as xterm sends it with modifyOtherKeys', `${ESC}[27;5;99~`],
		['as Kitty sends it', `${ESC}[99;5u`],
		['in a paste that has no end', `${ESC}[200~one\u0003`],
		['after a reply that has no end', `${ESC}]11;rgb:\u0003`],
	])('ends the program, %s', async (_, keys) => {
		await openLab();
		tty.type(keys);
		await expectGivenBack(tty, 0);
	});

	it('ends a busy program, even if pressed several times', async () => {
		tty = new Tty(['lab', 'week-31']);
		await tty.waitFor('q quit');
		process.kill(tty.pid, 'SIGSTOP');
		tty.type('\u0003\u0003\u0003\u0003');
		process.kill(tty.pid, 'SIGCONT');
		expect(await tty.exited).toBe(0);
	});
});

describe('input that is not a bound key', () => {
	const NO_KEYS = [
		...[`${ESC}[1;2R`, `${ESC}[1;2S`, `${ESC}[29~`, `${ESC}[25~`], // Shift-F3, Shift-F4, Menu, F13
		...[`${ESC}[<35;10;10M`, `${ESC}[<65;10;10M`, `${ESC}[M !!`, `${ESC}[I`, `${ESC}[O`], // mouse, focus
		...[`${ESC}]11;rgb:1e1e/1e1e/1e1e${ESC}\\`, `${ESC}[?62;22c`, `${ESC}[?2026;2$y`, `${ESC}P1+r544e=78${ESC}\\`], // replies
		...[`${ESC}q`, `${ESC}n`, `${ESC}x`, `${ESC}3`], // Alt
	];

	it('does nothing in a lesson', async () => {
		await openLesson();
		for (const sequence of NO_KEYS) tty.type(sequence);
		tty.type('?');
		await tty.waitFor(/^ Help/m);
		tty.type(KEYS.escape);
		await tty.waitFor('3 of 43');
		expect(tty.text()).not.toMatch(/Enter take it/);
	});

	it('types nothing into an answer', async () => {
		await openAnswer();
		tty.type(`alpha${NO_KEYS.join('')}beta`);
		await tty.waitFor('alphabeta');
	});
});

describe('keys in other forms', () => {
	it('type the digits of a keypad in application mode', async () => {
		await openLab();
		tty.type(`${ESC}Oq${ESC}Or`);
		await tty.waitFor('12▏');
		tty.type(`${ESC}OM`);
		await tty.waitFor(/FAQ answer .* 12\.0%▼/);
	});

	it('move by an arrow whose sequence comes in two reads', async () => {
		await openAnswer();
		tty.type('alpha');
		await tty.waitFor('alpha▏');
		tty.type(ESC);
		await new Promise((settle) => setTimeout(settle, 20));
		tty.type('[D');
		await tty.waitFor('alph▏a');
	});

	it('move and erase by word with Alt, and forward with Delete', async () => {
		await openAnswer();
		tty.type('one two three');
		await tty.waitFor('three▏');
		tty.type(`${ESC}b`);
		await tty.waitFor('two ▏three');
		tty.type(`${ESC}[1;5D`);
		await tty.waitFor('one ▏two');
		tty.type(`${ESC}d`);
		await tty.waitFor('one ▏ three');
		tty.type(`${ESC}\u007f`);
		await tty.waitFor(/(?<!\S)▏ three/);
		tty.type(`${ESC}[3~`);
		await tty.waitFor(/(?<!\S)▏three/);
		tty.type(`${ESC}f`);
		await tty.waitFor('three▏');
	});

	it('take a paste that comes in many reads, without its colours', async () => {
		await openAnswer();
		for (const part of [`${ESC}[20`, '0~one ', `${ESC}[3`, '1mtwo', `${ESC}[0m qj`, ESC, '[20', '1~']) tty.type(part);
		await tty.waitFor('one two qj▏');
	});
});

describe('modes left by an earlier program', () => {
	it('are switched off when the program starts', async () => {
		tty = new Tty(['lab', 'week-31'], {
			command: [
				'/bin/sh',
				'-c',
				`printf '\\033[?1000;1003;1004;1006h\\033='; printf armed; exec "$@"`,
				'sh',
				process.execPath,
			],
		});
		await tty.waitFor('q quit');
		expect(tty.raw).toContain(`${ESC}[?1000;1003;1004;1006h`);
		const { modes } = tty.screen.terminal;
		expect(modes.mouseTrackingMode).toBe('none');
		expect(modes.sendFocusMode).toBe(false);
		expect(modes.applicationKeypadMode).toBe(false);
	});
});

describe('Ctrl-L and Ctrl-O', () => {
	it('redraw a screen that was overwritten', async () => {
		await openLab();
		const whole = tty.text();
		await new Promise<void>((settle) => tty.screen.terminal.write(`${ESC}[5;1HWRITTEN OVER IT`, settle));
		expect(tty.text()).toContain('WRITTEN OVER IT');
		tty.type(KEYS.ctrlL);
		await tty.waitForGone(/WRITTEN OVER IT/);
		expect(tty.text()).toBe(whole);
	});

	it('open the lesson behind the lab, and return', async () => {
		await openLab();
		tty.type(KEYS.ctrlO);
		await tty.waitFor('1 of 43');
		// The lab shows what the first guess asks for.
		tty.type('v');
		await tty.waitFor('an open guess. Go? y or n');
		tty.type('y');
		await tty.waitFor('[Board]');
	});
});
